import { germanWords } from '@konzeptwerkstatt/document-model';
import type { BlockSpec } from '@konzeptwerkstatt/document-model';
import { amountWord, asOf, count, heading, measuresBySection, numbered, paragraph, statusWord, table } from './report-blocks.js';
import type { ReportFacts, ReportMeasure, ReportSection } from './report-facts.js';

/** One measure on its own sheet: what it is, and everything that is known of it. */
function sheet(measure: ReportMeasure): BlockSpec[] {
  const { description, lead, partners, period, resources, budgetAmount, fundingSource, fundingState, fundingUntil, status } = measure;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Federführung', lead], ['Beteiligte', partners.length === 0 ? null : partners.join(', ')], ['Zeitraum', period === null ? null : germanWords.period(period)], ['Stand', status === null ? null : statusWord(status)],
    ['Ressourcen', resources], ['Kosten', budgetAmount === null ? null : amountWord(budgetAmount)], ['Finanzierung', fundingSource], ['Haushalt', fundingState === null ? null : germanWords.fundingStates[fundingState]],
    ['Finanziert bis', fundingUntil === null ? null : germanWords.day(fundingUntil)],
  ];
  const known = rows.flatMap(([name, words]) => (words === null || words === '' ? [] : [[name, words]]));
  return [
    heading(numbered(measure), 3),
    ...description.split('\n').flatMap((line) => (line.trim() === '' ? [] : [paragraph(line.trim())])),
    ...(known.length === 0 ? [] : [table(['Angabe', 'Inhalt'], known)]),
  ];
}

/** Every measure with all that is known of it, field by field. */
export function measureCatalogue(facts: ReportFacts): ReportSection[] {
  const fields = measuresBySection(facts);
  return [
    {
      title: 'Überblick',
      blocks: [asOf(facts), table(['Handlungsfeld', 'Maßnahmen'], [...fields.map(({ title, measures }) => [title, String(measures.length)]), ['insgesamt', String(facts.measures.length)]])],
    },
    ...fields.map(({ title, measures }) => ({ title, blocks: [paragraph(count(measures.length, 'Maßnahme', 'Maßnahmen')), ...measures.flatMap(sheet)] })),
  ];
}
