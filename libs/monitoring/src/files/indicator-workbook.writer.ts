import type { Cell } from 'write-excel-file/node';
import { directionOfLanguage } from '@konzeptwerkstatt/document-model';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import type { SeriesRecord } from '../queries/observation.reader.js';
import { longRows, NO_VALUE, tableWording, wideRows } from './indicator-table.js';
import type { IndicatorTable } from './indicator-table.js';

type Wording = ReturnType<typeof tableWording>;

const head = (value: string): Cell => ({ value, type: String, fontWeight: 'bold', backgroundColor: '#E8ECF2', wrap: true, alignVertical: 'top' });
/** A text that looks like a formula stays text, because its cell says so. */
const text = (value: string | null): Cell => (value === null || value === '' ? null : { value, type: String, wrap: true, alignVertical: 'top' });
const number = ({ value, decimals, isSuppressed }: SeriesRecord): Cell =>
  value === null ? text(isSuppressed ? NO_VALUE : null) : { value: Number(value), type: Number, format: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`, alignVertical: 'top' };

function longSheet(table: IndicatorTable, { words: { heads, valueIn }, breakdown, qualifier, status, missing: missingWords, day }: Wording): Cell[][] {
  const columns = [heads.ags, heads.region, heads.period, heads.from, heads.to, heads.whom, valueIn(table.indicator.unitLabel), heads.qualifier, heads.status, heads.missing, heads.version, heads.note, heads.source, heads.table, heads.retrieved];
  const rows = longRows(table).map(({ record, period, missing, tableId }): Cell[] => [
    text(record.regionAgs), text(record.regionLabel), text(period), text(day(record.periodFrom)), text(day(record.periodTo)), text(breakdown(record.breakdown)), number(record),
    text(qualifier(record.qualifier)), text(status(record.status)), text(missingWords(missing)), text(String(record.version)), text(record.note), text(record.source),
    text(tableId), text(day(record.retrievedOn)),
  ]);
  return [columns.map(head), ...rows];
}

function wideSheet(table: IndicatorTable, { words: { heads }, breakdown }: Wording): Cell[][] {
  const { periods, rows } = wideRows(table);
  return [
    [heads.ags, heads.region, heads.version, heads.whom, ...periods].map(head),
    ...rows.map(({ first, cells }): Cell[] => [
      text(first.regionAgs), text(first.regionLabel), text(String(first.version)), text(breakdown(first.breakdown)), ...cells.map((cell) => (cell === null ? null : number(cell))),
    ]),
  ];
}

function definitionSheet({ indicator, definitions }: IndicatorTable, { words: { heads, record } }: Wording): Cell[][] {
  const lines = definitions.flatMap((definition): [string, string | null][] => [
    [heads.version, String(definition.version)], [record.text, definition.text], [record.numerator, definition.numerator], [record.denominator, definition.denominator],
    [record.population, definition.populationConcept], [heads.source, definition.source], [heads.table, definition.tableId], [record.method, definition.methodNote],
  ]);
  const all: [string, string | null][] = [
    [heads.indicator, indicator.name], [record.key, indicator.key], [heads.unit, indicator.unitLabel], [record.licence, indicator.licence], ...lines,
    [record.point, record.pointMeans],
  ];
  return all.filter(([, value]) => value !== null && value !== '').map(([name, value]) => [head(name), text(value)]);
}

/** The values of an indicator as a workbook: one value a line, one series a line, and what is counted. */
export async function writeIndicatorWorkbook(table: IndicatorTable, language: DocumentLanguage = 'de'): Promise<Buffer> {
  const [wording, rightToLeft] = [tableWording(language), directionOfLanguage(language) === 'rtl'];
  const [long, wide, { sheets }] = [longSheet(table, wording), wideSheet(table, wording), wording.words];
  const widths = (rows: Cell[][]) => (rows[0] ?? []).map((_, index) => ({ width: index === 1 ? 28 : 16 }));
  // A large library that only workbooks need: read in for the first of them.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile([
    { sheet: sheets.values, data: long, columns: widths(long), stickyRowsCount: 1, rightToLeft },
    { sheet: sheets.series, data: wide, columns: widths(wide), stickyRowsCount: 1, stickyColumnsCount: 4, rightToLeft },
    { sheet: sheets.definition, data: definitionSheet(table, wording), columns: [{ width: 28 }, { width: 100 }], rightToLeft },
  ]).toBuffer();
}
