import type { LegalPageKind } from '@konzeptwerkstatt/web-data';

/**
 * Drafts to begin with, in German because the pages are. They state only what the software itself does; whatever depends on the
 * municipality is left to be filled in, and nothing is published while a place is left.
 */
const drafts: Readonly<Record<LegalPageKind, (municipality: string) => string>> = {
  IMPRINT: (municipality) => `## Angaben zum Anbieter

${municipality}
[Bitte ausfüllen: Amt oder Stelle]
[Bitte ausfüllen: Straße, Hausnummer, Postleitzahl, Ort]

Vertreten durch: [Bitte ausfüllen: Amtsbezeichnung und Name der vertretungsberechtigten Person]

## Kontakt

Telefon: [Bitte ausfüllen]
E-Mail: [Bitte ausfüllen]

## Umsatzsteuer-Identifikationsnummer

[Bitte ausfüllen, oder diesen Abschnitt streichen]

## Verantwortlich für den Inhalt

[Bitte ausfüllen: Name und Anschrift]`,

  PRIVACY: (municipality) => `## Verantwortlich

${municipality}, [Bitte ausfüllen: Stelle, Anschrift, E-Mail]

Datenschutzbeauftragte Person: [Bitte ausfüllen: Kontakt]

## Welche Daten verarbeitet werden

- Zum Konto: Name, E-Mail-Adresse, Sprache, das Passwort nur als Prüfwert, die Organisationen, zu denen Sie gehören.
- Zur Anmeldung: wann Sie sich angemeldet haben, und Browser und Betriebssystem in Worten. Die IP-Adresse speichert die Anwendung nicht.
- Beim Mitschreiben: was Sie schreiben und ändern, mit Zeit und der Organisation, für die Sie handeln. Die Suche führt ein Verzeichnis der Wörter in den Texten; wonach Sie suchen, wird nicht gespeichert.
- Zu Organisationen: Name, E-Mail-Adresse und Telefonnummer von Ansprechperson und Vertretung, und das gemeinsame Postfach.
- Zu Einladungen und E-Mails der Anwendung: Name, Adresse, Betreff und was daraus wurde; der Text bis zum Versand. Gibt es keinen Mailserver, bleibt der Text, bis die Frist abläuft.
- Zu Dateien: was Sie herunterladen lassen und welche Tabellen Sie einlesen.
- In den Protokollen des Servers: Fehler und Abweisungen mit Kennnummern, ohne Namen und Adressen.

## Cookies und Speicher im Browser

Ein Cookie hält die Anmeldung. Sprache, Farbschema und noch nicht gespeicherte Texte liegen im Browser auf Ihrem Gerät. Es werden keine Dienste Dritter eingebunden.

## Zweck und Rechtsgrundlage

[Bitte ausfüllen: Zweck und Rechtsgrundlage, zum Beispiel Artikel 6 Absatz 1 Buchstabe e DSGVO mit dem Landesrecht]

## Wie lange Daten gespeichert werden

- Anmeldungen: 30 Tage nach der Abmeldung oder dem Ablauf.
- Einladungen und E-Mails: 90 Tage nach dem Ende der Einladung und nach der E-Mail.
- Dateien zum Herunterladen: 7 Tage. Eingelesene Tabellen: 30 Tage.
- Ihr Konto: bis Sie es beenden. Ihre Texte bleiben dann als Beiträge eines ehemaligen Mitglieds Ihrer Organisation.
- [Bitte ausfüllen: Fristen für Konzepte, Sicherungen und Protokolle des Servers]

## Wer Daten erhält

[Bitte ausfüllen: Betrieb der Server, Auftragsverarbeitung]

## Ihre Rechte

Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung, Datenübertragbarkeit und Widerspruch, jeweils im Rahmen der Gesetze. Sie können sich bei der Aufsichtsbehörde beschweren: [Bitte ausfüllen: zuständige Aufsichtsbehörde]`,

  ACCESSIBILITY: (municipality) => `## Erklärung zur Barrierefreiheit

Diese Erklärung gilt für die Konzeptwerkstatt von ${municipality}: [Bitte ausfüllen: Adresse im Netz]

## Stand der Vereinbarkeit mit den Anforderungen

[Bitte ausfüllen: vollständig, teilweise oder nicht vereinbar; erst nach einer Prüfung]

## Nicht barrierefreie Inhalte

[Bitte ausfüllen: welche Inhalte nicht barrierefrei sind und warum, oder „Uns sind keine bekannt“]

## Erstellung dieser Erklärung

Diese Erklärung wurde am [Bitte ausfüllen: Datum] erstellt. Grundlage ist [Bitte ausfüllen: Selbstbewertung oder Prüfung durch wen].

## Barriere melden

[Bitte ausfüllen: Ansprechstelle, Telefon, E-Mail]

## Durchsetzungsverfahren

[Bitte ausfüllen: Durchsetzungsstelle oder Ombudsstelle des Landes mit Kontakt]`,

  HOUSE_RULES: (municipality) => `## Wie wir zusammenarbeiten

Hier schreiben Menschen aus Verwaltung und Zivilgesellschaft in ${municipality} gemeinsam an Konzepten. Damit das gelingt, gilt:

- Wir schreiben respektvoll, auch wenn wir verschiedener Meinung sind.
- Wir diskriminieren niemanden und dulden keine Beleidigungen.
- Wir schreiben keine persönlichen Angaben über andere in die Texte.
- Wir übernehmen fremde Texte und Bilder nur mit Erlaubnis und nennen die Quelle.
- Wir löschen nicht, was andere geschrieben haben, ohne mit ihnen zu sprechen.

## Wenn etwas nicht in Ordnung ist

Bitte wenden Sie sich an [Bitte ausfüllen: Ansprechperson, Telefon, E-Mail]. [Bitte ausfüllen: Was dann geschieht]`,
};

/** A draft of a page for a municipality. */
export const legalDraft = (kind: LegalPageKind, municipality: string): string => drafts[kind](municipality);
