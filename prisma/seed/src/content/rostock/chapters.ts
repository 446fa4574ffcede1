import { list, paragraphs } from '../city-content.js';
import type { SectionContentSource } from '../city-content.js';
import { factTable } from '../fact-table.js';

const NOTE = 'Fakten: Gesemann/Freudenberg/Walther 2022, Abschnitt 4.2, CC BY 4.0. Text in eigenen Worten, als Beispiel.';

function chapter(title: string, text: SectionContentSource['text']): SectionContentSource {
  return { kind: 'chapter', title, sourceNote: NOTE, text, goals: [] };
}

/** Before the fields of action. */
export const openingChapters: readonly SectionContentSource[] = [
  chapter('Grußwort', paragraphs(
    'Dieses Dokument zeigt als Beispiel, wie ein Integrationskonzept gemeinsam geschrieben wird. Handlungsfelder und Daten folgen dem, was die Quelle über Rostock berichtet; Ziele und Maßnahmen sind als Beispiele gekennzeichnet.',
    'Es ist nicht das von der Bürgerschaft beschlossene Konzept und gibt nicht die Haltung der Stadt wieder.',
  )),
  chapter('Einleitung', [
    ...paragraphs(
      'Rostock ist die größte Stadt in Mecklenburg-Vorpommern und dort die Kommune mit den höchsten Anteilen migrantischer Bevölkerung. Diese Anteile haben sich in etwa zehn Jahren verdoppelt (Abschnitt 4.2.1 der Quelle).',
      'Das erste Konzept von 2014 knüpfte an die Leitlinien zur Stadtentwicklung von 2012 an. Nach der Zuwanderung der Jahre 2015 und 2016 wurde das zweite Konzept erarbeitet (4.2.1).',
    ),
    ...factTable('rostock'),
  ]),
  chapter('Prozess der Fortschreibung', [
    ...paragraphs(
      'Das Konzept entstand auf mehreren Wegen: Eine verwaltungsinterne Arbeitsgruppe und die Arbeitsgruppen des Kommunalen Netzwerks für Integration und Migration legten Ergebnisse vor, die auf einer Integrationskonferenz zusammengeführt wurden (4.2.1).',
      'Die Integrationskonferenz hat zwei Handlungsfelder vorangestellt: die interkulturelle Öffnung der Verwaltung sowie Leben und Wohnen im Stadtteil (4.2.1). Die Bürgerschaft beschloss das Konzept im November 2020 (4.2.1).',
    ),
  ]),
  chapter('Kommunaler Handlungsrahmen', [
    ...paragraphs('Das Konzept ist als Orientierungsrahmen für Politik, Verwaltung und Zivilgesellschaft angelegt. Es benennt Ziele, Maßnahmen und Verantwortliche in Verwaltung und Zivilgesellschaft, damit sich das Erreichte überprüfen lässt (4.2.1).'),
    ...list('Worauf sich die Stadt beruft (4.2.3)',
      'Charta der Vielfalt, unterzeichnet 2009',
      'Bündnis „Städte Sicherer Häfen“, Mitglied seit 2019',
      'Modellprojekt WELTOFFENE KOMMUNE'),
    ...paragraphs('Von den sieben Handlungsfeldern nennt die Quelle vier. Nur diese vier sind hier angelegt.'),
  ]),
];

/** After the fields of action. */
export const closingChapters: readonly SectionContentSource[] = [
  chapter('Umsetzung und Überprüfung', paragraphs(
    'Ziele sollen mit benannten Verantwortlichen besser überprüfbar werden (4.2.1). Für Kommunen sind verlässliche Mittel und eine Perspektive über einzelne Projekte hinaus entscheidend (4.2.4).',
    'In diesem Beispiel wird der Stand der Maßnahmen einmal im Jahr auf der Integrationskonferenz besprochen (Beispiel).',
  )),
  chapter('Quellen', paragraphs(
    'Fakten: Gesemann/Freudenberg/Walther 2022: Auf dem Weg zu krisenfesten Vielfaltsstrategien? LebensWerte Kommune, Ausgabe 5. Bertelsmann Stiftung. DOI 10.11586/2022140. Lizenz: CC BY 4.0.',
    'Vereine, Ämter, Personen, Ziele und Maßnahmen mit dem Zusatz „(Beispiel)“ sind erfunden.',
  )),
];
