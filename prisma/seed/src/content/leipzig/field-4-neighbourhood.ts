import { paragraphs } from '../city-content.js';
import type { SectionContentSource } from '../city-content.js';

export const neighbourhood: SectionContentSource = {
  kind: 'field_of_action',
  title: 'Sozialräumliche Integration',
  sourceNote: 'Handlungsfeld nach Gesemann/Freudenberg/Walther 2022, Abschnitt 4.1.3, CC BY 4.0; Ziele und Maßnahmen sind Beispiele.',
  text: paragraphs(
    'Die Quelle nennt die Initiierung und Koordinierung von Integrationsnetzwerken als Schwerpunkt der Stadt (4.1.3). Bei der Wohnungssuche berichten Befragte von Benachteiligung (4.1.3).',
    'Hier geht es um das Zusammenleben im Stadtteil: Wohnen, Nachbarschaft, Begegnung.',
  ),
  goals: [
    {
      kind: 'guiding', title: 'In jedem Stadtteil gibt es Orte der Begegnung (Beispiel)',
      description: 'Nachbarinnen und Nachbarn treffen sich ohne Schwelle und gestalten die Orte mit.',
      indicators: ['neighbourhood_meetings'],
      measures: [
        {
          title: 'Begegnungsorte in Nachbarschaftszentren (Beispiel)',
          description: 'Räume werden am Nachmittag und am Wochenende für Vereine und offene Gruppen geöffnet.',
          type: 'new', status: 'planned', decisionState: 'proposed', lead: 'housing', partners: ['neighbours', 'voices', 'welfare'],
          targetGroups: ['everyone'], period: '2026/2029', budgetAmount: '150000', fundingSource: 'Städtebauförderung, vorbehaltlich Haushalt', staffPositions: '0.75',
          indicators: ['neighbourhood_meetings'],
        },
        {
          title: 'Integrationsnetzwerke der Stadtteile koordinieren (Beispiel)',
          description: 'Ein fester Ansprechpartner je Netzwerk lädt ein, sammelt Anliegen und trägt sie in die Verwaltung.',
          type: 'permanent', status: 'running', decisionState: 'adopted', lead: 'integration', partners: ['neighbours', 'welfare', 'advisory'],
          targetGroups: ['everyone', 'migrant_organisations', 'volunteers'], period: '2020/..', staffPositions: '2', fundingSource: 'Kommunaler Haushalt', budgetAmount: '155000',
          indicators: ['neighbourhood_meetings'],
        },
        {
          title: 'Fest der Nachbarschaften (Beispiel)',
          description: 'Ein Tag im Jahr, an dem Höfe und Vereine einladen.',
          type: 'continued', status: 'running', lead: 'neighbours', partners: ['voices'], targetGroups: ['everyone', 'families'], period: '2025-05/2027-09',
          budgetAmount: '9000', fundingSource: 'Projektförderung der Stadt',
        },
      ],
    },
    {
      kind: 'guiding', title: 'Der Zugang zu Wohnraum ist fair (Beispiel)',
      description: 'Herkunft und Name entscheiden nicht über eine Wohnung.',
      measures: [
        {
          title: 'Wohnlotsen begleiten bei der Wohnungssuche (Beispiel)',
          description: 'Ehrenamtliche helfen bei Anzeigen, Unterlagen und Besichtigungen.',
          type: 'new', status: 'idea', decisionState: 'draft', partners: ['welfare', 'neighbours'], targetGroups: ['refugees', 'families'], period: '2026-Q2/2027-Q4',
        },
        {
          title: 'Vereinbarung mit Vermietern zu fairer Vergabe (Beispiel)',
          description: 'Die Stadt wirbt bei Wohnungsunternehmen für nachvollziehbare Kriterien.',
          type: 'mandate', status: 'planned', decisionState: 'proposed', lead: 'housing', partners: ['advice'], targetGroups: ['everyone'], period: '2026/2026',
        },
      ],
    },
  ],
};
