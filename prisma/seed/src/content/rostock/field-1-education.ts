import { paragraphs } from '../city-content.js';
import type { SectionContentSource } from '../city-content.js';

export const education: SectionContentSource = {
  kind: 'field_of_action',
  title: 'Bildung/Ausbildung',
  continues: 'Bildung/Ausbildung',
  sourceNote: 'Handlungsfeld nach Gesemann/Freudenberg/Walther 2022, Abschnitt 4.2, CC BY 4.0; Ziele und Maßnahmen sind Beispiele.',
  text: paragraphs(
    'Die Verwirklichung von Chancengleichheit im Bildungssystem und auf dem Arbeitsmarkt wird in Rostock besonders hervorgehoben (4.2.1). In Kindertageseinrichtungen hatten 2020 nach der Quelle 22,0 Prozent der Kinder einen Migrationshintergrund (4.2).',
  ),
  goals: [
    {
      kind: 'guiding', title: 'Kinder und Eltern kommen im Bildungssystem an (Beispiel)',
      description: 'Wege in Kita und Schule sind bekannt und leicht zu gehen.',
      indicators: ['daycare_migration_background_share'],
      measures: [
        {
          title: 'Elternlotsen in Kitas und Schulen (Beispiel)',
          continues: 'Elternlotsen in Kitas (Beispiel)',
          description: 'Mehrsprachige Lotsinnen und Lotsen begleiten Familien in den ersten Monaten.',
          type: 'continued', status: 'running', decisionState: 'adopted', lead: 'schools', partners: ['harbour', 'welfare'],
          targetGroups: ['families', 'children_youth'], period: '2023/2026', budgetAmount: '54000', fundingSource: 'Kommunaler Haushalt', staffPositions: '1',
          indicators: ['daycare_migration_background_share'],
        },
        {
          title: 'Betreuungsangebote in stark segregierten Stadtteilen ausbauen (Beispiel)',
          description: 'Zusätzliche Plätze und längere Öffnung in Kita, Schule und Freizeit.',
          type: 'new', status: 'planned', decisionState: 'proposed', lead: 'schools', partners: ['district'],
          targetGroups: ['children_youth', 'families'], period: '2026-Q3/2029', resources: 'Abhängig von Personal und Räumen',
        },
      ],
    },
    {
      kind: 'guiding', title: 'Ausbildung und Arbeit stehen allen offen (Beispiel)',
      description: 'Betriebe und junge Menschen finden früh zusammen.',
      indicators: ['training_contracts'],
      measures: [
        {
          title: 'Ausbildungsbegleitung mit Betrieben der Region (Beispiel)',
          description: 'Begleitung vom Praktikum bis zum Ende der Probezeit.',
          type: 'pilot', status: 'planned', decisionState: 'proposed', lead: 'companies', partners: ['harbour', 'schools'],
          targetGroups: ['children_youth', 'companies'], period: '2026-09/2028-08', budgetAmount: '38500', fundingSource: 'Landesmittel, beantragt', indicators: ['training_contracts'],
        },
        {
          title: 'Sprachcafé an der Hochschule (Beispiel)',
          description: 'Studierende und Neuzugewanderte üben miteinander.',
          type: 'continued', status: 'running', lead: 'research', targetGroups: ['students', 'newcomers'], period: '2024/..',
        },
      ],
    },
  ],
};
