import { stringify } from 'csv-stringify/sync';
import { germanWords } from '@konzeptwerkstatt/document-model';
import { harmlessText } from '@konzeptwerkstatt/concept';
import type { SeriesRecord } from '../queries/observation.reader.js';
import type { IndicatorFileForm } from '../queries/indicator-file-id.js';
import { germanTableWords, longRows, NO_VALUE, wideRows } from './indicator-table.js';
import type { IndicatorTable } from './indicator-table.js';

type CsvForm = Exclude<IndicatorFileForm, 'workbook'>;
type Cells = readonly string[];

const text = (value: string | null): string => (value === null ? '' : harmlessText(value));
const comma = (value: string): string => value.replace('.', ',');
const germanDay = (day: string | null): string => (day === null ? '' : germanWords.day(day));
const cellOf = (record: SeriesRecord | null, write: (value: string) => string): string => (record === null ? '' : record.value === null ? NO_VALUE : write(record.value));

const germanLongHead = ['AGS', 'Gebiet', 'Indikator', 'Fassung der Definition', 'Zeitraum', 'Von', 'Bis', 'Für wen', 'Wert', 'Einheit', 'Genauigkeit', 'Stand', 'Kein Wert, weil', 'Hinweis', 'Quelle', 'Tabelle', 'Abgerufen am'];
const machineLongHead = ['region_ags', 'region_key', 'indicator_key', 'definition_version', 'period', 'period_from', 'period_to', 'breakdown', 'value', 'unit', 'qualifier', 'status', 'missing', 'note', 'source', 'source_table', 'retrieved_on'];

function germanLong(table: IndicatorTable): Cells[] {
  const rows = longRows(table).map(({ record, period, missing, tableId }) => [
    record.regionAgs ?? '', text(record.regionLabel), text(table.indicator.name), String(record.version), period, germanDay(record.periodFrom), germanDay(record.periodTo),
    text(germanTableWords.breakdown(record.breakdown)), record.value === null ? '' : comma(record.value), text(table.indicator.unitLabel), germanTableWords.qualifier(record.qualifier),
    germanTableWords.status(record.status), text(germanTableWords.missing(missing)), text(record.note), text(record.source), text(tableId), germanDay(record.retrievedOn),
  ]);
  return [germanLongHead, ...rows];
}

function machineLong(table: IndicatorTable): Cells[] {
  const rows = longRows(table).map(({ record, period, missing, tableId }) => [
    record.regionAgs ?? '', text(record.regionKey), table.indicator.key, String(record.version), period, record.periodFrom ?? '', record.periodTo ?? '', text(record.breakdown),
    record.value ?? '', text(table.indicator.unit), record.qualifier, record.status, text(missing), text(record.note), text(record.source), text(tableId), record.retrievedOn ?? '',
  ]);
  return [machineLongHead, ...rows];
}

function germanWide(table: IndicatorTable): Cells[] {
  const { periods, rows } = wideRows(table);
  return [
    ['AGS', 'Gebiet', 'Fassung der Definition', 'Für wen', 'Einheit', ...periods],
    ...rows.map(({ first, cells }) => [
      first.regionAgs ?? '', text(first.regionLabel), String(first.version), text(germanTableWords.breakdown(first.breakdown)), text(table.indicator.unitLabel), ...cells.map((cell) => cellOf(cell, comma)),
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

const writers: Readonly<Record<CsvForm, (table: IndicatorTable) => Cells[]>> = { germanLong, germanWide, machineLong, machineWide };

/**
 * The values of an indicator as CSV: German files with semicolons, decimal comma and the mark that Excel needs for UTF-8, others with commas
 * and points. Words that a spreadsheet would take for a formula start with an apostrophe; numbers are never touched.
 */
export function writeIndicatorCsv(form: CsvForm, table: IndicatorTable): Buffer {
  const isGerman = form === 'germanLong' || form === 'germanWide';
  return Buffer.from(stringify(writers[form](table).map((cells) => [...cells]), { delimiter: isGerman ? ';' : ',', bom: isGerman, record_delimiter: 'windows' }));
}
