import { isHeaderAgain } from '@konzeptwerkstatt/kernel';
import { MAX_DESCRIPTION_LENGTH, tidyTitle, titleProblems } from './title.policy.js';
import { fieldProblems } from './field-value.policy.js';
import { plainHead } from './measure-list.columns.js';
import { LIST_FIELDS } from './measure-list.js';
import type { ListField, ListReading, ListSheet, SectionTarget } from './measure-list.js';
import { readListCell, similarOrganisations, splitNames } from './measure-list.words.js';
import { SHEET_FIELDS, sheetHeads, tidyCell } from './measure-sheet.fields.js';
import type { NamedOrganisation, SheetField } from './measure-sheet.fields.js';

/** `ready` to become a measure; the others do not: of one title there is one already, no section was said, no title, a section that is not hers to write. */
export const PLANNED_STATES = ['ready', 'duplicate', 'no_section', 'no_title', 'title_too_long', 'locked', 'too_long'] as const;

/** Words that no field takes; they are kept in the measure's text. */
export interface KeptWords {
  readonly field: ListField;
  readonly words: string;
}

/** A row as it would become a measure. */
export interface PlannedRow {
  /** Line in the list, from 1. */
  readonly line: number;
  readonly state: (typeof PLANNED_STATES)[number];
  readonly title: string;
  readonly description: string;
  /** Values of the measure by key without block id. */
  readonly values: Readonly<Record<string, string | true>>;
  readonly kept: readonly KeptWords[];
  readonly target: SectionTarget | null;
  /** Title of the goal it serves; null: the nearest one above it. */
  readonly goal: string | null;
}

/** What a list is held against. */
export interface ListSurroundings {
  readonly organisations: readonly NamedOrganisation[];
  /** The edition's sections, by whose titles the words of the list are understood as long as nobody says otherwise. */
  readonly sections: readonly { readonly sectionId: string; readonly title: string }[];
  /** Titles of the edition's measures. */
  readonly titles: readonly string[];
  /** Sections that the person may write. */
  readonly writableSections: ReadonlySet<string>;
  readonly mayAddSections: boolean;
}

/** What a list would do. */
export interface ListPlan {
  readonly rows: readonly PlannedRow[];
  /** What stands in the section column, in the order of the list; empty words: rows without. */
  readonly sections: readonly { readonly words: string; readonly count: number }[];
  /** Names that no organisation has, with those that may be meant. */
  readonly names: readonly { readonly words: string; readonly similar: readonly NamedOrganisation[] }[];
}

const valueFields = SHEET_FIELDS.filter((field) => field !== 'title');
/** By title, whatever its blanks and capitals. */
const titleKey = (title: string): string => tidyTitle(title).toLocaleLowerCase('de');

interface Line {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<ListField, string>>>;
}

/** Rows below the heads. A merged section cell counts for all its rows; empty rows and heads that are repeated are passed over. */
function linesOf({ rows }: ListSheet, { headerRow, headerRows, columns }: ListReading): Line[] {
  const heads = rows.slice(headerRow, headerRow + headerRows);
  let section = '';
  return rows.flatMap((row, index): Line[] => {
    if (index < headerRow + headerRows || isHeaderAgain(row, heads)) return [];
    const cells = Object.fromEntries(LIST_FIELDS.flatMap((field) => {
      const column = columns[field];
      return column === undefined ? [] : [[field, tidyCell(row[column] ?? '')]];
    })) as Partial<Record<ListField, string>>;
    const { section: own = '', ...others } = cells;
    if (own !== '') section = own;
    if (Object.values(others).every((text) => text === '')) return [];
    return [{ line: index + 1, cells: { ...cells, section } }];
  });
}

type Setter = (field: SheetField, key: string, value: string | true, words: string) => void;

/** Reads the words of rows, with what people said of names. */
class RowReader {
  readonly unknown = new Map<string, number>();
  private readonly byWords: ReadonlyMap<string, string | null>;

  constructor(private readonly organisations: readonly NamedOrganisation[], { organisations: answers }: ListReading) {
    this.byWords = new Map(answers.map(({ words, organisationId }) => [plainHead(words), organisationId]));
  }

  /** The organisation that is meant; null when that is not known. */
  organisation(words: string): string | null {
    const answer = this.byWords.get(plainHead(words));
    if (answer !== undefined) return answer;
    const reading = readListCell('lead', words, this.organisations);
    if (!('problem' in reading)) return reading.value as string | null;
    this.unknown.set(words, (this.unknown.get(words) ?? 0) + 1);
    return null;
  }

  values({ cells }: Line): { values: Record<string, string | true>; kept: KeptWords[] } {
    const [values, kept]: [Record<string, string | true>, KeptWords[]] = [{}, []];
    const set: Setter = (field, key, value, words) => {
      if (fieldProblems('measure', key, value, []).length > 0) kept.push({ field, words });
      else values[key] = value;
    };
    for (const field of valueFields) {
      const words = cells[field] ?? '';
      if (words === '') continue;
      if (field === 'lead') this.lead(words, set, kept);
      else if (field === 'period') this.period(words, cells.periodEnd ?? '', set, kept);
      else if (field === 'partner' || field === 'targetGroup') this.members(field, words, set, kept);
      else {
        const reading = readListCell(field, words, this.organisations);
        if ('problem' in reading || typeof reading.value !== 'string') kept.push({ field, words });
        else set(field, field, reading.value, words);
      }
    }
    if (cells.periodEnd && !cells.period) kept.push({ field: 'periodEnd', words: cells.periodEnd });
    return { values, kept };
  }

  /** From one column, or from two that say when it begins and when it ends. */
  private period(from: string, until: string, set: Setter, kept: KeptWords[]): void {
    const words = until === '' ? from : `${from} bis ${until}`;
    const reading = readListCell('period', words, this.organisations);
    if ('problem' in reading || typeof reading.value !== 'string') kept.push({ field: 'period', words });
    else set('period', 'period', reading.value, words);
  }

  private lead(words: string, set: Setter, kept: KeptWords[]): void {
    const id = this.organisation(words);
    if (id === null) kept.push({ field: 'lead', words });
    else set('lead', 'lead', id, words);
  }

  private members(field: 'partner' | 'targetGroup', words: string, set: Setter, kept: KeptWords[]): void {
    const isKnown = (name: string): boolean => (field === 'partner' && this.byWords.get(plainHead(name)) !== undefined) || !('problem' in readListCell(field === 'partner' ? 'lead' : field, name, this.organisations));
    for (const name of splitNames(words, isKnown)) {
      const reading = field === 'partner' ? null : readListCell(field, name, this.organisations);
      const member = reading === null ? this.organisation(name) : 'problem' in reading ? null : (reading.value as readonly string[])[0] ?? null;
      if (member === null) kept.push({ field, words: name });
      else set(field, `${field}/${member}`, true, name);
    }
  }
}

const ownHeads = { number: 'Nummer', goal: 'Ziel', section: 'Handlungsfeld', description: 'Beschreibung', periodEnd: 'Zeitraum bis' } as const;
/** What a plain head of a kept word is called in the text. */
const headOf = (field: ListField): string => ({ ...sheetHeads('de'), ...ownHeads })[field];

function descriptionOf({ cells }: Line, kept: readonly KeptWords[]): string {
  const number = cells.number ? [`${headOf('number')}: ${cells.number}`] : [];
  const byField = Map.groupBy(kept, ({ field }) => field);
  const lines = [...byField].map(([field, words]) => `${headOf(field)}: ${words.map((entry) => entry.words).join('; ')}`);
  return [...(cells.description ? [cells.description] : []), ...lines, ...number].join('\n');
}

/**
 * What each row of a list becomes. Nothing that stands in it is dropped: words that no field takes go into the measure's text under the name
 * of their column. Rows of a title that is there already, or came before, are duplicates.
 */
export function planList(sheet: ListSheet, reading: ListReading, surroundings: ListSurroundings): ListPlan {
  const lines = linesOf(sheet, reading);
  const reader = new RowReader(surroundings.organisations, reading);
  const byTitle = surroundings.sections.map(({ sectionId, title }): SectionTarget => ({ words: title, sectionId, newTitle: null }));
  const targets = new Map([...byTitle, ...reading.targets].map((target) => [plainHead(target.words), target]));
  const titles = new Set(surroundings.titles.map(titleKey));
  const stateOf = (title: string, description: string, target: SectionTarget | null): PlannedRow['state'] => {
    if (tidyTitle(title) === '') return 'no_title';
    if (titleProblems(title).length > 0) return 'title_too_long';
    if (description.length > MAX_DESCRIPTION_LENGTH) return 'too_long';
    if (target === null || (target.sectionId === null && target.newTitle === null)) return 'no_section';
    if (target.sectionId === null ? !surroundings.mayAddSections : !surroundings.writableSections.has(target.sectionId)) return 'locked';
    return titles.has(titleKey(title)) && !reading.withDuplicates ? 'duplicate' : 'ready';
  };
  const rows = lines.map((line): PlannedRow => {
    const title = line.cells.title ?? '';
    const { values, kept } = reader.values(line);
    const description = descriptionOf(line, kept);
    const target = targets.get(plainHead(line.cells.section ?? '')) ?? null;
    const state = stateOf(title, description, target);
    if (state === 'ready') titles.add(titleKey(title));
    return { line: line.line, state, title: tidyTitle(title), description, values, kept, target, goal: line.cells.goal ? tidyTitle(line.cells.goal) : null };
  });
  const counts = new Map<string, number>();
  for (const { cells } of lines) counts.set(cells.section ?? '', (counts.get(cells.section ?? '') ?? 0) + 1);
  return {
    rows,
    sections: [...counts].map(([words, count]) => ({ words, count })),
    names: [...reader.unknown.keys()].map((words) => ({ words, similar: similarOrganisations(words, surroundings.organisations) })),
  };
}
