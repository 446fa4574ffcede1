import type { Logger } from '@konzeptwerkstatt/platform-logging';

/** Longest time an orderly end may take, in milliseconds; what is not done by then is left to the next start. */
const DEADLINE_MS = 10_000;

type Step = () => Promise<void> | void;

/** What has been started, and how it ends: in the reverse order, so that nothing loses what it still needs. */
export class Shutdown {
  private readonly steps: (readonly [string, Step])[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly logger: Logger) {}

  /** Notes how something that was just started is ended. */
  add(name: string, step: Step): void {
    this.steps.push([name, step]);
  }

  /** Ends everything; may be called again while it runs. A step that fails does not keep the others from ending. */
  run(): Promise<void> {
    return (this.running ??= Promise.race([this.runSteps(), this.deadline()]));
  }

  private async runSteps(): Promise<void> {
    for (const [name, step] of this.steps.reverse()) {
      try {
        await step();
      } catch (error) {
        this.logger.error({ err: error, step: name }, 'not ended in order');
      }
    }
  }

  private deadline(): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(() => {
        this.logger.error('ending took too long');
        resolve();
      }, DEADLINE_MS).unref();
    });
  }
}
