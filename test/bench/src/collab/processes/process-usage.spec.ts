import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { cpuOf, cpuOfFamily, memoryOf, readTimes } from './process-usage.js';

describe('reading CPU time', () => {
  let child: ChildProcess | undefined;

  afterEach(() => void child?.kill('SIGKILL'));

  it('finds the fields behind a name with brackets and blanks in it', () => {
    const stat = '42 (a (odd) name) S 7 42 42 0 -1 4194304 100 200 0 0 150 50 30 20 20 0 1 0 1000';
    expect(readTimes(stat)).toEqual({ parent: 7, own: 2, children: 0.5 });
  });

  it('grows with work of the process, and is counted for its parent both while it lives and after it has ended', async () => {
    const before = cpuOfFamily(process.pid) - cpuOf(process.pid);
    child = fork('--eval', ['const end = performance.now() + 300; while (performance.now() < end); process.send(1); process.once("message", () => process.exit(0))'], { execArgv: [] });
    await once(child, 'message');
    const alive = cpuOfFamily(process.pid) - cpuOf(process.pid) - before;
    expect(cpuOf(child.pid!)).toBeGreaterThan(0.05);
    expect(alive).toBeGreaterThan(0.05);
    child.send('end');
    await once(child, 'exit');
    expect(cpuOf(child.pid!)).toBe(0);
    // User and system time of each process are cut to whole ticks on their own.
    expect(cpuOfFamily(process.pid) - cpuOf(process.pid) - before).toBeGreaterThan(alive - 0.035);
  });

  it('reads memory in megabytes', () => {
    const { rss, pss } = memoryOf(process.pid);
    const own = process.memoryUsage().rss / 1024 / 1024;
    expect(rss).toBeGreaterThan(own * 0.7);
    expect(rss).toBeLessThan(own * 1.3);
    expect(pss).toBeLessThanOrEqual(rss);
  });
});
