import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { DOCUMENT_LANGUAGES } from '@konzeptwerkstatt/document-model';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import { ownWordsOf, type OwnWord } from '@konzeptwerkstatt/kernel';
import { measures, nameOf, organisations, tables } from '../../test/random-measures.js';
import { compareSheet } from '../domain/measure-sheet.comparison.js';
import type { ComparedRow, SheetRow } from '../domain/measure-sheet.comparison.js';
import { partiesOf } from '../domain/measure-party.js';
import { SHEET_FIELDS, sheetValues } from '../domain/measure-sheet.fields.js';
import type { SheetField } from '../domain/measure-sheet.fields.js';
import type { MeasureRecord } from '../queries/measure.record.js';
import { MAX_CELL_LENGTH } from './measure-sheet.layout.js';
import { readMeasureSheet } from './measure-sheet.reader.js';
import { writeMeasureSheet } from './measure-sheet.writer.js';

const write = (list: readonly MeasureRecord[], language: DocumentLanguage = 'de', ownWords: readonly OwnWord[] = []): Promise<Buffer> => writeMeasureSheet(list.map((measure, index) => ({ measure, sectionTitle: 'Sprache', number: `M1.${index + 1}`, nameOf, parties: partiesOf(measure, () => null) })), { language, ownWords });

async function rowsOf(content: Buffer): Promise<readonly SheetRow[]> {
  const reading = await readMeasureSheet(content);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.rows;
}

function compare(rows: readonly SheetRow[], now: readonly MeasureRecord[], removed: readonly string[] = []): ComparedRow[] {
  return compareSheet(rows, { current: new Map(now.map((measure) => [measure.id, { values: sheetValues(measure), mayEdit: true }])), removed: new Set(removed), organisations, language: 'de' });
}

const edited = (rows: readonly SheetRow[], index: number, field: SheetField, words: string): SheetRow[] => rows.map((row, at) => (at === index ? { ...row, cells: { ...row.cells, [field]: words } } : row));
const setOf = (words: string): string => words.split(' | ').sort().join(' | ');
const changesOf = (rows: readonly ComparedRow[]) => rows.flatMap(({ row, changes }) => changes.map(({ field, state, before, after, current }) => ({ row, field, state, before, after, current })));

describe('a measure table that goes out and comes back', () => {
  it.each(DOCUMENT_LANGUAGES)('unchanged, differs in nothing (%s)', async (language) => {
    await fc.assert(fc.asyncProperty(tables, async (list) => {
      const rows = await rowsOf(await write(list, language));
      expect(rows.map(({ cells }) => Object.keys(cells).length)).toEqual(list.map(() => SHEET_FIELDS.length));
      const compared = compare(rows, list);
      expect(compared.map(({ measureId, state }) => [measureId, state])).toEqual(list.map(({ id }) => [id, 'unchanged']));
    }), { numRuns: 20 });
  }, 60_000);

  it('with one cell changed, differs in exactly that cell', async () => {
    await fc.assert(fc.asyncProperty(tables, fc.nat(), fc.constantFrom<readonly [SheetField, string]>(['title', 'Neu'], ['status', 'ruht'], ['lead', 'Amt für Vielfalt'], ['period', '2031 bis 2032'], ['budgetAmount', '77,70'], ['contact', 'Neu'], ['targetGroup', 'alle | Verwaltung']), async (list, seed, [field, words]) => {
      const index = seed % list.length;
      const rows = await rowsOf(await write(list));
      const before = rows[index]?.cells[field] ?? '';
      const compared = compare(edited(rows, index, field, words), list);
      // Who a measure is for is a set: another order is no change.
      const isSame = setOf(before) === setOf(words);
      expect(changesOf(compared)).toEqual(isSame ? [] : [{ row: index + 2, field, state: 'ready', before: rows[index]?.exported[field]?.text, after: words, current: null }]);
    }), { numRuns: 40 });
  }, 60_000);

  it('comes back with the words of a municipality on its columns', async () => {
    const list = fc.sample(measures, { numRuns: 2, seed: 4 });
    const content = await write(list, 'de', ownWordsOf([{ key: 'measure', one: 'Vorhaben', many: 'Vorhaben: alle' }, { key: 'fieldOfAction', one: 'Schwerpunkt', many: 'Schwerpunkte' }]));
    const [first] = await readXlsxFile(content);
    expect([first?.sheet, first?.data[0]?.slice(0, 3)]).toEqual(['Vorhaben  alle', ['Nr.', 'Schwerpunkt', 'Vorhaben']]);
    const rows = await rowsOf(content);
    expect(changesOf(compare(rows, list))).toEqual([]);
    expect(changesOf(compare(edited(rows, 1, 'title', 'Anders'), list))).toMatchObject([{ row: 3, field: 'title', after: 'Anders', state: 'ready' }]);
  });

  it.each([['fieldOfAction', 'Maßnahme', 'district'], ['fieldOfAction', 'Sozialraum', 'district'], ['fieldOfAction', 'Priorität', 'priority'], ['measure', 'Priorität', 'priority'], ['measure', 'Sozialraum', 'district']] as const)('tells its columns apart where a municipality’s word (%s: %s) is the head of another one', async (key, one, field) => {
    const list = fc.sample(measures, { numRuns: 2, seed: 4 }).map((measure) => ({ ...measure, priority: 'high' as const, district: 'Nord' }));
    const rows = await rowsOf(await write(list, 'de', ownWordsOf([{ key, one, many: one }])));
    expect(changesOf(compare(rows, list))).toEqual([]);
    for (const [changed, words] of [[field, field === 'district' ? 'Süd' : 'niedrig'], ['title', 'Anders']] as const) expect(changesOf(compare(edited(rows, 1, changed, words), list))).toMatchObject([{ row: 3, field: changed, after: words, state: 'ready' }]);
    expect(rows.map(({ title, cells }) => [title, cells.district])).toEqual(list.map(({ title }) => [title, 'Nord']));
  });

  it('has its titles read where a row was pasted in from a table with other words', async () => {
    const list = fc.sample(measures, { numRuns: 2, seed: 4 });
    const parts = unzipSync(new Uint8Array(await write(list, 'de', ownWordsOf([{ key: 'measure', one: 'Vorhaben', many: 'Vorhaben' }]))));
    const name = 'xl/sharedStrings.xml' in parts ? 'xl/sharedStrings.xml' : 'xl/worksheets/sheet1.xml';
    const xml = strFromU8(parts[name]!);
    const pasted = xml.replace(/(titleHead(?:"|&quot;):(?:"|&quot;))Vorhaben/, '$1Maßnahme');
    expect(pasted).not.toBe(xml);
    const rows = await rowsOf(Buffer.from(zipSync({ ...parts, [name]: strToU8(pasted) })));
    expect(rows.map(({ title }) => title)).toEqual(list.map(({ title }) => title));
  });

  it('does not take a formula without a result for a cell that was cleared', async () => {
    const [one] = fc.sample(measures, { numRuns: 1, seed: 7 });
    const list = [{ ...one!, title: 'Lotsen', budgetAmount: '12.30' }];
    const parts = unzipSync(new Uint8Array(await write(list)));
    const name = 'xl/worksheets/sheet1.xml';
    const xml = strFromU8(parts[name]!);
    const forged = xml.replace(/(<c [^<>]*>)<v>12\.3<\/v>/, '$1<f>10+2.3</f>');
    expect(forged).not.toBe(xml);
    const rows = await rowsOf(Buffer.from(zipSync({ ...parts, [name]: strToU8(forged) })));
    expect(compare(rows, list)).toMatchObject([{ state: 'changed', changes: [{ field: 'budgetAmount', state: 'problem', problem: 'not_computed', before: '12.3' }] }]);
  });

  it.each([['en', 'paused', '2031 to 2032', 'paused'], ['ar', 'متوقف مؤقتًا', '2031 إلى 2032', 'paused'], ['ar', 'ruht', '2031 bis 2032', 'paused']] as const)(
    'is understood in the language of its edition, and in every other one (%s, %s)', async (language, status, period, key) => {
      const [one] = fc.sample(measures, { numRuns: 1, seed: 7 });
      const list = [{ ...one!, status: 'running' as const, period: null }];
      const rows = edited(edited(await rowsOf(await write(list, language)), 0, 'status', status), 0, 'period', period);
      expect(compare(rows, list)[0]?.changes.map(({ field, state, value }) => [field, state, value])).toEqual([['status', 'ready', key], ['period', 'ready', '2031/2032']]);
    });

  it('is read from right to left where its language is', async () => {
    const sheetOf = async (language: DocumentLanguage): Promise<string> => strFromU8(unzipSync(new Uint8Array(await write(fc.sample(measures, { numRuns: 1 }), language)))['xl/worksheets/sheet1.xml']!);
    expect([(await sheetOf('ar')).includes('rightToLeft="1"'), (await sheetOf('en')).includes('rightToLeft="1"')]).toEqual([true, false]);
  });

  it('does not take a number with three decimals for thousands', async () => {
    const [one] = fc.sample(measures, { numRuns: 1, seed: 7 });
    const list = [{ ...one!, budgetAmount: '1250.50' }];
    const parts = unzipSync(new Uint8Array(await write(list)));
    const sheet = 'xl/worksheets/sheet1.xml';
    const rows = await rowsOf(Buffer.from(zipSync({ ...parts, [sheet]: strToU8(strFromU8(parts[sheet]!).replace('<v>1250.5</v>', '<v>12.125</v>')) })));
    expect(compare(rows, list)[0]?.changes).toMatchObject([{ field: 'budgetAmount', state: 'problem', problem: 'number_unclear', after: '12,125' }]);
  });

  it('is a conflict where somebody changed the same field here, unless both say the same by now', async () => {
    const [one] = fc.sample(measures, { numRuns: 1, seed: 7 });
    const list = [{ ...one!, status: 'planned' as const, title: 'Lotsen' }];
    const rows = edited(await rowsOf(await write(list)), 0, 'status', 'läuft');
    expect(changesOf(compare(rows, [{ ...list[0]!, status: 'done' }]))).toEqual([{ row: 2, field: 'status', state: 'conflict', before: 'geplant', after: 'läuft', current: 'abgeschlossen' }]);
    expect(changesOf(compare(rows, [{ ...list[0]!, status: 'running' }]))).toEqual([]);
    // Another field that changed here is none of the sheet's business.
    expect(changesOf(compare(rows, [{ ...list[0]!, title: 'Anders' }]))).toMatchObject([{ field: 'status', state: 'ready' }]);
  });

  it('tells rows apart that are new, removed here or there twice', async () => {
    const list = fc.sample(tables.filter((table) => table.length >= 3), { numRuns: 1, seed: 3 })[0]!.slice(0, 3);
    const rows = await rowsOf(await write(list));
    const back = [...rows, { ...rows[0]!, row: 9 }, { row: 10, measureId: null, title: 'Eigene Idee', cells: {}, exported: {} }];
    expect(compare(back, list.slice(0, 1), [list[1]!.id]).map(({ row, state }) => [row, state])).toEqual([[2, 'unchanged'], [3, 'removed'], [4, 'unknown'], [9, 'duplicate'], [10, 'unknown']]);
  });

  it('calls a row whose title was deleted as it was called when it went out', async () => {
    const [one] = fc.sample(measures, { numRuns: 1, seed: 7 });
    const list = [{ ...one!, title: 'Lotsen' }];
    const rows = edited(await rowsOf(await write(list)), 0, 'title', '').map((row) => ({ ...row, title: '' }));
    expect(compare(rows, list)).toMatchObject([{ title: 'Lotsen', changes: [{ field: 'title', problem: 'title_missing' }] }]);
  });

  it('hides its technical column and holds no formula', async () => {
    const list = fc.sample(measures, { numRuns: 5, seed: 1 });
    const parts = unzipSync(new Uint8Array(await write(list)));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
    expect(sheet).toMatch(/<col min="24" max="24" hidden="1"/);
    expect(sheet).not.toContain('<f>');
  });
});

describe('a file that is no measure table', () => {
  it('is told from one', async () => {
    expect(await readMeasureSheet(Buffer.from('nichts'))).toEqual({ problem: 'not_readable' });
    expect(await readMeasureSheet(Buffer.from(zipSync({ 'a.txt': strToU8('nichts') })))).toEqual({ problem: 'not_readable' });
    const other = (await import('write-excel-file/node')).default([['Eine'], ['andere Tabelle']]);
    expect(await readMeasureSheet(await other.toBuffer())).toEqual({ problem: 'not_a_measure_table' });
  });

  it('is read with its cells cut to what a spreadsheet lets a cell be', async () => {
    const [one] = fc.sample(measures, { numRuns: 1, seed: 2 });
    const parts = unzipSync(new Uint8Array(await write([{ ...one!, title: 'Kurz' }])));
    const name = 'xl/sharedStrings.xml' in parts ? 'xl/sharedStrings.xml' : 'xl/worksheets/sheet1.xml';
    const forged = zipSync({ ...parts, [name]: strToU8(strFromU8(parts[name]!).replace('>Kurz<', `>${'lang'.repeat(50_000)}<`)) });
    const [row] = await rowsOf(Buffer.from(forged));
    expect(row).toMatchObject({ measureId: one!.id });
    expect(row?.title).toHaveLength(MAX_CELL_LENGTH);
  });

  it('is read without what somebody wrote into its technical column', async () => {
    const [one] = fc.sample(measures, { numRuns: 1, seed: 2 });
    const parts = unzipSync(new Uint8Array(await write([one!])));
    const name = 'xl/sharedStrings.xml' in parts ? 'xl/sharedStrings.xml' : 'xl/worksheets/sheet1.xml';
    const forged = zipSync({ ...parts, [name]: strToU8(strFromU8(parts[name]!).replaceAll(one!.id, 'keine Kennung')) });
    expect((await rowsOf(Buffer.from(forged)))[0]).toMatchObject({ measureId: null, exported: {} });
  });
});
