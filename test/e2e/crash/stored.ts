import { loadDocument, readContent } from '@konzeptwerkstatt/document-model';
import type { Pool } from 'pg';

/** A text as it stands in the database, without any server. */
export interface StoredText {
  readonly text: string;
  readonly measureTitles: readonly string[];
}

/** Reads the snapshot and the log of a document. */
export async function storedText(pool: Pool, documentId: string): Promise<StoredText> {
  const { rows } = await pool.query<{ bytes: Buffer }>(
    `SELECT state AS bytes FROM engine.document_snapshot WHERE document_id = $1
     UNION ALL (SELECT payload FROM engine.document_update WHERE document_id = $1 ORDER BY id)`, [documentId]);
  const doc = loadDocument(rows.map(({ bytes }) => new Uint8Array(bytes)));
  const stored = { text: doc.getXmlFragment('body').toString().replace(/<[^>]*>/g, ''), measureTitles: readContent(doc).measures.map(({ title }) => title) };
  doc.destroy();
  return stored;
}

/** Which words stand in a text more than once. */
export function repeatedIn(text: string): string[] {
  const words = [...text.matchAll(/\[[^\]]+\]/g)].map(([word]) => word);
  return words.filter((word, index) => words.indexOf(word) !== index);
}

/** What would show that an event was lost, overtaken or done twice; empty when all is well. */
export async function eventFaults(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ fault: string }>(`
    SELECT 'gap in the sequence of ' || aggregate_id AS fault FROM engine.outbox_event GROUP BY aggregate_id HAVING max(sequence) <> count(*)
    UNION ALL SELECT 'no position: ' || name FROM engine.outbox_event WHERE position IS NULL
    UNION ALL SELECT 'added ' || count(*) || ' times: ' || (payload->>'measureId') FROM engine.outbox_event WHERE name = 'concept.measure.added' GROUP BY payload->>'measureId' HAVING count(*) <> 1
    UNION ALL SELECT 'granted ' || count(*) || ' times: ' || (payload->>'originId') FROM engine.outbox_event WHERE name = 'identity.access.granted' GROUP BY payload->>'originId' HAVING count(*) <> 1
    UNION ALL SELECT 'not done by ' || array_to_string(open_subscribers, ', ') || ': ' || name FROM engine.outbox_event WHERE open_subscribers <> '{}'
    UNION ALL SELECT 'role without its event done: ' || e.id FROM engine.outbox_event e WHERE e.name = 'planning.role.assigned' AND e.occurred_at > (SELECT max(created_at) FROM municipalities)
      AND NOT EXISTS (SELECT FROM engine.inbox i WHERE i.event_id = e.id)
    UNION ALL SELECT 'parked: ' || job_name || ' ' || reason FROM engine.parked_job`);
  return rows.map(({ fault }) => fault);
}
