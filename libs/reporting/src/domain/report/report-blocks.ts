import { germanWords, MEASURE_STATUSES } from '@konzeptwerkstatt/document-model';
import type { BlockSpec, MeasureStatus } from '@konzeptwerkstatt/document-model';
import type { Tally } from '../standing.js';
import type { ReportFacts, ReportMeasure } from './report-facts.js';

export const paragraph = (text: string): BlockSpec => ({ type: 'paragraph', text });
export const heading = (text: string, level: 2 | 3 = 2): BlockSpec => ({ type: level === 2 ? 'heading2' : 'heading3', text });
export const bullet = (text: string): BlockSpec => ({ type: 'bulletItem', text });
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): BlockSpec => ({ type: 'table', header, rows });

/** A heading with room below it, where people write what the figures do not say. */
export const commentary = (title: string): BlockSpec[] => [heading(title), paragraph('')];

/** `YYYY-MM-DD` as `31.12.2026`. */
export const germanDay = (day: string): string => germanWords.day(day);

export const statusWord = (status: MeasureStatus | null): string => (status === null ? 'ohne Angabe' : germanWords.statuses[status]);

export const amountWord = (amount: string | null): string => (amount === null ? '–' : germanWords.amount(amount));

/** How many of what, with the word for one and for more. */
export const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`;

export const numbered = ({ number, title }: Pick<ReportMeasure, 'number' | 'title'>): string => [number, title === '' ? germanWords.untitledMeasure : title].filter((part) => part !== '').join(' ');

/** How many measures are how far, as rows of a table; the last row has them all. */
export function statusRows({ counts, total }: Tally): string[][] {
  const share = (part: number): string => (total === 0 ? '–' : `${Math.round((100 * part) / total)} %`);
  const rows = [...MEASURE_STATUSES, null].flatMap((status) => {
    const found = counts.find((one) => one.status === status)?.count ?? 0;
    return found === 0 ? [] : [[statusWord(status), String(found), share(found)]];
  });
  return [...rows, ['insgesamt', String(total), share(total)]];
}

/** The measures of each section that has some, in the order of the concept. Sections go without their numbers: a report numbers its own. */
export function measuresBySection({ sections, measures }: ReportFacts): { readonly title: string; readonly measures: readonly ReportMeasure[] }[] {
  return sections.flatMap(({ id, title }) => {
    const own = measures.filter(({ sectionId }) => sectionId === id);
    return own.length === 0 ? [] : [{ title, measures: own }];
  });
}

/** Where the data came from and as of when, so that a reader can tell. */
export const asOf = ({ concept, municipality, today }: ReportFacts): BlockSpec =>
  paragraph(`Zusammengestellt am ${germanDay(today)} aus den Angaben zu „${concept.title}“ (${concept.year}), ${municipality}. Der Text kann weitergeschrieben werden; die Zahlen bleiben, wie sie an diesem Tag waren.`);
