import { setTimeout as sleep } from 'node:timers/promises';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import type { Pool } from 'pg';
import { quickStatement, thoroughStatement, type NumberedEntry } from './append.statement.js';
import { Backlog } from './backlog.js';
import { CommitPace } from './commit-pace.js';
import type { LogEntry, LogOutcome, LogSource, UpdateLog } from './log-entry.js';

interface AnswerRow {
  readonly counter: string;
  readonly outcome: LogOutcome | 'busy';
}

/** One commit: which source gave which entries. */
interface Batch {
  readonly sources: Map<LogSource, readonly LogEntry[]>;
  readonly numbered: readonly NumberedEntry[];
}

const maxEntries = 1000;
const maxBytes = 4 * 1024 * 1024;
/** How long a commit is tried before its senders are told that nothing is saved, in milliseconds. */
const giveUpAfter = 20_000;

/**
 * Commits the updates of all rooms in groups: one statement is on its way, the next collects meanwhile. A statement whose
 * answer is lost is repeated with the same numbers, which cannot write anything twice.
 */
export class GroupCommitLog implements UpdateLog {
  readonly backlog = new Backlog();
  private counter = 0n;
  private readonly pace = new CommitPace();
  private readonly waiting = new Set<LogSource>();
  private running: Promise<void> | null = null;
  private isScheduled = false;

  /** @param node names this process in the log */
  constructor(private readonly pool: Pool, private readonly logger: Logger, readonly node: string = newRandomId()) {}

  enlist(source: LogSource): void {
    this.waiting.add(source);
    this.schedule();
  }

  /** Waits until nothing is on its way. */
  async idle(): Promise<void> {
    while (this.running !== null || this.isScheduled) await (this.running ?? sleep(1));
  }

  /** From the next turn on, so that everything that came in this one goes along. */
  private schedule(): void {
    if (this.isScheduled || this.running !== null) return;
    this.isScheduled = true;
    const delay = this.pace.delay(performance.now());
    if (delay < 1) setImmediate(() => this.begin());
    else setTimeout(() => this.begin(), delay);
  }

  private begin(): void {
    this.isScheduled = false;
    this.pace.begin(performance.now());
    this.running = this.commit(this.collect()).finally(() => {
      this.running = null;
      if (this.waiting.size > 0) this.schedule();
    });
  }

  private collect(): Batch {
    const sources = new Map<LogSource, readonly LogEntry[]>();
    const numbered: NumberedEntry[] = [];
    let left = maxBytes;
    for (const source of this.waiting) {
      if (left <= 0 || numbered.length >= maxEntries) break;
      const entries = source.collect(left);
      for (const entry of entries) {
        left -= entry.payload.length;
        numbered.push({ counter: ++this.counter, entry });
      }
      sources.set(source, entries);
      this.waiting.delete(source);
      if (source.hasWaiting) this.waiting.add(source);
    }
    return { sources, numbered };
  }

  private async commit({ sources, numbered }: Batch): Promise<void> {
    const outcomes = new Map<LogEntry, LogOutcome>();
    if (numbered.length > 0) await this.store(numbered, outcomes);
    let frames = 0;
    let isRelayed = false;
    for (const [source, entries] of sources) {
      if (entries.length > 0) this.settle(source, outcomes);
      frames += source.audience;
      isRelayed ||= source.isRelayed;
    }
    this.pace.count({ rows: numbered.length, frames, rooms: sources.size, isRelayed }, performance.now());
  }

  /** A room that fails must not take the others' commits with it. */
  private settle(source: LogSource, outcomes: ReadonlyMap<LogEntry, LogOutcome>): void {
    try {
      source.settle(outcomes);
    } catch (error) {
      this.logger.error({ err: error }, 'commit not shown');
    }
  }

  private async store(numbered: readonly NumberedEntry[], outcomes: Map<LogEntry, LogOutcome>): Promise<void> {
    let left = numbered;
    const until = Date.now() + giveUpAfter;
    for (let delay = 20; left.length > 0; delay = Math.min(delay * 2, 1000)) {
      try {
        left = await this.send(left, outcomes);
        if (left.length === 0) return;
      } catch (error) {
        this.logger.warn({ err: error, entries: left.length }, 'update log not reached, trying again');
      }
      if (Date.now() + delay > until) return this.giveUp(left, outcomes);
      await sleep(delay);
    }
  }

  /** @returns entries whose document is being frozen at this moment */
  private async send(numbered: readonly NumberedEntry[], outcomes: Map<LogEntry, LogOutcome>): Promise<readonly NumberedEntry[]> {
    if (numbered.every(({ entry }) => entry.claims.length === 0)) {
      const { rowCount } = await this.pool.query(quickStatement(this.node, numbered));
      if (rowCount === numbered.length) {
        for (const { entry } of numbered) outcomes.set(entry, 'committed');
        return [];
      }
    }
    // Repeats what the quick way wrote, which is then there already.
    const { rows } = await this.pool.query<AnswerRow>(thoroughStatement(this.node, numbered));
    const answers = new Map(rows.map(({ counter, outcome }) => [BigInt(counter), outcome]));
    return numbered.filter(({ counter, entry }) => {
      const outcome = answers.get(counter) ?? 'busy';
      if (outcome !== 'busy') outcomes.set(entry, outcome);
      return outcome === 'busy';
    });
  }

  private giveUp(left: readonly NumberedEntry[], outcomes: Map<LogEntry, LogOutcome>): void {
    this.logger.error({ entries: left.length }, 'updates not stored');
    for (const { entry } of left) outcomes.set(entry, 'unreached');
    // What waits behind may build on it, so it goes the same way.
    for (const source of this.waiting) {
      const lost = source.collect(Number.MAX_SAFE_INTEGER);
      this.settle(source, new Map(lost.map((entry) => [entry, 'unreached'])));
    }
    this.waiting.clear();
  }
}
