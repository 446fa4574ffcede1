import { inEveryLanguage } from '../indicator-table.words.js';
import { indicatorWordsOf } from './indicator-column.js';
import { guessColumns, isConfirmed } from './column-guess.js';
import type { GuessSurroundings } from './column-guess.js';
import { ownHeads } from './column-words.js';
import { guessFlatFile } from './flat-file.js';
import { indicatorOfWords } from './indicator-words.js';
import { guessDecimalSign } from './number-cell.js';
import { periodInWords, readPeriodCell } from './period-cell.js';
import { dataRows, headsOf, NO_DEFAULTS } from './statistics-reading.js';
import type { ColumnMeaning, IndicatorAnswer, ReadingDefaults, StatisticsForm, StatisticsReading } from './statistics-reading.js';
import { plainWords, wordsOf } from './statistics-sheet.js';
import type { StatisticsSheet } from './statistics-sheet.js';
import { findTable } from './table-shape.js';
import type { TableShape } from './table-shape.js';

/** How our own workbooks call the key of an indicator. */
const ownKeys = inEveryLanguage(({ record }) => plainWords(record.key));

/** Around the table: titles above, notes below. */
function wordsAround({ rows }: StatisticsSheet, { headRow, lastRow }: TableShape): string[] {
  const below = lastRow === null ? [] : rows.slice(lastRow + 1);
  return [...rows.slice(0, headRow), ...below].flatMap((row) => row.map(wordsOf)).filter((words) => words !== '').map((words) => words.slice(0, 2_000)).slice(0, 200);
}

function formOf(sheet: StatisticsSheet, shape: TableShape, isWide: boolean): StatisticsForm {
  const heads = headsOf(sheet, shape).map(plainWords);
  const around = wordsAround(sheet, shape);
  if (heads.includes('region_ags') ? heads.includes('definition_version') : [ownHeads('ags'), ownHeads('version')].every((own) => own.some((head) => heads.includes(head)))) return 'own';
  if (isWide && (around.some((words) => /wegweiser[- ]kommune/i.test(words)) || heads[0] === 'indikatoren')) return 'wegweiser';
  if (around.some((words) => /^_{5,}/.test(words) || /^tabelle: ?\d{5}-/i.test(words)) || around.some((words) => /©.*(statistisch|destatis)/i.test(words))) return 'genesis_table';
  return isWide ? 'wide' : 'long';
}

/** In exports of the Wegweiser Kommune the heads name places, those that the installation does not know as well: their values are nobody else's. */
function withPlaces(sheet: StatisticsSheet, shape: TableShape, columns: readonly ColumnMeaning[]): ColumnMeaning[] {
  const heads = headsOf(sheet, shape);
  return columns.map((meaning) => {
    const place = meaning.role === 'value' && !meaning.region && !meaning.indicatorId ? (periodInWords(heads[meaning.column] ?? '')?.rest ?? '') : '';
    return place === '' ? meaning : { ...meaning, region: place, breakdown: null };
  });
}

/** What titles and notes say of all values: which table it is, which indicator, when it was retrieved, which day it is about. */
function defaultsOf(sheet: StatisticsSheet, shape: TableShape, form: StatisticsForm, { fileName, hasPeriods, indicators }: { readonly fileName: string; readonly hasPeriods: boolean } & Pick<GuessSurroundings, 'indicators'>): ReadingDefaults {
  const around = wordsAround(sheet, shape);
  const table = [...around, fileName].map((words) => /(?<!\d)(\d{5}-[0-9A-Za-z]{2,5}(?:-\d{2}(?:-\d)?)?)(?![0-9A-Za-z])/.exec(words)?.[1]).find((found) => found !== undefined);
  const made = around.map((words) => /Stand: ?(\d{1,2}\.\d{1,2}\.\d{4})/.exec(words)?.[1]).find((found) => found !== undefined);
  const retrieved = made === undefined ? null : readPeriodCell(made);
  const indicatorId = around.map((words) => indicatorOfWords(words, indicators)?.id).find((found) => found !== undefined) ?? null;
  const day = hasPeriods ? undefined : sheet.rows.slice(0, shape.headRow).map((row) => periodInWords(wordsOf(row[0]))).find((found) => found !== null);
  const source = form === 'wegweiser' ? 'Wegweiser Kommune (Bertelsmann Stiftung)' : form === 'genesis_table' ? `Statistische Ämter des Bundes und der Länder${table === undefined ? '' : `, Tabelle ${table}`}` : null;
  return { ...NO_DEFAULTS, indicatorId, source, retrievedOn: retrieved !== null && 'period' in retrieved ? retrieved.period : null, period: day?.period ?? null };
}

/** What was said before of words that stand in the indicator column. */
function rememberedAnswers(sheet: StatisticsSheet, reading: Pick<StatisticsReading, 'headRow' | 'headRows' | 'lastRow' | 'columns'>, { remembered }: GuessSurroundings): IndicatorAnswer[] {
  return indicatorWordsOf(sheet, reading).flatMap(({ words }): IndicatorAnswer[] => {
    const indicatorId = remembered.indicators.get(plainWords(words));
    return indicatorId === undefined ? [] : [{ words, indicatorId }];
  });
}

/** Our own workbooks hold the values of one indicator, and name it on a sheet of its own. */
function withOwnIndicator(sheets: readonly StatisticsSheet[], reading: StatisticsReading, { indicators }: GuessSurroundings): StatisticsReading {
  if (reading.form !== 'own' || reading.columns.some(({ role }) => role === 'indicator')) return reading;
  const [, key] = sheets.flatMap(({ rows }) => rows.slice(0, 10)).find(([head]) => ownKeys.includes(plainWords(head))) ?? [];
  return { ...reading, defaults: { ...reading.defaults, indicatorId: indicatorOfWords(wordsOf(key), indicators)?.id ?? null } };
}

/** How one sheet is understood at first, with what was said of such columns before. */
function guessSheet(sheets: readonly StatisticsSheet[], index: number, fileName: string, surroundings: GuessSurroundings): StatisticsReading {
  const sheet = sheets[index] ?? { name: '', rows: [] };
  const flat = guessFlatFile(sheet, surroundings);
  if (flat !== null) return { ...flat, sheet: index, indicators: rememberedAnswers(sheet, flat, surroundings) };
  return withOwnIndicator(sheets, guessTable(sheet, index, findTable(sheet), fileName, surroundings), surroundings);
}

/** How a sheet is understood whose table stands there. */
function guessTable(sheet: StatisticsSheet, index: number, shape: TableShape, fileName: string, surroundings: GuessSurroundings): StatisticsReading {
  const { sign } = guessDecimalSign(dataRows(sheet, shape).flat());
  const { columns: guessed, isWide } = guessColumns(sheet, shape, surroundings);
  const form = formOf(sheet, shape, isWide);
  const columns = form === 'wegweiser' ? withPlaces(sheet, shape, guessed) : guessed;
  const hasPeriods = columns.some(({ role, period }) => role === 'period' || (period ?? null) !== null);
  const hasRegions = columns.some(({ role, region }) => role === 'region_key' || role === 'region_name' || (region ?? null) !== null);
  const defaults = { ...defaultsOf(sheet, shape, form, { fileName, hasPeriods, indicators: surroundings.indicators }), regionId: hasRegions ? null : surroundings.ownRegionId };
  return { form, sheet: index, ...shape, encoding: null, decimalSign: sign, columns, indicators: rememberedAnswers(sheet, { ...shape, columns }, surroundings), defaults };
}

/**
 * The first guess for a file: its form, where its table stands, what its columns mean. Of several sheets the one of which most is understood.
 * @param fileName may name the table of a statistical office
 */
export function recognise(sheets: readonly StatisticsSheet[], fileName: string, surroundings: GuessSurroundings): StatisticsReading {
  const guesses = sheets.map((_, index) => guessSheet(sheets, index, fileName, surroundings));
  const [first, ...others] = guesses;
  if (first === undefined) throw new Error('A file without sheets is not understood');
  return others.reduce((best, guess) => (isConfirmed(guess) > isConfirmed(best) ? guess : best), first);
}

/** The guess when somebody has said which sheet it is and where its heads are. */
export function recogniseAt(sheets: readonly StatisticsSheet[], place: TableShape & { readonly sheet: number }, fileName: string, surroundings: GuessSurroundings): StatisticsReading {
  const { sheet: index, ...shape } = place;
  const sheet = sheets[index] ?? { name: '', rows: [] };
  const flat = guessFlatFile(sheet, surroundings);
  return flat !== null && flat.headRow === shape.headRow && flat.headRows === shape.headRows ? { ...flat, sheet: index, lastRow: shape.lastRow, indicators: rememberedAnswers(sheet, flat, surroundings) } : withOwnIndicator(sheets, guessTable(sheet, index, shape, fileName, surroundings), surroundings);
}
