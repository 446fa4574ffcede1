import type { BlockSpec } from '@konzeptwerkstatt/document-model';
import { asOf, commentary, paragraph } from './report-blocks.js';
import type { ReportContribution, ReportFacts, ReportSection } from './report-facts.js';
import { ReportTables } from './report-tables.js';
import type { ReportWords } from './words/report-words.js';

const verdicts = ['considered', 'partly', 'not', 'noted', 'forwarded', null] as const;

/** The words as they were said. A text has one language in its blocks, so what was said in another one names it. */
function said({ title, text, replacement, language }: ReportContribution, { t, otherLanguage }: ReportWords): string {
  const own = [title ?? '', text].filter((part) => part.trim() !== '').join(': ');
  const words = [own, replacement === null ? '' : t('participation.replacement', { text: replacement })].filter((part) => part !== '').join('\n');
  const other = otherLanguage(language);
  return words === '' || other === null ? words : `${words} [${other}]`;
}

/** What it is about where that is a goal or a measure, and what was said. */
function contributionCell(one: ReportContribution, words: ReportWords): string {
  const name = [one.about?.number ?? '', one.about?.title ?? ''].filter((part) => part !== '').join(' ');
  return [name === '' ? '' : words.t('participation.about', { about: name }), said(one, words)].filter((part) => part !== '').join(': ');
}

function synopsis({ title, own }: { readonly title: string; readonly own: readonly ReportContribution[] }, tables: ReportTables, words: ReportWords): BlockSpec[] {
  const { t } = words;
  return tables.next(t('table.synopsis', { title }), [t('head.contribution'), t('head.from'), t('head.result'), t('head.reasons')], own.map((one) => [
    contributionCell(one, words), one.organisation ?? t('participation.nobody'), t(`verdict.${one.verdict ?? 'none'}`), one.reasons === '' ? t('none') : one.reasons,
  ]));
}

/** How many contributions there are, how many of them are said in the name of an organisation, and of how many. */
export function participantsOf(contributions: readonly ReportContribution[]): { readonly count: number; readonly named: number; readonly organisations: number } {
  const names = contributions.flatMap(({ organisation }) => organisation ?? []);
  return { count: contributions.length, named: names.length, organisations: new Set(names).size };
}

/** What was said to a concept and what became of it. Organisations are named, persons are not. */
export function participationReport(facts: ReportFacts, words: ReportWords): ReportSection[] {
  const { t, number } = words;
  const tables = new ReportTables(words);
  const { contributions, sections } = facts;
  const counted = verdicts.flatMap((verdict): string[][] => {
    const found = contributions.filter((one) => one.verdict === verdict).length;
    return found === 0 ? [] : [[t(`verdict.${verdict ?? 'none'}`), number(found)]];
  });
  const parts = [...sections.map(({ id, title }) => ({ title, own: contributions.filter(({ sectionId }) => sectionId === id) })),
    { title: t('participation.whole'), own: contributions.filter(({ sectionId }) => !sections.some(({ id }) => id === sectionId)) }];
  return [
    {
      title: t('participation.title'),
      blocks: [
        asOf(facts, words),
        paragraph(t('participation.text', participantsOf(contributions))),
        ...(counted.length === 0 ? [] : tables.next(t('table.by-result'), [t('head.result'), t('head.contributions')], counted)),
        ...commentary(t('comment.participation')),
      ],
    },
    ...parts.flatMap((part) => (part.own.length === 0 ? [] : [{ title: part.title, blocks: synopsis(part, tables, words) }])),
  ];
}
