import { expect, it } from '@jest/globals';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { Shutdown } from './shutdown.js';

it('the end goes backwards, past steps that fail or hang', async () => {
  const shutdown = new Shutdown(createLogger({ level: 'silent' }), 20);
  const ended: string[] = [];
  shutdown.add('database', () => void ended.push('database'));
  shutdown.add('worker', () => new Promise<void>(() => undefined));
  shutdown.add('rooms', () => { throw new Error('not today'); });
  shutdown.add('listener', async () => void ended.push('listener'));
  await Promise.all([shutdown.run(), shutdown.run()]);
  expect(ended).toEqual(['listener', 'database']);
});
