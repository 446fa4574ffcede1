import { setTimeout as sleep } from 'node:timers/promises';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import type { Pool } from 'pg';
import { appendStatement, type NumberedEntry } from './append.statement.js';
import type { LogEntry, LogOutcome, UpdateLog } from './log-entry.js';

interface WaitingEntry extends NumberedEntry {
  readonly settle: (outcome: LogOutcome) => void;
  readonly fail: (error: Error) => void;
}

interface AnswerRow {
  readonly counter: string;
  readonly outcome: LogOutcome | 'busy';
}

const maxEntriesPerStatement = 1000;
const maxBytesPerStatement = 4 * 1024 * 1024;
/** How long a commit is tried before its senders are told that nothing is saved, in milliseconds. */
const giveUpAfter = 20_000;

/** The database did not take the updates in time. Nothing of them was shown to anybody. */
export class LogUnavailableError extends Error {
  constructor(cause: unknown) {
    super('The update log did not answer in time', { cause });
    this.name = 'LogUnavailableError';
  }
}

/**
 * Commits the updates of all rooms in groups: one statement is on its way, the next collects meanwhile. A statement whose
 * answer is lost is repeated with the same numbers, which cannot write anything twice.
 */
export class GroupCommitLog implements UpdateLog {
  private readonly node = newRandomId();
  private counter = 0n;
  private queue: WaitingEntry[] = [];
  private running: Promise<void> | null = null;
  private bytes = 0;

  constructor(private readonly pool: Pool, private readonly logger: Logger) {}

  get waitingBytes(): number {
    return this.bytes;
  }

  append(entry: LogEntry): Promise<LogOutcome> {
    const outcome = new Promise<LogOutcome>((settle, fail) => this.queue.push({ counter: ++this.counter, entry, settle, fail }));
    this.bytes += entry.payload.length;
    // From the next turn on, so that everything that came in this one goes along.
    this.running ??= new Promise<void>((next) => setImmediate(next)).then(() => this.drain()).finally(() => (this.running = null));
    return outcome;
  }

  /** Waits until nothing is on its way. */
  async idle(): Promise<void> {
    while (this.running !== null) await this.running;
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0) await this.commit(this.takeBatch());
  }

  private takeBatch(): WaitingEntry[] {
    const batch: WaitingEntry[] = [];
    let size = 0;
    while (batch.length < maxEntriesPerStatement && size < maxBytesPerStatement) {
      const next = this.queue.shift();
      if (next === undefined) break;
      size += next.entry.payload.length;
      if (!next.entry.discarded) batch.push(next);
      else this.finish(next, () => next.settle('discarded'));
    }
    return batch;
  }

  private async commit(batch: readonly WaitingEntry[]): Promise<void> {
    let left = batch;
    const until = Date.now() + giveUpAfter;
    for (let delay = 20; left.length > 0; delay = Math.min(delay * 2, 1000)) {
      try {
        left = this.settle(left, await this.send(left));
        if (left.length === 0) return;
      } catch (error) {
        this.logger.warn({ err: error, entries: left.length }, 'update log not reached, trying again');
        if (Date.now() + delay > until) return this.giveUp(left, error);
      }
      if (Date.now() + delay > until) return this.giveUp(left, new Error('documents locked'));
      await sleep(delay);
    }
  }

  private async send(batch: readonly WaitingEntry[]): Promise<AnswerRow[]> {
    const { rows } = await this.pool.query<AnswerRow>(appendStatement(this.node, batch));
    return rows;
  }

  /** @returns entries whose document is being frozen at this moment */
  private settle(batch: readonly WaitingEntry[], rows: readonly AnswerRow[]): WaitingEntry[] {
    const outcomes = new Map(rows.map(({ counter, outcome }) => [BigInt(counter), outcome]));
    const busy: WaitingEntry[] = [];
    for (const one of batch) {
      const outcome = outcomes.get(one.counter) ?? 'busy';
      if (outcome === 'busy') busy.push(one);
      else this.finish(one, () => one.settle(outcome));
    }
    return busy;
  }

  private giveUp(batch: readonly WaitingEntry[], cause: unknown): void {
    const error = new LogUnavailableError(cause);
    // What waits behind may build on it, so it goes the same way.
    for (const one of [...batch, ...this.queue.splice(0)]) this.finish(one, () => one.fail(error));
  }

  private finish({ entry }: WaitingEntry, tell: () => void): void {
    this.bytes -= entry.payload.length;
    tell();
  }
}
