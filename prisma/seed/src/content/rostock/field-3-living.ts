import { list, paragraphs } from '../city-content.js';
import type { SectionContentSource } from '../city-content.js';

export const living: SectionContentSource = {
  kind: 'field_of_action',
  title: 'Leben und Wohnen im Stadtteil',
  continues: 'Integration im Stadtteil',
  sourceNote: 'Handlungsfeld nach Gesemann/Freudenberg/Walther 2022, Abschnitt 4.2, CC BY 4.0; Ziele und Maßnahmen sind Beispiele. Von der Integrationskonferenz priorisiert.',
  text: [
    ...paragraphs('Die Quelle beschreibt ausgeprägte Segregation in der Stadt, die mit sozialer Spaltung einhergeht (4.2.1, 4.2.3).'),
    ...list('Ansatzpunkte nach der Quelle (4.2.3)',
      'bezahlbarer Wohnraum in passender Größe für junge Familien',
      'mehr Betreuungsangebote in stark segregierten Stadtteilen',
      'sozialer Wohnungsbau auch in besser gestellten Stadtteilen',
      'Orte der Begegnung im Stadtteil',
      'Angebote für ältere Menschen'),
  ],
  goals: [
    {
      kind: 'guiding', title: 'Stadtteile bleiben gemischt und bezahlbar (Beispiel)',
      description: 'Wohnungsbau und Stadtplanung wirken der Spaltung entgegen.',
      measures: [
        {
          title: 'Bezahlbare Wohnungen für junge Familien (Beispiel)',
          description: 'Bei neuen Baugebieten wird ein Anteil größerer, bezahlbarer Wohnungen vereinbart.',
          type: 'new', status: 'planned', decisionState: 'proposed', lead: 'housing', partners: ['council'],
          targetGroups: ['families'], period: '2026/2032', resources: 'Über städtebauliche Verträge', fundingSource: 'Wohnraumförderung des Landes',
        },
        {
          title: 'Sozialer Wohnungsbau in weiteren Stadtteilen (Beispiel)',
          description: 'Flächen werden auch dort gesucht, wo bisher wenig geförderter Wohnraum ist.',
          type: 'mandate', status: 'idea', lead: 'housing', targetGroups: ['everyone'], period: '2027/..',
        },
      ],
    },
    {
      kind: 'guiding', title: 'Nachbarinnen und Nachbarn begegnen sich (Beispiel)',
      description: 'Treffpunkte sind nah, offen und werden mitgestaltet.',
      indicators: ['meeting_place_visits'],
      measures: [
        {
          title: 'Stadtteiltreffs als Begegnungsorte stärken (Beispiel)',
          continues: 'Stadtteiltreffs länger öffnen (Beispiel)',
          description: 'Längere Öffnung, kleine Mittel für gemeinsame Vorhaben, mehrsprachige Ansprache.',
          type: 'continued', status: 'running', decisionState: 'adopted', lead: 'district', partners: ['harbour', 'welfare', 'housing'],
          targetGroups: ['everyone'], period: '2024/2027', budgetAmount: '80000', fundingSource: 'Kommunaler Haushalt', indicators: ['meeting_place_visits'],
        },
        {
          title: 'Begegnung und Besuchsdienst für ältere Menschen (Beispiel)',
          description: 'Ehrenamtliche laden neu Zugezogene zu festen Nachmittagen ein und besuchen, wer nicht kommen kann.',
          type: 'pilot', status: 'running', decisionState: 'adopted', lead: 'welfare', partners: ['district'],
          targetGroups: ['older_people', 'volunteers'], period: '2025-04/2026-12', budgetAmount: '14000', fundingSource: 'Stiftungsmittel', indicators: ['meeting_place_visits'],
        },
      ],
    },
  ],
};
