import type { GuessSurroundings } from './column-guess.js';
import { indicatorOfWords } from './indicator-words.js';
import { guessDecimalSign } from './number-cell.js';
import { readRegionKey } from './region-cell.js';
import { NO_DEFAULTS } from './statistics-reading.js';
import type { ColumnMeaning, StatisticsReading } from './statistics-reading.js';
import { isEmptyCell, plainWords, wordsOf } from './statistics-sheet.js';
import type { StatisticsCell, StatisticsSheet } from './statistics-sheet.js';

/**
 * The flat file (`ffcsv`) of GENESIS-Online and the Regionaldatenbank: one value in each row, each characteristic with code and label. Until 2024 with German heads (`Zeit`, `1_Merkmal_Code`, `1_Auspraegung_Label`, `BEVSTD__Bevoelkerungsstand__Anzahl`),
 * since then with English ones (`time`, `1_variable_code`, `1_variable_attribute_label`, `value`, `value_unit`, `value_q`).
 */
type Names = Readonly<Record<'time' | 'characteristic' | 'label' | 'attributeCode' | 'attributeLabel', RegExp>>;
const german: Names = { time: /^zeit$/, characteristic: /^(\d+)_merkmal_code$/, label: /^\d+_merkmal_label$/, attributeCode: /^\d+_auspraegung_code$/, attributeLabel: /^\d+_auspraegung_label$/ };
const english: Names = { time: /^time$/, characteristic: /^(\d+)_variable_code$/, label: /^\d+_variable_label$/, attributeCode: /^\d+_variable_attribute_code$/, attributeLabel: /^\d+_variable_attribute_label$/ };

/** Characteristics that are places: Germany, Land, Regierungsbezirk, Kreis, municipality; the Zensus names them otherwise. */
const PLACES = /^(DINSG|DLAND|REGBEZ|KREISE?|GEMEIN|GEO(DL|BL|RB|LK|VB|GM)\d)/;
/** Characteristics that are parts of a year: months, quarters, half-years. */
const PARTS_OF_YEAR = /^(MONAT|QUART|HALBJ)/;
/** So many rows tell which characteristic is the place. */
const LOOKED_AT = 500;

interface Flat {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly StatisticsCell[])[];
  readonly names: Names;
}

const at = ({ heads }: Flat, name: string | RegExp): number => heads.findIndex((head) => (typeof name === 'string' ? head === name : name.test(head)));

/** The columns of one characteristic: the place by its key, everything else a part of the population. */
function ofCharacteristic(flat: Flat, number: string): ColumnMeaning[] {
  const column = (name: RegExp): number => flat.heads.findIndex((head) => head.startsWith(`${number}_`) && name.test(head));
  const { rows, names } = flat;
  const [codes, label, attributeCode, attributeLabel] = [column(names.characteristic), column(names.label), column(names.attributeCode), column(names.attributeLabel)];
  const sample = rows.slice(0, LOOKED_AT);
  const isPlace = sample.some((row) => PLACES.test(wordsOf(row[codes]))) || (sample.length > 0 && sample.every((row) => isEmptyCell(row[attributeCode]) || readRegionKey(row[attributeCode] ?? '') !== null) && sample.some((row) => wordsOf(row[attributeCode]).length >= 5));
  if (isPlace) return [...(attributeCode < 0 ? [] : [{ column: attributeCode, role: 'region_key' as const }]), ...(attributeLabel < 0 ? [] : [{ column: attributeLabel, role: 'region_name' as const }])];
  const words = attributeLabel >= 0 ? attributeLabel : attributeCode;
  if (words >= 0 && sample.some((row) => PARTS_OF_YEAR.test(wordsOf(row[codes])))) return [{ column: words, role: 'period_part' }];
  return words < 0 ? [] : [{ column: words, role: 'breakdown', breakdown: wordsOf(sample[0]?.[label]) || wordsOf(sample[0]?.[codes]) || 'Gruppe' }];
}

/** `BEVSTD__Bevoelkerungsstand__Anzahl` holds values, `BEVSTD__Bevoelkerungsstand__q` how settled they are. */
function oldValues(flat: Flat, { indicators }: GuessSurroundings): ColumnMeaning[] {
  return flat.heads.flatMap((head, column): ColumnMeaning[] => {
    const [code, label, unit, ...rest] = head.split('__');
    if (code === undefined || label === undefined || unit === undefined || rest.length > 0) return [];
    if (unit === 'q') return [{ column, role: 'status' }];
    return [{ column, role: 'value', unit, indicatorId: (indicatorOfWords(label.replaceAll('_', ' '), indicators) ?? indicatorOfWords(code, indicators))?.id ?? null }];
  });
}

function newValues(flat: Flat): ColumnMeaning[] {
  const roles = { value: 'value', value_unit: 'unit', value_variable_label: 'indicator', value_q: 'status' } as const;
  return Object.entries(roles).flatMap(([head, role]): ColumnMeaning[] => (at(flat, head) < 0 ? [] : [{ column: at(flat, head), role }]));
}

/** How a flat file is understood; null for everything else. */
export function guessFlatFile({ rows }: StatisticsSheet, surroundings: GuessSurroundings): Omit<StatisticsReading, 'sheet'> | null {
  const heads = (rows[0] ?? []).map((cell) => plainWords(cell));
  const names = [english, german].find(({ time, characteristic }) => heads.some((head) => time.test(head)) && heads.some((head) => characteristic.test(head)));
  if (names === undefined) return null;
  const flat: Flat = { heads, rows: rows.slice(1), names };
  const numbers = heads.flatMap((head) => names.characteristic.exec(head)?.[1] ?? []);
  const values = names === english ? newValues(flat) : oldValues(flat, surroundings);
  const columns = [{ column: at(flat, names.time), role: 'period' as const }, ...numbers.flatMap((number) => ofCharacteristic(flat, number)), ...values].sort((one, other) => one.column - other.column);
  const [code, label] = [at(flat, names === english ? 'statistics_code' : 'statistik_code'), at(flat, names === english ? 'statistics_label' : 'statistik_label')].map((column) => wordsOf(flat.rows[0]?.[column]));
  const valueCells = flat.rows.flatMap((row) => columns.filter(({ role }) => role === 'value').map(({ column }) => row[column] ?? ''));
  return {
    form: 'genesis_flat', headRow: 0, headRows: 1, lastRow: null, encoding: null, decimalSign: guessDecimalSign(valueCells).sign, columns, indicators: [],
    defaults: { ...NO_DEFAULTS, source: `Statistische Ämter des Bundes und der Länder${code ? `, Statistik ${code}` : ''}${label ? ` ${label}` : ''}` },
  };
}
