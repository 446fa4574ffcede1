import { paragraphs } from '../city-content.js';
import type { SectionContentSource } from '../city-content.js';

export const opening: SectionContentSource = {
  kind: 'field_of_action',
  title: 'Interkulturelle Öffnung',
  continues: 'Willkommensstruktur und interkulturelle Öffnung',
  sourceNote: 'Handlungsfeld nach Gesemann/Freudenberg/Walther 2022, Abschnitt 4.2, CC BY 4.0; Ziele und Maßnahmen sind Beispiele. Von der Integrationskonferenz priorisiert.',
  text: paragraphs(
    'Die Integrationskonferenz hat die interkulturelle Öffnung der Verwaltung priorisiert (4.2.1); das Konzept führt sie unter dem Schwerpunkt „Interkulturelle Orientierung – Diversität gestalten“ (4.2.3).',
    'Im Dialogprozess zur weltoffenen Kommune wurde deutlich, dass dieser Anspruch im Alltag noch stärker gelebt werden muss (4.2.3).',
  ),
  goals: [
    {
      kind: 'guiding', title: 'Die Verwaltung ist offen, verständlich und frei von Diskriminierung (Beispiel)',
      description: 'Sprache, Haltung und Abläufe werden gemeinsam überprüft.',
      indicators: ['administration_training'],
      measures: [
        {
          title: 'Fortbildungsreihe Diversität für alle Ämter (Beispiel)',
          continues: 'Fortbildungen für Ämter mit viel Publikum (Beispiel)',
          description: 'Verbindliche Bausteine für Führungskräfte, freiwillige für alle.',
          type: 'permanent', status: 'running', decisionState: 'adopted', lead: 'personnel', partners: ['integration', 'research'],
          targetGroups: ['administration_staff'], period: '2022/..', budgetAmount: '26000', fundingSource: 'Fortbildungsmittel', indicators: ['administration_training'],
        },
        {
          title: 'Sprachmittlungspool der Stadt (Beispiel)',
          description: 'Geschulte Mittlerinnen und Mittler für Termine in Ämtern.',
          type: 'new', status: 'planned', decisionState: 'proposed', lead: 'integration', partners: ['harbour', 'welfare'],
          targetGroups: ['everyone', 'newcomers'], period: '2026-Q1/2027-Q4', budgetAmount: '72000.75', fundingSource: 'Kommunaler Haushalt, vorbehaltlich Beschluss',
        },
      ],
    },
    {
      kind: 'sub', title: 'Vielfalt wird im Personal sichtbar (Beispiel)',
      description: 'Noch ohne Maßnahme: Das Amt sammelt Vorschläge.',
      measures: [],
    },
    {
      kind: 'guiding', title: 'Rassismus wird erkannt und benannt (Beispiel)',
      description: 'Alltagsrassismus ist Thema in Fortbildung und Öffentlichkeit.',
      measures: [
        {
          title: 'Anlaufstelle für Betroffene (Beispiel)',
          description: 'Eine unabhängige Stelle hört zu, dokumentiert und vermittelt.',
          type: 'new', status: 'idea', partners: ['harbour', 'network'], targetGroups: ['everyone'], period: '2027/..',
        },
      ],
    },
  ],
};
