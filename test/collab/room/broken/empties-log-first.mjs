/** A broken server: what is folded into the snapshot leaves the log before the snapshot is stored. */
import { setTimeout as sleep } from 'node:timers/promises';
import { CompactDocumentProcessor } from '@konzeptwerkstatt/collaboration';
import { Client } from 'pg';

const client = new Client({ connectionString: process.argv[2] });
await client.connect();
const { process: fold } = CompactDocumentProcessor.prototype;

CompactDocumentProcessor.prototype.process = async function (job) {
  const { rows: [taken] } = await client.query(
    'WITH taken AS (DELETE FROM engine.document_update WHERE document_id = $1 AND projected RETURNING *) SELECT jsonb_agg(taken) AS rows FROM taken', [job.documentId]);
  await sleep(100);
  await client.query(
    'INSERT INTO engine.document_update OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_recordset(NULL::engine.document_update, $1)', [JSON.stringify(taken.rows ?? [])]);
  await fold.call(this, job);
};
