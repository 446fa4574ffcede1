import { describe, expect, it } from '@jest/globals';
import { runEach } from './run-each.js';

const failing = (done: number[], broken: readonly number[]) => (item: number): Promise<void> => {
  if (broken.includes(item)) return Promise.reject(new Error(`no ${item}`));
  done.push(item);
  return Promise.resolve();
};

describe('a round of work', () => {
  it('does the others when one fails, and fails in the end', async () => {
    const done: number[] = [];
    await expect(runEach([1, 2, 3], new AbortController().signal, failing(done, [1]))).rejects.toThrow('no 1');
    expect(done).toEqual([2, 3]);
  });

  it('names all that failed', async () => {
    const round = runEach([1, 2, 3], new AbortController().signal, failing([], [1, 3]));
    await expect(round).rejects.toMatchObject({ message: '2 of 3 failed', errors: [new Error('no 1'), new Error('no 3')] });
  });

  it('stops before the next one when it is to stop', async () => {
    const done: number[] = [];
    const stop = new AbortController();
    await runEach([1, 2, 3], stop.signal, async (item) => {
      await failing(done, [])(item);
      if (item === 2) stop.abort();
    });
    expect(done).toEqual([1, 2]);
  });
});
