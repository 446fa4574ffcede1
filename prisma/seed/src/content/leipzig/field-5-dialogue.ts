import { paragraphs } from '../city-content.js';
import type { SectionContentSource } from '../city-content.js';

export const dialogue: SectionContentSource = {
  kind: 'field_of_action',
  title: 'Interkultureller und interreligiöser Dialog',
  sourceNote: 'Handlungsfeld nach Gesemann/Freudenberg/Walther 2022, Abschnitt 4.1.3, CC BY 4.0; Ziele und Maßnahmen sind Beispiele.',
  text: paragraphs(
    'Die Stadt finanziert Projekte, die der gesellschaftlichen, politischen und kulturellen Teilhabe dienen, und unterstützt Projekte der Partnerschaft für Demokratie „Leipzig. Ort der Vielfalt“ (4.1.3).',
    'Der Dialog zwischen Kulturen und Religionen braucht feste Anlässe und verlässliche Räume (Beispiel).',
  ),
  goals: [
    {
      kind: 'guiding', title: 'Menschen verschiedener Herkunft und Religion kommen ins Gespräch (Beispiel)',
      description: 'Der Austausch ist regelmäßig, öffentlich und auch bei Streit verlässlich.',
      measures: [
        {
          title: 'Jährliche Woche des Dialogs (Beispiel)',
          description: 'Gemeinden, Vereine und Schulen laden zu Gesprächen, Führungen und Musik ein.',
          type: 'continued', status: 'continued', decisionState: 'adopted', lead: 'religions', partners: ['integration', 'voices'],
          targetGroups: ['everyone', 'volunteers'], period: '2024/2028', budgetAmount: '12000', fundingSource: 'Projektförderung der Stadt', indicators: ['funded_projects'],
        },
        {
          title: 'Gesprächsräume in Stadtteilbibliotheken (Beispiel)',
          description: 'Offene Abende zu Fragen des Zusammenlebens, moderiert von zwei Ehrenamtlichen.',
          type: 'pilot', status: 'planned', decisionState: 'proposed', lead: 'religions', partners: ['neighbours'],
          targetGroups: ['everyone'], period: '2026-Q1/2026-Q4',
        },
      ],
    },
    {
      kind: 'guiding', title: 'Projekte der Teilhabe werden verlässlich gefördert (Beispiel)',
      description: 'Förderung ist verständlich, früh bekannt und auch für kleine Vereine erreichbar.',
      indicators: ['funded_projects'],
      measures: [
        {
          title: 'Projektförderung für Teilhabe (Beispiel)',
          description: 'Förderung von Projekten der gesellschaftlichen, politischen und kulturellen Teilhabe mit einfachem Antrag.',
          type: 'permanent', status: 'running', decisionState: 'adopted', lead: 'integration', partners: ['advisory'],
          targetGroups: ['migrant_organisations', 'volunteers'], period: '2020/..', budgetAmount: '300000', fundingSource: 'Kommunaler Haushalt', indicators: ['funded_projects'],
        },
        {
          title: 'Antragswerkstatt für kleine Vereine (Beispiel)',
          description: 'Zweimal im Jahr werden Anträge gemeinsam geschrieben.',
          type: 'new', status: 'running', decisionState: 'adopted', lead: 'integration', partners: ['voices', 'women', 'welfare'],
          targetGroups: ['migrant_organisations', 'volunteers'], period: '2025-03/2027-10', resources: 'Räume und Moderation',
        },
      ],
    },
  ],
};
