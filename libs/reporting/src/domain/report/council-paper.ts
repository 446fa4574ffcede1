import { standingOf } from '../standing.js';
import { asOf, bullet, heading, measuresBySection, paragraph } from './report-blocks.js';
import { participantsOf } from './participation-report.js';
import type { ReportFacts, ReportSection } from './report-facts.js';
import { ReportTables } from './report-tables.js';
import type { ReportWords } from './words/report-words.js';

/** A paper for the deciding body: what it is to resolve, why, who took part and what it costs, with room to write. */
export function councilPaper(facts: ReportFacts, words: ReportWords): ReportSection[] {
  const { t, number, amount } = words;
  const { concept, measures, contributions, municipality, today } = facts;
  const { all } = standingOf(measures, today);
  const answered = contributions.filter(({ verdict }) => verdict !== null).length;
  const bound = measures.filter(({ fundingState }) => fundingState === 'subject_to_budget').length;
  const fields = measuresBySection(facts);
  const costs = [...fields.map(({ title, measures: own }) => [title, number(own.length), amount(standingOf(own, today).all.budget)]), [t('total'), number(all.total), amount(all.budget)]];
  const named = { concept: concept.title, year: String(concept.year), municipality };
  return [
    { title: t('council.proposal'), blocks: [paragraph(t('council.proposal-text', named)), paragraph('')] },
    {
      title: t('council.facts'),
      blocks: [
        asOf(facts, words),
        paragraph(t('council.facts-text', { fields: fields.length, measures: all.total })),
        ...new ReportTables(words).next(t('table.costs'), [t('head.field'), t('head.measures'), t('head.cost')], costs),
        paragraph(''),
      ],
    },
    { title: t('council.participation'), blocks: [paragraph(t('council.participation-text', { ...participantsOf(contributions), answered })), paragraph('')] },
    { title: t('council.money'), blocks: [paragraph(t('council.money-text', { budgeted: all.budgeted, amount: amount(all.budget), bound })), paragraph('')] },
    { title: t('council.annex'), blocks: [heading(t('council.annex-lead')), bullet(t('council.annex-item', named))] },
  ];
}
