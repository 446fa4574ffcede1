import { CompactDocumentProcessor } from '@konzeptwerkstatt/collaboration';
import { createPgPool, PrismaDatabase } from '@konzeptwerkstatt/platform-database';

/** Folds the logs of all documents into their snapshots without pause, so that a server that is killed is killed in the middle of it. Ready to begin when it resolves. */
export async function prepareCompacting(databaseUrl, decoder) {
  const pool = createPgPool(databaseUrl, { max: 1, name: 'room-compaction' });
  const database = new PrismaDatabase({ databaseUrl, poolSize: 1 });
  const compaction = new CompactDocumentProcessor(database, decoder);
  const compactAll = async () => {
    // There are no goals and measures to project to here.
    const { rows } = await pool.query('WITH projected AS (UPDATE engine.document_update SET projected = true RETURNING document_id) SELECT DISTINCT document_id FROM projected');
    for (const { document_id: documentId } of rows) await compaction.process({ documentId });
  };
  // The first time takes longest: threads and connections are opened.
  await compactAll();
  return async () => {
    for (;;) await compactAll();
  };
}
