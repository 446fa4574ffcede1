import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { ApplicationUnderTest, createDemonstrationDatabase, freePort, startServer, until, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import {
  ExportChoicesDocument, ExportNowDocument, RequestExportDocument, SetContributionReleaseDocument, SubmitContributionDocument, type ExportForm, type ExportProgressFragment, type SubmitContributionInput,
} from '../../../libs/web/data/src/generated/graphql.js';
import { addMeasure, key, newDesk, organisationNamed } from './desk.js';

let application: ApplicationUnderTest;
let port: number;

beforeAll(async () => {
  const database = await createDemonstrationDatabase();
  port = await freePort();
  application = new ApplicationUnderTest(database, await startServer({ databaseUrl: database.url, port }));
}, 240_000);
afterAll(async () => application?.end(), 30_000);

interface Wanted {
  readonly editionId: string;
  readonly form: ExportForm;
  readonly sectionId?: string;
  readonly organisationId?: string;
  readonly hasContributions?: boolean;
}

async function request(visitor: GraphqlVisitor, wanted: Wanted): Promise<ExportProgressFragment> {
  const { requestExport } = await visitor.get(RequestExportDocument, { input: { hasLineNumbers: false, hasMeasureTable: true, hasContributions: false, ...wanted, idempotencyKey: key() } });
  if (!requestExport.documentExport) throw new Error(JSON.stringify(requestExport.errors));
  return requestExport.documentExport;
}

async function finished(visitor: GraphqlVisitor, { uuid }: ExportProgressFragment, ms = 20_000): Promise<ExportProgressFragment> {
  let now: ExportProgressFragment | null | undefined;
  await until(async () => {
    now = (await visitor.get(ExportNowDocument, { uuid })).documentExport;
    return now?.state === 'READY' || now?.state === 'FAILED';
  }, 'the export is finished', ms);
  return now as ExportProgressFragment;
}

async function fetchFile(visitor: GraphqlVisitor, address: string | null): Promise<{ status: number; bytes: Buffer }> {
  const response = await fetch(new URL(address ?? '/', visitor.origin), { headers: visitor.headers });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe('a concept as a file', () => {
  it('comes as PDF, Word, Excel and CSV, to who asked for it and to nobody else', async () => {
    const contributor = await application.as('contributor');
    const { editionId } = await newDesk(application);
    const files = await Promise.all((['PDF', 'DOCX', 'XLSX', 'CSV'] as const).map(async (form) => finished(contributor, await request(contributor, { editionId, form }))));
    expect(files.map(({ state, problem }) => [state, problem])).toEqual(files.map(() => ['READY', null]));
    const [pdf, docx, xlsx, csv] = (await Promise.all(files.map(({ fileUrl }) => fetchFile(contributor, fileUrl)))).map(({ bytes }) => bytes) as [Buffer, Buffer, Buffer, Buffer];
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(strFromU8(unzipSync(new Uint8Array(docx))['word/document.xml'] ?? new Uint8Array())).toContain('Maßnahme');
    expect((await readXlsxFile(xlsx)).map(({ sheet }) => sheet)).toEqual(['Maßnahmen', 'Hinweise']);
    expect(csv.toString('utf8')).toMatch(/^\uFEFFHandlungsfeld;Nr\.;Maßnahme/);
    for (const other of [await application.as('office'), await application.as('foreignOffice'), application.nobody()]) {
      expect((await fetchFile(other, files[0]?.fileUrl ?? null)).status).toBe(404);
    }
  }, 60_000);

  it('holds one section or one organisation, with the numbers of the whole', async () => {
    const contributor = await application.as('contributor');
    const desk = await newDesk(application, 'Feld für sich');
    await addMeasure(contributor, desk, 'Nur hier');
    const { id: organisationId } = await organisationNamed(contributor, 'Migrantenbeirat');
    const rowsOf = async (wanted: Omit<Wanted, 'form' | 'editionId'>): Promise<string[][]> => {
      const { fileUrl, fileName } = await finished(contributor, await request(contributor, { editionId: desk.editionId, form: 'CSV', ...wanted }));
      return [[fileName ?? ''], ...(await fetchFile(contributor, fileUrl)).bytes.toString('utf8').trim().split('\r\n').map((line) => line.split(';'))];
    };
    const section = await rowsOf({ sectionId: desk.sectionId });
    expect([section[0]?.[0], section.length, section[2]?.slice(0, 3)]).toEqual([expect.stringMatching(/^Maßnahmen-.*-Feld-für-sich\.csv$/), 3, ['Feld für sich', expect.stringMatching(/^M\d+\.1$/), 'Nur hier']]);
    const own = await rowsOf({ organisationId });
    expect(own.length).toBeGreaterThan(2);
    expect(own.slice(2).every((row) => row.join(';').includes('Migrantenbeirat'))).toBe(true);
  });

  it('comes with what is open and what the person who asks may see, named by organisation, and only if she wants it', async () => {
    const [contributor, office, foreign] = [await application.as('contributor'), await application.as('office'), await application.as('foreignOffice')];
    const desk = await newDesk(application, 'Feld im Gespräch');
    const measure = await addMeasure(office, desk, 'Lotsendienst');
    const say = async (text: string, more: Partial<SubmitContributionInput> = {}): Promise<void> => {
      const input = { editionId: desk.editionId, sectionId: desk.sectionId, kind: 'QUESTION' as const, text, language: 'de', isForOrganisation: true, idempotencyKey: key(), ...more };
      expect((await contributor.get(SubmitContributionDocument, { input })).submitContribution.errors).toEqual([]);
    };
    await say('Wer macht das?', { measureId: measure.id });
    await say('Als ich selbst.', { isForOrganisation: false });
    const { viewer } = await contributor.get<{ viewer: { person: { displayName: string }; actingOrganisation: { id: string; name: string } } }>('{ viewer { person { displayName } actingOrganisation { id name } } }');
    const setRelease = (isRequired: boolean) => office.get(SetContributionReleaseDocument, { input: { organisationId: viewer.actingOrganisation.id, isRequired, idempotencyKey: key() } });
    await setRelease(true);
    await say('Noch nicht freigegeben.');
    await setRelease(false);
    const commentsFor = async (visitor: GraphqlVisitor, wanted: Partial<Wanted> = {}): Promise<string> => {
      const { fileUrl } = await finished(visitor, await request(visitor, { editionId: desk.editionId, form: 'DOCX', sectionId: desk.sectionId, hasContributions: true, ...wanted }));
      const parts = unzipSync(new Uint8Array((await fetchFile(visitor, fileUrl)).bytes));
      return parts['word/comments.xml'] === undefined ? 'none' : strFromU8(parts['word/comments.xml']);
    };
    for (const visitor of [office, contributor]) {
      const comments = await commentsFor(visitor);
      expect(comments.match(/<w:comment /g)).toHaveLength(2);
      for (const words of ['Wer macht das?', 'Als ich selbst.', viewer.actingOrganisation.name, 'eine beteiligte Person']) expect(comments).toContain(words);
      expect(comments).not.toContain(viewer.person.displayName);
      expect(comments).not.toContain('Noch nicht freigegeben');
    }
    expect(await commentsFor(office, { hasContributions: false })).toBe('none');

    // Whoever may read the text, because it is published, may not see what was said about it.
    const { pool } = application.database;
    await pool.query("UPDATE editions SET visibility = 'published' WHERE id = $1", [desk.editionUuid]);
    expect([await commentsFor(foreign), (await foreign.get(ExportChoicesDocument, { editionId: desk.editionId })).node]).toEqual(['none', expect.objectContaining({ mayReadContributions: false })]);
    await pool.query("UPDATE editions SET visibility = 'participants' WHERE id = $1", [desk.editionUuid]);
    expect((await office.get(ExportChoicesDocument, { editionId: desk.editionId })).node).toMatchObject({ mayReadContributions: true });
  }, 60_000);

  it('is there although a character has no glyph, and says which one', async () => {
    const contributor = await application.as('contributor');
    const desk = await newDesk(application);
    await addMeasure(contributor, desk, 'Fest 🎉');
    const made = await finished(contributor, await request(contributor, { editionId: desk.editionId, form: 'PDF', sectionId: desk.sectionId }));
    expect(made).toMatchObject({ state: 'READY', problem: null, unshownCharacters: '🎉', fileUrl: expect.stringContaining('/files/') });
  });

  it('is kept until there are too many of one person: then the oldest go, with their files', async () => {
    const office = await application.as('office');
    const { editionId } = await newDesk(application);
    const first = await finished(office, await request(office, { editionId, form: 'CSV' }));
    const { pool } = application.database;
    // As if she had asked for twenty more since.
    await pool.query(`INSERT INTO document_exports (id, municipality_id, edition_id, form, has_line_numbers, has_measure_table, requested_by, acting_organisation_id, state, progress, requested_at)
      SELECT gen_random_uuid(), municipality_id, edition_id, form, has_line_numbers, has_measure_table, requested_by, acting_organisation_id, 'failed', 0, requested_at + interval '1 second'
      FROM document_exports, generate_series(1, 20) WHERE id = $1`, [first.uuid]);
    const next = await finished(office, await request(office, { editionId, form: 'CSV' }));
    expect((await office.get(ExportNowDocument, { uuid: first.uuid })).documentExport).toBeNull();
    expect((await pool.query(`SELECT 1 FROM engine.stored_file WHERE kept_by = 'reporting.export/' || $1`, [first.uuid])).rowCount).toBe(0);
    expect((await fetchFile(office, first.fileUrl)).status).toBe(404);
    expect((await fetchFile(office, next.fileUrl)).status).toBe(200);
    const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM document_exports WHERE requested_by = (SELECT requested_by FROM document_exports WHERE id = $1)`, [next.uuid]);
    expect(rows[0]?.count).toBe(21);
  });

  it('is made although the worker was killed while it made it, and only once', async () => {
    const office = await application.as('office');
    const { editionId } = await newDesk(application);
    const wanted = await request(office, { editionId, form: 'DOCX' });
    await application.server.kill();
    application.server = await startServer({ databaseUrl: application.database.url, port });
    expect(await finished(office, wanted, 40_000)).toMatchObject({ state: 'READY', progress: 100 });
    const { rows } = await application.database.pool.query<{ count: string }>("SELECT count(*) FROM engine.stored_file WHERE kept_by = 'reporting.export/' || $1", [wanted.uuid]);
    expect(rows[0]?.count).toBe('1');
  }, 60_000);
});
