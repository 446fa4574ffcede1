/** How many there are of each, up to a limit. */
export class Headcount {
  private readonly counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** One more comes. @returns false when there are as many as there may be; then she does not count */
  arrive(key: string): boolean {
    const there = this.counts.get(key) ?? 0;
    if (there >= this.most) return false;
    this.counts.set(key, there + 1);
    return true;
  }

  /** One of those who count goes. */
  leave(key: string): void {
    const left = (this.counts.get(key) ?? 1) - 1;
    if (left > 0) this.counts.set(key, left);
    else this.counts.delete(key);
  }
}
