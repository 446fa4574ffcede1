import type { ExampleIndicatorContent } from '../city-content.js';

/** Indicators that the example measures name. The source has no figures for them, and none are invented. */
export const exampleIndicators: readonly ExampleIndicatorContent[] = [
  {
    key: 'language_mediation_assignments', name: 'Einsätze der Sprach- und Kulturmittlung je Jahr (Beispiel)', unit: 'count', decimals: 0, direction: 'up',
    definition: 'Zahl der abgeschlossenen Einsätze qualifizierter Sprach- und Kulturmittlung in kommunalen Angeboten im Kalenderjahr. Output-Indikator.',
  },
  {
    key: 'german_course_places', name: 'Plätze in kommunalen Deutschkursen (Beispiel)', unit: 'count', decimals: 0, direction: 'up',
    definition: 'Zahl der im Kalenderjahr angebotenen Plätze in niedrigschwelligen Deutschkursen der Stadt. Output-Indikator.',
    missing: { year: '2024', reason: 'Wird erst ab dem nächsten Kursjahr einheitlich gezählt (Beispiel).' },
  },
  {
    key: 'training_starts', name: 'Begonnene Ausbildungen nach Begleitung (Beispiel)', unit: 'persons', decimals: 0, direction: 'up',
    definition: 'Zahl der begleiteten Jugendlichen, die im Ausbildungsjahr eine Ausbildung beginnen. Outcome-Indikator.',
  },
  {
    key: 'neighbourhood_meetings', name: 'Treffen in Begegnungsorten je Jahr (Beispiel)', unit: 'count', decimals: 0, direction: 'up',
    definition: 'Zahl der offenen Treffen in geförderten Begegnungsorten im Kalenderjahr. Output-Indikator.',
  },
  {
    key: 'administration_diversity', name: 'Beschäftigte mit Migrationshintergrund in der Verwaltung (Beispiel)', unit: 'percent', decimals: 1, direction: 'up',
    definition: 'Anteil an allen Beschäftigten der Stadtverwaltung nach freiwilliger, anonymer Selbstauskunft; nur zusammengefasst ausgewiesen.',
    missing: { year: '2024', reason: 'Noch keine freiwillige Befragung der Beschäftigten (Beispiel).' },
  },
  {
    key: 'discrimination_advice_cases', name: 'Beratungen zu Diskriminierung je Jahr (Beispiel)', unit: 'count', decimals: 0, direction: 'neutral',
    definition: 'Zahl der abgeschlossenen Erstberatungen. Mehr Beratungen können mehr Vorfälle oder mehr Bekanntheit bedeuten, deshalb ohne Richtung.',
  },
  {
    key: 'funded_projects', name: 'Geförderte Teilhabeprojekte je Jahr (Beispiel)', unit: 'count', decimals: 0, direction: 'up',
    definition: 'Zahl der im Kalenderjahr aus kommunalen Mitteln geförderten Projekte zur gesellschaftlichen, politischen und kulturellen Teilhabe.',
  },
];
