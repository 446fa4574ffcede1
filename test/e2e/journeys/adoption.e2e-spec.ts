import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { canonicalJson } from '@konzeptwerkstatt/kernel';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { ApplicationUnderTest, createDemonstrationDatabase, freePort, pause, startServer, until, untilQuiet, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { AddMeasureDocument, EditionAdoptionDocument, RenameSectionDocument, type EditionAdoptionQuery } from '../../../libs/web/data/src/generated/graphql.js';
import { storedText } from '../crash/stored.js';
import { Typist } from '../crash/typist.js';
import { change, upload } from '../setting-up/founder.js';
import { addMeasure, key, newDesk, type Desk } from './desk.js';

/** The lock that makes a relay the only one: while somebody else holds it, nothing is relayed. */
const RELAY_LOCK = 7_203_412;

jest.setTimeout(30_000);

let application: ApplicationUnderTest;
let port: number;
let desk: Desk;
let office: GraphqlVisitor;

beforeAll(async () => {
  const database = await createDemonstrationDatabase();
  port = await freePort();
  application = new ApplicationUnderTest(database, await startServer({ databaseUrl: database.url, port }));
  desk = await newDesk(application, 'Im letzten Moment');
  office = await application.as('office');
}, 240_000);
afterAll(async () => application?.end(), 30_000);

const facts = { bodyName: 'Ratsversammlung', decidedOn: '2026-03-14', result: 'AMENDED', adopts: true, votesYes: 41, votesNo: 3, paperNumber: 'VI-0815', oparlUrl: 'https://ris.example.org/oparl/paper/1' };
const consultations = [{ bodyName: 'Migrantenbeirat', heldOn: '2026-02-20', role: 'OPINION' }, { bodyName: 'Fachausschuss', heldOn: '2026-02-01', role: 'PRELIMINARY' }];
const record = (visitor: GraphqlVisitor, input: object) => change<{ resolution: { id: string } | null }>(visitor, 'recordResolution', { editionId: desk.editionId, ...facts, ...input }, 'resolution { id }');
const adoption = async (visitor: GraphqlVisitor): Promise<NonNullable<EditionAdoptionQuery['edition']>> => {
  const { edition } = await visitor.get(EditionAdoptionDocument, { uuid: desk.editionUuid });
  if (!edition) throw new Error('no edition');
  return edition;
};
const fetched = async (visitor: GraphqlVisitor, address: string): Promise<{ status: number; bytes: Buffer }> => {
  const response = await fetch(`${application.origin}${address}`, { headers: visitor.headers });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
};

describe('a resolution that does not adopt', () => {
  it('is recorded, with a mistake told beside its field, and people go on writing', async () => {
    expect((await record(office, { bodyName: '', decidedOn: '2026-02-30', oparlUrl: 'http://ris.example.org' })).codes).toEqual(['BODY_REQUIRED', 'DATE_INVALID', 'URL_INVALID']);
    expect((await record(office, { result: 'REJECTED' })).codes).toEqual(['RESULT_CANNOT_ADOPT']);
    expect((await record(office, { fileId: randomUUID(), adopts: false })).codes).toEqual(['FILE_GONE']);
    expect((await record(office, { result: 'POSTPONED', adopts: false, decidedOn: '2026-03-01' })).codes).toEqual([]);
    expect(await adoption(office)).toMatchObject({ mayAdopt: true, frozenAt: null, adoption: null, adoptedFile: null, resolutions: { edges: [{ node: { result: 'POSTPONED', adopts: false, decidedOn: '2026-03-01' } }] } });
    expect((await addMeasure(office, desk, 'Weiter geht es')).title).toBe('Weiter geht es');
    expect((await adoption(await application.as('contributor'))).mayAdopt).toBe(false);
  });
});

describe('a resolution that adopts, while two people type', () => {
  it('wins once, ends the writing without losing anything that was acknowledged, and keeps text, PDF and hashes', async () => {
    const paper = await upload(office, new Uint8Array(Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')), { purpose: 'decision.resolution' });
    expect((await upload(office, 'kein PDF', { purpose: 'decision.resolution' })).codes).toEqual(['FILE_TYPE_REFUSED']);
    const typists = await Promise.all((['contributor', 'welfare'] as const).map(async (account) => new Typist(await application.join(await application.as(account), desk.documentId, { params: { acks: '1' } }), account)));
    typists.forEach((typist) => typist.start());
    await until(() => typists.every(({ acknowledged }) => acknowledged.length > 5), 'what they type is saved');

    const outcomes = await Promise.all([record(office, { consultations, fileId: paper.id }), record(office, { result: 'UNCHANGED' })]);
    // In either order.
    expect(outcomes.map(({ codes }) => codes.join()).sort()).toEqual(['', 'ALREADY_ADOPTED']);
    await until(() => typists.every(({ client }) => client.closeCode === 4403), 'who types is sent away', 30_000).finally(() => typists.forEach((typist) => typist.stop()));
    const { text } = await storedText(application.database.pool, desk.documentId);
    for (const { acknowledged } of typists) expect(acknowledged.filter((token) => !text.includes(token))).toEqual([]);

    await until(async () => (await adoption(office)).adoptedFile?.state === 'READY', 'the PDF is made', 30_000);
    const { adoption: adopted, adoptedFile, resolutions } = await adoption(office);
    const { rows: [kept] } = await application.database.pool.query<{ content: { document: { sections: { title: string; blocks: unknown[] }[]; titlePage: { state: string } } } }>('SELECT content FROM adopted_editions WHERE edition_id = $1', [desk.editionUuid]);
    expect(adopted?.hash).toBe(createHash('sha256').update(canonicalJson(kept?.content)).digest('hex'));
    const keptText = JSON.stringify(kept?.content.document.sections.find(({ title }) => title === 'Im letzten Moment'));
    expect([...text.matchAll(/\[[^\]]+\]/g)].filter(([token]) => !keptText.includes(token))).toEqual([]);
    const pdf = await fetched(office, adoptedFile?.fileUrl ?? '');
    expect([pdf.status, pdf.bytes.subarray(0, 5).toString(), createHash('sha256').update(pdf.bytes).digest('hex')]).toEqual([200, '%PDF-', adoptedFile?.sha256]);
    expect(resolutions.edges.filter(({ node }) => node.adopts)).toHaveLength(1);
    typists.forEach(({ client }) => client.leave());
  }, 90_000);

  it('leaves rows, rooms and mutations closed, with the code that says so', async () => {
    const { addMeasure: refused } = await office.get(AddMeasureDocument, { input: { sectionId: desk.sectionId, title: 'Zu spät', idempotencyKey: key() } });
    const { renameSection } = await office.get(RenameSectionDocument, { input: { sectionId: desk.sectionId, title: 'Neu', expected: 'Im letzten Moment', idempotencyKey: key() } });
    expect([...refused.errors, ...renameSection.errors].map(({ code }) => code)).toEqual(['EDITION_FROZEN', 'EDITION_FROZEN']);
    expect((await record(office, { result: 'POSTPONED', adopts: false })).codes).toEqual(['ALREADY_ADOPTED']);
    const { rows } = await application.database.pool.query<{ state: string; count: number }>(`SELECT decision_state::text AS state, count(*)::int AS count FROM measures WHERE edition_id = $1 AND removed_at IS NULL GROUP BY 1`, [desk.editionUuid]);
    // One of the demonstration's stays rejected.
    expect(rows.map(({ state }) => state).sort()).toEqual(['adopted', 'rejected']);
    const late = await application.join(await application.as('contributor'), desk.documentId);
    appendBlocks(late.doc, [{ type: 'paragraph', text: 'Zu spät' }]);
    await until(() => late.closeCode === 4403, 'the room is closed to writers');
    late.leave();
  });

  it('lets the signed paper and the PDF be fetched by who takes part, and by nobody else', async () => {
    const [foreign, contributor, nobody] = [await application.as('foreign'), await application.as('contributor'), application.nobody()];
    const { adoptedFile, resolutions } = await adoption(office);
    const withPaper = resolutions.edges.find(({ node }) => node.fileUrl !== null)?.node;
    for (const address of [adoptedFile?.fileUrl ?? '', ...(withPaper?.fileUrl ? [withPaper.fileUrl] : [])]) {
      expect((await fetched(contributor, address)).status).toBe(200);
      expect((await fetched(foreign, address)).status).toBe(404);
      expect((await fetched(nobody, address)).status).toBe(404);
    }
    if (withPaper) expect(withPaper.consultations.map(({ bodyName }) => bodyName)).toEqual(['Fachausschuss', 'Migrantenbeirat']);
  });
});

describe('the signed paper that comes later', () => {
  it('is added once, also after the adoption, by who may adopt', async () => {
    const { resolutions } = await adoption(office);
    const without = resolutions.edges.find(({ node }) => node.fileUrl === null)?.node;
    const pdf = new Uint8Array(Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'));
    const attach = async (): Promise<{ codes: readonly string[]; id: string }> => {
      const { id: fileId } = await upload(office, pdf, { purpose: 'decision.resolution' });
      const { codes } = await change(office, 'attachResolutionPaper', { resolutionId: without?.id, fileId });
      return { codes, id: String(fileId) };
    };
    const outcomes = await Promise.all([attach(), attach()]);
    expect(outcomes.map(({ codes }) => codes.join()).sort()).toEqual(['', 'PAPER_KEPT']);
    const kept = outcomes.find(({ codes }) => codes.length === 0)?.id;
    const now = (await adoption(office)).resolutions.edges.find(({ node }) => node.id === without?.id)?.node;
    expect(now?.fileUrl).toBe(`/files/${kept}`);
    expect((await fetched(await application.as('contributor'), `/files/${kept}`)).bytes.equals(pdf)).toBe(true);
  });
});

describe('an adoption whose server is killed between the resolution and the freezing', () => {
  it('is finished after the restart, once', async () => {
    const { pool } = application.database;
    const rostock = await application.as('foreignOffice');
    const { editions } = await rostock.get<{ editions: { edges: { node: { id: string; uuid: string } }[] } }>('{ editions(first: 1) { edges { node { id uuid } } } }');
    const edition = editions.edges[0]!.node;
    await untilQuiet(pool, 30_000);
    await application.server.kill();
    const holder = await pool.connect();
    await until(async () => (await holder.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [RELAY_LOCK])).rows[0]?.taken === true, 'the dead server has let go of the relay');
    application.server = await startServer({ databaseUrl: application.database.url, port });
    expect((await record(rostock, { editionId: edition.id })).codes).toEqual([]);
    await pause(500);
    const frozen = async (): Promise<number> => (await pool.query('SELECT 1 FROM editions WHERE id = $1 AND frozen_at IS NOT NULL', [edition.uuid])).rowCount ?? 0;
    expect(await frozen()).toBe(0);
    await application.server.kill();
    await holder.query('SELECT pg_advisory_unlock($1)', [RELAY_LOCK]);
    holder.release();
    application.server = await startServer({ databaseUrl: application.database.url, port });
    await until(async () => (await frozen()) === 1, 'the edition is frozen', 30_000);
    await untilQuiet(pool, 30_000);
    const { rows } = await pool.query<{ documents: number; open: number; kept: number; told: number }>(`
      SELECT count(*)::int AS documents, count(*) FILTER (WHERE d.frozen_at IS NULL)::int AS open, (SELECT count(*)::int FROM adopted_editions WHERE edition_id = $1) AS kept,
        (SELECT count(*)::int FROM engine.outbox_event WHERE name = 'concept.edition.frozen' AND aggregate_id = $1) AS told
      FROM sections s JOIN engine.document d ON d.id = s.document_id WHERE s.edition_id = $1 AND s.removed_at IS NULL`, [edition.uuid]);
    expect(rows[0]).toMatchObject({ open: 0, kept: 1, told: 1 });
  }, 120_000);
});
