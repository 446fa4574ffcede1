import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.js';
import { NestLogger } from './nest-logger.js';

function capture(level = 'info'): { lines: Record<string, unknown>[]; logger: ReturnType<typeof createLogger> } {
  const lines: Record<string, unknown>[] = [];
  return { lines, logger: createLogger({ level, destination: { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) } }) };
}

describe('a log line', () => {
  it('is one JSON object with level, ISO time and fields', () => {
    const { lines, logger } = capture();
    logger.info({ editionId: 'e' }, 'frozen');
    expect(lines).toEqual([{ level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), editionId: 'e', msg: 'frozen' }]);
  });

  it('is left out below the level', () => {
    const { lines, logger } = capture('warn');
    logger.info('quiet');
    expect(lines).toEqual([]);
  });

  it.each([
    [{ password: 'geheim' }],
    [{ input: { password: 'geheim', token: 'geheim' } }],
    [{ req: { headers: { cookie: 'geheim', authorization: 'Bearer geheim', 'set-cookie': 'geheim' } } }],
  ])('never holds a secret: %j', (fields) => {
    const { lines, logger } = capture();
    logger.info(fields, 'sign in');
    expect(JSON.stringify(lines)).not.toContain('geheim');
    expect(JSON.stringify(lines)).toContain('[redacted]');
  });
});

describe("Nest's own lines", () => {
  it('keep context and stack of an error', () => {
    const { lines, logger } = capture();
    new NestLogger(logger).error('broken', 'at x.ts:1', 'Router');
    expect(lines).toEqual([expect.objectContaining({ level: 'error', msg: 'broken', context: 'Router', stack: 'at x.ts:1' })]);
  });

  it('about modules and routes show only while debugging', () => {
    const { lines, logger } = capture();
    new NestLogger(logger).log('Mapped {/graphql}', 'Router');
    expect(lines).toEqual([]);
  });
});
