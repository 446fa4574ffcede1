import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { inOwnWords, messagesInOwnWords, ownWordsOf, quotedInMessage } from './own-words.js';

const ownWords = ownWordsOf([{ key: 'measure', one: 'Vorhaben', many: 'Vorhaben' }, { key: 'fieldOfAction', one: 'Schwerpunkt', many: 'Schwerpunkte' }]);
const said = inOwnWords(ownWords);

it.each([
  ['Maßnahme', 'Vorhaben'], ['Handlungsfelder', 'Schwerpunkte'], ['Konzept', 'Konzept'],
  ['Maßnahme hinzufügen', 'Vorhaben hinzufügen'], ['Noch keine Maßnahmen', 'Noch keine Vorhaben'], ['Maßnahme {number}: {title}', 'Vorhaben {number}: {title}'], ['Maßnahmen: {title}', 'Vorhaben: {title}'], ['Indikatoren: Maßnahmen', 'Indikatoren: Vorhaben'],
  ['Ziele ohne Maßnahme', 'Ziele ohne Vorhaben'], ['Nach Handlungsfeld', 'Nach Schwerpunkt'], ['Maßnahmen nach Handlungsfeld', 'Vorhaben nach Schwerpunkt'], ['Handlungsfelder dieses Konzepts', 'Schwerpunkte dieses Konzepts'],
  ['Neue Maßnahme', 'Neu: Vorhaben'], ['Neuer Maßnahmenplan', 'Neuer Maßnahmenplan'], ['Titel der Maßnahme', 'Titel der Maßnahme'], ['Maßnahmenplan lesen', 'Maßnahmenplan lesen'], ['Maßnahmen entstehen über „Maßnahme hinzufügen“.', 'Vorhaben entstehen über „Vorhaben hinzufügen“.'], ['Statt „Maßnahme“ (Einzahl)', 'Statt „Maßnahme“ (Einzahl)'], ['Statt „Maßnahmen“ (Mehrzahl)', 'Statt „Maßnahmen“ (Mehrzahl)'],
])('a label has the municipality’s word where it fits: %s', (message, shown) => {
  expect(said(message)).toBe(shown);
});

it.each([
  ['{count, plural, =0 {Keine Maßnahmen} one {# Maßnahme} other {# Maßnahmen}}', '{count, plural, =0 {Keine Vorhaben} one {# Vorhaben} other {# Vorhaben}}'],
  ['{count, plural, one {# Maßnahme nennt} other {# Maßnahmen nennen}} Kosten.', '{count, plural, one {# Vorhaben nennt} other {# Vorhaben nennen}} Kosten.'],
  ['{count, plural, one {# Handlungsfeld ohne Maßnahme} other {# Handlungsfelder ohne Maßnahme}}', '{count, plural, one {# Schwerpunkt ohne Vorhaben} other {# Schwerpunkte ohne Vorhaben}}'],
])('what is counted has it behind the number: %s', (message, shown) => {
  expect(messagesInOwnWords(ownWords)(message)).toBe(shown);
});

it.each([
  ['Ziele und Maßnahmen werden übernommen.', 'Ziele und Vorhaben werden übernommen.'], ['Welche Maßnahmen schlagen Sie vor?', 'Welche Vorhaben schlagen Sie vor?'], ['Mehr als 40 Handlungsfelder sind hier nicht möglich.', 'Mehr als 40 Schwerpunkte sind hier nicht möglich.'],
  ['Wie weit die Maßnahmen sind, steht im Maßnahmenplan.', 'Wie weit die Vorhaben sind, steht im Maßnahmenplan.'], ['Maßnahme entfernt. Mit „Rückgängig“ holen Sie sie zurück.', 'Vorhaben entfernt. Mit „Rückgängig“ holen Sie sie zurück.'],
  ['{count} von {all} Handlungsfeldern', '{count} von {all} Schwerpunkten'],
])('a sentence has it in the plural, whose articles fit all words, and where it stands alone: %s', (message, shown) => {
  expect(said(message)).toBe(shown);
});

it.each([
  ['Text mit Zielen und Maßnahmen, zum Beispiel Wohnen', 'Text mit Zielen und Projekten, zum Beispiel Wohnen'], ['Zu welchen Maßnahmen?', 'Zu welchen Projekten?'], ['Sie wird nach den eigenen Maßnahmen gefragt.', 'Sie wird nach den eigenen Projekten gefragt.'],
  ['Auswahl der Maßnahmen', 'Auswahl der Projekte'], ['Wer die gewählten Maßnahmen führt, ist ausgewählt.', 'Wer die gewählten Projekte führt, ist ausgewählt.'],
])('the plural takes its ending in the dative: %s', (message, shown) => {
  expect(inOwnWords(ownWordsOf([{ key: 'measure', one: 'Projekt', many: 'Projekte' }]))(message)).toBe(shown);
});

it.each(['Bitte ein Handlungsfeld auswählen.', '{count, plural, =0 {keine Maßnahme} one {eine weitere Maßnahme} other {bei # Stellen}}'])('a sentence keeps the usual word in the singular, whose article and ending fit: %s', (message) => {
  expect(said(message)).toBe(message);
});

it('no own word is taken for a usual one', () => {
  const swapped = inOwnWords(ownWordsOf([{ key: 'fieldOfAction', one: 'Maßnahme', many: 'Maßnahmen' }, { key: 'measure', one: 'Maßnahme vor Ort', many: 'Maßnahmen vor Ort' }]));
  expect(['Handlungsfelder dieses Konzepts', 'Neue Maßnahme', 'Neues Handlungsfeld'].map(swapped)).toEqual(['Maßnahmen dieses Konzepts', 'Neu: Maßnahme vor Ort', 'Neu: Maßnahme']);
});

describe.each(['Maßnahme {neu} #1', '#1 {', "'{neu}'", "Stadt's {'} <b>", '<Lotsen>', '}', "l'#'eau", '{# Maßnahme}', '{number}'])('a word with signs of which messages are made (%s)', (word) => {
  const words = ownWordsOf([{ key: 'measure', one: word, many: word }]);
  const written = (message: string): string => String(new IntlMessageFormat(messagesInOwnWords(words)(message), 'de').format({ count: 2, number: 7, title: 'Lotsen' }));

  it('stands in a message as it is', () => {
    expect(['Maßnahme', 'Neue Maßnahme', 'Maßnahme {number}: {title}', 'Maßnahmen entstehen über „Maßnahme hinzufügen“.', 'Indikatoren: Maßnahmen'].map(written)).toEqual([word, `Neu: ${word}`, `${word} 7: Lotsen`, `${word} entstehen über „${word} hinzufügen“.`, `Indikatoren: ${word}`]);
    expect(['{count, plural, =2 {Keine Maßnahmen} other {}}', '{count, plural, one {#} other {# Maßnahmen ohne Maßnahme}}, {title}'].map(written)).toEqual([`Keine ${word}`, `2 ${word} ohne ${word}, Lotsen`]);
    expect(new IntlMessageFormat(quotedInMessage(word), 'de').format()).toBe(word);
  });

  it('stands in a plain text as it is', () => {
    expect(inOwnWords(words)('Maßnahme hinzufügen')).toBe(`${word} hinzufügen`);
  });
});

it('without own words nothing changes', () => {
  expect(inOwnWords([])('Maßnahme')).toBe('Maßnahme');
});
