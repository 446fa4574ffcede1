/** What the source does not say of an indicator. */
interface FactIndicator {
  readonly definition: string;
  readonly direction: 'up' | 'down' | 'neutral';
  /** Of a share: the indicators that count what it is made of. */
  readonly counts?: { readonly numerator: string; readonly denominator: string };
}

/** Definition text and direction of the indicators that the facts are about. Composition shares are neutral: nobody is too many. */
export const FACT_INDICATORS: Readonly<Record<string, FactIndicator>> = {
  population_total: { direction: 'neutral', definition: 'Bevölkerung mit Hauptwohnung im Gebiet am Ende des Jahres.' },
  foreign_population: { direction: 'neutral', definition: 'Personen ohne deutsche Staatsangehörigkeit.' },
  foreign_population_share: { direction: 'neutral', counts: { numerator: 'foreign_population', denominator: 'population_total' }, definition: 'Personen ohne deutsche Staatsangehörigkeit geteilt durch die Bevölkerung insgesamt.' },
  migration_background_population: {
    direction: 'neutral', definition: 'Personen, die selbst oder deren Elternteil nicht mit deutscher Staatsangehörigkeit geboren wurden. In Städten aus dem Melderegister geschätzt, bundesweit aus dem Mikrozensus.',
  },
  migration_background_share: {
    direction: 'neutral', counts: { numerator: 'migration_background_population', denominator: 'population_total' }, definition: 'Bevölkerung mit Migrationshintergrund (selbst oder ein Elternteil nicht mit deutscher Staatsangehörigkeit geboren) geteilt durch die Bevölkerung insgesamt, im weiteren Sinn.',
  },
  migration_background_share_narrow: { direction: 'neutral', definition: 'Wie der Anteil der Bevölkerung mit Migrationshintergrund, aber im engeren Sinn der amtlichen Statistik. Nicht mit dem weiteren Sinn vergleichen.' },
  migration_background_share_children: { direction: 'neutral', definition: 'Kinder mit Migrationshintergrund geteilt durch alle Kinder der Altersgruppe; die Altersgruppe steht bei jedem Wert.' },
  migration_background_distribution: { direction: 'neutral', definition: 'Personen mit Migrationshintergrund in dieser Gemeindegröße oder Region geteilt durch alle Personen mit Migrationshintergrund in Deutschland.' },
  daycare_migration_background_share: { direction: 'neutral', definition: 'Kinder mit mindestens einem Elternteil ausländischer Herkunft geteilt durch alle Kinder in Kindertageseinrichtungen.' },
  unemployment_rate: { direction: 'down', definition: 'Arbeitslose geteilt durch alle Erwerbspersonen.' },
  nationalities_count: { direction: 'neutral', definition: 'Zahl der Herkunftsländer, aus denen Menschen im Gebiet leben.' },
  workshop_participants: { direction: 'neutral', definition: 'Akteurinnen und Akteure aus Verwaltung und Zivilgesellschaft, die an den Workshops zum Konzept teilgenommen haben.' },
};
