const smallest = 512;
const largest = 4 * 1024;

/**
 * Memory for the many small frames that one room keeps, in pages of its own. In Node's pool they would lie among what lives for a
 * moment, and each of them would keep all of it (64 kB); with an allocation for each, their administration would be larger than they are.
 */
export class FrameMemory {
  private page = Buffer.alloc(0);
  private used = 0;

  /** @returns uninitialised bytes */
  allocate(size: number): Buffer {
    if (size > largest / 4) return Buffer.allocUnsafeSlow(size);
    if (this.used + size > this.page.length) {
      // A room in which nobody writes much needs no large one.
      this.page = Buffer.allocUnsafeSlow(Math.max(size, Math.min(largest, Math.max(smallest, this.page.length * 2))));
      this.used = 0;
    }
    this.used += size;
    return this.page.subarray(this.used - size, this.used);
  }
}
