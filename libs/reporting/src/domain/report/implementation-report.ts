import { germanWords } from '@konzeptwerkstatt/document-model';
import type { BlockSpec } from '@konzeptwerkstatt/document-model';
import { isOverdue, standingOf } from '../standing.js';
import { amountWord, asOf, bullet, commentary, count, germanDay, heading, measuresBySection, numbered, paragraph, statusRows, statusWord, table } from './report-blocks.js';
import type { ReportFacts, ReportMeasure, ReportSection } from './report-facts.js';

const periodWord = (period: string | null): string => (period === null ? '–' : germanWords.period(period));

/** What was reported of a measure, point by point; what was not said is left out. */
function reported({ progress }: ReportMeasure): BlockSpec[] {
  if (progress === null) return [paragraph('Zu dieser Maßnahme liegt kein Bericht vor.')];
  const { organisation, day, done, reached, evidence, obstacles, nextStep, reason } = progress;
  const points: readonly (readonly [string, string | null])[] = [
    ['Geschehen', done], ['Erreichte Menschen', reached === null ? null : reached.replace('.', ',')], ['Nachweis', evidence], ['Hindernisse', obstacles], ['Nächster Schritt', nextStep], ['Grund', reason],
  ];
  return [
    ...points.flatMap(([name, words]) => (words === null || words.trim() === '' ? [] : [bullet(`${name}: ${words.trim()}`)])),
    paragraph(`Bericht von ${organisation} vom ${germanDay(day)}.`),
  ];
}

function fieldSection(title: string, measures: readonly ReportMeasure[], today: string): ReportSection {
  const { all } = standingOf(measures, today);
  return {
    title,
    blocks: [
      paragraph(`${count(all.total, 'Maßnahme', 'Maßnahmen')}, davon ${all.overdue} überfällig. Kosten, soweit angegeben: ${amountWord(all.budget)}.`),
      table(['Maßnahme', 'Stand', 'Federführung', 'Zeitraum'], measures.map((measure) => [
        numbered(measure), `${statusWord(measure.status)}${isOverdue(measure, today) ? ', überfällig' : ''}`, measure.lead ?? '–', periodWord(measure.period),
      ])),
      ...measures.flatMap((measure) => [heading(numbered(measure), 3), ...reported(measure)]),
      ...commentary('Einordnung'),
    ],
  };
}

/** How far a concept's measures are: at a glance, field by field with what was reported, and what no report says. */
export function implementationReport(facts: ReportFacts): ReportSection[] {
  const { all, reported: told } = standingOf(facts.measures, facts.today);
  const untold = facts.measures.filter(({ progress }) => progress === null);
  const overdue = facts.measures.filter((measure) => isOverdue(measure, facts.today));
  return [
    {
      title: 'Auf einen Blick',
      blocks: [
        asOf(facts),
        paragraph(`Das Konzept hat ${count(all.total, 'Maßnahme', 'Maßnahmen')}. Zu ${told} davon liegt ein Bericht vor, ${all.overdue} ${all.overdue === 1 ? 'ist' : 'sind'} überfällig. ${count(all.budgeted, 'Maßnahme nennt', 'Maßnahmen nennen')} Kosten, zusammen ${amountWord(all.budget)}.`),
        table(['Stand', 'Maßnahmen', 'Anteil'], statusRows(all)),
        ...commentary('Zusammenfassung'),
      ],
    },
    ...measuresBySection(facts).map(({ title, measures }) => fieldSection(title, measures, facts.today)),
    {
      title: 'Was offen ist',
      blocks: [
        heading('Überfällig'),
        ...(overdue.length === 0 ? [paragraph('Keine Maßnahme ist überfällig.')] : overdue.map((measure) => bullet(`${numbered(measure)} (${measure.lead ?? 'ohne Federführung'}, ${periodWord(measure.period)})`))),
        heading('Ohne Bericht'),
        ...(untold.length === 0 ? [paragraph('Zu jeder Maßnahme liegt ein Bericht vor.')] : untold.map((measure) => bullet(`${numbered(measure)} (${measure.lead ?? 'ohne Federführung'})`))),
        ...commentary('Ausblick'),
      ],
    },
  ];
}
