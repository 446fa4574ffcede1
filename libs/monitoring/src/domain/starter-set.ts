import type { IndicatorDraft } from './indicator.entity.js';

type Starter = IndicatorDraft & { readonly key: string };

const share = { unit: 'percent', unitLabel: '%', decimals: 1, rhythm: 'yearly' } as const;
const own = { source: 'Eigene Erhebung', sensitivity: 'special' } as const;

/**
 * Indicators to begin with: few, simple, collectable in small towns. Composition shares are neutral. Names of tables are families of the
 * regional statistics database; whether they reach down to one's own municipality is to be looked up there.
 */
export const STARTER_SET: readonly Starter[] = [
  {
    ...share, key: 'foreign_population_share', name: 'Anteil der Bevölkerung ohne deutschen Pass', direction: 'neutral', kind: 'context', referenceDateType: 'end_of_year', spatialLevel: 'municipality',
    definition: 'Personen ohne deutsche Staatsangehörigkeit geteilt durch die Bevölkerung insgesamt.', numerator: 'Personen ohne deutsche Staatsangehörigkeit', denominator: 'Bevölkerung insgesamt',
    populationConcept: 'Staatsangehörigkeit', source: 'Regionaldatenbank Deutschland', tableId: '12411; 12521-0040; 12521-0041',
  },
  {
    ...share, key: 'migration_background_share', name: 'Anteil der Bevölkerung mit Migrationshintergrund', direction: 'neutral', kind: 'context', referenceDateType: 'end_of_year', spatialLevel: 'municipality',
    definition: 'Personen mit Migrationshintergrund geteilt durch die Bevölkerung insgesamt.', numerator: 'Personen mit Migrationshintergrund', denominator: 'Bevölkerung insgesamt',
    populationConcept: 'Migrationshintergrund (selbst oder ein Elternteil nicht mit deutscher Staatsangehörigkeit geboren)', source: 'Städtische Statistik, Melderegister', methodNote: 'Aus dem Melderegister geschätzt.',
  },
  {
    ...share, key: 'daycare_migration_background_share', name: 'Kinder in Kitas mit mindestens einem Elternteil ausländischer Herkunft', direction: 'neutral', kind: 'context', referenceDateType: 'reference_day',
    definition: 'Kinder mit mindestens einem Elternteil ausländischer Herkunft geteilt durch alle Kinder in Kindertagesbetreuung.', numerator: 'Kinder mit mindestens einem Elternteil ausländischer Herkunft',
    denominator: 'Alle Kinder in Kindertagesbetreuung', source: 'Wegweiser Kommune; Regionaldatenbank Deutschland', tableId: '22541',
  },
  {
    ...share, key: 'childcare_rate_gap', name: 'Betreuungsquote: Abstand zwischen Kindern mit und ohne Migrationshintergrund', unit: 'percentage_points', unitLabel: 'Prozentpunkte', direction: 'reduce_gap', kind: 'outcome',
    breakdowns: ['group'], definition: 'Betreuungsquote der Kinder ohne minus Betreuungsquote der Kinder mit Migrationshintergrund.', source: 'Integrationsmonitoring der Länder', tableId: 'C1; C2',
    methodNote: 'Quoten über 100 Prozent sind möglich, weil Kinder dort gezählt werden, wo sie betreut werden.',
  },
  {
    ...share, key: 'school_leavers_without_certificate', name: 'Schulabgänge ohne Abschluss', direction: 'down', kind: 'outcome', breakdowns: ['nationality'], referenceDateType: 'school_year',
    definition: 'Abgängerinnen und Abgänger ohne Abschluss geteilt durch alle Abgänge des Schuljahrs.', numerator: 'Abgänge ohne Abschluss', denominator: 'Alle Abgänge', source: 'Regionaldatenbank Deutschland', tableId: '21111-02-06-4',
  },
  {
    ...share, key: 'unemployment_rate_foreigners', name: 'Arbeitslosenquote der Menschen ohne deutschen Pass', direction: 'down', kind: 'outcome', definition: 'Arbeitslose ohne deutsche Staatsangehörigkeit geteilt durch die Erwerbspersonen dieser Gruppe.',
    numerator: 'Arbeitslose ohne deutsche Staatsangehörigkeit', denominator: 'Erwerbspersonen ohne deutsche Staatsangehörigkeit', source: 'Regionaldatenbank Deutschland', tableId: '13211-02-05-4',
  },
  {
    ...share, key: 'employment_rate', name: 'Beschäftigungsquote', direction: 'up', kind: 'outcome', breakdowns: ['nationality', 'gender'], definition: 'Sozialversicherungspflichtig Beschäftigte am Wohnort geteilt durch die Bevölkerung von 15 bis 64 Jahren.',
    numerator: 'Sozialversicherungspflichtig Beschäftigte am Wohnort', denominator: 'Bevölkerung von 15 bis 64 Jahren', source: 'Regionaldatenbank Deutschland', tableId: '13111',
  },
  {
    ...share, key: 'naturalisation_potential_used', name: 'Ausgeschöpftes Einbürgerungspotenzial', direction: 'up', kind: 'outcome', referenceDateType: 'calendar_year', definition: 'Eingebürgerte geteilt durch alle, die eingebürgert werden könnten.',
    numerator: 'Eingebürgerte im Jahr', denominator: 'Menschen, die die Voraussetzungen erfüllen', source: 'Statistisches Bundesamt',
  },
  {
    ...share, ...own, key: 'administration_diversity', name: 'Vielfalt in der Verwaltung', direction: 'up', kind: 'outcome', rhythm: 'two_yearly', referenceDateType: 'survey_wave', definition: 'Beschäftigte mit Einwanderungsgeschichte geteilt durch alle, die geantwortet haben.',
    numerator: 'Beschäftigte mit Einwanderungsgeschichte', denominator: 'Beschäftigte, die geantwortet haben', methodNote: 'Freiwillige Selbstauskunft; nur zusammengefasst ausweisen.',
  },
  {
    ...share, ...own, key: 'elected_representation', name: 'Gewählte mit Einwanderungsgeschichte', direction: 'up', kind: 'outcome', rhythm: 'irregular', definition: 'Ratsmitglieder mit Einwanderungsgeschichte geteilt durch alle Ratsmitglieder, nach freiwilliger Auskunft.',
    numerator: 'Ratsmitglieder mit Einwanderungsgeschichte', denominator: 'Alle Ratsmitglieder',
  },
  {
    ...share, ...own, key: 'discrimination_experience', name: 'Erfahrene Diskriminierung', direction: 'down', kind: 'outcome', rhythm: 'two_yearly', referenceDateType: 'survey_wave', definition: 'Befragte, die in den letzten zwölf Monaten Diskriminierung erlebt haben.',
    methodNote: 'Zahl der Befragten und Fehlerspanne gehören in den Hinweis zu jedem Wert.',
  },
  {
    ...share, ...own, key: 'life_satisfaction', name: 'Zufriedenheit mit dem Leben in der Kommune', direction: 'up', kind: 'outcome', rhythm: 'two_yearly', referenceDateType: 'survey_wave', breakdowns: ['group'], definition: 'Befragte, die mit ihrem Leben hier zufrieden oder sehr zufrieden sind.',
    methodNote: 'Zahl der Befragten und Fehlerspanne gehören in den Hinweis zu jedem Wert.',
  },
  { ...share, key: 'measure_status_mix', name: 'Maßnahmen, die laufen oder abgeschlossen sind', direction: 'up', kind: 'process', definition: 'Laufende und abgeschlossene Maßnahmen geteilt durch alle beschlossenen Maßnahmen.', source: 'Konzeptwerkstatt' },
  { ...share, key: 'report_timeliness', name: 'Rechtzeitige Rückmeldungen zu Maßnahmen', direction: 'up', kind: 'process', definition: 'Rückmeldungen bis zur Frist geteilt durch alle erbetenen Rückmeldungen.', source: 'Konzeptwerkstatt' },
  {
    key: 'participation_reach', name: 'Beteiligte Organisationen', unit: 'count', unitLabel: 'Organisationen', decimals: 0, direction: 'up', kind: 'process', rhythm: 'yearly', definition: 'Organisationen, die sich im Jahr beteiligt haben.', source: 'Konzeptwerkstatt',
  },
];
