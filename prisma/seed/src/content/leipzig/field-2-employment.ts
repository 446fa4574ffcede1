import { paragraphs } from '../city-content.js';
import type { SectionContentSource } from '../city-content.js';

export const employment: SectionContentSource = {
  kind: 'field_of_action',
  title: 'Ausbildung, Qualifizierung und Beschäftigung',
  sourceNote: 'Handlungsfeld nach Gesemann/Freudenberg/Walther 2022, Abschnitt 4.1.3, CC BY 4.0; Ziele und Maßnahmen sind Beispiele.',
  text: paragraphs(
    'Die Stadt bewertet Fachkräftegewinnung und Fachkräftesicherung als gemeinsame Aufgabe von Bund, Ländern und Kommunen und wünscht sich Erleichterungen bei der Anerkennung von Berufen (4.1.4).',
    'In der Migrantenbefragung wird Benachteiligung besonders bei der Arbeitssuche genannt (4.1.3).',
  ),
  goals: [
    {
      kind: 'guiding', title: 'Mitgebrachte Abschlüsse und Können zählen (Beispiel)',
      description: 'Beratung zu Anerkennung und Qualifizierung ist leicht zu finden und spricht die Sprache der Ratsuchenden.',
      measures: [
        {
          title: 'Anerkennungsberatung im Willkommenszentrum (Beispiel)',
          description: 'Feste Sprechzeiten für Fragen zu Abschlüssen, Zeugnissen und nächsten Schritten.',
          type: 'permanent', status: 'running', decisionState: 'adopted', lead: 'welcome', partners: ['companies'],
          targetGroups: ['newcomers', 'job_seekers'], period: '2022/..', staffPositions: '1.5', fundingSource: 'Kommunaler Haushalt', budgetAmount: '120000',
        },
        {
          title: 'Niedrigschwellige Deutschkurse neben der Arbeit (Beispiel)',
          description: 'Abendkurse in Betrieben und Stadtteilen, die an die Kurse des Bundes anschließen.',
          type: 'continued', status: 'continued', decisionState: 'adopted', lead: 'integration', partners: ['welfare', 'companies'],
          targetGroups: ['employees', 'job_seekers'], period: '2024/2027', budgetAmount: '210000', fundingSource: 'Kommunaler Haushalt',
          indicators: ['german_course_places'],
        },
      ],
    },
    {
      kind: 'guiding', title: 'Junge Menschen beginnen eine Ausbildung und schließen sie ab (Beispiel)',
      description: 'Betriebe, Schulen und Begleitung arbeiten zusammen, bevor jemand abbricht.',
      indicators: ['training_starts'],
      measures: [
        {
          title: 'Ausbildungslotsen in Berufsschulen (Beispiel)',
          description: 'Ehrenamtliche Lotsinnen und Lotsen begleiten Jugendliche durch das erste Ausbildungsjahr.',
          type: 'new', status: 'planned', decisionState: 'proposed', lead: 'companies', partners: ['welfare', 'voices'],
          targetGroups: ['children_youth', 'volunteers'], period: '2026-Q4/2029-Q2', budgetAmount: '64000', fundingSource: 'Stiftungsmittel, beantragt',
          indicators: ['training_starts'],
        },
        {
          title: 'Einsatz für einfachere Berufsanerkennung (Beispiel)',
          description: 'Die Stadt setzt sich bei Land und Bund für kürzere Verfahren ein und sammelt dafür Fälle aus der Beratung.',
          type: 'mandate', status: 'running', decisionState: 'adopted', lead: 'department', partners: ['advisory'],
          targetGroups: ['job_seekers'], period: '2025/..',
        },
        {
          title: 'Probearbeiten mit Sprachtandem (Beispiel)',
          description: 'Kurze Praktika, in denen eine Kollegin oder ein Kollege auch beim Deutschlernen hilft.',
          type: 'pilot', status: 'idea', targetGroups: ['job_seekers', 'companies'],
        },
      ],
    },
  ],
};
