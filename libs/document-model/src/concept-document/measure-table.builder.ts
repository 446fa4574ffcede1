import type { DocumentSection, MeasureTable } from './concept-document.js';
import { objectsIn } from './concept-document.js';
import type { DocumentWords } from './document-words.js';

/** What fits a page on its side, and what a council asks for first. */
const columns = ['status', 'lead', 'partner', 'period', 'budgetAmount', 'fundingState'] as const;

/** All measures of these sections as one table; null when there are none. */
export function buildMeasureTable(sections: readonly DocumentSection[], words: DocumentWords): MeasureTable | null {
  const measures = sections.flatMap(({ blocks }) => objectsIn(blocks)).filter(({ kind }) => kind === 'measure');
  if (measures.length === 0) return null;
  return {
    title: words.measureTable,
    head: [words.number, words.measure, ...columns.map((key) => words.fields[key] ?? key)],
    rows: measures.map(({ number, title, fields }) => [number ?? '', title, ...columns.map((key) => fields.find((field) => field.key === key)?.values.join(', ') ?? '')]),
  };
}
