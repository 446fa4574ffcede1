import { paragraphs } from '../city-content.js';
import type { SectionContentSource } from '../city-content.js';

export const participation: SectionContentSource = {
  kind: 'field_of_action',
  title: 'Politische Teilhabe',
  sourceNote: 'Handlungsfeld nach Gesemann/Freudenberg/Walther 2022, Abschnitt 4.1.3, CC BY 4.0; Ziele und Maßnahmen sind Beispiele.',
  text: paragraphs(
    'Der Migrantenbeirat besteht seit Februar 2009 (4.1.2). Migrantenorganisationen und Beirat haben die Fortschreibung des Konzepts mit erarbeitet (4.1.2).',
    'Politische Teilhabe heißt hier: informiert sein, mitreden, mitentscheiden (Beispiel).',
  ),
  goals: [
    {
      kind: 'guiding', title: 'Die Stimme von Migrantinnen und Migranten wirkt in der Stadtpolitik (Beispiel)',
      description: 'Anregungen des Beirats und der Vereine bekommen eine Antwort mit Gründen.',
      measures: [
        {
          title: 'Jährlicher Bericht an den Migrantenbeirat (Beispiel)',
          description: 'Das Referat berichtet über den Stand der Maßnahmen, der Beirat nimmt Stellung.',
          type: 'permanent', status: 'running', decisionState: 'adopted', lead: 'integration', partners: ['advisory', 'council'],
          targetGroups: ['everyone', 'migrant_organisations'], period: '2021/..',
        },
        {
          title: 'Geschäftsstelle für den Migrantenbeirat stärken (Beispiel)',
          description: 'Mehr Zeit für Vorbereitung, Übersetzung und Öffentlichkeitsarbeit.',
          type: 'new', status: 'planned', decisionState: 'proposed', partners: ['advisory', 'integration'],
          targetGroups: ['migrant_organisations'], period: '2026-Q3/..', staffPositions: '0.5',
        },
      ],
    },
    {
      kind: 'guiding', title: 'Mehr Menschen kennen ihre Rechte und Wege der Beteiligung (Beispiel)',
      description: 'Wissen über Wahlen, Einbürgerung und Beteiligung ist in vielen Sprachen da.',
      indicators: ['advice_participants'],
      measures: [
        {
          title: 'Informationsabende zur Einbürgerung (Beispiel)',
          description: 'Fachleute erklären Voraussetzungen und Ablauf; Vereine laden ein.',
          type: 'continued', status: 'running', decisionState: 'adopted', lead: 'welcome', partners: ['voices', 'women'],
          targetGroups: ['eu_citizens', 'newcomers'], period: '2024-Q1/2026-Q4', budgetAmount: '6000', fundingSource: 'Kommunaler Haushalt',
        },
        {
          title: 'Kurs „So funktioniert Stadtpolitik“ (Beispiel)',
          description: 'Vier Abende mit Besuch einer Ratssitzung, mit Sprachmittlung.',
          type: 'pilot', status: 'idea', lead: 'voices', partners: ['council', 'research'], targetGroups: ['everyone', 'students'], period: '2026/2027', indicators: ['language_mediation_assignments'],
        },
      ],
    },
    {
      kind: 'sub', title: 'Jugendliche bringen ihre Themen selbst ein (Beispiel)',
      description: 'Noch ohne Maßnahme: Vorschläge aus den Vereinen werden gesammelt.',
      measures: [],
    },
  ],
};
