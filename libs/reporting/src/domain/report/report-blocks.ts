import { MEASURE_STATUSES } from '@konzeptwerkstatt/document-model';
import type { BlockSpec, MeasureStatus } from '@konzeptwerkstatt/document-model';
import type { Tally } from '../standing.js';
import type { ReportFacts, ReportGoal, ReportMeasure } from './report-facts.js';
import type { ReportWords } from './words/report-words.js';

export const paragraph = (text: string): BlockSpec => ({ type: 'paragraph', text });
export const heading = (text: string, level: 2 | 3 = 2): BlockSpec => ({ type: level === 2 ? 'heading2' : 'heading3', text });
export const bullet = (text: string): BlockSpec => ({ type: 'bulletItem', text });

/** A heading with room below it, where people write what the figures do not say. */
export const commentary = (title: string): BlockSpec[] => [heading(title), paragraph('')];

/** How far a measure is, in words. */
export const statusWord = ({ t, ofDocuments }: ReportWords, status: MeasureStatus | null): string => (status === null ? t('status.none') : ofDocuments.statuses[status]);

/** Number and title, as it is printed. */
const numbered = (number: string, title: string): string => [number, title].filter((part) => part !== '').join(' ');

/** A measure and a goal, with their numbers as far as they have one. */
export const measureName = ({ ofDocuments }: ReportWords, { number, title }: Pick<ReportMeasure, 'number' | 'title'>): string => numbered(number, title === '' ? ofDocuments.untitledMeasure : title);
export const goalName = ({ ofDocuments }: ReportWords, { number, title }: Pick<ReportGoal, 'number' | 'title'>): string => numbered(number, title === '' ? ofDocuments.untitledGoal : title);

/** How many measures are how far, as rows of a table; the last row has them all. */
export function statusRows({ counts, total }: Tally, words: ReportWords): string[][] {
  const { t, number, percent } = words;
  const share = (part: number): string => (total === 0 ? t('none') : percent(Math.round((100 * part) / total)));
  const rows = [...MEASURE_STATUSES, null].flatMap((status) => {
    const found = counts.find((one) => one.status === status)?.count ?? 0;
    return found === 0 ? [] : [[statusWord(words, status), number(found), share(found)]];
  });
  return [...rows, [t('total'), number(total), share(total)]];
}

/** The measures of each section that has some, in the order of the concept. Sections go without their numbers: a report numbers its own. */
export function measuresBySection({ sections, measures }: ReportFacts): { readonly id: string; readonly title: string; readonly measures: readonly ReportMeasure[] }[] {
  return sections.flatMap(({ id, title }) => {
    const own = measures.filter(({ sectionId }) => sectionId === id);
    return own.length === 0 ? [] : [{ id, title, measures: own }];
  });
}

/** Where the data came from and as of when, so that a reader can tell. */
export const asOf = ({ concept, municipality, today }: ReportFacts, { t, day }: ReportWords): BlockSpec =>
  paragraph(t('as-of', { day: day(today), concept: concept.title, year: String(concept.year), municipality }));
