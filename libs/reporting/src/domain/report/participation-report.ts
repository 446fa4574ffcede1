import type { BlockSpec } from '@konzeptwerkstatt/document-model';
import { asOf, commentary, count, paragraph, table } from './report-blocks.js';
import type { ReportContribution, ReportFacts, ReportSection } from './report-facts.js';

const verdictWords = { considered: 'berücksichtigt', partly: 'teilweise berücksichtigt', not: 'nicht berücksichtigt', noted: 'zur Kenntnis genommen', forwarded: 'weitergegeben' } as const;
const verdictWord = (verdict: ReportContribution['verdict']): string => (verdict === null ? 'noch nicht beantwortet' : verdictWords[verdict]);

const words = ({ title, text }: ReportContribution): string => [title ?? '', text].filter((part) => part.trim() !== '').join(': ');

const synopsis = (contributions: readonly ReportContribution[]): BlockSpec =>
  table(['Rückmeldung', 'Von', 'Ergebnis', 'Begründung'], contributions.map((one) => [words(one), one.organisation ?? 'ohne Organisation', verdictWord(one.verdict), one.reasons === '' ? '–' : one.reasons]));

/** What was said to a concept and what became of it. Organisations are named, persons are not. */
export function participationReport(facts: ReportFacts): ReportSection[] {
  const { contributions, sections } = facts;
  const counted = [...Object.keys(verdictWords), null].flatMap((verdict): string[][] => {
    const found = contributions.filter((one) => one.verdict === verdict).length;
    return found === 0 ? [] : [[verdictWord(verdict as ReportContribution['verdict']), String(found)]];
  });
  const organisations = new Set(contributions.flatMap(({ organisation }) => (organisation === null ? [] : [organisation])));
  const parts = [...sections.map(({ id, title }) => ({ title, own: contributions.filter(({ sectionId }) => sectionId === id) })),
    { title: 'Zum ganzen Konzept', own: contributions.filter(({ sectionId }) => !sections.some(({ id }) => id === sectionId)) }];
  return [
    {
      title: 'Wer sich beteiligt hat',
      blocks: [
        asOf(facts),
        paragraph(`Es gibt ${count(contributions.length, 'Rückmeldung', 'Rückmeldungen')} von ${count(organisations.size, 'Organisation', 'Organisationen')}.`),
        ...(counted.length === 0 ? [] : [table(['Ergebnis', 'Rückmeldungen'], counted)]),
        ...commentary('So lief die Beteiligung'),
      ],
    },
    ...parts.flatMap(({ title, own }) => (own.length === 0 ? [] : [{ title, blocks: [synopsis(own)] }])),
  ];
}
