import { paragraphs } from '../city-content.js';
import type { SectionContentSource } from '../city-content.js';

export const participation: SectionContentSource = {
  kind: 'field_of_action',
  title: 'Gesellschaftliche Teilhabe',
  continues: 'Politik und Gesellschaft',
  sourceNote: 'Handlungsfeld nach Gesemann/Freudenberg/Walther 2022, Abschnitt 4.2, CC BY 4.0; Ziele und Maßnahmen sind Beispiele.',
  text: paragraphs(
    'Die gleichberechtigte Teilhabe von Zugewanderten am gesellschaftlichen Leben ist Ziel der Rostocker Integrationspolitik; die Selbsthilfepotenziale migrantischer Vereine sollen gestärkt werden (4.2.1).',
    'Nach der Quelle wirken Maßnahmen besonders gut, wenn sie sich an eine möglichst breite Bevölkerung richten (4.2.2).',
  ),
  goals: [
    {
      kind: 'guiding', title: 'Vereine von Migrantinnen und Migranten werden gestärkt (Beispiel)',
      description: 'Vereine haben Räume, Mittel und Ansprechpersonen.',
      measures: [
        {
          title: 'Beratung und Räume für migrantische Vereine (Beispiel)',
          continues: 'Beratung für migrantische Vereine (Beispiel)',
          description: 'Eine Ansprechperson hilft bei Gründung, Anträgen und Räumen.',
          type: 'permanent', status: 'running', decisionState: 'adopted', lead: 'integration', partners: ['harbour', 'network'],
          targetGroups: ['migrant_organisations', 'volunteers'], period: '2021/..', staffPositions: '0.5', fundingSource: 'Kommunaler Haushalt',
        },
        {
          title: 'Netzwerk für Integration und Migration begleiten (Beispiel)',
          description: 'Arbeitsgruppen werden vorbereitet, Ergebnisse gehen in die Integrationskonferenz ein.',
          type: 'permanent', status: 'running', decisionState: 'adopted', lead: 'integration', partners: ['network', 'welfare', 'advisory'],
          targetGroups: ['everyone', 'volunteers'], period: '2020/..',
        },
      ],
    },
    {
      kind: 'guiding', title: 'Alle können mitreden und mitgestalten (Beispiel)',
      description: 'Beteiligung ist verständlich, mehrsprachig und wohnortnah.',
      measures: [
        {
          title: 'Mehrsprachige Einladung zur Integrationskonferenz (Beispiel)',
          description: 'Einladung, Ablauf und Ergebnisse erscheinen in mehreren Sprachen.',
          type: 'new', status: 'planned', decisionState: 'proposed', lead: 'integration', partners: ['harbour', 'advisory'],
          targetGroups: ['everyone', 'newcomers'], period: '2026-Q2/2026-Q4', budgetAmount: '5000', fundingSource: 'Kommunaler Haushalt',
        },
        {
          title: 'Interkulturelle Projekte zur Vorbeugung gegen Rassismus fördern (Beispiel)',
          description: 'Kleine Mittel für Projekte, die sich an die ganze Nachbarschaft richten.',
          type: 'continued', status: 'running', decisionState: 'adopted', lead: 'integration', partners: ['district', 'network'],
          targetGroups: ['everyone'], period: '2024/2026', budgetAmount: '30000', fundingSource: 'Kommunaler Haushalt und Land',
        },
      ],
    },
  ],
};
