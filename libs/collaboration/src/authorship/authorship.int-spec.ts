import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import * as Y from 'yjs';
import { AuthorshipRig, move, paragraph } from '../../test/authorship-rig.js';
import { CollaborationRig, municipalityId, personOf, until, type Client } from '../../test/collaboration-rig.js';
import { forgetPerson, recordRestoring } from '../index.js';

const database = useTestDatabase();
let rig: CollaborationRig;
let who: AuthorshipRig;
beforeEach(async () => {
  rig = new CollaborationRig(database());
  await rig.start();
  who = new AuthorshipRig(rig);
});
afterEach(() => rig.stop());

const [one, two] = [newRandomId(), newRandomId()];

/** Anna’s paragraph and Bela’s, and both people. */
async function twoParagraphs(): Promise<{ documentId: string; anna: Client; bela: Client }> {
  const documentId = await rig.createDocument();
  const anna = await rig.connected(documentId, 'anna');
  const bela = await rig.connected(documentId, 'bela');
  paragraph(anna.doc, one, 'Wir wollen Räume.');
  await until(() => bela.doc.getXmlFragment('body').length === 1);
  paragraph(bela.doc, two, 'Und Zeit dafür.', 1);
  await until(() => anna.doc.getXmlFragment('body').length === 2);
  return { documentId, anna, bela };
}

const bodyOf = ({ doc }: Client): Y.XmlFragment => doc.getXmlFragment('body');
const textAt = (client: Client, index: number): Y.XmlText => (bodyOf(client).get(index) as Y.XmlElement).get(0) as Y.XmlText;

describe('who wrote a text', () => {
  it('is told from the log, and the same after compaction', async () => {
    const { documentId, anna, bela } = await twoParagraphs();
    textAt(bela, 0).insert(11, 'helle ');
    await until(() => textAt(anna, 0).toString().includes('helle'));
    move(bela.doc, 0, 1);
    await who.committed(documentId, bela);
    const told = ['bela: Und Zeit dafür.', 'anna: Wir wollen ', 'bela: helle ', 'anna: Räume.'];
    expect(await who.told(documentId)).toEqual(told);
    await who.compact(documentId);
    expect(await who.told(documentId)).toEqual(told);
    const { rows } = await database().pool.query('SELECT FROM engine.document_update WHERE document_id = $1', [documentId]);
    expect(rows).toEqual([]);
  });

  it('is the first one’s after moving before, across and after a compaction', async () => {
    const { documentId, anna, bela } = await twoParagraphs();
    move(bela.doc, 0, 1);
    await who.committed(documentId, bela);
    await who.compact(documentId);
    await until(() => bodyOf(anna).toString() === bodyOf(bela).toString());
    move(anna.doc, 0, 1);
    await who.committed(documentId, anna);
    await until(() => bodyOf(anna).toString() === bodyOf(bela).toString());
    move(bela.doc, 0, 1);
    await who.committed(documentId, bela);
    expect(await who.told(documentId)).toEqual(['bela: Und Zeit dafür.', 'anna: Wir wollen Räume.']);
  });

  it('is theirs again when what was cut before a compaction is put in after it', async () => {
    const { documentId, anna, bela } = await twoParagraphs();
    bodyOf(bela).delete(0, 1);
    await until(() => bodyOf(anna).length === 1);
    await who.committed(documentId, bela);
    await who.compact(documentId);
    paragraph(bela.doc, one, 'Wir wollen Räume.', 1);
    await who.committed(documentId, bela);
    expect(await who.told(documentId)).toEqual(['bela: Und Zeit dafür.', 'anna: Wir wollen Räume.']);
    const { rows: [memory] } = await database().pool.query('SELECT passages::text FROM engine.removed_text WHERE document_id = $1', [documentId]);
    expect(memory.passages).not.toContain(personOf('anna').actor.personId);
  });

  it('names the clocks for whoever has the text open', async () => {
    const { documentId, anna, bela } = await twoParagraphs();
    move(bela.doc, 0, 1);
    await who.committed(documentId, bela);
    const { authors, sources } = await who.read(documentId);
    const organisations = sources.map(({ clientId, to, author }) => [clientId === bela.doc.clientID, to === null, authors[author]?.organisationId]);
    expect(organisations).toEqual([[true, false, personOf('anna').actor.organisationId], [true, true, personOf('bela').actor.organisationId]]);
    expect(anna.doc.clientID).not.toBe(bela.doc.clientID);
  });

  it('is told of many texts in as many statements as of one', async () => {
    const { documentId, bela } = await twoParagraphs();
    const other = await twoParagraphs();
    await who.committed(documentId, bela);
    await who.committed(other.documentId, other.bela);
    const statements = async (documentIds: readonly string[]): Promise<number> => {
      const { client } = database().prisma;
      let count = 0;
      const counting: Transaction = {
        $queryRaw: (query, ...values) => { count += 1; return client.$queryRaw(query, ...values); },
        $executeRaw: (query, ...values) => { count += 1; return client.$executeRaw(query, ...values); },
      };
      expect((await who.authorship.read(counting, documentIds)).size).toBe(documentIds.length);
      return count;
    };
    expect(await statements([documentId, other.documentId])).toBe(await statements([documentId]));
  });

  it('does not hold compaction up when it cannot be found out', async () => {
    const { documentId, bela } = await twoParagraphs();
    move(bela.doc, 0, 1);
    await who.committed(documentId, bela);
    const authorship = rig.decoder.authorship.bind(rig.decoder);
    Object.assign(rig.decoder, { authorship: (base: Parameters<typeof authorship>[0]) => authorship(base, [Uint8Array.of(1, 2, 3)]) });
    await who.compact(documentId);
    Object.assign(rig.decoder, { authorship });
    // Its words count as the mover's: what was deleted is gone.
    expect(await who.told(documentId)).toEqual(['bela: Und Zeit dafür.', 'bela: Wir wollen Räume.']);
  });
});

describe('words copied from another text', () => {
  async function copy(recordedBy: string, words: string): Promise<{ documentId: string; put: () => Promise<void> }> {
    const source = await twoParagraphs();
    await who.committed(source.documentId, source.bela);
    const documentId = await rig.createDocument();
    const carla = await rig.connected(documentId, 'carla');
    const from = Y.getState(carla.doc.store, carla.doc.clientID);
    paragraph(carla.doc, newRandomId(), words);
    const to = Y.getState(carla.doc.store, carla.doc.clientID);
    await who.committed(documentId, carla);
    const record = { documentId, clientId: carla.doc.clientID, from, to, sourceDocumentId: source.documentId, blockIds: [one], actor: personOf(recordedBy).actor };
    return { documentId, put: () => database().prisma.runInTransaction((tx) => who.authorship.recordCopy(tx, record)) };
  }

  it('keep the authors they have there, before and after compaction', async () => {
    const { documentId, put } = await copy('carla', 'Kurz: Wir wollen Räume. Mehr nicht.');
    await put();
    const told = ['carla: Kurz: ', 'anna: Wir wollen Räume.', 'carla:  Mehr nicht.'];
    expect(await who.told(documentId)).toEqual(told);
    await who.compact(documentId);
    expect(await who.told(documentId)).toEqual(told);
    expect((await database().pool.query('SELECT FROM engine.copied_text')).rows).toEqual([]);
  });

  it('keep them when it is said only after compaction', async () => {
    const { documentId, put } = await copy('carla', 'Wir wollen Räume.');
    await who.compact(documentId);
    await put();
    expect(await who.told(documentId)).toEqual(['anna: Wir wollen Räume.']);
  });

  it('are the writer’s when they do not stand there, or when somebody else says so', async () => {
    const other = await copy('carla', 'Wir fordern Räume');
    await other.put();
    expect(await who.told(other.documentId)).toEqual(['carla: Wir fordern Räume']);
    const foreign = await copy('dora', 'Wir wollen Räume.');
    await foreign.put();
    expect(await who.told(foreign.documentId)).toEqual(['carla: Wir wollen Räume.']);
  });
});

describe('words brought back from an earlier state', () => {
  it('keep the authors they had', async () => {
    const { documentId, anna, bela } = await twoParagraphs();
    await who.committed(documentId, bela);
    const state = Y.encodeStateAsUpdate(anna.doc);
    bodyOf(anna).delete(0, 2);
    await until(() => bodyOf(bela).length === 0);
    await who.committed(documentId, anna);
    await who.compact(documentId);
    await database().pool.query('DELETE FROM engine.removed_text');
    const before = Y.encodeStateVector(bela.doc);
    bela.doc.transact(() => { paragraph(bela.doc, one, 'Wir wollen Räume.'); paragraph(bela.doc, two, 'Und Zeit dafür.', 1); });
    await who.committed(documentId, bela);
    expect(await who.told(documentId)).toEqual(['bela: Wir wollen Räume.', 'bela: Und Zeit dafür.']);
    const restoring = { documentId, update: Y.encodeStateAsUpdate(bela.doc, before), state, actor: personOf('bela').actor };
    await database().prisma.runInTransaction((tx) => recordRestoring(tx, rig.decoder, restoring));
    expect(await who.told(documentId)).toEqual(['anna: Wir wollen Räume.', 'bela: Und Zeit dafür.']);
  });
});

describe('a person who is erased', () => {
  it('is gone from everything the collaboration keeps, while text and organisation stay', async () => {
    const { documentId, anna, bela } = await twoParagraphs();
    move(bela.doc, 0, 1);
    await who.committed(documentId, bela);
    await who.compact(documentId);
    const [other, third] = [await rig.createDocument(), await rig.createDocument()];
    const { actor } = personOf('anna');
    await database().pool.query('INSERT INTO engine.text_author (document_id, client_id, clock_from, clock_to, person_id, organisation_id) VALUES ($1, 1, 0, 9, $2, $3)', [third, actor.personId, actor.organisationId]);
    await database().prisma.runInTransaction((tx) => rig.writer.append(tx, other, { kind: 'appendBlocks', blocks: [{ type: 'paragraph', text: 'Aus der Tabelle' }] }, actor));
    await database().prisma.runInTransaction((tx) => who.authorship.recordCopy(tx, { documentId: other, clientId: 7, from: 0, to: 100, sourceDocumentId: documentId, blockIds: [one], actor }));
    await database().pool.query('INSERT INTO engine.pending_text_change (document_id, block_id, actor_key, person_id, organisation_id) VALUES ($1, $2, $3, $4, $5)', [documentId, one, `person/${actor.personId}/${municipalityId}`, actor.personId, municipalityId]);
    await database().pool.query("INSERT INTO engine.document_version (id, document_id, kind, name, person_id, organisation_id, state) VALUES (gen_random_uuid(), $1, 'named', 'Stand', $2, $3, '\\x0000')", [documentId, actor.personId, actor.organisationId]);
    await until(async () => (await tablesNaming(actor.personId!)).includes('presence'));
    expect(await tablesNaming(actor.personId!)).toEqual(['copied_text', 'document_client', 'document_server_client', 'document_update', 'document_version', 'pending_text_change', 'presence', 'text_author']);
    anna.provider.disconnect();
    await until(async () => !(await tablesNaming(actor.personId!)).includes('presence'));
    await database().prisma.runInTransaction((tx) => forgetPerson(tx, actor.personId!));
    expect(await tablesNaming(actor.personId!)).toEqual([]);
    expect(await who.told(documentId)).toEqual(['bela: Und Zeit dafür.', 'anna: Wir wollen Räume.']);
    expect(await who.told(other)).toEqual(['anna: Aus der Tabelle']);
  });
});

/** The rig gives a person and her organisation the same id, so columns of organisations do not count. */
async function tablesNaming(personId: string): Promise<string[]> {
  const { rows } = await database().pool.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'engine' AND c.relkind = 'r' ORDER BY 1`);
  const naming: string[] = [];
  for (const { name } of rows) {
    const { rows: [found] } = await database().pool.query<{ count: string }>(
      `SELECT count(*) FROM engine.${name} t WHERE position($1 IN (to_jsonb(t) - 'organisation_id' - 'recorded_by_organisation_id')::text) > 0`, [personId]);
    if (Number(found?.count) > 0) naming.push(name);
  }
  return naming;
}
