import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PgListener } from '@konzeptwerkstatt/platform-database/pool';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { Pool } from 'pg';
import { CollaborationRig, personOf, until } from '../../test/collaboration-rig.js';
import { GroupCommitLog } from './group-commit-log.js';
import type { LogEntry, LogOutcome, LogSource } from './log-entry.js';

const database = useTestDatabase();
const channel = 'collaboration_test';

/** Something with updates to be committed, which announces each commit with one word. */
class Source implements LogSource {
  readonly audience = 1;
  readonly isRelayed = true;
  hasWaiting = true;
  readonly settled: Promise<{ readonly outcomes: readonly (LogOutcome | undefined)[]; readonly isAnnounced: boolean }>;
  private resolve: (value: Awaited<Source['settled']>) => void = () => undefined;

  constructor(private readonly entries: readonly LogEntry[]) {
    this.settled = new Promise((resolve) => (this.resolve = resolve));
  }

  collect(): readonly LogEntry[] {
    this.hasWaiting = false;
    return this.entries;
  }

  announce() {
    return [{ channel, payload: 'news' }];
  }

  settle(outcomes: ReadonlyMap<LogEntry, LogOutcome>, isAnnounced: boolean): void {
    this.resolve({ outcomes: this.entries.map((entry) => outcomes.get(entry)), isAnnounced });
  }
}

describe('what other nodes are to hear of', () => {
  let rig: CollaborationRig;
  let listener: PgListener;
  let heard: string[];
  let open: string;
  let frozen: string;
  const entry = (documentId: string, claims: readonly number[] = []): LogEntry => ({ documentId, actor: personOf('anna').actor, payload: Uint8Array.of(0, 0), claims });
  const commit = (entries: readonly LogEntry[], pool: Pick<Pool, 'query'> = database().pool): Source['settled'] => {
    const source = new Source(entries);
    new GroupCommitLog(pool as Pool, createLogger({ level: 'silent' })).enlist(source);
    return source.settled;
  };
  /** All that was heard until now. */
  const soFar = async (): Promise<readonly string[]> => {
    await database().pool.query('SELECT pg_notify($1, $2)', [channel, 'end']);
    await until(() => heard.includes('end'), 2_000);
    return heard.filter((word) => word !== 'end');
  };

  beforeEach(async () => {
    rig = new CollaborationRig(database());
    heard = [];
    listener = new PgListener({ databaseUrl: database().url });
    await listener.listen(channel, (word) => void heard.push(word));
    [open, frozen] = [await rig.createDocument(), await rig.createDocument()];
    await database().pool.query('UPDATE engine.document SET frozen_at = now() WHERE id = $1', [frozen]);
  });
  afterEach(async () => {
    await listener.close();
    await rig.decoder.close();
  });

  it('goes out with the commit', async () => {
    expect(await commit([entry(open), entry(open)])).toEqual({ outcomes: ['committed', 'committed'], isAnnounced: true });
    expect(await soFar()).toEqual(['news']);
  });

  it('does not go out when something of it is refused', async () => {
    expect(await commit([entry(open), entry(frozen)])).toEqual({ outcomes: ['committed', 'closed'], isAnnounced: false });
    expect(await soFar()).toEqual([]);
  });

  it('does not go out where client ids are claimed, which somebody else may have', async () => {
    expect(await commit([entry(open, [7])])).toEqual({ outcomes: ['committed'], isAnnounced: false });
    expect(await soFar()).toEqual([]);
  });

  it('keeps nothing from being stored when it cannot go out', async () => {
    const narrow = { query: (async (statement: { readonly name: string }) => {
      if (statement.name === 'collaboration-append-and-tell') throw new Error('too many notifications in the NOTIFY queue');
      return database().pool.query(statement as never);
    }) as unknown as Pool['query'] };
    expect(await commit([entry(open)], narrow)).toEqual({ outcomes: ['committed'], isAnnounced: false });
    expect(await soFar()).toEqual([]);
  });
});
