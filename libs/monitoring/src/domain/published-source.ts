/** A work whose text, figures or marks the product shows. */
export interface PublishedSource {
  readonly key: string;
  readonly title: string;
  readonly authors: string;
  readonly publisher: string;
  readonly year: number;
  /** Without the address in front of it; null when there is none. */
  readonly doi: string | null;
  readonly url: string;
  readonly licence: string;
  readonly licenceUrl: string;
  /** What it is used for here, in German. */
  readonly usedFor: string;
  /** The line to be shown with it. */
  readonly attribution: string;
}

/** The sources of the demonstration, for the page that names them. */
export const PUBLISHED_SOURCES: readonly PublishedSource[] = [
  {
    key: 'gesemann-2022',
    title: 'Auf dem Weg zu krisenfesten Vielfaltsstrategien? Erfolgsfaktoren und Herausforderungen kommunaler Integrationspolitik',
    authors: 'Frank Gesemann, Lea Freudenberg, Claudia Walther',
    publisher: 'Bertelsmann Stiftung (LebensWerte Kommune, Ausgabe 5 | 2022)',
    year: 2022,
    doi: '10.11586/2022140',
    url: 'https://doi.org/10.11586/2022140',
    licence: 'CC BY 4.0 (Text und Grafiken)',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/deed.de',
    usedFor: 'Strukturdaten, Indikatoren, Gremien, Schritte und Handlungsfelder der Beispiele Leipzig und Rostock. Ziele, Maßnahmen, Vereine und Personen mit dem Zusatz „(Beispiel)“ sind erfunden.',
    attribution: 'Gesemann/Freudenberg/Walther 2022: Auf dem Weg zu krisenfesten Vielfaltsstrategien? Bertelsmann Stiftung, DOI 10.11586/2022140, CC BY 4.0. Angaben als Daten aufbereitet, Anmerkungen ergänzt.',
  },
];
