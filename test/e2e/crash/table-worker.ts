import { randomUUID } from 'node:crypto';
import { until, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';

interface Change {
  readonly mutation: string;
  readonly input: object;
}

const operation = (name: string): string => `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { errors { code } } }`;

/** Somebody who changes tables one after the other, and repeats with the same key what got no answer, or was asked to try again. */
export class TableWorker {
  readonly answered: Change[] = [];
  private unanswered: Change[] = [];
  private isStopped = false;
  private running: Promise<void> | undefined;

  /** @param next what to change, by number */
  constructor(private readonly visitor: GraphqlVisitor, private readonly next: (number: number) => Change) {}

  start(): void {
    this.isStopped = false;
    this.running = this.work();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.running;
  }

  /** Sends again what may or may not have been done. @returns how many that were */
  async repeat(): Promise<number> {
    const { length } = this.unanswered;
    await until(() => this.sendUnanswered(), 'the server answers, and a text is not held by a writer that was killed', 20_000);
    return length;
  }

  private async sendUnanswered(): Promise<boolean> {
    const open = this.unanswered;
    this.unanswered = [];
    for (const change of open) await this.send(change);
    return this.unanswered.length === 0;
  }

  private async work(): Promise<void> {
    while (!this.isStopped && this.unanswered.length === 0) {
      const { mutation, input } = this.next(this.answered.length);
      await this.send({ mutation, input: { ...input, idempotencyKey: randomUUID() } });
    }
  }

  private async send(change: Change): Promise<void> {
    const answer = await this.visitor.run<Record<string, { errors: readonly unknown[] }>>(operation(change.mutation), { input: change.input }).catch(() => null);
    const payload = answer?.data?.[change.mutation];
    if (payload?.errors.length === 0) this.answered.push(change);
    else if (answer === null || answer.errors.some(({ extensions }) => extensions?.code === 'UNAVAILABLE')) this.unanswered.push(change);
    else throw new Error(`${change.mutation}: ${JSON.stringify(answer)}`);
  }
}
