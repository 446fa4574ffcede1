import { paragraphs } from '../city-content.js';
import type { SectionContentSource } from '../city-content.js';

export const education: SectionContentSource = {
  kind: 'field_of_action',
  title: 'Bildung und Erziehung',
  sourceNote: 'Handlungsfeld nach Gesemann/Freudenberg/Walther 2022, Abschnitt 4.1.3, CC BY 4.0; Ziele und Maßnahmen sind Beispiele.',
  text: paragraphs(
    'In den Leipziger Kindertageseinrichtungen hatten 2020 nach der Quelle 18,2 Prozent der Kinder einen Migrationshintergrund (4.1). Die Stadt berichtet außerdem von Engpässen bei Kita- und Schulplätzen (4.1.4).',
    'Dieses Handlungsfeld fragt, wie Familien früh ankommen und Kinder gut lernen können.',
  ),
  goals: [
    {
      kind: 'guiding', title: 'Alle Kinder finden früh einen Platz und verstehen, was gesprochen wird (Beispiel)',
      description: 'Sprache, Aufnahme in die Kita und der Übergang in die Schule greifen ineinander.',
      indicators: ['daycare_migration_background_share', 'childcare_rate'],
      measures: [
        {
          title: 'Sprachmittlung bei Kita-Anmeldung und Elterngesprächen (Beispiel)',
          description: 'Kitas können für Erstgespräche und schwierige Elterngespräche qualifizierte Sprach- und Kulturmittlung anfordern.',
          type: 'permanent', status: 'running', decisionState: 'adopted', lead: 'schools', partners: ['integration', 'voices'],
          targetGroups: ['families', 'children_youth'], period: '2023/..', resources: 'Stundenkontingent für Sprachmittlung', budgetAmount: '85000',
          fundingSource: 'Kommunaler Haushalt', staffPositions: '0.5', indicators: ['language_mediation_assignments'],
        },
        {
          title: 'Elternbegleitung durch Migrantenorganisationen (Beispiel)',
          description: 'Geschulte Eltern erklären anderen Eltern das Bildungssystem, in ihrer Sprache und im Stadtteil.',
          type: 'new', status: 'planned', decisionState: 'proposed', lead: 'voices', partners: ['schools', 'women'],
          targetGroups: ['families', 'newcomers'], period: '2026-Q3/2028', resources: 'Honorare und Schulung', budgetAmount: '42000.50',
          fundingSource: 'Landesmittel, vorbehaltlich Haushalt', indicators: ['daycare_migration_background_share'],
        },
        {
          title: 'Mehrsprachige Anmeldehilfe für Kita-Plätze (Beispiel)',
          description: 'Kurze Anleitungen in mehreren Sprachen und Hilfe vor Ort beim Ausfüllen.',
          type: 'pilot', status: 'idea', partners: ['welcome'], targetGroups: ['families'], period: '2026/2027',
        },
      ],
    },
    {
      kind: 'sub', title: 'Übergänge von der Kita in die Schule gelingen (Beispiel)',
      description: 'Kitas, Schulen und Eltern sprechen vor dem Schulstart miteinander.',
      measures: [
        {
          title: 'Gemeinsame Elternabende vor der Einschulung (Beispiel)',
          description: 'Kita und Schule laden gemeinsam ein, mit Übersetzung und Kinderbetreuung.',
          type: 'continued', status: 'running', decisionState: 'adopted', lead: 'schools', partners: ['welfare'],
          targetGroups: ['families', 'children_youth'], period: '2024-09/2026-07', resources: 'Vorhandenes Personal',
        },
      ],
    },
  ],
};
