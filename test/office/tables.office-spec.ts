import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DOCUMENT_LANGUAGES } from '@konzeptwerkstatt/document-model';
import { useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { SetMeasureBudgetAmountDocument, SetMeasureContactDocument, SetMeasurePeriodDocument } from '../../libs/web/data/src/generated/graphql.js';
import { readMeasureSheet } from '../../libs/concept/src/files/measure-sheet.reader.js';
import { writeMeasureSheet } from '../../libs/concept/src/files/measure-sheet.writer.js';
import { partiesOf } from '../../libs/concept/src/domain/measure-party.js';
import { nameOf, tables } from '../../libs/concept/test/random-measures.js';
import { addMeasure, key, newDesk, type Desk } from '../e2e/journeys/desk.js';
import { download, takenOut } from './office-desk.js';
import { useOfficeProgram } from './office-program.js';
import type { OdsSheet } from './ods.js';

const office = useOfficeProgram();
const application = useApplication();
const longMs = 120_000;

const formulasIn = (sheets: readonly OdsSheet[]): string[] => sheets.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap(({ formula }) => formula ?? [])));

describe('a measure table that LibreOffice has saved', () => {
  it('says what it said before, whatever stands in it', async () => {
    const samples = fc.sample(tables, { numRuns: 12, seed: 5 });
    const files = await Promise.all(samples.map(async (list, index) => new Uint8Array(await writeMeasureSheet(list.map((measure, row) => ({ measure, sectionTitle: 'Sprache', number: `M1.${row + 1}`, nameOf, parties: partiesOf(measure, () => null) })), { language: DOCUMENT_LANGUAGES[index % DOCUMENT_LANGUAGES.length]!, ownWords: [] }))));
    const saved = await office().save(files, 'xlsx', 'xlsx');
    for (const [index, file] of files.entries()) expect([index, await readMeasureSheet(Buffer.from(saved[index]!))]).toEqual([index, await readMeasureSheet(Buffer.from(file))]);
  }, longMs);
});

const dangerous = ['=1+1', '+49 341 1', '-5 Prozent', '@SUM(A1)'];

/** A section whose measures would calculate, and one with an amount, days and a number that begins with zeros. */
async function deskOfFormulas(visitor: GraphqlVisitor): Promise<Desk> {
  const desk = await newDesk(application(), `=2+2&"${key()}"`);
  for (const title of dangerous) await addMeasure(visitor, desk, title);
  const { id: measureId } = await addMeasure(visitor, desk, 'Zahlen');
  await visitor.get(SetMeasureBudgetAmountDocument, { input: { measureId, amount: '1250.50', expected: null, idempotencyKey: key() } });
  await visitor.get(SetMeasurePeriodDocument, { input: { measureId, period: '2026-Q1/2027', expected: null, idempotencyKey: key() } });
  await visitor.get(SetMeasureContactDocument, { input: { measureId, contact: '0341 123', expected: null, idempotencyKey: key() } });
  return desk;
}

describe('tables in LibreOffice', () => {
  it.each([['XLSX', 'xlsx'], ['CSV', ';']] as const)('measures as %s: nothing calculates, and amounts, days and leading zeros are what they were', async (form, how) => {
    const visitor = await application().as('contributor');
    const { editionId, sectionId } = await deskOfFormulas(visitor);
    const sheets = await office().sheets(await takenOut(visitor, { editionId, form, sectionId }), how);
    expect(formulasIn(sheets)).toEqual([]);
    const [heads, ...rows] = sheets[0]!.rows;
    const column = (name: string): number => heads!.findIndex(({ value }) => value === name);
    const titles = rows.map((row) => row[column('Maßnahme')]?.value.replace(/^'/, ''));
    expect(titles).toEqual([...dangerous, 'Zahlen']);
    const numbers = rows.at(-1)!;
    expect(numbers[column('Betrag')]).toMatchObject({ type: 'float', value: '1250.5' });
    expect(numbers[column('Ansprechperson')]).toMatchObject({ type: 'string', value: '0341 123' });
    if (form === 'CSV') expect([numbers[column('Beginn')], numbers[column('Ende')]]).toMatchObject([{ type: 'date', value: '2026-01-01' }, { type: 'date', value: '2027-12-31' }]);
  }, longMs);

  it('indicators: nothing calculates, values are numbers, keys of places keep their zeros', async () => {
    const visitor = await application().as('office');
    const { indicators } = await visitor.get<{ indicators: { edges: { node: { name: string; files: { germanLong: string; machineLong: string; workbook: string } } }[] } }>('{ indicators(first: 100) { edges { node { name files { germanLong machineLong workbook } } } } }');
    const found = indicators.edges.map(({ node }) => node).find(({ name }) => name.startsWith('Beratene Menschen'))!;
    for (const [address, how] of [[found.files.workbook, 'xlsx'], [found.files.germanLong, ';'], [found.files.machineLong, ',']] as const) {
      const sheets = await office().sheets(await download(visitor, address), how);
      expect(formulasIn(sheets)).toEqual([]);
      const [heads, first] = sheets[0]!.rows;
      const under = (...names: string[]) => first![heads!.findIndex(({ value }) => names.includes(value))];
      expect([address, under('Wert', 'Wert in Personen', 'value')]).toEqual([address, { type: 'float', formula: null, value: '420' }]);
      expect([address, under('AGS', 'region_ags')?.value, under('Von', 'period_from')?.value]).toEqual([address, '14713000', how === 'xlsx' ? '01.01.2020' : '2020-01-01']);
    }
  }, longMs);
});
