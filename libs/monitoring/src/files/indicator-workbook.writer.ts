import type { Cell } from 'write-excel-file/node';
import { germanWords } from '@konzeptwerkstatt/document-model';
import type { SeriesRecord } from '../queries/observation.reader.js';
import { germanTableWords, longRows, NO_VALUE, wideRows } from './indicator-table.js';
import type { IndicatorTable } from './indicator-table.js';

const head = (value: string): Cell => ({ value, type: String, fontWeight: 'bold', backgroundColor: '#E8ECF2', wrap: true, alignVertical: 'top' });
/** A text that looks like a formula stays text, because its cell says so. */
const text = (value: string | null): Cell => (value === null || value === '' ? null : { value, type: String, wrap: true, alignVertical: 'top' });
const number = ({ value, decimals, isSuppressed }: SeriesRecord): Cell =>
  value === null ? text(isSuppressed ? NO_VALUE : null) : { value: Number(value), type: Number, format: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`, alignVertical: 'top' };
const day = (value: string | null): Cell => text(value === null ? null : germanWords.day(value));

function longSheet(table: IndicatorTable): Cell[][] {
  const heads = ['AGS', 'Gebiet', 'Zeitraum', 'Von', 'Bis', 'Für wen', `Wert in ${table.indicator.unitLabel}`, 'Genauigkeit', 'Stand', 'Kein Wert, weil', 'Fassung der Definition', 'Hinweis', 'Quelle', 'Tabelle', 'Abgerufen am'];
  const rows = longRows(table).map(({ record, period, missing, tableId }): Cell[] => [
    text(record.regionAgs), text(record.regionLabel), text(period), day(record.periodFrom), day(record.periodTo), text(germanTableWords.breakdown(record.breakdown)), number(record),
    text(germanTableWords.qualifier(record.qualifier)), text(germanTableWords.status(record.status)), text(germanTableWords.missing(missing)), text(String(record.version)), text(record.note), text(record.source),
    text(tableId), day(record.retrievedOn),
  ]);
  return [heads.map(head), ...rows];
}

function wideSheet(table: IndicatorTable): Cell[][] {
  const { periods, rows } = wideRows(table);
  return [
    ['AGS', 'Gebiet', 'Fassung der Definition', 'Für wen', ...periods].map(head),
    ...rows.map(({ first, cells }): Cell[] => [
      text(first.regionAgs), text(first.regionLabel), text(String(first.version)), text(germanTableWords.breakdown(first.breakdown)), ...cells.map((cell) => (cell === null ? null : number(cell))),
    ]),
  ];
}

function definitionSheet({ indicator, definitions }: IndicatorTable): Cell[][] {
  const lines = definitions.flatMap((definition): [string, string | null][] => [
    ['Fassung der Definition', String(definition.version)], ['Was gezählt wird', definition.text], ['Zähler', definition.numerator], ['Nenner', definition.denominator],
    ['Wer dazugehört', definition.populationConcept], ['Quelle', definition.source], ['Tabelle', definition.tableId], ['Hinweis zur Methode', definition.methodNote],
  ]);
  const all: [string, string | null][] = [
    ['Indikator', indicator.name], ['Schlüssel', indicator.key], ['Einheit', indicator.unitLabel], ['Lizenz', indicator.licence], ...lines,
    ['Punkt statt Wert', 'unbekannt, oder nicht gezeigt, damit niemand erkennbar ist'],
  ];
  return all.filter(([, value]) => value !== null && value !== '').map(([name, value]) => [head(name), text(value)]);
}

/** The values of an indicator as a workbook: one value a line, one series a line, and what is counted. */
export async function writeIndicatorWorkbook(table: IndicatorTable): Promise<Buffer> {
  const [long, wide] = [longSheet(table), wideSheet(table)];
  const widths = (rows: Cell[][]) => (rows[0] ?? []).map((_, index) => ({ width: index === 1 ? 28 : 16 }));
  // A large library that only workbooks need: read in for the first of them.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile([
    { sheet: 'Werte', data: long, columns: widths(long), stickyRowsCount: 1 },
    { sheet: 'Reihen', data: wide, columns: widths(wide), stickyRowsCount: 1, stickyColumnsCount: 4 },
    { sheet: 'Definition', data: definitionSheet(table), columns: [{ width: 28 }, { width: 100 }] },
  ]).toBuffer();
}
