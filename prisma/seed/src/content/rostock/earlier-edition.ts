import { paragraphs } from '../city-content.js';
import type { EarlierEditionContent, GoalContent, MeasureContent, SectionContentSource } from '../city-content.js';

const SOURCE = 'Gesemann/Freudenberg/Walther 2022, Abschnitt 4.2, CC BY 4.0';
const MINUTES = 'https://ksd.rostock.de/bi/to020?TOLFDNR=7056570';
const FIELD_NOTE = `Handlungsfeld: öffentliche Niederschrift (${MINUTES}). Text, Ziele und Maßnahmen sind Beispiele, nicht der beschlossene Text.`;

function chapter(title: string, ...texts: readonly string[]): SectionContentSource {
  return { kind: 'chapter', title, sourceNote: `Fakten: ${SOURCE}, und öffentliche Seiten der Stadt. Text in eigenen Worten, als Beispiel.`, text: paragraphs(...texts), goals: [] };
}

function field(title: string, text: string, ...goals: readonly GoalContent[]): SectionContentSource {
  return { kind: 'field_of_action', title, sourceNote: FIELD_NOTE, text: paragraphs(text), goals };
}

function goal(title: string, description: string, ...measures: readonly MeasureContent[]): GoalContent {
  return { kind: 'guiding', title: `${title} (Beispiel)`, description, measures };
}

/** The eight fields of action are those of the concept; what stands in them is invented, and says so. */
const fields: readonly SectionContentSource[] = [
  field('Willkommensstruktur und interkulturelle Öffnung', 'Wer neu in die Stadt kommt, findet schnell die richtige Stelle; die Verwaltung stellt sich auf Vielfalt ein.',
    goal('Ämter verstehen und werden verstanden', 'Beschäftigte mit Publikum sind vorbereitet.', {
      title: 'Fortbildungen für Ämter mit viel Publikum (Beispiel)', description: 'Zwei Tage im Jahr für Beschäftigte mit Publikumsverkehr.', type: 'new', status: 'done', lead: 'personnel', partners: ['integration'],
      targetGroups: ['administration_staff'], period: '2014/2018',
    }, {
      title: 'Wegweiser für Neuzugewanderte (Beispiel)', description: 'Ein Heft mit Anlaufstellen, das einmal im Jahr erneuert wird.', type: 'new', status: 'done', lead: 'integration', partners: ['network'], targetGroups: ['newcomers'], period: '2014/2016',
    })),
  field('Bildung/Ausbildung', 'Herkunft soll nicht über Bildungswege entscheiden.',
    goal('Eltern kennen die Wege in Kita und Schule', 'Familien werden in ihrer Sprache angesprochen.', {
      title: 'Elternlotsen in Kitas (Beispiel)', description: 'Lotsinnen und Lotsen begleiten Familien in vier Kitas.', type: 'pilot', status: 'continued', lead: 'schools', partners: ['harbour'], targetGroups: ['families'], period: '2014/2019',
    })),
  field('Sprachförderung', 'Deutsch zu lernen und die eigene Sprache zu pflegen schließen einander nicht aus.',
    goal('Sprachangebote sind leicht zu finden', 'Kurse sind nah und gut zu erreichen.', {
      title: 'Übersicht aller Sprachkurse (Beispiel)', description: 'Eine gemeinsame Liste der Träger, viermal im Jahr.', type: 'new', status: 'done', lead: 'integration', partners: ['welfare', 'research'], targetGroups: ['everyone'], period: '2014/2015',
    })),
  field('Qualifizierung/Arbeit', 'Abschlüsse und Erfahrungen sollen im Arbeitsleben zählen.',
    goal('Betriebe und Bewerbende lernen sich kennen', 'Kontakte entstehen früh.', {
      title: 'Betriebsbesuche für Jugendliche (Beispiel)', description: 'Sechs Betriebe öffnen im Jahr ihre Türen.', type: 'pilot', status: 'done', lead: 'companies', partners: ['schools'], targetGroups: ['children_youth', 'companies'], period: '2015/2018',
    })),
  field('Gesundheit/Soziales', 'Beratung und Versorgung sollen alle erreichen.',
    goal('Beratung ist verständlich', 'Dolmetschen ist geregelt.', {
      title: 'Liste ehrenamtlicher Dolmetscherinnen und Dolmetscher (Beispiel)', description: 'Für Gespräche in Beratungsstellen.', type: 'new', status: 'done', lead: 'welfare', partners: ['harbour'], targetGroups: ['everyone'], period: '2014/2017',
    })),
  field('Politik und Gesellschaft', 'Wer hier lebt, soll mitreden und sich engagieren können.',
    goal('Vereine werden beraten', 'Engagement hat eine Ansprechperson.', {
      title: 'Beratung für migrantische Vereine (Beispiel)', description: 'Sprechstunde zu Gründung und Anträgen, einmal im Monat.', type: 'new', status: 'continued', lead: 'integration', partners: ['harbour', 'network'], targetGroups: ['migrant_organisations'], period: '2014/2020',
    })),
  field('Interreligiöser Dialog', 'Menschen verschiedenen Glaubens und ohne Glauben begegnen sich mit Respekt.',
    goal('Gemeinden öffnen ihre Türen', 'Begegnung hat feste Termine.', {
      title: 'Woche der offenen Gemeinden (Beispiel)', description: 'Gemeinden laden gemeinsam ein.', type: 'new', status: 'done', lead: 'network', targetGroups: ['everyone'], period: '2014/2019',
    })),
  field('Integration im Stadtteil', 'Zusammenleben entscheidet sich in der Nachbarschaft.',
    goal('Treffpunkte sind nah und offen', 'Jeder Stadtteil hat einen Ort, an dem man sich trifft.', {
      title: 'Stadtteiltreffs länger öffnen (Beispiel)', description: 'Zwei Treffs öffnen auch am Wochenende.', type: 'pilot', status: 'continued', lead: 'district', partners: ['welfare'], targetGroups: ['everyone'], period: '2014/2019',
    })),
];

/** Rostock's first concept: title, fields of action, body and day are facts, everything else is an example. */
export const earlier: EarlierEditionContent = {
  edition: {
    title: 'Integrationskonzept der Hansestadt Rostock „Zukunft in Vielfalt“ (Beispiel)',
    year: 2014,
    sourceNote: `Titel: ${SOURCE}. Handlungsfelder, Gremium und Tag des Beschlusses: öffentliche Seiten der Stadt. Ziele und Maßnahmen sind Beispiele, nicht der beschlossene Text.`,
  },
  sections: [
    chapter('Einleitung',
      'Dieses Dokument zeigt als Beispiel, wie ein beschlossenes Konzept in der Konzeptwerkstatt aussieht. Es ist nicht das von der Bürgerschaft beschlossene Konzept und gibt nicht die Haltung der Stadt wieder.',
      'Das erste Integrationskonzept der Stadt knüpfte an die Leitlinien zur Stadtentwicklung von 2012 an (Abschnitt 4.2.1 der Quelle). Über 180 Menschen wirkten daran mit.'),
    ...fields,
    chapter('Steuerung', 'Einmal im Jahr wird über den Stand der Maßnahmen gesprochen (Beispiel). Das zweite Konzept führt einige von ihnen weiter.'),
  ],
  resolution: {
    bodyName: 'Bürgerschaft', decidedOn: '2014-01-29', result: 'unchanged', adopts: true, votesYes: null, votesNo: null, votesAbstained: null, paperNumber: null, oparlUrl: null,
    remark: 'Gremium und Tag folgen einer öffentlichen Seite der Stadt. Ob der Text dabei geändert wurde und wie abgestimmt wurde, ist hier nicht bekannt.',
    consultations: [{ bodyName: 'Ausschuss der Bürgerschaft', heldOn: '2013-11-12', role: 'preliminary' }],
  },
};
