import { checkField, DOCUMENT_LANGUAGES, documentWords } from '@konzeptwerkstatt/document-model';
import type { DecisionState, DocumentLanguage, FundingState, MeasureStatus, MeasureType, Priority } from '@konzeptwerkstatt/document-model';
import { readPeriodWords } from './period-words.policy.js';

/** Fields of a measure that go out in a spreadsheet and come back, in the order of its columns. */
export const SHEET_FIELDS = [
  'title', 'type', 'status', 'decisionState', 'priority', 'lead', 'contact', 'partner', 'targetGroup', 'district', 'period', 'resources', 'budgetAmount', 'fundingSource',
  'fundingState', 'fundingUntil', 'staffPositions',
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

/** As the document holds it; null is not set, lists are sorted. */
export type SheetValue = string | null | readonly string[];
export type SheetValues = Readonly<Record<SheetField, SheetValue>>;

/** As much of a measure as the sheet shows. */
export interface SheetMeasure {
  readonly title: string;
  readonly type: MeasureType | null;
  readonly status: MeasureStatus | null;
  readonly decisionState: DecisionState;
  readonly priority: Priority | null;
  readonly leadOrganisationId: string | null;
  readonly contact: string | null;
  readonly partnerIds: readonly string[];
  readonly targetGroups: readonly string[];
  readonly district: string | null;
  readonly period: string | null;
  readonly resources: string | null;
  readonly budgetAmount: string | null;
  readonly fundingSource: string | null;
  readonly fundingState: FundingState | null;
  readonly fundingUntil: string | null;
  readonly staffPositions: string | null;
}

/** An organisation that a cell may name. */
export interface NamedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
}

/** What a cell was understood as, or why it was not; `words` are those that were not understood. */
export type CellReading = { readonly value: SheetValue } | { readonly problem: CellProblem; readonly words: string };

export const CELL_PROBLEMS = ['title_missing', 'word_unknown', 'organisation_unknown', 'organisation_ambiguous', 'period_unclear', 'number_unclear', 'day_unclear', 'not_computed'] as const;
export type CellProblem = (typeof CELL_PROBLEMS)[number];

/** Heads of the columns of all fields, in a language. */
export function sheetHeads(language: DocumentLanguage): Readonly<Record<SheetField, string>> {
  const { measure, fields } = documentWords(language);
  return Object.fromEntries(SHEET_FIELDS.map((field) => [field, field === 'title' ? measure : fields[field] ?? field])) as Record<SheetField, string>;
}

/** The closed list of a field, key to word, in a language; null of a field that has none. */
export function sheetWords(field: SheetField, language: DocumentLanguage): Readonly<Record<string, string>> | null {
  const words = documentWords(language);
  switch (field) {
    case 'type': return words.types;
    case 'status': return words.statuses;
    case 'decisionState': return words.decisionStates;
    case 'priority': return words.priorities;
    case 'targetGroup': return words.targetGroups;
    case 'fundingState': return words.fundingStates;
    default: return null;
  }
}

/** Between the members of a list; names hold commas. */
export const LIST_SEPARATOR = ' | ';

/** The values of a measure as the sheet takes them. */
export function sheetValues(measure: SheetMeasure): SheetValues {
  const { title, type, status, decisionState, priority, contact, district, period, resources, budgetAmount, fundingSource, fundingState, fundingUntil, staffPositions } = measure;
  return {
    title, type, status, decisionState, priority, lead: measure.leadOrganisationId, contact, partner: [...measure.partnerIds].sort(), targetGroup: [...measure.targetGroups].sort(),
    district, period, resources, budgetAmount, fundingSource, fundingState, fundingUntil, staffPositions,
  };
}

/** A decimal as a cell shows it and as it is compared: without zeros that say nothing. */
function plainDecimal(value: string): string {
  if (!value.includes('.')) return value;
  // By hand: the values come from anybody's file, and `0+$` is quadratic on zeros that something follows.
  let end = value.length;
  while (value[end - 1] === '0') end -= 1;
  return value.slice(0, value[end - 1] === '.' ? end - 1 : end);
}

/** How the words of a cell are made. */
export interface CellWording {
  readonly language: DocumentLanguage;
  readonly nameOf: (id: string) => string | null;
}

/** The words of one value, as they stand in its cell. */
export function cellText(field: SheetField, value: SheetValue, { language, nameOf }: CellWording): string {
  if (value === null) return '';
  const word = (text: string): string => {
    if (field === 'lead' || field === 'partner') return nameOf(text) ?? '';
    if (field === 'period') return documentWords(language).period(text);
    if (field === 'fundingUntil') return plainDay(text, language);
    if (field === 'budgetAmount' || field === 'staffPositions') return plainDecimal(text);
    return sheetWords(field, language)?.[text] ?? text;
  };
  return typeof value === 'string' ? word(value) : value.map(word).filter((text) => text !== '').join(LIST_SEPARATOR);
}

/** A day as a spreadsheet takes it for one: without the marks that give it its direction in a text. */
export const plainDay = (day: string, language: DocumentLanguage): string => documentWords(language).day(day).replace(/[\u200E\u200F]/g, '');

/** Digits as they are stored, whichever a keyboard writes. */
const latinDigits = (text: string): string => text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660)).replace(/[\u200E\u200F]/g, '');

/** What may differ between two texts without meaning anything: blanks at the ends and kinds of line ends. */
export function tidyCell(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\u00A0/g, ' ').trim();
}

const folded = (text: string): string => tidyCell(text).toLocaleLowerCase('de');

/** Whatever the language of the sheet: no word of a list means something else in another one. */
function oneWord(field: SheetField, text: string): CellReading {
  const known = DOCUMENT_LANGUAGES.flatMap((language) => Object.entries(sheetWords(field, language) ?? {}));
  const found = known.find(([key, word]) => folded(word) === folded(text) || key === text);
  return found === undefined ? { problem: 'word_unknown', words: text } : { value: found[0] };
}

function oneOrganisation(text: string, organisations: readonly NamedOrganisation[]): CellReading {
  const byName = organisations.filter(({ name }) => folded(name) === folded(text));
  const found = byName.length > 0 ? byName : organisations.filter(({ shortName }) => shortName !== null && folded(shortName) === folded(text));
  if (found.length > 1) return { problem: 'organisation_ambiguous', words: text };
  return found[0] === undefined ? { problem: 'organisation_unknown', words: text } : { value: found[0].id };
}

/** `1.250,50`, `1250.5`, `0,75`: a comma is a decimal comma, points before it group; without a comma one point with up to two digits behind it is a decimal point. */
function decimalOf(text: string): CellReading {
  const plain = text.replace(/\s|€|EUR/gi, '');
  const german = /^\d{1,3}(\.\d{3})*(,\d{1,2})?$|^\d+(,\d{1,2})?$/.test(plain) && !/^\d+\.\d{1,2}$/.test(plain);
  const machine = /^\d+(\.\d{1,2})?$/.test(plain);
  if (!german && !machine) return { problem: 'number_unclear', words: text };
  const value = german ? plain.replaceAll('.', '').replace(',', '.') : plain;
  return { value: value.replace(/^0+(?=\d)/, '') };
}

/** `31.12.2027`, `31/12/2027` or `2027-12-31`; a spreadsheet may add a time. */
function dayOf(text: string): CellReading {
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  const value = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.replace(/T00:00:00.*$/, '');
  return checkField('measure', 'fundingUntil', value) === null ? { value } : { problem: 'day_unclear', words: text };
}

function listOf(text: string, read: (part: string) => CellReading): CellReading {
  const values: string[] = [];
  // Each word once: what a file repeats ten thousand times is looked up once.
  for (const part of new Set(text.split(/[|\n]/).map(tidyCell).filter((word) => word !== ''))) {
    const reading = read(part);
    if ('problem' in reading) return reading;
    values.push(reading.value as string);
  }
  return { value: [...new Set(values)].sort() };
}

/** What the words of a cell mean. An empty cell means not set. */
export function readCell(field: SheetField, text: string, organisations: readonly NamedOrganisation[]): CellReading {
  const words = tidyCell(text);
  switch (field) {
    case 'partner': return listOf(words, (part) => oneOrganisation(part, organisations));
    case 'targetGroup': return listOf(words, (part) => oneWord(field, part));
    case 'title': return words === '' ? { problem: 'title_missing', words } : { value: words.replace(/\s+/g, ' ') };
    default: break;
  }
  // A measure is always in some state of the decision; an empty cell means that it has not begun.
  if (words === '') return { value: field === 'decisionState' ? 'draft' : null };
  switch (field) {
    case 'lead': return oneOrganisation(words, organisations);
    case 'period': {
      const period = readPeriodWords(latinDigits(words));
      return period === null ? { problem: 'period_unclear', words } : { value: period };
    }
    case 'fundingUntil': return dayOf(latinDigits(words));
    case 'budgetAmount':
    case 'staffPositions': return decimalOf(latinDigits(words));
    case 'contact':
    case 'district':
    case 'resources':
    case 'fundingSource': return { value: words };
    default: return oneWord(field, words);
  }
}

/** Whether two values of a field mean the same. */
export function sameSheetValue(field: SheetField, one: SheetValue, other: SheetValue): boolean {
  if (one === null || other === null || typeof one !== typeof other) return one === other;
  if (typeof one !== 'string') return JSON.stringify(one) === JSON.stringify(other);
  if (field === 'budgetAmount' || field === 'staffPositions') return plainDecimal(one) === plainDecimal(other as string);
  return one === other;
}
