import type { ExampleIndicatorContent } from '../city-content.js';

/** Indicators that the example measures name. The source has no figures for them, and none are invented. */
export const exampleIndicators: readonly ExampleIndicatorContent[] = [
  {
    key: 'meeting_place_visits', name: 'Offene Angebote in Stadtteiltreffs je Jahr (Beispiel)', unit: 'count', decimals: 0, direction: 'up',
    definition: 'Zahl der offenen Angebote in geförderten Stadtteiltreffs im Kalenderjahr. Output-Indikator.',
  },
  {
    key: 'administration_training', name: 'Beschäftigte mit interkultureller Fortbildung (Beispiel)', unit: 'percent', decimals: 1, direction: 'up',
    definition: 'Anteil der Beschäftigten mit Publikumsverkehr, die in den letzten drei Jahren an einer Fortbildung teilgenommen haben.',
    missing: { year: '2024', reason: 'Die Teilnahme wird noch nicht nach Ämtern erfasst (Beispiel).' },
  },
  {
    key: 'training_contracts', name: 'Ausbildungsverträge nach Begleitung (Beispiel)', unit: 'persons', decimals: 0, direction: 'up',
    definition: 'Zahl der begleiteten jungen Menschen, die im Ausbildungsjahr einen Vertrag abschließen. Outcome-Indikator.',
  },
];
