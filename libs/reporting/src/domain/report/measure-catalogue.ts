import type { BlockSpec } from '@konzeptwerkstatt/document-model';
import { asOf, heading, measureName, measuresBySection, paragraph, statusWord } from './report-blocks.js';
import type { ReportFacts, ReportMeasure, ReportSection } from './report-facts.js';
import { ReportTables } from './report-tables.js';
import type { ReportWords } from './words/report-words.js';

/** One measure on its own sheet: what it is, and everything that is known of it. */
function sheet(measure: ReportMeasure, tables: ReportTables, words: ReportWords): BlockSpec[] {
  const { t, amount } = words;
  const { description, lead, partners, period, resources, budgetAmount, fundingSource, fundingState, fundingUntil, status } = measure;
  const rows: readonly (readonly [string, string | null])[] = [
    [t('head.lead'), lead], [t('sheet.partners'), partners.length === 0 ? null : partners.join(', ')], [t('head.period'), period === null ? null : words.period(period)], [t('head.status'), status === null ? null : statusWord(words, status)],
    [t('sheet.resources'), resources], [t('sheet.cost'), budgetAmount === null ? null : amount(budgetAmount)], [t('sheet.funding'), fundingSource], [t('sheet.budget'), fundingState === null ? null : words.ofDocuments.fundingStates[fundingState]],
    [t('sheet.funded-until'), fundingUntil === null ? null : words.day(fundingUntil)],
  ];
  const known = rows.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]]));
  return [
    heading(measureName(words, measure)),
    ...description.split('\n').flatMap((line) => (line.trim() === '' ? [] : [paragraph(line.trim())])),
    ...(known.length === 0 ? [] : tables.next(measureName(words, measure), [t('head.key'), t('head.content')], known)),
  ];
}

/** Every measure with all that is known of it, field by field. */
export function measureCatalogue(facts: ReportFacts, words: ReportWords): ReportSection[] {
  const { t, number } = words;
  const tables = new ReportTables(words);
  const fields = measuresBySection(facts);
  return [
    {
      title: t('sheet.title'),
      blocks: [asOf(facts, words), ...tables.next(t('table.by-field'), [t('head.field'), t('head.measures')], [...fields.map(({ title, measures }) => [title, number(measures.length)]), [t('total'), number(facts.measures.length)]])],
    },
    ...fields.map(({ title, measures }) => ({ title, blocks: [paragraph(t('field.measures', { total: measures.length })), ...measures.flatMap((measure) => sheet(measure, tables, words))] })),
  ];
}
