/**
 * One read for all who want the same at the same time. Whoever asks while it is being read waits for the next round, which begins afterwards: nobody gets
 * what was read before she asked, so whoever has just written sees it.
 */
export class SharedRead<Value> {
  private readonly next = new Map<string, Promise<Value>>();
  private readonly running = new Map<string, Promise<unknown>>();

  /** @param work reads what stands behind a key; its failure is everybody's in that round */
  constructor(private readonly work: (key: string) => Promise<Value>) {}

  get(key: string): Promise<Value> {
    const known = this.next.get(key);
    if (known !== undefined) return known;
    const round = (this.running.get(key) ?? Promise.resolve()).then(() => this.begin(key));
    this.next.set(key, round);
    return round;
  }

  private begin(key: string): Promise<Value> {
    this.next.delete(key);
    const work = this.work(key);
    const ended = work.then(() => undefined, () => undefined).then(() => {
      if (this.running.get(key) === ended) this.running.delete(key);
    });
    this.running.set(key, ended);
    return work;
  }
}
