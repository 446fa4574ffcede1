import { stringify } from 'csv-stringify/sync';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import { harmlessText } from '@konzeptwerkstatt/concept';
import type { SeriesRecord } from '../queries/observation.reader.js';
import type { IndicatorFileForm } from '../queries/indicator-file-id.js';
import { longRows, NO_VALUE, tableWording, wideRows } from './indicator-table.js';
import type { IndicatorTable, LongRow } from './indicator-table.js';

type CsvForm = Exclude<IndicatorFileForm, 'workbook'>;
type Cells = readonly string[];

const text = (value: string | null): string => (value === null ? '' : harmlessText(value));
const comma = (value: string): string => value.replace('.', ',');
const cellOf = (record: SeriesRecord | null, write: (value: string) => string): string => (record === null ? '' : record.value === null ? NO_VALUE : write(record.value));

/** A column of the file for programs: what it is called, what is in it, and how its text is read. */
export interface MachineColumn {
  readonly name: string;
  /** Datatype of CSV on the Web. */
  readonly datatype: 'string' | 'integer' | 'decimal' | 'date';
  readonly title: string;
  readonly description: string;
  readonly cell: (row: LongRow, table: IndicatorTable) => string;
}

/** The file for programs, one value a line, from left to right. */
export const MACHINE_COLUMNS: readonly MachineColumn[] = [
  { name: 'region_ags', datatype: 'string', title: 'AGS', description: 'Amtlicher Gemeindeschlüssel des Gebiets, acht Ziffern; leer, wo es keinen hat.', cell: ({ record }) => record.regionAgs ?? '' },
  { name: 'region_key', datatype: 'string', title: 'Gebiet', description: 'Schlüssel des Gebiets.', cell: ({ record }) => text(record.regionKey) },
  { name: 'indicator_key', datatype: 'string', title: 'Indikator', description: 'Schlüssel des Indikators.', cell: (_, { indicator }) => indicator.key },
  { name: 'definition_version', datatype: 'integer', title: 'Fassung der Definition', description: 'Werte verschiedener Fassungen lassen sich nicht vergleichen.', cell: ({ record }) => String(record.version) },
  { name: 'period', datatype: 'string', title: 'Zeitraum', description: 'Jahr, Quartal, Monat, Tag oder Zeitspanne, für die der Wert gilt.', cell: ({ period }) => period },
  { name: 'period_from', datatype: 'date', title: 'Von', description: 'Erster Tag des Zeitraums.', cell: ({ record }) => record.periodFrom ?? '' },
  { name: 'period_to', datatype: 'date', title: 'Bis', description: 'Letzter Tag des Zeitraums.', cell: ({ record }) => record.periodTo ?? '' },
  { name: 'breakdown', datatype: 'string', title: 'Für wen', description: 'Teil der Bevölkerung als sortierte Paare Name=Wert, getrennt durch Semikolon; leer für alle.', cell: ({ record }) => text(record.breakdown) },
  { name: 'value', datatype: 'decimal', title: 'Wert', description: 'Der Wert mit Punkt vor den Nachkommastellen; leer, wo es keinen gibt oder er nicht gezeigt wird.', cell: ({ record }) => record.value ?? '' },
  { name: 'unit', datatype: 'string', title: 'Einheit', description: 'Schlüssel der Einheit.', cell: (_, { indicator }) => text(indicator.unit) },
  { name: 'qualifier', datatype: 'string', title: 'Genauigkeit', description: 'exact, approx, rounded, less_than, more_than, derived oder not_available.', cell: ({ record }) => record.qualifier },
  { name: 'status', datatype: 'string', title: 'Stand', description: 'final, provisional, revised oder estimated.', cell: ({ record }) => record.status },
  { name: 'missing', datatype: 'string', title: 'Kein Wert, weil', description: 'Warum es keinen Wert gibt; suppressed: nicht gezeigt, damit niemand erkennbar ist.', cell: ({ missing }) => text(missing) },
  { name: 'note', datatype: 'string', title: 'Hinweis', description: 'Was zum Wert zu beachten ist.', cell: ({ record }) => text(record.note) },
  { name: 'source', datatype: 'string', title: 'Quelle', description: 'Woher der Wert kommt.', cell: ({ record }) => text(record.source) },
  { name: 'source_table', datatype: 'string', title: 'Tabelle', description: 'Nummer der Tabelle an der Quelle.', cell: ({ tableId }) => text(tableId) },
  { name: 'retrieved_on', datatype: 'date', title: 'Abgerufen am', description: 'Tag, an dem der Wert dort abgerufen wurde.', cell: ({ record }) => record.retrievedOn ?? '' },
];

function germanLong(table: IndicatorTable, language: DocumentLanguage): Cells[] {
  const { words: { heads }, breakdown, qualifier, status, missing: missingWords, day } = tableWording(language);
  const rows = longRows(table).map(({ record, period, missing, tableId }) => [
    record.regionAgs ?? '', text(record.regionLabel), text(table.indicator.name), String(record.version), period, day(record.periodFrom), day(record.periodTo),
    text(breakdown(record.breakdown)), record.value === null ? '' : comma(record.value), text(table.indicator.unitLabel), qualifier(record.qualifier),
    status(record.status), text(missingWords(missing)), text(record.note), text(record.source), text(tableId), day(record.retrievedOn),
  ]);
  const columns = ['ags', 'region', 'indicator', 'version', 'period', 'from', 'to', 'whom', 'value', 'unit', 'qualifier', 'status', 'missing', 'note', 'source', 'table', 'retrieved'] as const;
  return [columns.map((column) => heads[column]), ...rows];
}

function machineLong(table: IndicatorTable): Cells[] {
  return [MACHINE_COLUMNS.map(({ name }) => name), ...longRows(table).map((row) => MACHINE_COLUMNS.map(({ cell }) => cell(row, table)))];
}

function germanWide(table: IndicatorTable, language: DocumentLanguage): Cells[] {
  const { periods, rows } = wideRows(table);
  const { words: { heads }, breakdown } = tableWording(language);
  return [
    [heads.ags, heads.region, heads.version, heads.whom, heads.unit, ...periods],
    ...rows.map(({ first, cells }) => [
      first.regionAgs ?? '', text(first.regionLabel), String(first.version), text(breakdown(first.breakdown)), text(table.indicator.unitLabel), ...cells.map((cell) => cellOf(cell, comma)),
    ]),
  ];
}

function machineWide(table: IndicatorTable): Cells[] {
  const { periods, rows } = wideRows(table);
  return [
    ['region_ags', 'region_key', 'definition_version', 'breakdown', 'unit', ...periods],
    ...rows.map(({ first, cells }) => [first.regionAgs ?? '', text(first.regionKey), String(first.version), text(first.breakdown), text(table.indicator.unit), ...cells.map((cell) => cellOf(cell, String))]),
  ];
}

const writers: Readonly<Record<CsvForm, (table: IndicatorTable, language: DocumentLanguage) => Cells[]>> = { germanLong, germanWide, machineLong, machineWide };

/**
 * The values of an indicator as CSV: for German spreadsheets with semicolons, decimal comma and the mark that Excel needs for UTF-8, whatever the language of the words;
 * for programs with commas and points. Words that a spreadsheet would take for a formula start with an apostrophe; numbers are never touched.
 */
export function writeIndicatorCsv(form: CsvForm, table: IndicatorTable, language: DocumentLanguage = 'de'): Buffer {
  const isGerman = form === 'germanLong' || form === 'germanWide';
  return Buffer.from(stringify(writers[form](table, language).map((cells) => [...cells]), { delimiter: isGerman ? ';' : ',', bom: isGerman, record_delimiter: 'windows' }));
}
