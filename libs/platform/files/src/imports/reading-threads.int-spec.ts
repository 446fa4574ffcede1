import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { ReadingThreads } from './reading-threads.js';
import type { ThreadReader } from './reading-threads.js';

const deadlineMs = 10_000;

describe('threads that read files of other people', () => {
  let folder: string;
  let threads: ReadingThreads;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'threads-'));
    threads = new ReadingThreads(createLogger({ level: 'silent' }));
  });
  afterEach(async () => {
    await threads.onApplicationShutdown();
    rmSync(folder, { recursive: true });
  });

  /** A reader whose thread does what the body says; `shared` is [at work now, most at work so far]. */
  function reader(name: string, body: string): ThreadReader {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, `export default function (shared) { ${body} }`);
    return { file, deadlineMs };
  }
  /** Stays until so many have been at work at once, and a little longer for one more to come. */
  const counting = (expected: number): string => `
    const now = Atomics.add(shared, 0, 1) + 1;
    for (let most = Atomics.load(shared, 1); most < now; most = Atomics.load(shared, 1)) Atomics.compareExchange(shared, 1, most, now);
    for (let waits = 0; Atomics.load(shared, 1) < ${expected} && waits < 100; waits++) Atomics.wait(shared, 2, 0, 50);
    Atomics.wait(shared, 2, 0, 250);
    Atomics.sub(shared, 0, 1);
    return 'read';`;
  const shared = (): Int32Array => new Int32Array(new SharedArrayBuffer(12));

  it('are one for each reader, and three in all', async () => {
    const [one, all] = [shared(), shared()];
    const single = reader('single', counting(1));
    expect(await Promise.all([1, 2, 3].map(() => threads.run(single, one)))).toEqual(['read', 'read', 'read']);
    await Promise.all([1, 2, 3, 4, 5, 6].map((number) => threads.run(reader(`reader-${number}`, counting(3)), all)));
    expect([one[1], all[1]]).toEqual([1, 3]);
  }, 30_000);

  it('are new ones after a failure, and say nothing of what the end of the process kept from being read', async () => {
    const failing = reader('failing', `globalThis.runs = (globalThis.runs ?? 0) + 1; if (shared === 'fail') throw new Error('no'); return globalThis.runs;`);
    expect([await threads.run(failing, null), await threads.run(failing, null)]).toEqual([1, 2]);
    expect(await threads.run(failing, 'fail')).toBeNull();
    expect(await threads.run(failing, null)).toBe(1);
    await threads.onApplicationShutdown();
    await expect(threads.run(failing, null)).rejects.toThrow('The process ended before the file was read');
  }, 30_000);
});
