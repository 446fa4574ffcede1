import { list, paragraphs } from '../city-content.js';
import type { SectionContentSource } from '../city-content.js';
import { factTable } from '../fact-table.js';

const NOTE = 'Fakten: Gesemann/Freudenberg/Walther 2022, Abschnitt 4.1, CC BY 4.0. Text in eigenen Worten, als Beispiel.';

function chapter(title: string, text: SectionContentSource['text'], sourceNote: string | null = NOTE): SectionContentSource {
  return { kind: 'chapter', title, sourceNote, text, goals: [] };
}

/** Before the fields of action. */
export const openingChapters: readonly SectionContentSource[] = [
  chapter('Vorwort', paragraphs(
    'Dieses Dokument zeigt als Beispiel, wie ein Integrationskonzept gemeinsam geschrieben wird. Aufbau, Handlungsfelder und Daten folgen dem, was die Quelle über Leipzig berichtet; Ziele und Maßnahmen sind als Beispiele gekennzeichnet.',
    'Es ist nicht das von der Ratsversammlung beschlossene Konzept und gibt nicht die Haltung der Stadt Leipzig wieder.',
  )),
  chapter('Warum dieses Konzept', [
    ...paragraphs(
      'Leipzig ist in zwei Jahrzehnten von einer schrumpfenden zu einer wachsenden Stadt geworden, auch durch Zuwanderung aus dem Ausland (Abschnitt 4.1.1 der Quelle).',
      'Die Leitlinien von 2011 haben Integration als dauerhafte Aufgabe der ganzen Stadtentwicklung beschrieben. Darauf baute 2012 das erste Gesamtkonzept auf, mit dem die Integrationsarbeit der Verwaltung eine gemeinsame Grundlage bekam (4.1.2).',
    ),
    ...list('Wozu die Fortschreibung dient',
      'Sie passt das Konzept von 2012 an die veränderte Stadt an.',
      'Sie ist als Handlungsleitfaden über alle Ressorts hinweg angelegt (4.1.3).',
      'Sie soll später in eine umfassende Diversity-Strategie übergehen (4.1.3).'),
  ]),
  chapter('Wie das Konzept entsteht', [
    ...paragraphs(
      'An der Fortschreibung haben Ämter, Migrantenorganisationen, Stadtpolitik, Migrantenbeirat und weitere Beteiligte mitgewirkt. In den Jahren 2017 und 2018 kamen über hundert Akteurinnen und Akteure in Workshops zu den acht Handlungsfeldern zusammen (4.1.2).',
      'Die Ratsversammlung hat die Fortschreibung am 29. Januar 2020 beschlossen (4.1).',
    ),
    ...list('Wer beteiligt ist',
      'Referat für Migration und Integration: Geschäftsstelle und Schnittstelle zwischen Verwaltung und Initiativen',
      'Migrantenbeirat: berät und nimmt Stellung',
      'Migrantenorganisationen, Wohlfahrtsverbände und Vereine: schreiben an den Handlungsfeldern mit',
      'Ratsversammlung: entscheidet'),
  ]),
  chapter('Begriffe', [
    { kind: 'heading2', text: 'Migrationshintergrund' },
    ...paragraphs('Die Daten der Quelle verwenden den Begriff in dem Sinn, dass eine Person selbst oder mindestens ein Elternteil nicht mit deutscher Staatsangehörigkeit geboren wurde. Der Begriff ist umstritten; seit 2023 weist die amtliche Statistik daneben die Einwanderungsgeschichte aus.'),
    { kind: 'heading2', text: 'Teilhabe' },
    ...paragraphs('Teilhabe meint hier, dass alle am wirtschaftlichen, gesellschaftlichen, politischen, sozialen und kulturellen Leben gleichberechtigt mitwirken können (nach 4.1.1).'),
    { kind: 'heading2', text: 'Interkulturelle Öffnung' },
    ...paragraphs('Einrichtungen und Angebote werden so gestaltet, dass niemand wegen Sprache, Herkunft oder Religion vor verschlossenen Türen steht. Die Quelle nennt sie eine städtische Querschnittsaufgabe (4.1.2).'),
  ]),
  chapter('Daten und Rahmenbedingungen', [
    ...paragraphs('Die folgenden Angaben stammen aus den Strukturdaten der Quelle (4.1). Sie beschreiben den Zustand der Stadt, nicht die Wirkung von Maßnahmen.'),
    ...factTable('leipzig'),
    ...paragraphs('Die Migrantenbefragung wurde 2016 und 2020 durchgeführt. Viele Werte haben sich verbessert; zugleich berichten Befragte von Verständigungsschwierigkeiten bei Ämtern und von Benachteiligung, vor allem bei der Suche nach Arbeit und Wohnung (4.1.3).'),
  ]),
  chapter('Leitlinien und Leitziele', [
    ...paragraphs('Die Leitlinien von 2011 gaben Ziele und Handlungsfelder vor, an denen sich das Konzept orientiert (4.1.2). Für dieses Beispiel sind daraus vier Grundsätze in eigenen Worten abgeleitet:'),
    ...list('Grundsätze (Beispiel)',
      'Teilhabe ist Aufgabe aller Ressorts, nicht nur einer Fachstelle.',
      'Wer betroffen ist, schreibt mit: Migrantenorganisationen sind an Zielen und Maßnahmen beteiligt.',
      'Jede Maßnahme hat eine verantwortliche Stelle und einen Zeitraum.',
      'Was erreicht wurde, wird regelmäßig berichtet.'),
  ]),
];

/** After the fields of action. */
export const closingChapters: readonly SectionContentSource[] = [
  chapter('Steuerung und Zusammenarbeit', [
    ...paragraphs(
      'Das Referat für Migration und Integration verbindet Verwaltung und Integrationsarbeit und unterstützt Selbstorganisationen (4.1.2).',
      'In diesem Beispiel treffen sich die verantwortlichen Stellen zweimal im Jahr und gehen die Maßnahmentabelle gemeinsam durch (Beispiel).',
    ),
  ]),
  chapter('Auswertung und Monitoring', [
    ...paragraphs('Leipzig hat 2014 einen Umsetzungsbericht und 2017 einen Indikatorenbericht vorgelegt und die Migrantenbefragung 2020 wiederholt (4.1.2, 4.1.3).'),
    ...list('So wird in diesem Beispiel ausgewertet (Beispiel)',
      'Indikatoren werden mit ihrer Definition geführt; fehlt ein Wert, steht der Grund dabei.',
      'Zusammensetzungsdaten sind Rahmenbedingungen und werden nicht bewertet.',
      'Lücken in der Maßnahmentabelle bleiben sichtbar, bis sie geschlossen sind.'),
    ...paragraphs('Was gezählt wird, steht hier mit dem Wert von heute (Beispiel):'),
    { kind: 'indicator', key: 'advice_participants' },
    { kind: 'indicator', key: 'foreign_population_share' },
  ]),
  chapter('Quellen und Beteiligte', paragraphs(
    'Fakten: Gesemann/Freudenberg/Walther 2022: Auf dem Weg zu krisenfesten Vielfaltsstrategien? LebensWerte Kommune, Ausgabe 5. Bertelsmann Stiftung. DOI 10.11586/2022140. Lizenz: CC BY 4.0.',
    'Vereine, Ämter, Personen, Ziele und Maßnahmen mit dem Zusatz „(Beispiel)“ sind erfunden.',
  )),
];
