import { actorKey, newId, type Actor } from '@konzeptwerkstatt/kernel';
import { newEvent, type EventContract, type JobContract, type JobQueue, type JobTime, type NewEvent, type Transaction } from '@konzeptwerkstatt/contracts';
import type { Transaction as DatabaseTransaction } from '@konzeptwerkstatt/platform-database';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { appendEvents } from './append-events.js';
import { IdempotencyStore } from './idempotency-store.js';
import type { TransactionRunner } from './transaction-runner.js';

/** The facts of an event that its unit of work does not know already. */
export type EventFacts<Payload> = Omit<NewEvent<Payload>, 'contract' | 'actor'>;

/** Collects events until the end of the transaction. */
export interface EventCollector {
  /** Adds an event with the unit's actor. */
  record<Payload>(contract: EventContract<Payload>, facts: EventFacts<Payload>): void;
  /** Adds events that domain functions have already built. */
  add(...events: readonly NewEvent[]): void;
}

/** Everything one change may use. */
export interface Unit<Tx extends Transaction = DatabaseTransaction> {
  readonly tx: Tx;
  readonly events: EventCollector;
  /** Jobs put into their queue after the commit; lost if the process dies in between, so a schedule must find the work too. */
  readonly jobs: { enqueueAfterCommit<Data>(job: JobContract<Data>, data: Data, time?: JobTime): void };
}

/** Who changes something, and as part of what. */
export interface UnitContext {
  readonly actor: Actor;
  /** Of the request or event that causes it; a new one by default. */
  readonly correlationId?: string;
}

/** A mutation on its way through a command: run again with the same key, it gives its first answer and changes nothing more. */
export interface CommandContext extends UnitContext {
  readonly correlationId: string;
  /** E.g. `addMeasure`. */
  readonly mutation: string;
  readonly idempotencyKey: string;
  /** The mutation's whole input. */
  readonly input: unknown;
}

/** How a change runs. */
export interface UnitOptions {
  /** Longest duration of one attempt in milliseconds; left out: that of every transaction. */
  readonly timeout?: number;
}

interface WaitingJob {
  readonly job: JobContract;
  readonly data: unknown;
  readonly time: JobTime;
}

/**
 * One change: state and events are written in the same transaction, jobs are enqueued after its commit.
 * Nothing else publishes events.
 */
export class UnitOfWork<Tx extends Transaction = DatabaseTransaction> {
  private readonly idempotency = new IdempotencyStore();

  constructor(
    private readonly transactions: TransactionRunner<Tx>,
    private readonly jobs: JobQueue,
    private readonly logger: Logger,
  ) {}

  /**
   * With a CommandContext the result is stored as the mutation's answer, so it must survive JSON: return ids, read afterwards.
   * @param work may run again after a serialization failure; what it collected before is then forgotten
   * @returns what `work` returned, after the commit. A job that could not be enqueued is logged, not thrown: the change stands.
   * @throws what `work` throws; ValidationError IDEMPOTENCY_KEY_REUSED; EventPayloadError
   */
  async run<T>(context: UnitContext | CommandContext, work: (unit: Unit<Tx>) => Promise<T>, options: UnitOptions = {}): Promise<T> {
    const { result, waiting } = await this.transactions.runInTransaction(async (tx) => {
      const events: NewEvent[] = [];
      const waiting: WaitingJob[] = [];
      const unit: Unit<Tx> = { tx, events: collector(events, context.actor), jobs: jobCollector(waiting) };
      const result = await this.answerOnce(context, tx, () => work(unit));
      await appendEvents(tx, events, context.correlationId ?? newId());
      return { result, waiting };
    }, options);
    await this.enqueue(waiting);
    return result;
  }

  private answerOnce<T>(context: UnitContext | CommandContext, tx: Tx, work: () => Promise<T>): Promise<T> {
    if (!('idempotencyKey' in context)) return work();
    const { idempotencyKey: key, mutation, input } = context;
    return this.idempotency.run(tx, { actorKey: actorKey(context.actor), key, mutation, input }, work);
  }

  private async enqueue(waiting: readonly WaitingJob[]): Promise<void> {
    for (const { job, data, time } of waiting) {
      try {
        await this.jobs.enqueue(job, data, time);
      } catch (error) {
        this.logger.error({ err: error, job: job.name }, 'job not enqueued after commit; its schedule will find the work');
      }
    }
  }
}

function collector(events: NewEvent[], actor: Actor): EventCollector {
  return {
    record: (contract, facts) => void events.push(newEvent(contract, { ...facts, actor })),
    add: (...more) => void events.push(...more),
  };
}

function jobCollector(waiting: WaitingJob[]): Unit<Transaction>['jobs'] {
  return { enqueueAfterCommit: (job, data, time = {}) => void waiting.push({ job: job as unknown as JobContract, data, time }) };
}
