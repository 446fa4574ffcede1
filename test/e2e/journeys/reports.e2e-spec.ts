import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationUnderTest, createDemonstrationDatabase, freePort, startServer, until, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { AssembleReportDocument, ExportNowDocument, ReportNowDocument, RequestExportDocument, SubmitContributionDocument } from '../../../libs/web/data/src/generated/graphql.js';
import type { AssembleReportMutationVariables } from '../../../libs/web/data/src/generated/graphql.js';
import { addMeasure, key, newDesk } from './desk.js';
import type { Desk } from './desk.js';

let application: ApplicationUnderTest;

beforeAll(async () => {
  const database = await createDemonstrationDatabase();
  application = new ApplicationUnderTest(database, await startServer({ databaseUrl: database.url, port: await freePort() }));
}, 240_000);
afterAll(async () => application?.end(), 30_000);

type Wanted = Omit<AssembleReportMutationVariables['input'], 'idempotencyKey'>;

/** Raw id of the edition that came of a report somebody asked for. */
async function assembled(visitor: GraphqlVisitor, input: Wanted): Promise<string> {
  const { assembleReport } = await visitor.get(AssembleReportDocument, { input: { ...input, idempotencyKey: key() } });
  expect(assembleReport.errors).toEqual([]);
  const uuid = assembleReport.assembly?.uuid ?? '';
  const find = async () => (await visitor.get(ReportNowDocument, { uuid })).reportAssembly;
  await until(async () => ['READY', 'FAILED'].includes((await find())?.state ?? ''), 'the report is assembled', 20_000);
  expect(await find()).toMatchObject({ state: 'READY', progress: 100, problem: null });
  return (await find())?.edition?.uuid ?? '';
}

/** What kept an edition from becoming a PDF, and how the file begins. */
async function pdfOf(visitor: GraphqlVisitor, editionId: string): Promise<[string | null, string]> {
  const { requestExport } = await visitor.get(RequestExportDocument, { input: { editionId, form: 'PDF', hasLineNumbers: false, hasMeasureTable: false, idempotencyKey: key() } });
  const find = async () => (await visitor.get(ExportNowDocument, { uuid: requestExport.documentExport?.uuid ?? '' })).documentExport;
  await until(async () => ['READY', 'FAILED'].includes((await find())?.state ?? ''), 'the export is finished', 20_000);
  const made = await find();
  const response = await fetch(new URL(made?.fileUrl ?? '/', visitor.origin), { headers: visitor.headers });
  return [made?.problem ?? null, Buffer.from(await response.arrayBuffer()).subarray(0, 5).toString()];
}

describe('a report', () => {
  const text = 'query ($uuid: String!) { edition(uuid: $uuid) { id year language visibility frozenAt mayEdit instrument { uuid kind } process { uuid } sections { edges { node { title blocks { edges { node { kind text } } } } } } } }';
  interface Assembled {
    readonly id: string;
    readonly language: string;
    readonly year: number;
    readonly visibility: string;
    readonly frozenAt: string | null;
    readonly mayEdit: boolean;
    readonly instrument: { readonly uuid: string; readonly kind: string };
    readonly process: { readonly uuid: string };
    readonly sections: { readonly edges: readonly { readonly node: { readonly title: string; readonly blocks: { readonly edges: readonly { readonly node: { readonly kind: string; readonly text: string } }[] } } }[] };
  }
  const read = async (visitor: GraphqlVisitor, uuid: string): Promise<Assembled> => (await visitor.get<{ edition: Assembled }, object>(text, { uuid })).edition;

  // Reports are editions too: what is asked for later is still the concept.
  let begun: Promise<Desk> | undefined;
  const concept = (): Promise<Desk> => (begun ??= newDesk(application));

  it.each(['IMPLEMENTATION_REPORT', 'INDICATOR_REPORT', 'MEASURE_CATALOGUE', 'PARTICIPATION_REPORT', 'COUNCIL_PAPER'] as const)('%s is a text like any other, made of what is known of the concept', async (kind) => {
    const office = await application.as('office');
    const desk = await concept();
    const measure = `Sprachpaten ${kind}`;
    await addMeasure(office, desk, measure);
    const assemble = async (year: number): Promise<Assembled> => read(office, await assembled(office, { editionId: desk.editionId, kind, title: `Bericht ${kind} ${year}`, year }));
    const report = await assemble(2026);
    expect(report).toMatchObject({ year: 2026, visibility: 'PARTICIPANTS', frozenAt: null, mayEdit: true, instrument: { kind } });
    expect(report.process.uuid).toBe((await read(office, desk.editionUuid)).process.uuid);
    const words = report.sections.edges.flatMap(({ node }) => [node.title, ...node.blocks.edges.map(({ node: block }) => block.text)]).join('\n');
    expect(words).toContain('Zusammengestellt am ');
    if (kind === 'IMPLEMENTATION_REPORT' || kind === 'MEASURE_CATALOGUE') expect(words).toContain(measure);
    expect(await pdfOf(office, report.id)).toEqual([null, '%PDF-']);
    // The next year it is the next edition of the same.
    expect((await assemble(2027)).instrument).toEqual(report.instrument);
  });

  it('shows charts as pictures of its text, described in words, in the language that was chosen', async () => {
    const office = await application.as('office');
    const report = await read(office, await assembled(office, { editionId: (await concept()).editionId, kind: 'INDICATOR_REPORT', title: 'Indicators', year: 2026, language: 'EN' }));
    const blocks = report.sections.edges.flatMap(({ node }) => node.blocks.edges.map(({ node: block }) => block));
    expect(report.language).toBe('en');
    expect(blocks[0]?.text).toContain('Assembled on ');
    const pictures = blocks.filter(({ kind }) => kind === 'PICTURE');
    expect(pictures.length).toBeGreaterThan(0);
    // Of what is counted by groups the distance between them is said.
    for (const { text: words } of pictures) expect(words).toMatch(/Figure .*(Latest: |there were )|(Latest: |there were ).*Figure /s);
    expect(blocks.some(({ text: words }) => words.includes('could not be drawn'))).toBe(false);
    expect(await pdfOf(office, report.id)).toEqual([null, '%PDF-']);
  });

  it('on participation says what was said, and names nobody who is mentioned in it', async () => {
    const office = await application.as('office');
    const desk = await concept();
    const { viewer } = await office.get<{ viewer: { actingOrganisation: { uuid: string; name: string } } }>('{ viewer { actingOrganisation { uuid name } } }');
    const said = { editionId: desk.editionId, sectionId: desk.sectionId, kind: 'QUESTION', text: `Das weiß @[organisation:${viewer.actingOrganisation.uuid}] genau.`, language: 'de', isForOrganisation: false } as const;
    expect((await office.get(SubmitContributionDocument, { input: { ...said, idempotencyKey: key() } })).submitContribution.errors).toEqual([]);
    const report = await read(office, await assembled(office, { editionId: desk.editionId, kind: 'PARTICIPATION_REPORT', title: 'Beteiligung', year: 2026 }));
    const words = report.sections.edges.flatMap(({ node }) => node.blocks.edges.map(({ node: block }) => block.text)).join('\n');
    expect(words).toContain('Das weiß @… genau.');
    expect(words).not.toContain('@[');
  });

  it('says what is wrong with its title and its year', async () => {
    const { assembleReport } = await (await application.as('office')).get(AssembleReportDocument, { input: { editionId: (await concept()).editionId, kind: 'COUNCIL_PAPER', title: ' ', year: 26, idempotencyKey: key() } });
    expect(assembleReport.errors.map(({ code, path }) => [code, ...path])).toEqual(expect.arrayContaining([['TITLE_REQUIRED', 'title'], ['YEAR_INVALID', 'year']]));
  });
});
