/** A flag to wait for: set before waiting, it is not missed. */
export class WakeUpSignal {
  private isSet = false;
  private wake: (() => void) | undefined;

  set(): void {
    this.isSet = true;
    this.wake?.();
  }

  clear(): void {
    this.isSet = false;
  }

  /** Resolves as soon as the flag is set, at the latest after so many milliseconds; takes the flag down. */
  async wait(timeoutMs: number): Promise<void> {
    if (!this.isSet) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.wake = undefined;
    this.isSet = false;
  }
}
