import type { Pool } from 'pg';

/** Folds a document's log into its snapshot; the engine's own job fits it. */
export interface Compactor {
  process(data: { documentId: string }): Promise<void>;
}

const everyMs = Number(process.env['COMPACT_EVERY_MS'] ?? 30_000);

const sweepLock = 7_203_499;

/** The conditions of the engine's own sweep, for rows whether projected or not. */
const due = `
SELECT u.document_id FROM engine.document_update u LEFT JOIN engine.document_snapshot s ON s.document_id = u.document_id
GROUP BY u.document_id, s.document_id
HAVING count(*) > 500 OR sum(octet_length(u.payload)) > COALESCE(max(octet_length(s.state)), 100000) / 2
  OR max(u.created_at) < clock_timestamp() - interval '60 seconds'`;

/**
 * Compacts what has become long, as often as the product's worker does. There are no goals and measures to project to here,
 * so rows are marked as projected when their document's turn has come.
 */
export class CompactionSchedule {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly pool: Pool, private readonly compactor: Compactor) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.running = this.running.then(() => this.sweep()).catch(report).finally(() => (this.stopped ? undefined : this.start()));
    }, everyMs).unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  /** Compacts a document whose log has grown long, without waiting for the next sweep. */
  compact(documentId: string): void {
    this.running = this.running.then(() => this.compactOne(documentId)).catch(report);
  }

  /** One node at a time, as there is one worker for a job. */
  private async sweep(): Promise<void> {
    const client = await this.pool.connect();
    try {
      const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [sweepLock]);
      if (rows[0]?.free !== true) return;
      await this.compactDue().finally(() => client.query('SELECT pg_advisory_unlock($1)', [sweepLock]));
    } finally {
      client.release();
    }
  }

  private async compactDue(): Promise<void> {
    const { rows } = await this.pool.query<{ document_id: string }>(due);
    for (const { document_id: documentId } of rows) await this.compactOne(documentId);
  }

  private async compactOne(documentId: string): Promise<void> {
    if (this.stopped) return;
    await this.pool.query('UPDATE engine.document_update SET projected = true WHERE document_id = $1 AND NOT projected', [documentId]);
    await this.compactor.process({ documentId });
  }
}

function report(error: unknown): void {
  process.stderr.write(`not compacted: ${String(error)} (${String((error as Error).cause)})\n`);
}
