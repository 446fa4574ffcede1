import { describe, expect, it } from '@jest/globals';
import readXlsxFile from 'read-excel-file/node';
import { useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { unzipSync } from 'fflate';
import { key } from './desk.js';

const application = useApplication();

interface Files { readonly germanLong: string; readonly germanWide: string; readonly machineLong: string; readonly machineWide: string; readonly workbook: string }
interface Listed { readonly id: string; readonly name: string; readonly files: Files }

async function indicatorNamed(visitor: GraphqlVisitor, name: RegExp): Promise<Listed> {
  const { indicators } = await visitor.get<{ indicators: { edges: { node: Listed }[] } }>('{ indicators(first: 100) { edges { node { id name files { germanLong germanWide machineLong machineWide workbook } } } } }');
  const found = indicators.edges.find(({ node }) => name.test(node.name))?.node;
  if (found === undefined) throw new Error(`no indicator ${String(name)}`);
  return found;
}

async function download({ origin, headers }: GraphqlVisitor, address: string): Promise<{ status: number; bytes: Buffer }> {
  const response = await fetch(new URL(address, origin), { headers });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
}

const linesOf = (bytes: Buffer): string[] => bytes.toString('utf8').replace(/^\ufeff/, '').trim().split('\r\n');

describe('the values of an indicator as files', () => {
  it('are there for German spreadsheets and for programs, one value or one series a line, and withhold what is withheld', async () => {
    const office = await application().as('office');
    const { files } = await indicatorNamed(office, /^Beratene Menschen/);
    const [germanLong, germanWide, machineLong, machineWide] = await Promise.all([files.germanLong, files.germanWide, files.machineLong, files.machineWide].map(async (address) => (await download(office, address)).bytes));
    if (!germanLong || !germanWide || !machineLong || !machineWide) throw new Error('a file is missing');
    expect([...germanLong.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(linesOf(germanLong)[0]).toMatch(/^AGS;Gebiet;Indikator;/);
    expect(linesOf(germanLong).find((line) => line.includes('Stadtteil: Nord'))).toMatch(/;2025;01\.01\.2025;31\.12\.2025;Stadtteil: Nord;;Personen;;endgültig;nicht gezeigt, damit niemand erkennbar ist;/);
    expect(linesOf(machineLong).filter((line) => /district=(Nord|West),,/.test(line) && line.includes(',2025,') && line.includes(',suppressed,'))).toHaveLength(2);
    expect(linesOf(germanWide)[0]).toBe('AGS;Gebiet;Fassung der Definition;Für wen;Einheit;2020;2021;2022;2023;2024;2025');
    expect(linesOf(machineWide).find((line) => line.includes('district=Nord'))).toMatch(/,,,,,,\.$/);
    expect(linesOf(machineWide).find((line) => line.includes('district=West'))).toMatch(/,125,\.$/);
  });

  it('are in the language that is asked for', async () => {
    const office = await application().as('office');
    const asked = (language: string): Promise<{ indicator: { key: string; files: Files } }> => office.get('query ($language: IndicatorFileLanguage) { indicators(first: 100) { edges { node { name key files(language: $language) { germanLong germanWide machineLong machineWide workbook } } } } }', { language })
      .then((found) => { const { indicators } = found as { indicators: { edges: { node: Listed & { key: string } }[] } }; const node = indicators.edges.find((edge) => /^Beratene Menschen/.test(edge.node.name))?.node; if (node === undefined) throw new Error('no indicator'); return { indicator: node }; });
    const [english, arabic] = [(await asked('EN')).indicator.files, (await asked('AR')).indicator.files];
    expect(linesOf((await download(office, english.germanLong)).bytes)[0]).toMatch(/^AGS;Region;Indicator;/);
    expect(linesOf((await download(office, english.germanWide)).bytes)[0]).toBe('AGS;Region;Version of the definition;For whom;Unit;2020;2021;2022;2023;2024;2025');
    const { bytes } = await download(office, arabic.workbook);
    expect(Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString('utf8')).toContain('rightToLeft="1"');
    expect((await readXlsxFile(bytes)).map(({ sheet }) => sheet)).toEqual(['القيم', 'السلاسل', 'التعريف']);
    expect(english.machineLong).toBe(arabic.machineLong);
  });

  it('never calculate: words that look like formulas stay words in CSV and in the workbook', async () => {
    const office = await application().as('office');
    const formula = '=HYPERLINK("https://boese.example")';
    const fields = { name: `Formeln ${key()}`, unit: 'percent', unitLabel: '%', decimals: 1, direction: 'NEUTRAL', source: formula, idempotencyKey: key() };
    const { addIndicator } = await office.get<{ addIndicator: { indicator: Listed } }, object>('mutation ($input: AddIndicatorInput!) { addIndicator(input: $input) { indicator { id name files { germanLong germanWide machineLong machineWide workbook } } errors { code } } }', { input: fields });
    const { id, files } = addIndicator.indicator;
    const input = { indicatorId: id, period: '2025', value: '7.2', note: formula, source: '@SUM(A1)', breakdown: [{ dimension: 'GROUP', value: '+49' }], idempotencyKey: key() };
    await office.get('mutation ($input: RecordObservationInput!) { recordObservation(input: $input) { errors { code } } }', { input });
    for (const address of [files.germanLong, files.machineLong, files.germanWide, files.machineWide]) {
      const lines = linesOf((await download(office, address)).bytes);
      expect(lines.length).toBe(2);
      expect(lines.filter((line) => /(^|[;,])"?[=+@]/.test(line))).toEqual([]);
    }
    expect(linesOf((await download(office, files.germanLong)).bytes)[1]).toContain(';7,2;%;');
    const { bytes } = await download(office, files.workbook);
    for (const [name, content] of Object.entries(unzipSync(bytes))) if (name.startsWith('xl/worksheets/')) expect(Buffer.from(content).toString('utf8')).not.toContain('<f>');
    expect((await readXlsxFile(bytes))[0]?.data[1]).toEqual(expect.arrayContaining([7.2, formula, '@SUM(A1)']));
  });

  it('are nothing to strangers and to somebody who is not signed in', async () => {
    const { files } = await indicatorNamed(await application().as('office'), /^Beratene Menschen/);
    const strangers = [await application().as('foreign'), application().nobody()];
    for (const stranger of strangers) expect((await download(stranger, files.germanLong)).status).toBe(404);
  });
});
