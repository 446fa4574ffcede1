import type { IndicatorSheet } from '@konzeptwerkstatt/monitoring';
import { IndicatorPages } from './indicator-pages.js';
import { latestWord, targetWord } from './indicator-words.js';
import { asOf, bullet, commentary, goalName, heading, paragraph } from './report-blocks.js';
import { ReportTables } from './report-tables.js';
import type { ReportBlock, ReportFacts, ReportSection } from './report-facts.js';
import type { ReportWords } from './words/report-words.js';

/** The indicators of a field: those of each goal below it, then those that only measures name. */
function fieldBlocks(facts: ReportFacts, sectionId: string, pages: IndicatorPages, words: ReportWords): ReportBlock[] {
  const goals = facts.goals.filter((goal) => goal.sectionId === sectionId);
  const ofGoals = new Set(goals.flatMap(({ indicatorIds }) => indicatorIds));
  const others = facts.measures.filter((measure) => measure.sectionId === sectionId).flatMap(({ indicatorIds }) => indicatorIds.filter((id) => !ofGoals.has(id)));
  const withHeading = (title: string, ids: readonly string[]): ReportBlock[] => {
    const blocks = pages.of(ids);
    return blocks.length === 0 ? [] : [heading(title), ...blocks];
  };
  return [...goals.flatMap((goal) => withHeading(goalName(words, goal), goal.indicatorIds)), ...withHeading(words.t('indicators.of-measures'), others)];
}

const isEmpty = ({ values }: IndicatorSheet): boolean => values.length === 0;

function openBlocks(sheets: readonly IndicatorSheet[], { t, day }: ReportWords): ReportBlock[] {
  const open = sheets.flatMap((sheet) => (isEmpty(sheet) ? [t('list', { title: sheet.name, facts: t('indicators.open-none') })] : sheet.overdueSince === null ? [] : [t('list', { title: sheet.name, facts: t('indicators.open-overdue', { day: day(sheet.overdueSince) }) })]));
  return open.length === 0 ? [paragraph(t('indicators.nothing-open'))] : open.map(bullet);
}

/** How the indicators of a concept's goals and measures stand: all at a glance, then field by field with chart and values, and what is missing. */
export function indicatorReport(facts: ReportFacts, words: ReportWords): ReportSection[] {
  const { t } = words;
  const tables = new ReportTables(words);
  const pages = new IndicatorPages(facts, words, tables);
  const sheets = pages.sheets([...facts.goals, ...facts.measures].flatMap(({ indicatorIds }) => indicatorIds));
  const overview = tables.next(t('table.glance'), [t('head.indicator'), t('head.latest'), t('head.judgement'), t('head.target')], sheets.map((sheet) => [
    sheet.name, latestWord(sheet, words), sheet.assessment === null ? t('none') : t(`judgement.${sheet.assessment.judgement}`), targetWord(sheet, words),
  ]));
  const fields = facts.sections.flatMap(({ id, title }): ReportSection[] => {
    const blocks = fieldBlocks(facts, id, pages, words);
    return blocks.length === 0 ? [] : [{ title, blocks: [...blocks, ...commentary(t('comment.assessment'))] }];
  });
  return [
    {
      title: t('glance.title'),
      blocks: [
        asOf(facts, words),
        ...(sheets.length === 0 ? [paragraph(t('indicators.none'))] : [paragraph(t('indicators.text', { count: sheets.length, known: sheets.filter((sheet) => !isEmpty(sheet)).length })), ...overview]),
        ...commentary(t('comment.summary')),
      ],
    },
    ...fields,
    ...(sheets.length === 0 ? [] : [{ title: t('indicators.open'), blocks: openBlocks(sheets, words) }]),
  ];
}
