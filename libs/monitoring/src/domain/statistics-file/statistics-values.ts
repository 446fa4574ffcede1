import type { PartialDate } from '@konzeptwerkstatt/kernel';
import { isStorableText } from '@konzeptwerkstatt/kernel';
import { inEveryLanguage, keysByWords } from '../indicator-table.words.js';
import { OBSERVATION_STATUSES } from '../observation.entity.js';
import type { ObservationStatus } from '../observation.entity.js';
import { MAX_TEXT_LENGTH } from '../text-field.policy.js';
import { isPossible } from '../unit.policy.js';
import { indicatorOfWords } from './indicator-words.js';
import type { KnownIndicator } from './indicator-words.js';
import { roundDecimal } from './number-cell.js';
import type { KnownRegion } from './region-cell.js';
import { RowReader } from './row-reader.js';
import type { RowFacts } from './row-reader.js';
import { dataRows, isOfficialForm } from './statistics-reading.js';
import type { ColumnMeaning, ColumnRole, StatisticsReading } from './statistics-reading.js';
import { isEmptyCell, isUncomputed, plainWords, STATISTICS_LIMITS, wordsOf } from './statistics-sheet.js';
import type { StatisticsCell, StatisticsSheet } from './statistics-sheet.js';
import { unitFits } from './unit-words.js';
import { readStatus, readValueCell, symbolOf } from './value-cell.js';
import type { ValueReading } from './value-cell.js';

/** Why a value of a file cannot be taken over. */
export const VALUE_PROBLEMS = [
  'REGION_KEY_INVALID', 'REGION_MISSING', 'PERIOD_INVALID', 'DATE_DOES_NOT_EXIST', 'PERIOD_MISSING', 'INDICATOR_UNKNOWN', 'INDICATOR_MISSING', 'NOT_COMPUTED', 'NOT_A_NUMBER', 'NUMBER_TOO_LARGE', 'NOT_WHOLE', 'PERCENT_OUT_OF_RANGE', 'NEGATIVE', 'UNIT_MISMATCH', 'STATUS_UNKNOWN',
  'QUALIFIER_UNKNOWN', 'VERSION_UNKNOWN', 'BREAKDOWN_INVALID', 'RETRIEVED_ON_INVALID', 'TEXT_TOO_LONG', 'SAME_PLACE_TWICE', 'OTHER_VERSION', 'PERIOD_NOT_OVER',
] as const;
export type ValueProblem = (typeof VALUE_PROBLEMS)[number];

/** What was mended or has to be known of a value that can be taken over. */
export const VALUE_NOTES = ['leading_zero', 'rounded', 'ambiguous', 'symbol', 'not_over'] as const;
export type ValueNote = (typeof VALUE_NOTES)[number];

/** What a file says of one value; null: it says nothing of that. */
export interface ReadFacts {
  /** Decimal text with the decimals of the indicator; null when there is none. */
  readonly value: string | null;
  readonly missingReason: string | null;
  readonly qualifier: string | null;
  readonly status: ObservationStatus | null;
  readonly note: string | null;
  readonly source: string | null;
  readonly retrievedOn: string | null;
  /** Version of the definition, where the file names one. */
  readonly version: number | null;
}

/** One value of a file, wherever it belongs. */
export interface ReadValue {
  /** Line of the sheet, from 1, and column, from 0, of what is wrong, otherwise of the value. */
  readonly row: number;
  readonly column: number;
  /** What stands there. */
  readonly words: string;
  readonly problem: ValueProblem | null;
  readonly regionWords: string;
  /** Null when the installation does not know the region: such values stay out. */
  readonly regionId: string | null;
  readonly period: PartialDate | null;
  readonly indicatorId: string | null;
  readonly breakdown: string;
  readonly facts: ReadFacts | null;
  readonly notes: readonly ValueNote[];
}

/** What values are read against. */
export interface ValueSurroundings {
  readonly indicators: readonly KnownIndicator[];
  readonly regions: readonly KnownRegion[];
}

/** How to read a value, as our own files write it; in those for people nothing stands for exact values. */
const qualifiers: Readonly<Record<string, string>> = {
  exact: 'exact', approx: 'approx', less_than: 'less_than', more_than: 'more_than', rounded: 'rounded', derived: 'derived', not_available: 'not_available', ...keysByWords((words) => words.qualifiers, plainWords),
};
/** Our own files say so of values that are withheld because so few people could be recognised: then they say nothing. */
const WITHHELD: ReadonlySet<string> = new Set(['suppressed', ...inEveryLanguage(({ withheld }) => plainWords(withheld))]);
/** Units of which there are whole ones only; a rest means that the file counts in something else. */
const WHOLE: ReadonlySet<string> = new Set(['persons', 'count', 'rank']);
const MAX_WHOLE_DIGITS = 15;

/** Words as they were before a file was made harmless for spreadsheets: `'=1+1`. */
const textOf = (cell: StatisticsCell): string => wordsOf(cell).replace(/^'(?=\s*[=+\-@])/, '');

type Failure = { readonly problem: ValueProblem; readonly column?: number };
const isFailure = (found: unknown): found is Failure => typeof found === 'object' && found !== null && 'problem' in found;

/** The number as the indicator keeps it. */
function numberOf(reading: Extract<ValueReading, { kind: 'value' }>, indicator: KnownIndicator): { value: string; isRounded: boolean } | Failure {
  if (reading.unit !== null && !unitFits(reading.unit, indicator)) return { problem: 'UNIT_MISMATCH' };
  const { value, isRounded } = roundDecimal(reading.value, indicator.decimals);
  if (isRounded && WHOLE.has(indicator.unit)) return { problem: 'NOT_WHOLE' };
  if ((value.split('.')[0] ?? '').replace('-', '').length > MAX_WHOLE_DIGITS) return { problem: 'NUMBER_TOO_LARGE' };
  if (!isPossible(Number(value), indicator.unit, indicator.mayExceedHundred)) return { problem: indicator.unit === 'percent' ? 'PERCENT_OUT_OF_RANGE' : 'NEGATIVE' };
  return { value, isRounded };
}

/** Reads the values of a table, cell by cell. */
class TableReader {
  private readonly rows: RowReader;
  private readonly byId: ReadonlyMap<string, KnownIndicator>;
  private readonly byWords = new Map<string, KnownIndicator | null>();
  private readonly columns: ReadonlyMap<ColumnRole, ColumnMeaning>;
  readonly values: readonly ColumnMeaning[];

  constructor(private readonly reading: StatisticsReading, private readonly surroundings: ValueSurroundings) {
    this.rows = new RowReader(reading, surroundings.regions);
    this.byId = new Map(surroundings.indicators.map((indicator) => [indicator.id, indicator]));
    this.columns = new Map([...reading.columns].reverse().map((meaning) => [meaning.role, meaning]));
    this.values = reading.columns.filter(({ role }) => role === 'value');
    for (const { words, indicatorId } of reading.indicators) {
      const said = indicatorId === null ? null : this.byId.get(indicatorId);
      // What was said of an indicator that has been taken away since is said of nothing.
      if (said !== undefined) this.byWords.set(plainWords(words), said);
    }
  }

  /** The values of one row; a fault of the whole row is told once. */
  read(cells: readonly StatisticsCell[], row: number): ReadValue[] {
    const facts = this.rows.read(cells);
    const told = new Set<string>();
    return this.values.flatMap((meaning): ReadValue[] => {
      const found = this.valueOf(cells, facts, meaning);
      if (found === null) return [];
      const [column, base] = [meaning.column, { row, regionWords: meaning.region ?? facts.regionWords }];
      if (!isFailure(found)) return [{ ...base, column, words: wordsOf(cells[column]), problem: null, ...found }];
      const at = found.column ?? column;
      const key = `${at} ${found.problem}`;
      if (told.has(key)) return [];
      told.add(key);
      return [{ ...base, column: at, words: wordsOf(cells[at]), problem: found.problem, regionId: null, period: null, indicatorId: null, breakdown: '', facts: null, notes: [] }];
    });
  }

  private valueOf(cells: readonly StatisticsCell[], row: RowFacts, meaning: ColumnMeaning): Pick<ReadValue, 'regionId' | 'period' | 'indicatorId' | 'breakdown' | 'facts' | 'notes'> | Failure | null {
    const isOpen = isUncomputed(cells[meaning.column]);
    const reading = this.cellOf(cells, meaning);
    if (reading.kind === 'empty' && !isOpen) return null;
    const indicator = this.indicatorOf(cells, meaning);
    // Somebody has said that these words are none of our indicators.
    if (indicator === null) return null;
    if (isFailure(indicator)) return indicator;
    const [region, period, breakdown] = [this.rows.regionOf(row, meaning), this.rows.periodOf(row, meaning), this.rows.breakdownOf(row, meaning)];
    for (const found of [region, period, breakdown]) if (isFailure(found)) return found;
    const { regionId, hadLostZero } = region as { regionId: string | null; hadLostZero: boolean };
    // Of a region that nobody knows here nothing is taken over anyway.
    if (isOpen) return regionId === null ? null : { problem: 'NOT_COMPUTED' };
    const facts = this.factsOf(cells, meaning, reading, indicator);
    if (isFailure(facts)) return facts;
    return { regionId, period: period as PartialDate, indicatorId: indicator.id, breakdown: breakdown as string, facts: facts.facts, notes: [...(hadLostZero ? (['leading_zero'] as const) : []), ...facts.notes] };
  }

  /** The cell of a value; where it is empty, a symbol or a reason beside it says why. */
  private cellOf(cells: readonly StatisticsCell[], meaning: ColumnMeaning): ValueReading {
    const rules = { decimalSign: this.reading.decimalSign, isOfficial: isOfficialForm(this.reading.form) };
    const reading = readValueCell(cells[meaning.column], rules);
    // In our own tables a point stands for whatever is not shown.
    if (this.reading.form === 'own' && symbolOf(cells[meaning.column] ?? '') === '.') return { kind: 'empty' };
    if (reading.kind !== 'empty') return reading;
    const status = this.statusCell(cells, meaning);
    if (status !== undefined && symbolOf(status.cell) !== null) return readValueCell(status.cell, rules);
    const reason = this.cell(cells, 'missing_reason');
    return reason === null || WITHHELD.has(plainWords(reason.cell)) ? reading : { kind: 'missing', reason: textOf(reason.cell) };
  }

  private indicatorOf(cells: readonly StatisticsCell[], meaning: ColumnMeaning): KnownIndicator | Failure | null {
    const own = meaning.indicatorId ? this.byId.get(meaning.indicatorId) : undefined;
    if (own !== undefined) return own;
    const named = this.cell(cells, 'indicator');
    if (named !== null) {
      const words = plainWords(named.cell);
      if (!this.byWords.has(words)) {
        const found = indicatorOfWords(words, this.surroundings.indicators);
        if (found === null) return { problem: 'INDICATOR_UNKNOWN', column: named.column };
        this.byWords.set(words, found);
      }
      return this.byWords.get(words) ?? null;
    }
    const { indicatorId } = this.reading.defaults;
    return (indicatorId === null ? undefined : this.byId.get(indicatorId)) ?? { problem: 'INDICATOR_MISSING' };
  }

  private factsOf(cells: readonly StatisticsCell[], meaning: ColumnMeaning, reading: ValueReading, indicator: KnownIndicator): { facts: ReadFacts; notes: ValueNote[] } | Failure {
    if (reading.kind === 'unreadable' || reading.kind === 'empty') return { problem: 'NOT_A_NUMBER' };
    const number = reading.kind !== 'value' ? { value: null, isRounded: false } : this.unitMismatch(cells, meaning, indicator) ?? numberOf(reading, indicator);
    if (isFailure(number)) return number;
    const beside = this.besideOf(cells, meaning, indicator);
    if (isFailure(beside)) return beside;
    const ofCell = reading.kind === 'value' ? reading : { qualifier: null, status: null, note: null, isAmbiguous: false };
    const note = [beside.note, ofCell.note].filter((words) => words !== null).join(' · ');
    const facts = { ...beside, value: number.value, missingReason: reading.kind === 'missing' ? reading.reason : null, qualifier: beside.qualifier ?? ofCell.qualifier, status: ofCell.status ?? beside.status, note: note === '' ? null : note };
    if ([facts.note, facts.source, facts.missingReason].some((words) => words !== null && (words.length > MAX_TEXT_LENGTH || !isStorableText(words)))) return { problem: 'TEXT_TOO_LONG' };
    return { facts, notes: [...(number.isRounded ? (['rounded'] as const) : []), ...(ofCell.isAmbiguous ? (['ambiguous'] as const) : []), ...(ofCell.note !== null || (reading.kind === 'missing' && symbolOf(cells[meaning.column] ?? '') !== null) ? (['symbol'] as const) : [])] };
  }

  /** That the unit beside a value, or in the head of its column, is another one; told at the cell where it stands. */
  private unitMismatch(cells: readonly StatisticsCell[], meaning: ColumnMeaning, indicator: KnownIndicator): Failure | null {
    const unit = this.cell(cells, 'unit');
    const words = unit === null ? (meaning.unit ?? '') : wordsOf(unit.cell);
    if (words === '' || unitFits(words, indicator)) return null;
    return { problem: 'UNIT_MISMATCH', ...(unit === null ? {} : { column: unit.column }) };
  }

  /** What stands beside a value. */
  private besideOf(cells: readonly StatisticsCell[], meaning: ColumnMeaning, indicator: KnownIndicator): Omit<ReadFacts, 'value' | 'missingReason'> | Failure {
    const status = this.statusCell(cells, meaning);
    const said = status === undefined || isEmptyCell(status.cell) || symbolOf(status.cell) !== null ? null : readStatus(status.cell);
    if (status !== undefined && said === null && !isEmptyCell(status.cell) && symbolOf(status.cell) === null) return { problem: 'STATUS_UNKNOWN', column: status.column };
    const qualifier = this.cell(cells, 'qualifier');
    if (qualifier !== null && !(plainWords(qualifier.cell) in qualifiers)) return { problem: 'QUALIFIER_UNKNOWN', column: qualifier.column };
    const version = this.cell(cells, 'definition_version');
    if (version !== null && !indicator.definitions.has(Number(version.cell))) return { problem: 'VERSION_UNKNOWN', column: version.column };
    const retrieved = this.rows.retrievedOn(this.cell(cells, 'retrieved_on'));
    if (isFailure(retrieved)) return retrieved;
    const words = (role: ColumnRole): string | null => { const found = this.cell(cells, role); return found === null ? null : textOf(found.cell); };
    return { qualifier: qualifier === null ? null : (qualifiers[plainWords(qualifier.cell)] ?? null), status: OBSERVATION_STATUSES.find((one) => one === said) ?? null, note: words('note'), source: words('source') ?? this.reading.defaults.source, retrievedOn: retrieved, version: version === null ? null : Number(version.cell) };
  }

  private cell(cells: readonly StatisticsCell[], role: ColumnRole): { readonly cell: StatisticsCell; readonly column: number } | null {
    const meaning = this.columns.get(role);
    const cell = meaning === undefined ? undefined : cells[meaning.column];
    return meaning === undefined || cell === undefined || isEmptyCell(cell) ? null : { cell, column: meaning.column };
  }

  /** With several value columns each has its own behind it. */
  private statusCell(cells: readonly StatisticsCell[], { column }: ColumnMeaning): { readonly cell: StatisticsCell; readonly column: number } | undefined {
    const all = this.reading.columns.filter(({ role }) => role === 'status');
    const own = all.find((status) => status.column === column + 1) ?? (this.values.length === 1 || all.length === 1 ? all[0] : undefined);
    return own === undefined ? undefined : { cell: cells[own.column] ?? '', column: own.column };
  }
}

/**
 * Reads all values of a sheet as it is understood. Empty cells are no values.
 * @returns null when there are more than a plan holds
 */
export function readValues(sheet: StatisticsSheet, reading: StatisticsReading, surroundings: ValueSurroundings): ReadValue[] | null {
  const table = new TableReader(reading, surroundings);
  const heads = JSON.stringify(sheet.rows[reading.headRow + reading.headRows - 1] ?? null);
  const values: ReadValue[] = [];
  for (const [index, cells] of dataRows(sheet, reading).entries()) {
    // Tables that were printed repeat their heads.
    if (reading.headRows > 0 && JSON.stringify(cells) === heads) continue;
    values.push(...table.read(cells, reading.headRow + reading.headRows + index + 1));
    if (values.length > STATISTICS_LIMITS.values) return null;
  }
  return values;
}
