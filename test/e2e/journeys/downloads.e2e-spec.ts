import { describe, expect, it } from '@jest/globals';
import { useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { SetMeasureBudgetAmountDocument, SetMeasurePeriodDocument } from '../../../libs/web/data/src/generated/graphql.js';
import { addMeasure, key, newDesk, type Desk } from './desk.js';

const application = useApplication();

interface Download {
  readonly status: number;
  readonly type: string | null;
  readonly disposition: string | null;
  readonly bytes: Buffer;
}

async function download(visitor: GraphqlVisitor, address: string): Promise<Download> {
  const response = await fetch(new URL(address, visitor.origin), { headers: visitor.headers });
  return { status: response.status, type: response.headers.get('content-type'), disposition: response.headers.get('content-disposition'), bytes: Buffer.from(await response.arrayBuffer()) };
}

/** A section with a measure that would calculate, and one with numbers. */
async function deskWithTwoMeasures(contributor: GraphqlVisitor, title?: string): Promise<Desk> {
  const desk = await newDesk(application(), title);
  await addMeasure(contributor, desk, '=HYPERLINK("https://boese.example")');
  const { id } = await addMeasure(contributor, desk, 'Zeile, die zählt');
  await contributor.get(SetMeasureBudgetAmountDocument, { input: { measureId: id, amount: '1250.50', expected: null, idempotencyKey: key() } });
  await contributor.get(SetMeasurePeriodDocument, { input: { measureId: id, period: '2026-Q1/2027', expected: null, idempotencyKey: key() } });
  return desk;
}

async function addressesOf(visitor: GraphqlVisitor, { editionUuid }: Desk): Promise<{ german: string; machine: string }> {
  const { edition } = await visitor.get<{ edition: { measureTableGermanCsv: string; measureTableMachineCsv: string } | null }>('query ($uuid: String!) { edition(uuid: $uuid) { measureTableGermanCsv measureTableMachineCsv } }', { uuid: editionUuid });
  return { german: edition?.measureTableGermanCsv ?? '', machine: edition?.measureTableMachineCsv ?? '' };
}

describe('the measure table as a file', () => {
  it('opens in a German spreadsheet: marked as UTF-8, semicolons, decimal comma, and no cell that calculates', async () => {
    const contributor = await application().as('contributor');
    const { german } = await addressesOf(contributor, await deskWithTwoMeasures(contributor, 'Feld; mit "Zeichen"'));
    const { status, type, disposition, bytes } = await download(contributor, german);
    expect([status, type, disposition]).toEqual([200, 'text/csv; charset=utf-8', expect.stringMatching(/^attachment; .*\.csv/)]);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').slice(1).split('\r\n');
    expect(lines[0]).toMatch(/^Handlungsfeld;Nr\.;Maßnahme;/);
    expect(lines.find((line) => line.includes('Zeile, die zählt'))).toMatch(/^"Feld; mit ""Zeichen""";M\d+\.2;Zeile, die zählt;.*;1\. Quartal 2026 bis 2027;01\.01\.2026;31\.12\.2027;.*;1250,50;EUR;/);
    expect(lines.find((line) => line.includes('HYPERLINK'))).toContain(`"'=HYPERLINK(""https://boese.example"")"`);
    expect(lines.filter((line) => /(^|;)"?[=+@-]/.test(line))).toEqual([]);
  });

  it('is read by programs: no mark, commas, decimal point, keys instead of words', async () => {
    const contributor = await application().as('contributor');
    const { machine } = await addressesOf(contributor, await deskWithTwoMeasures(contributor));
    const { status, bytes } = await download(contributor, machine);
    expect(status).toBe(200);
    const lines = bytes.toString('utf8').split('\r\n');
    expect(lines[0]).toMatch(/^section,number,title,/);
    expect(lines.find((line) => line.includes('Zeile, die zählt'))).toMatch(/,"Zeile, die zählt",.*,2026-Q1\/2027,2026-01-01,2027-12-31,.*,1250\.50,EUR,/);
    expect(lines.find((line) => line.includes('HYPERLINK'))).toContain(`"'=HYPERLINK(""https://boese.example"")"`);
  });

  it('has one line for each measure of the edition', async () => {
    const contributor = await application().as('contributor');
    const desk = await deskWithTwoMeasures(contributor);
    const { edition } = await contributor.get<{ edition: { measures: { totalCount: number } } }>('query ($uuid: String!) { edition(uuid: $uuid) { measures(first: 1) { totalCount } } }', { uuid: desk.editionUuid });
    const { bytes } = await download(contributor, (await addressesOf(contributor, desk)).machine);
    expect(bytes.toString('utf8').trim().split('\r\n')).toHaveLength(edition.measures.totalCount + 1);
  });

  it('does not exist for another municipality, nor for somebody who is not signed in', async () => {
    const contributor = await application().as('contributor');
    const addresses = await addressesOf(contributor, await deskWithTwoMeasures(contributor));
    for (const visitor of [await application().as('foreignOffice'), application().nobody()]) {
      for (const address of [addresses.german, addresses.machine]) expect((await download(visitor, address)).status).toBe(404);
    }
  });
});
