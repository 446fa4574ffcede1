import { expect, it } from '@jest/globals';
import { untilQuiet } from './quiet.js';

it('waits until nothing goes on any more, and tells how long something did', async () => {
  const begin = performance.now();
  const cpu = (): number => Math.min((performance.now() - begin) / 1000, 0.6);
  const busy = await untilQuiet(cpu, 500, 10_000);
  expect(busy).toBeGreaterThan(0.4);
  // Without the half second of quiet at the end.
  expect(busy).toBeLessThanOrEqual((performance.now() - begin) / 1000 - 0.5);
});

it('does not wait for ever', async () => {
  const cpu = (): number => performance.now() / 1000;
  expect(await untilQuiet(cpu, 500, 800)).toBeGreaterThan(0.5);
});
