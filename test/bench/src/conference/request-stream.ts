import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchVisitor } from '../bench-visitor.js';

/** A request that people send. */
export interface Question {
  readonly operationName: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Requests at an even pace, whether or not those before have been answered: people do not wait for each other. */
export class RequestStream {
  readonly milliseconds: number[] = [];
  /** What went wrong, in words. */
  readonly errors: string[] = [];
  private asked = 0;

  constructor(private readonly visitors: readonly BenchVisitor[], private readonly questions: readonly Question[]) {}

  async run(perSecond: number, seconds: number): Promise<void> {
    const begin = performance.now();
    const answers: Promise<void>[] = [];
    for (let at = 0; at < seconds * 1000; at += 1000 / perSecond) {
      await sleep(Math.max(0, begin + at - performance.now()));
      answers.push(this.ask());
    }
    await Promise.all(answers);
  }

  private async ask(): Promise<void> {
    const number = this.asked++;
    const question = this.questions[number % this.questions.length] as Question;
    const visitor = this.visitors[number % this.visitors.length] as BenchVisitor;
    try {
      const { body, milliseconds } = await visitor.ask('/graphql', JSON.stringify(question));
      this.milliseconds.push(milliseconds);
      const { errors } = JSON.parse(body) as { errors?: unknown };
      if (errors !== undefined) this.errors.push(`${question.operationName}: ${JSON.stringify(errors)}`);
    } catch (error) {
      this.errors.push(`${question.operationName}: ${String(error)}`);
    }
  }
}
