import { setTimeout as sleep } from 'node:timers/promises';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import { queryPrepared } from '@konzeptwerkstatt/platform-database/pool';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import type { Notification } from '@konzeptwerkstatt/platform-signals';
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
  /** Nothing in it claims a client id. */
  readonly isQuick: boolean;
  /** What other nodes hear of with it. */
  readonly announcements: readonly Notification[];
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
    // Who claims a client id may be refused, so the others are told afterwards.
    const isQuick = numbered.every(({ entry }) => entry.claims.length === 0);
    return { sources, numbered, isQuick, announcements: isQuick ? [...sources.keys()].flatMap((source) => source.announce()) : [] };
  }

  private async commit(batch: Batch): Promise<void> {
    const { sources, numbered } = batch;
    const outcomes = new Map<LogEntry, LogOutcome>();
    const isAnnounced = numbered.length > 0 && (await this.store(batch, outcomes));
    let frames = 0;
    let isRelayed = false;
    for (const [source, entries] of sources) {
      if (entries.length > 0) this.settle(source, outcomes, isAnnounced);
      frames += source.audience;
      isRelayed ||= source.isRelayed;
    }
    this.pace.count({ rows: numbered.length, frames, rooms: sources.size, isRelayed }, performance.now());
  }

  /** A room that fails must not take the others' commits with it. */
  private settle(source: LogSource, outcomes: ReadonlyMap<LogEntry, LogOutcome>, isAnnounced: boolean): void {
    try {
      source.settle(outcomes, isAnnounced);
    } catch (error) {
      this.logger.error({ err: error }, 'commit not shown');
    }
  }

  /** @returns whether the announcements went out with it */
  private async store({ numbered, isQuick, announcements }: Batch, outcomes: Map<LogEntry, LogOutcome>): Promise<boolean> {
    let left = numbered;
    // Once only: what keeps them from going out must not keep anything from being stored.
    let toAnnounce = announcements;
    const until = Date.now() + giveUpAfter;
    for (let delay = 20; left.length > 0; delay = Math.min(delay * 2, 1000)) {
      try {
        if (isQuick && (await this.sendQuickly(left, toAnnounce, outcomes))) return toAnnounce.length > 0;
        left = await this.sendThoroughly(left, outcomes);
        if (left.length === 0) return false;
      } catch (error) {
        this.logger.warn({ err: error, entries: left.length }, 'update log not reached, trying again');
      }
      toAnnounce = [];
      if (Date.now() + delay > until) break;
      await sleep(delay);
    }
    this.giveUp(left, outcomes);
    return false;
  }

  /** @returns whether everything is committed that way; some of it may be even if not */
  private async sendQuickly(numbered: readonly NumberedEntry[], announcements: readonly Notification[], outcomes: Map<LogEntry, LogOutcome>): Promise<boolean> {
    const { rowCount } = await queryPrepared(this.pool, quickStatement(this.node, numbered, announcements));
    if (rowCount !== numbered.length) return false;
    for (const { entry } of numbered) outcomes.set(entry, 'committed');
    return true;
  }

  /** Repeats what the quick way wrote, which is then there already. @returns entries whose document is being frozen at this moment */
  private async sendThoroughly(numbered: readonly NumberedEntry[], outcomes: Map<LogEntry, LogOutcome>): Promise<readonly NumberedEntry[]> {
    const { rows } = await queryPrepared<AnswerRow>(this.pool, thoroughStatement(this.node, numbered));
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
      this.settle(source, new Map(lost.map((entry) => [entry, 'unreached'])), false);
    }
    this.waiting.clear();
  }
}
