import type { BlockSpec } from '@konzeptwerkstatt/document-model';
import { isOverdue, standingOf } from '../standing.js';
import { IndicatorPages } from './indicator-pages.js';
import { asOf, bullet, commentary, heading, measureName, measuresBySection, paragraph, statusRows, statusWord } from './report-blocks.js';
import type { ReportBlock, ReportedProgress, ReportFacts, ReportMeasure, ReportSection } from './report-facts.js';
import { ReportTables } from './report-tables.js';
import type { ReportWords } from './words/report-words.js';

const periodWord = ({ t, period }: ReportWords, text: string | null): string => (text === null ? t('none') : period(text));

/** One report, point by point; what was not said is left out. */
function reportBlocks(report: ReportedProgress, words: ReportWords): BlockSpec[] {
  const { t, number, day } = words;
  const { reached, organisation } = report;
  const points = (['done', 'reached', 'evidence', 'obstacles', 'nextStep', 'reason'] as const).map((name) => [name, name === 'reached' ? (reached === null ? null : number(reached)) : report[name]] as const);
  return [
    ...points.flatMap(([name, said]) => (said === null || said.trim() === '' ? [] : [bullet(t('with', { name: t(`told.${name}`), words: said.trim() }))])),
    paragraph(t('told.by', { organisation, day: day(report.day), status: statusWord(words, report.status) })),
  ];
}

/** What was reported of a measure, by everybody who did. */
function reported({ reports }: ReportMeasure, words: ReportWords): BlockSpec[] {
  return reports.length === 0 ? [paragraph(words.t('told.none'))] : reports.flatMap((report) => reportBlocks(report, words));
}

function measureRows(measures: readonly ReportMeasure[], today: string, words: ReportWords): string[][] {
  const { t } = words;
  const status = (measure: ReportMeasure): string => (isOverdue(measure, today) ? t('status-overdue', { status: statusWord(words, measure.status) }) : statusWord(words, measure.status));
  return measures.map((measure) => [measureName(words, measure), status(measure), measure.lead ?? t('none'), periodWord(words, measure.period)]);
}

/** What observes the goals of a field, with charts and values. */
function observed(pages: IndicatorPages, facts: ReportFacts, sectionId: string, { t }: ReportWords): ReportBlock[] {
  const ids = facts.goals.filter((goal) => goal.sectionId === sectionId).flatMap(({ indicatorIds }) => indicatorIds);
  const blocks = pages.of(ids);
  return blocks.length === 0 ? [] : [heading(t('field.indicators')), ...blocks];
}

/** What is overdue, and what no report says. */
function openSection({ measures, today }: ReportFacts, words: ReportWords): ReportSection {
  const { t } = words;
  const untold = measures.filter(({ reports }) => reports.length === 0);
  const overdue = measures.filter((measure) => isOverdue(measure, today));
  const lead = (measure: ReportMeasure): string => measure.lead ?? t('no-lead');
  return {
    title: t('open.title'),
    blocks: [
      heading(t('open.overdue')),
      ...(overdue.length === 0 ? [paragraph(t('open.no-overdue'))] : overdue.map((measure) => bullet(t('list', { title: measureName(words, measure), facts: t('two', { one: lead(measure), other: periodWord(words, measure.period) }) })))),
      heading(t('open.untold')),
      ...(untold.length === 0 ? [paragraph(t('open.all-told'))] : untold.map((measure) => bullet(t('list', { title: measureName(words, measure), facts: lead(measure) })))),
      ...commentary(t('comment.outlook')),
    ],
  };
}

/** How far a concept's measures are: at a glance, field by field with what was reported and how its goals stand, and what no report says. */
export function implementationReport(facts: ReportFacts, words: ReportWords): ReportSection[] {
  const { t, amount } = words;
  const { all, reported: told } = standingOf(facts.measures, facts.today);
  const tables = new ReportTables(words);
  const pages = new IndicatorPages(facts, words, tables);
  return [
    {
      title: t('glance.title'),
      blocks: [
        asOf(facts, words),
        paragraph(t('glance.text', { total: all.total, told, overdue: all.overdue, budgeted: all.budgeted, amount: amount(all.budget) })),
        ...tables.next(t('table.by-status'), [t('head.status'), t('head.measures'), t('head.share')], statusRows(all, words)),
        ...commentary(t('comment.summary')),
      ],
    },
    ...measuresBySection(facts).map(({ id, title, measures }) => {
      const { all: own } = standingOf(measures, facts.today);
      return {
        title,
        blocks: [
          paragraph(t('field.text', { total: own.total, overdue: own.overdue, amount: amount(own.budget) })),
          ...tables.next(t('table.measures', { title }), [t('head.measure'), t('head.status'), t('head.lead'), t('head.period')], measureRows(measures, facts.today, words)),
          ...measures.flatMap((measure) => [heading(measureName(words, measure)), ...reported(measure, words)]),
          ...observed(pages, facts, id, words),
          ...commentary(t('comment.assessment')),
        ],
      };
    }),
    openSection(facts, words),
  ];
}
