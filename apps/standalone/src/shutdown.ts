import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@konzeptwerkstatt/platform-logging';

/** Longest time one step may take, in milliseconds; what is not done by then is left to the next start. */
const STEP_MS = 5_000;

type Step = () => Promise<void> | void;

/** What has been started, and how it ends: in the reverse order, so that nothing loses what it still needs. */
export class Shutdown {
  private readonly steps: (readonly [string, Step])[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly logger: Logger, private readonly stepMs = STEP_MS) {}

  /** Notes how something that was just started is ended. */
  add(name: string, step: Step): void {
    this.steps.push([name, step]);
  }

  /** Ends everything; may be called again while it runs. A step that fails or hangs does not keep the others from ending. */
  run(): Promise<void> {
    return (this.running ??= this.runSteps());
  }

  private async runSteps(): Promise<void> {
    for (const [name, step] of this.steps.reverse()) {
      try {
        await this.withinTime(name, step);
      } catch (error) {
        this.logger.error({ err: error, step: name }, 'not ended in order');
      }
    }
  }

  private async withinTime(name: string, step: Step): Promise<void> {
    const done = new AbortController();
    const late = sleep(this.stepMs, true, { signal: done.signal }).catch(() => false);
    const isLate = await Promise.race([Promise.resolve(step()).then(() => false), late]).finally(() => done.abort());
    if (isLate) this.logger.error({ step: name }, 'ending took too long');
  }
}
