import { inOwnWords, type OwnWord } from '@konzeptwerkstatt/kernel';
import type { DocumentWords } from './document-words.js';
import { periodIn } from './words.formats.js';

/** A decimal as people write it here, exactly: `1250.5` becomes `1.250,50`. */
function germanAmount(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${fraction.padEnd(2, '0')} €`;
}

/** How many notes a document holds. */
function notesInWords(count: number, left: number): string {
  const held = count === 0 ? 'Ohne Rückmeldungen: Es sind keine offen.' : count === 1 ? 'Mit einer offenen Rückmeldung.' : `Mit ${count} offenen Rückmeldungen.`;
  return left === 0 ? held : `${held} Es sind die neuesten; ${left} ältere sind nicht enthalten.`;
}

/** German words of documents and measure tables, the same as in the interface. */
export const germanWords: DocumentWords = {
  language: 'de',
  titlePage: {
    draft: (day) => `Entwurf, Stand ${day}`, adopted: (day) => `Beschlossene Fassung, Stand ${day}`, measuresOf: (organisation) => `Maßnahmen von ${organisation}`, excerpt: (section) => `Auszug: ${section}`,
    example: 'Dieses Dokument ist ein Beispiel.',
  },
  contents: 'Inhalt',
  measureTable: 'Alle Maßnahmen in einer Tabelle',
  number: 'Nr.',
  goal: 'Ziel',
  measure: 'Maßnahme',
  untitledGoal: 'Ziel ohne Titel',
  untitledMeasure: 'Maßnahme ohne Titel',
  undescribedPicture: 'Bild ohne Beschreibung',
  noValueYet: 'noch kein Wert',
  missingPicture: (description) => `[Bild fehlt: ${description}]`,
  unshown: (codes) => `Zeichen, die sich in dieser Datei nicht darstellen lassen, stehen als [?]: ${codes}. In der Word-Datei sind sie enthalten.`,
  fields: {
    kind: 'Art des Ziels', type: 'Art', status: 'Stand', decisionState: 'Beschlusslage', lead: 'Federführung', partner: 'Beteiligte', targetGroup: 'Zielgruppen', period: 'Zeitraum',
    resources: 'Ressourcen', budgetAmount: 'Betrag', fundingSource: 'Finanzierung', staffPositions: 'Stellen (VZÄ)', indicator: 'Indikatoren', goal: 'Ziele', priority: 'Priorität',
    fundingState: 'Haushalt', fundingUntil: 'Finanziert bis', contact: 'Ansprechperson', district: 'Sozialraum',
  },
  types: { new: 'neu', continued: 'fortgeführt', permanent: 'dauerhaft', pilot: 'Erprobung', mandate: 'sich einsetzen für' },
  statuses: { idea: 'Idee', planned: 'geplant', running: 'läuft', done: 'abgeschlossen', continued: 'wird fortgeführt', paused: 'ruht', dropped: 'entfallen' },
  decisionStates: { draft: 'Entwurf', proposed: 'vorgeschlagen', adopted: 'beschlossen', rejected: 'abgelehnt' },
  priorities: { high: 'hoch', medium: 'mittel', low: 'niedrig' },
  fundingStates: { subject_to_budget: 'vorbehaltlich Haushalt', secured: 'gesichert' },
  targetGroups: {
    everyone: 'alle', children_youth: 'Kinder und Jugendliche', families: 'Familien', women: 'Frauen', older_people: 'ältere Menschen',
    people_with_disabilities: 'Menschen mit Behinderungen', refugees: 'Geflüchtete', newcomers: 'neu Zugewanderte', eu_citizens: 'Menschen aus der EU',
    job_seekers: 'Arbeitsuchende', employees: 'Beschäftigte', companies: 'Unternehmen', students: 'Studierende', volunteers: 'Engagierte',
    migrant_organisations: 'Migrantenorganisationen', administration_staff: 'Verwaltung',
  },
  partyStates: { proposed: 'vorgeschlagen', reserved: 'unter Vorbehalt', declined: 'abgesagt' },
  goalKinds: { guiding: 'Leitziel', sub: 'Teilziel' },
  notes: {
    title: 'Offene Rückmeldungen', mention: 'Rückmeldungen dazu:', whole: 'das ganze Konzept', quote: 'Die Stelle im Text', replacement: 'So soll es heißen', nothing: '(ohne diese Worte)',
    changed: 'Der Text wurde inzwischen geändert.', gone: 'Die Stelle gibt es nicht mehr.', count: notesInWords,
  },
  period: periodIn('de', { from: (from) => `ab ${from}`, between: (from, to) => `${from} bis ${to}`, quarter: (quarter, year) => `${quarter}. Quartal ${year}` }),
  amount: germanAmount,
  posts: (posts) => posts.replace('.', ','),
  day: (day) => day.split('-').reverse().join('.'),
};

/** German words of documents as a municipality says them. */
export function germanWordsWith(ownWords: readonly OwnWord[]): DocumentWords {
  if (ownWords.length === 0) return germanWords;
  const said = inOwnWords(ownWords);
  const all = <Labels extends Readonly<Record<string, string>>>(labels: Labels): Labels => Object.fromEntries(Object.entries(labels).map(([key, label]) => [key, said(label)])) as Labels;
  const { titlePage, measureTable, measure, untitledMeasure, fields, goalKinds } = germanWords;
  return {
    ...germanWords, measureTable: said(measureTable), measure: said(measure), untitledMeasure: said(untitledMeasure), fields: all(fields), goalKinds: all(goalKinds),
    titlePage: { ...titlePage, measuresOf: (organisation) => `${said('Maßnahmen')} von ${organisation}` },
  };
}
