import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import {
  ApplyMeasureTableImportDocument, ExportNowDocument, MeasureTableImportNowDocument, RequestExportDocument, SetMeasureFundingSourceDocument, StartMeasureTableImportDocument,
  type MeasureTableImportNowQuery,
} from '../../../libs/web/data/src/generated/graphql.js';
import { addMeasure, key, newDesk, rowsOf, type Desk } from './desk.js';

const application = useApplication();
type TableImport = NonNullable<MeasureTableImportNowQuery['measureTableImport']>;

async function exported(visitor: GraphqlVisitor, { editionId, sectionId }: Desk): Promise<Uint8Array> {
  const { requestExport } = await visitor.get(RequestExportDocument, { input: { editionId, sectionId, form: 'XLSX', hasLineNumbers: false, hasMeasureTable: false, idempotencyKey: key() } });
  const uuid = requestExport.documentExport?.uuid ?? '';
  let fileUrl: string | null | undefined;
  await until(async () => (fileUrl = (await visitor.get(ExportNowDocument, { uuid })).documentExport?.fileUrl) !== null, 'the table is written', 20_000);
  const response = await fetch(new URL(fileUrl ?? '/', visitor.origin), { headers: visitor.headers });
  return new Uint8Array(await response.arrayBuffer());
}

/** The workbook with other words in its cells, as a spreadsheet program would write it. */
function edited(workbook: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipSync(workbook);
  const changed = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, /sharedStrings|sheet1\.xml$/.test(name) ? strToU8(strFromU8(bytes).replaceAll(`>${from}<`, `>${to}<`)) : bytes]));
  return zipSync(changed);
}

async function upload({ origin, headers }: GraphqlVisitor, body: Uint8Array): Promise<string> {
  const response = await fetch(`${origin}/files?purpose=concept.measure-table&name=tabelle.xlsx`, { method: 'POST', headers: { ...headers, origin }, body: Buffer.from(body) });
  return ((await response.json()) as { file: { id: string } }).file.id;
}

async function reached(visitor: GraphqlVisitor, uuid: string, states: readonly string[]): Promise<TableImport> {
  let now: TableImport | null | undefined;
  await until(async () => states.includes((now = (await visitor.get(MeasureTableImportNowDocument, { uuid })).measureTableImport)?.state ?? ''), `the import is ${states.join(' or ')}`, 20_000);
  return now as TableImport;
}

async function brought(visitor: GraphqlVisitor, { editionId }: Desk, workbook: Uint8Array): Promise<TableImport> {
  const fileId = await upload(visitor, workbook);
  const { startMeasureTableImport } = await visitor.get(StartMeasureTableImportDocument, { input: { editionId, fileId, idempotencyKey: key() } });
  return reached(visitor, startMeasureTableImport.measureTableImport?.uuid ?? '', ['READY', 'FAILED']);
}

async function applied(visitor: GraphqlVisitor, { id, uuid }: TableImport): Promise<TableImport> {
  const { applyMeasureTableImport } = await visitor.get(ApplyMeasureTableImportDocument, { input: { importId: id, idempotencyKey: key() } });
  expect(applyMeasureTableImport.errors).toEqual([]);
  return reached(visitor, uuid, ['DONE', 'FAILED']);
}

/** A section with two measures that are paid for. */
async function deskWithMeasures(visitor: GraphqlVisitor): Promise<Desk> {
  const desk = await newDesk(application());
  for (const title of ['Erste', 'Zweite']) {
    const { id } = await addMeasure(visitor, desk, title);
    await visitor.get(SetMeasureFundingSourceDocument, { input: { measureId: id, fundingSource: `Haushalt ${title}`, expected: null, idempotencyKey: key() } });
  }
  return desk;
}

const changesIn = ({ rows }: TableImport) => rows.edges.flatMap(({ node }) => node.changes.map(({ field, state, before, after, current }) => ({ row: node.row, field, state, before, after, current })));

describe('a measure table that comes back from Excel', () => {
  it('unchanged, changes nothing', async () => {
    const contributor = await application().as('contributor');
    const desk = await deskWithMeasures(contributor);
    const back = await brought(contributor, desk, await exported(contributor, desk));
    expect([back.state, back.rows.totalCount, back.unchangedCount]).toEqual(['READY', 0, 2]);
  });

  it('shows exactly what was changed, takes it over as the person who brought it, and a second time nothing', async () => {
    const contributor = await application().as('contributor');
    const desk = await deskWithMeasures(contributor);
    const workbook = edited(await exported(contributor, desk), 'Haushalt Zweite', 'Landesmittel');
    const back = await brought(contributor, desk, workbook);
    expect(changesIn(back)).toEqual([{ row: 3, field: 'fundingSource', state: 'READY', before: 'Haushalt Zweite', after: 'Landesmittel', current: null }]);
    const done = await applied(contributor, back);
    expect(done.outcomes.edges.map(({ node: { field, result } }) => [field, result])).toEqual([['fundingSource', 'APPLIED']]);
    expect((await rowsOf(contributor, desk)).map(({ fundingSource }) => fundingSource)).toEqual(['Haushalt Erste', 'Landesmittel']);
    expect((await brought(contributor, desk, workbook)).rows.totalCount).toBe(0);
  });

  it('never overwrites what somebody changed meanwhile, neither before nor after the preview', async () => {
    const [contributor, office] = [await application().as('contributor'), await application().as('office')];
    const desk = await deskWithMeasures(contributor);
    const workbook = edited(edited(await exported(contributor, desk), 'Haushalt Erste', 'Spenden'), 'Haushalt Zweite', 'Landesmittel');
    const [first, second] = await rowsOf(office, desk);
    const set = (measureId: string, expected: string, fundingSource: string) => office.get(SetMeasureFundingSourceDocument, { input: { measureId, expected, fundingSource, idempotencyKey: key() } });
    await set(first?.id ?? '', 'Haushalt Erste', 'Stiftung');
    const back = await brought(contributor, desk, workbook);
    expect(changesIn(back)).toMatchObject([{ row: 2, state: 'CONFLICT', after: 'Spenden', current: 'Stiftung' }, { row: 3, state: 'READY' }]);
    // Between looking and agreeing; the plan is made at that moment, so it finds the conflict, too.
    const stage = await contributor.get(ApplyMeasureTableImportDocument, { input: { importId: back.id, idempotencyKey: key() } });
    await set(second?.id ?? '', 'Haushalt Zweite', 'Bund').catch(() => undefined);
    expect(stage.applyMeasureTableImport.errors).toEqual([]);
    const done = await reached(contributor, back.uuid, ['DONE']);
    const [known, outcome] = done.outcomes.edges.map(({ node }) => node.result);
    expect(known).toBe('CONFLICT');
    const stored = (await rowsOf(contributor, desk)).map(({ fundingSource }) => fundingSource);
    // Whoever came first won, and the other one was told: never both.
    expect(stored).toEqual(['Stiftung', outcome === 'APPLIED' ? 'Landesmittel' : 'Bund']);
  });

  it('says of every changed cell what became of it, also of one that has become a conflict since somebody looked', async () => {
    const [contributor, office] = [await application().as('contributor'), await application().as('office')];
    const desk = await deskWithMeasures(contributor);
    const back = await brought(contributor, desk, edited(edited(await exported(contributor, desk), 'Haushalt Erste', 'Spenden'), 'Haushalt Zweite', 'Landesmittel'));
    expect(changesIn(back).map(({ state }) => state)).toEqual(['READY', 'READY']);
    const [first] = await rowsOf(office, desk);
    await office.get(SetMeasureFundingSourceDocument, { input: { measureId: first?.id ?? '', expected: 'Haushalt Erste', fundingSource: 'Stiftung', idempotencyKey: key() } });
    const done = await applied(contributor, back);
    expect(done.outcomes.edges.map(({ node: { row, result } }) => [row, result])).toEqual([[2, 'CONFLICT'], [3, 'APPLIED']]);
    expect((await rowsOf(contributor, desk)).map(({ fundingSource }) => fundingSource)).toEqual(['Stiftung', 'Landesmittel']);
  });

  it('is told from other files, and is nothing that a reader may bring', async () => {
    const contributor = await application().as('contributor');
    const desk = await deskWithMeasures(contributor);
    const other = edited(await exported(contributor, desk), 'Technische Angaben (bitte nicht ändern)', 'Anderes');
    expect(await brought(contributor, desk, other)).toMatchObject({ state: 'FAILED', problem: 'NOT_A_MEASURE_TABLE' });
    const reviewer = await application().as('reviewer');
    const response = await fetch(`${reviewer.origin}/files?purpose=concept.measure-table&name=x.xlsx`, { method: 'POST', headers: { ...reviewer.headers, origin: reviewer.origin }, body: Buffer.from(other) });
    expect(response.status).toBe(403);
  });
});
