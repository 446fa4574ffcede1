import { paragraphs } from '../city-content.js';
import type { SectionContentSource } from '../city-content.js';

export const antidiscrimination: SectionContentSource = {
  kind: 'field_of_action',
  title: 'Bekämpfung von Diskriminierung und Rassismus',
  sourceNote: 'Handlungsfeld nach Gesemann/Freudenberg/Walther 2022, Abschnitt 4.1.3, CC BY 4.0; Ziele und Maßnahmen sind Beispiele.',
  text: paragraphs(
    'Befragte berichten von Benachteiligungs- oder Diskriminierungserfahrungen in einer Reihe von Lebensbereichen, insbesondere bei der Arbeits- und der Wohnungssuche (4.1.3).',
    'Das Handlungsfeld verbindet Beratung, Vorbeugung und klare Regeln im eigenen Haus (Beispiel).',
  ),
  goals: [
    {
      kind: 'guiding', title: 'Wer benachteiligt wird, findet Hilfe (Beispiel)',
      description: 'Beratung ist unabhängig, bekannt und in mehreren Sprachen möglich.',
      indicators: ['discrimination_advice_cases'],
      measures: [
        {
          title: 'Unabhängige Antidiskriminierungsberatung (Beispiel)',
          description: 'Beratung vor Ort und am Telefon, auf Wunsch mit Sprachmittlung.',
          type: 'permanent', status: 'running', decisionState: 'adopted', lead: 'advice', partners: ['integration', 'voices'],
          targetGroups: ['everyone'], period: '2022/..', budgetAmount: '110000', fundingSource: 'Kommunaler Haushalt und Land', staffPositions: '1.5',
          indicators: ['discrimination_advice_cases'],
        },
        {
          title: 'Sprechstunde gegen Benachteiligung bei der Wohnungssuche (Beispiel)',
          description: 'Gemeinsame Sprechstunde von Beratungsstelle und Wohnungsamt.',
          type: 'new', status: 'planned', decisionState: 'proposed', lead: 'advice', partners: ['housing', 'welfare'],
          targetGroups: ['refugees', 'families'], period: '2026-Q2/2028-Q1', budgetAmount: '22000', fundingSource: 'Projektmittel, beantragt', indicators: ['discrimination_advice_cases'],
        },
      ],
    },
    {
      kind: 'guiding', title: 'Die Stadt tritt Rassismus sichtbar entgegen (Beispiel)',
      description: 'Vorbeugung, klare Haltung und Unterstützung für Betroffene gehören zusammen.',
      measures: [
        {
          title: 'Projekte der Partnerschaft für Demokratie begleiten (Beispiel)',
          description: 'Beratung und Mittel für Projekte im Rahmen der Gesamtstrategie „Leipzig. Ort der Vielfalt“.',
          type: 'continued', status: 'running', decisionState: 'adopted', lead: 'department', partners: ['advice', 'religions', 'neighbours'],
          targetGroups: ['everyone', 'children_youth'], period: '2025/2028', budgetAmount: '90000', fundingSource: 'Bundesprogramm und Eigenanteil', indicators: ['funded_projects'],
        },
        {
          title: 'Leitfaden für Meldewege in der Verwaltung (Beispiel)',
          description: 'Beschäftigte wissen, wohin sie sich bei rassistischen Vorfällen wenden.',
          type: 'new', status: 'idea', targetGroups: ['administration_staff'], period: '2026-Q4/2027-Q1',
        },
      ],
    },
  ],
};
