import { compactDocumentJob, sweepCompactionsJob, type JobProcessor, type JobQueue } from '@konzeptwerkstatt/contracts';
import type { Pool } from 'pg';

const maxAtOnce = 100;

// Only projected rows count: the others cannot be folded in yet.
const dueDocuments = `
SELECT u.document_id FROM engine.document_update u LEFT JOIN engine.document_snapshot s ON s.document_id = u.document_id
WHERE u.projected GROUP BY u.document_id, s.document_id
HAVING count(*) > 500 OR sum(octet_length(u.payload)) > COALESCE(max(octet_length(s.state)), 100000) / 2
  OR max(u.created_at) < clock_timestamp() - interval '60 seconds'
ORDER BY count(*) DESC LIMIT $1`;

/** Finds documents whose log has grown long or has been idle for a minute. */
export class SweepCompactionsProcessor implements JobProcessor<Record<string, never>> {
  readonly job = sweepCompactionsJob;

  constructor(private readonly pool: Pool, private readonly queue: JobQueue) {}

  async process(): Promise<void> {
    const { rows } = await this.pool.query<{ document_id: string }>(dueDocuments, [maxAtOnce]);
    for (const { document_id: documentId } of rows) await this.queue.enqueue(compactDocumentJob, { documentId });
  }
}
