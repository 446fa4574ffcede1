/** A broken server: the newest rows of the log are gone when it starts, as after a log that was cut off at its last page. */
import { Client } from 'pg';

const LOST = 100;
const client = new Client({ connectionString: process.argv[2] });
await client.connect();
await client.query('DELETE FROM engine.document_update WHERE id IN (SELECT id FROM engine.document_update ORDER BY id DESC LIMIT $1)', [LOST]);
await client.end();
