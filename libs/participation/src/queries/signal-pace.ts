interface Rest {
  readonly timer: NodeJS.Timeout;
  isWanted: boolean;
}

/** Passes a signal on at once, and the same one again only after a rest: what comes meanwhile is passed on once, at its end. */
export class SignalPace<Signal extends string> {
  private readonly resting = new Map<Signal, Rest>();

  /** @param restMs milliseconds between two of the same signal @param pass gets the signals; must not throw */
  constructor(private readonly restMs: number, private readonly pass: (signal: Signal) => void) {}

  push(signal: Signal): void {
    const rest = this.resting.get(signal);
    if (rest !== undefined) {
      rest.isWanted = true;
      return;
    }
    this.resting.set(signal, { timer: setTimeout(() => this.endRest(signal), this.restMs).unref(), isWanted: false });
    this.pass(signal);
  }

  /** Forgets what waits; nothing is passed on any more. */
  end(): void {
    for (const { timer } of this.resting.values()) clearTimeout(timer);
    this.resting.clear();
  }

  private endRest(signal: Signal): void {
    const isWanted = this.resting.get(signal)?.isWanted === true;
    this.resting.delete(signal);
    if (isWanted) this.push(signal);
  }
}
