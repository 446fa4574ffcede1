import { paragraphs } from '../city-content.js';
import type { SectionContentSource } from '../city-content.js';

export const health: SectionContentSource = {
  kind: 'field_of_action',
  title: 'Gesundheitsversorgung und Gesundheitsförderung',
  sourceNote: 'Handlungsfeld nach Gesemann/Freudenberg/Walther 2022, Abschnitt 4.1.3, CC BY 4.0; Ziele und Maßnahmen sind Beispiele.',
  text: paragraphs(
    'Der Gesundheitszustand gehört zu den Bereichen, in denen die Migrantenbefragung 2020 eine positive Entwicklung zeigt (4.1.3).',
    'Die Quelle hebt die qualifizierte Sprach- und Kulturmittlung für kommunale Angebote hervor, die das Angebot des Bundes ergänzt (4.1.3). Im Gesundheitswesen ist sie besonders gefragt (Beispiel).',
  ),
  goals: [
    {
      kind: 'guiding', title: 'Beim Arzt und im Amt versteht man sich (Beispiel)',
      description: 'Verständigung ist Teil guter Versorgung und hängt nicht von Angehörigen ab.',
      indicators: ['language_mediation_assignments'],
      measures: [
        {
          title: 'Sprach- und Kulturmittlung im Gesundheitsamt (Beispiel)',
          description: 'Beratung, Impfung und Untersuchung werden auf Wunsch gemittelt, vor Ort oder per Video.',
          type: 'permanent', status: 'running', decisionState: 'adopted', lead: 'health', partners: ['integration', 'welfare'],
          targetGroups: ['everyone', 'refugees'], period: '2021/..', budgetAmount: '96500', fundingSource: 'Kommunaler Haushalt', staffPositions: '1',
          indicators: ['language_mediation_assignments'],
        },
        {
          title: 'Gesundheitswegweiser in einfacher Sprache (Beispiel)',
          description: 'Ein Heft und eine Seite im Netz, gemeinsam mit Migrantenorganisationen geschrieben.',
          type: 'new', status: 'done', decisionState: 'adopted', lead: 'health', partners: ['women', 'voices'],
          targetGroups: ['newcomers', 'families'], period: '2024-02/2024-11', budgetAmount: '18000', fundingSource: 'Projektmittel',
        },
      ],
    },
    {
      kind: 'guiding', title: 'Seelische Gesundheit nach Flucht wird gestärkt (Beispiel)',
      description: 'Angebote sind bekannt, vernetzt und kultursensibel.',
      measures: [
        {
          title: 'Netzwerk seelische Gesundheit und Flucht (Beispiel)',
          description: 'Praxen, Beratungsstellen und Vereine stimmen ihre Angebote vierteljährlich ab.',
          type: 'continued', status: 'running', decisionState: 'adopted', lead: 'welfare', partners: ['health', 'women'],
          targetGroups: ['refugees', 'women'], period: '2023-Q2/2026-Q4', resources: 'Koordination durch den Verband',
        },
        {
          title: 'Offene Gruppe für Frauen im Stadtteil (Beispiel)',
          description: 'Bewegung, Austausch und Fragen an eine Hebamme, mit Kinderbetreuung.',
          type: 'pilot', status: 'paused', decisionState: 'proposed', lead: 'women', partners: ['health'],
          targetGroups: ['women'], period: '2025-Q1/2025-Q4', budgetAmount: '7500', fundingSource: 'Projektförderung der Stadt', indicators: ['funded_projects'],
        },
      ],
    },
  ],
};
