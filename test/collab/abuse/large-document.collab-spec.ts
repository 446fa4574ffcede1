import { expect, it } from '@jest/globals';
import { usePlainDatabase } from '@konzeptwerkstatt/test-support';
import { Peer } from '../room/peer.js';
import { createDocument } from '../room/stored-document.js';
import { bodyOf, paragraph, updateOf } from './hostile-update.js';
import { useVictims } from './victims.js';

const ROWS = 16;
const ROW_LENGTH = 1_000_000;

const database = usePlainDatabase();
// The pulse of the others is felt meanwhile.
const victims = useVictims(database);

it('opening a document whose log is sixteen megabytes long stalls nobody', async () => {
  const { pool } = database();
  const documentId = await createDocument(pool);
  for (let row = 1; row <= ROWS; row++) {
    const update = updateOf((doc) => bodyOf(doc).insert(0, [paragraph('x'.repeat(ROW_LENGTH))]), row);
    await pool.query('INSERT INTO engine.document_update (document_id, node, counter, payload) VALUES ($1, gen_random_uuid(), $2, $3)', [documentId, row, Buffer.from(update)]);
  }
  const reader = await Peer.join({ port: victims().server.port, documentId, name: 'carla' });
  expect(reader.text).toHaveLength(ROWS * ROW_LENGTH);
  reader.leave();
}, 40_000);
