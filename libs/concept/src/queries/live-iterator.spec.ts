import { describe, expect, it } from '@jest/globals';
import { END, expand, merge, SignalQueue } from './live-iterator.js';

describe('a live stream', () => {
  it('ends at once when its reader goes while it waits', async () => {
    let left = 0;
    const stream = expand(new SignalQueue<string>(() => void (left += 1)), async (signal) => [signal]);
    const waiting = stream.next();
    await stream.return?.();
    await expect(waiting).resolves.toEqual({ done: true, value: undefined });
    expect(left).toBe(1);
  });

  it('ends when a step says so, and lets its source go', async () => {
    let left = 0;
    const queue = new SignalQueue<string>(() => void (left += 1));
    queue.push('a');
    await expect(expand(queue, async () => END).next()).resolves.toEqual({ done: true, value: undefined });
    expect(left).toBe(1);
  });

  it('joins two sources in the order in which their items come', async () => {
    const [one, two] = [new SignalQueue<string>(() => undefined), new SignalQueue<string>(() => undefined)];
    const both = merge([one, two]);
    const first = both.next();
    two.push('b');
    await expect(first).resolves.toEqual({ done: false, value: 'b' });
    one.push('a');
    await expect(both.next()).resolves.toEqual({ done: false, value: 'a' });
  });

  it('gives a signal that waits twice once', async () => {
    const queue = new SignalQueue<string>(() => undefined);
    queue.push('a');
    queue.push('a');
    queue.push('b');
    expect([(await queue.next()).value, (await queue.next()).value]).toEqual(['a', 'b']);
  });
});
