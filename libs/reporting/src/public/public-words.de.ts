import type { PublicWords } from './public-words.js';

export const germanWords: PublicWords = {
  skip: 'Zum Inhalt springen', language: 'Sprache', legal: 'Rechtliches', legalPages: { impressum: 'Impressum', datenschutz: 'Datenschutz', barrierefreiheit: 'Barrierefreiheit' }, madeWith: 'Veröffentlicht mit Konzeptwerkstatt',
  published: 'Veröffentlicht', concepts: 'Beschlossene Konzepte', reports: 'Berichte', adoptedOn: (year, day) => `${year}, beschlossen am ${day}`,
  overview: 'Alles Veröffentlichte', indicators: 'Indikatoren', indicatorsLead: 'Zahlen, die den Zustand beschreiben. Sie sagen nicht, was eine einzelne Maßnahme bewirkt hat.',
  openData: 'Offene Daten', catalogueLead: 'Verzeichnis aller Datensätze nach DCAT-AP.de, für Datenportale:', example: 'Beispiel, keine amtlichen Zahlen.',
  value: 'Wert', period: 'Zeitraum', region: 'Gebiet', whom: 'Für wen', everybody: 'alle', remarks: 'Hinweise', values: 'Werte', course: 'Verlauf',
  definition: 'Was gezählt wird', described: 'Definition', noDefinition: 'noch nicht beschrieben', numerator: 'Zähler', denominator: 'Nenner', population: 'Wer dazugehört', method: 'Hinweis zur Methode', source: 'Quelle', sourceTable: 'Tabelle', licence: 'Lizenz',
  unit: 'Einheit', office: 'Zuständige Stelle', changed: 'Zuletzt geändert', versions: 'Geänderte Zählweise', versionsLead: 'Werte verschiedener Fassungen zählen nicht dasselbe und lassen sich nicht vergleichen.',
  version: (version) => `Fassung ${version}`, downloads: 'Herunterladen', files: { machine: 'CSV für Programme', german: 'CSV für Excel', metadata: 'Beschreibung der Spalten (CSVW)' },
  noValues: 'Es sind noch keine Werte eingetragen.', suppressed: 'nicht gezeigt, damit niemand erkennbar ist', none: 'kein Wert',
  qualified: { approx: (value) => `rund ${value}`, rounded: (value) => `gerundet ${value}`, less_than: (value) => `weniger als ${value}`, more_than: (value) => `mehr als ${value}`, derived: (value) => `${value} (berechnet)` },
  statuses: { provisional: 'vorläufig', revised: 'berichtigt', estimated: 'geschätzt' },
  dimensions: { district: 'Stadtteil', group: 'Gruppe', municipality_size: 'Gemeindegröße', age: 'Alter', gender: 'Geschlecht', nationality: 'Staatsangehörigkeit' },
  latest: (value, period) => `Zuletzt: ${value} (${period}).`, first: (value, period) => `Am Anfang der Reihe: ${value} (${period}).`, target: (value, year) => `Ziel: ${value} bis ${year}.`,
  breaks: 'Zwischendurch wurde die Zählweise geändert: Werte davor und danach lassen sich nicht vergleichen.', hidden: 'Ein Kreuz steht, wo ein Wert nicht gezeigt wird, weil einzelne Menschen erkennbar wären.', targetMark: 'Ziel', breakMark: 'andere Zählweise',
  moreParts: 'Das Bild zeigt einen Teil der Reihen. In der Tabelle stehen alle.', moreValues: (shown, all) => `Die Tabelle zeigt die neuesten ${shown} von ${all} Werten. Alle stehen in den Dateien:`,
  comparison: 'Vergleich mit anderen Kommunen', comparisonLead: 'Veröffentlichte Werte anderer Kommunen zum gleichen Indikator. Städte und Gemeinden sind verschieden groß und haben verschiedene Voraussetzungen: Der Vergleich bewertet nicht.',
  comparisonPart: (count) => `Hier stehen höchstens ${count} andere Kommunen: die mit den niedrigsten Gemeindeschlüsseln.`,
  municipality: 'Kommune', otherDefinition: 'zählt anders', thisOne: 'diese Kommune',
};
