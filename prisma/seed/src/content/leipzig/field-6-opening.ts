import { paragraphs } from '../city-content.js';
import type { SectionContentSource } from '../city-content.js';

export const opening: SectionContentSource = {
  kind: 'field_of_action',
  title: 'Interkulturelle Orientierung und Öffnung',
  sourceNote: 'Handlungsfeld nach Gesemann/Freudenberg/Walther 2022, Abschnitt 4.1.3, CC BY 4.0; Ziele und Maßnahmen sind Beispiele.',
  text: paragraphs(
    'Interkulturelle Orientierung und Öffnung soll als städtische Querschnittsaufgabe etabliert werden (4.1.2). Ein erheblicher Teil der Befragten berichtet von Verständigungsschwierigkeiten bei Ämtern und Behörden (4.1.3).',
    'Das Handlungsfeld richtet sich an die Verwaltung selbst: Sprache, Personal, Abläufe.',
  ),
  goals: [
    {
      kind: 'guiding', title: 'Die Verwaltung ist für alle verständlich und erreichbar (Beispiel)',
      description: 'Wer ein Anliegen hat, kommt ohne Umwege zum Ziel.',
      indicators: ['language_mediation_assignments'],
      measures: [
        {
          title: 'Qualifizierte Sprach- und Kulturmittlung für alle Ämter (Beispiel)',
          description: 'Eine Stelle vermittelt Einsätze, sichert die Qualität und rechnet ab; das Angebot ergänzt das des Bundes.',
          type: 'permanent', status: 'running', decisionState: 'adopted', lead: 'integration', partners: ['welfare', 'voices', 'welcome'],
          targetGroups: ['everyone', 'newcomers'], period: '2020/..', budgetAmount: '260000', fundingSource: 'Kommunaler Haushalt', staffPositions: '2.5',
          indicators: ['language_mediation_assignments'],
        },
        {
          title: 'Wichtige Formulare in einfacher Sprache (Beispiel)',
          description: 'Die zwanzig häufigsten Formulare werden überarbeitet und mit Nutzerinnen und Nutzern geprüft.',
          type: 'new', status: 'planned', decisionState: 'proposed', lead: 'city', partners: ['voices', 'research'],
          targetGroups: ['everyone', 'people_with_disabilities', 'older_people'], period: '2026-Q2/2027-Q2', budgetAmount: '35000', fundingSource: 'Kommunaler Haushalt, vorbehaltlich Beschluss',
        },
      ],
    },
    {
      kind: 'guiding', title: 'Die Beschäftigten spiegeln die Vielfalt der Stadt (Beispiel)',
      description: 'Stellen werden so ausgeschrieben und besetzt, dass sich mehr Menschen angesprochen fühlen.',
      indicators: ['administration_diversity'],
      measures: [
        {
          title: 'Fortbildung zu interkultureller Kompetenz (Beispiel)',
          description: 'Bausteine für Führungskräfte und für Beschäftigte mit viel Publikum.',
          type: 'continued', status: 'running', decisionState: 'adopted', lead: 'personnel', partners: ['research', 'advice'],
          targetGroups: ['administration_staff'], period: '2023/2026', budgetAmount: '48000', fundingSource: 'Fortbildungsmittel', indicators: ['administration_diversity'],
        },
        {
          title: 'Ausbildungswerbung in Vereinen und Gemeinden (Beispiel)',
          description: 'Auszubildende der Stadt stellen ihre Berufe dort vor, wo Jugendliche sind.',
          type: 'pilot', status: 'idea', lead: 'personnel', partners: ['voices', 'religions'], targetGroups: ['children_youth', 'students'], period: '2026-09/2027-06',
          indicators: ['administration_diversity'],
        },
        {
          title: 'Anonyme Bewerbungen erproben (Beispiel)',
          description: 'Für ausgewählte Stellen wird zunächst ohne Namen und Foto ausgewählt.',
          type: 'pilot', status: 'dropped', decisionState: 'rejected', lead: 'personnel', targetGroups: ['job_seekers'], period: '2024/2025',
          resources: 'Entfällt: keine Kapazität im Bewerbungsverfahren',
        },
      ],
    },
  ],
};
