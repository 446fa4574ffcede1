import type { ExampleIndicatorContent } from '../city-content.js';

/** Indicators that the example measures name; the source has no figures for them. The values of the last two are invented, and say so. */
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
  {
    key: 'advice_participants', name: 'Beratene Menschen je Jahr (Beispiel)', unit: 'persons', decimals: 0, direction: 'up',
    definition: 'Menschen, die im Kalenderjahr mindestens einmal in einer kommunalen Migrationsberatung waren. Erfundene Zahlen.',
    more: { kind: 'output', rhythm: 'yearly', breakdowns: ['district'], baselineValue: '420', baselineYear: 2020, targetValue: '900', targetYear: 2028 },
    values: [
      ['2020', '', '420'], ['2021', '', '465'], ['2022', '', '540'], ['2023', '', '610'], ['2024', '', '640'], ['2025', '', '705'],
      ['2024', 'district=Mitte', '225'], ['2024', 'district=Ost', '290'], ['2024', 'district=West', '125'],
      ['2025', 'district=Mitte', '240'], ['2025', 'district=Ost', '312'], ['2025', 'district=West', '150'], ['2025', 'district=Nord', '3'],
    ],
  },
  {
    key: 'childcare_rate', name: 'Betreuungsquote der Drei- bis Sechsjährigen (Beispiel)', unit: 'percent', decimals: 1, direction: 'reduce_gap',
    definition: 'Kinder von drei bis sechs Jahren in Kindertagesbetreuung geteilt durch alle Kinder dieses Alters. Erfundene Zahlen.',
    more: { kind: 'outcome', rhythm: 'yearly', breakdowns: ['group'], baselineValue: '14.0', baselineYear: 2020, targetValue: '4.0', targetYear: 2028 },
    values: [
      ['2020', 'group=ohne Migrationshintergrund', '96.5'], ['2021', 'group=ohne Migrationshintergrund', '96.6'], ['2022', 'group=ohne Migrationshintergrund', '96.1'],
      ['2023', 'group=ohne Migrationshintergrund', '96.4'], ['2024', 'group=ohne Migrationshintergrund', '96.8'], ['2025', 'group=ohne Migrationshintergrund', '97.0'],
      ['2020', 'group=mit Migrationshintergrund', '82.5'], ['2021', 'group=mit Migrationshintergrund', '83.4'], ['2022', 'group=mit Migrationshintergrund', '84.9'],
      ['2023', 'group=mit Migrationshintergrund', '87.1'], ['2024', 'group=mit Migrationshintergrund', '88.0'], ['2025', 'group=mit Migrationshintergrund', '89.6'],
    ],
  },
];
