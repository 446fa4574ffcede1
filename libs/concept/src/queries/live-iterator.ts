/** Given by a step that ends the stream, e.g. because rights were withdrawn. */
export const END = Symbol('end of stream');

/**
 * Turns each item of a source into any number of others. Ends at once when its reader goes, also while it waits: a plain
 * generator would hear of that only with the next item.
 */
export function expand<Item, Result>(source: AsyncIterator<Item>, step: (item: Item) => Promise<readonly Result[] | typeof END>): AsyncIterableIterator<Result> {
  const waiting: Result[] = [];
  const done = { done: true, value: undefined } as const;
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    await source.return?.();
    return done;
  };
  return {
    async next() {
      while (waiting.length === 0) {
        const item = await source.next();
        if (item.done === true) return done;
        const results = await step(item.value);
        if (results === END) return end();
        waiting.push(...results);
      }
      return { done: false, value: waiting.shift() as Result };
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Signals that may come faster than they are dealt with: the same signal waiting twice is one. */
export class SignalQueue<Signal extends string> implements AsyncIterator<Signal> {
  private readonly waiting = new Set<Signal>();
  private wake: (() => void) | null = null;
  private ended = false;

  /** @param onEnd called once, when the reader goes */
  constructor(private readonly onEnd: () => void) {}

  push(signal: Signal): void {
    if (this.ended) return;
    this.waiting.add(signal);
    this.wake?.();
  }

  async next(): Promise<IteratorResult<Signal>> {
    while (!this.ended && this.waiting.size === 0) await new Promise<void>((resolve) => (this.wake = resolve));
    const [signal] = this.waiting;
    if (this.ended || signal === undefined) return { done: true, value: undefined };
    this.waiting.delete(signal);
    return { done: false, value: signal };
  }

  async return(): Promise<IteratorResult<Signal>> {
    if (!this.ended) this.onEnd();
    this.ended = true;
    this.wake?.();
    return { done: true, value: undefined };
  }
}

/** Two sources as one, in the order in which their items come. */
export function merge<Item>(sources: readonly AsyncIterator<Item>[]): AsyncIterator<Item> {
  const pending = new Map<AsyncIterator<Item>, Promise<{ source: AsyncIterator<Item>; item: IteratorResult<Item> }>>();
  const ask = (source: AsyncIterator<Item>): void => void pending.set(source, source.next().then((item) => ({ source, item })));
  sources.forEach(ask);
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    await Promise.all(sources.map(async (source) => source.return?.()));
    return { done: true, value: undefined };
  };
  return {
    async next() {
      const { source, item } = await Promise.race(pending.values());
      if (item.done === true) return end();
      ask(source);
      return item;
    },
    return: end,
  };
}
