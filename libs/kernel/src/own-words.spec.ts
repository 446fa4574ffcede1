import { expect, it } from '@jest/globals';
import { inOwnWords, ownWordsOf } from './own-words.js';

const said = inOwnWords(ownWordsOf([{ key: 'measure', one: 'Vorhaben', many: 'Vorhaben' }, { key: 'fieldOfAction', one: 'Schwerpunkt', many: 'Schwerpunkte' }]));

it.each([
  ['Maßnahme', 'Vorhaben'], ['Handlungsfelder', 'Schwerpunkte'], ['Konzept', 'Konzept'],
  ['Maßnahme hinzufügen', 'Vorhaben hinzufügen'], ['Noch keine Maßnahmen', 'Noch keine Vorhaben'], ['Maßnahme {number}: {title}', 'Vorhaben {number}: {title}'], ['Maßnahmen: {title}', 'Vorhaben: {title}'], ['Indikatoren: Maßnahmen', 'Indikatoren: Vorhaben'],
  ['Ziele ohne Maßnahme', 'Ziele ohne Vorhaben'], ['Nach Handlungsfeld', 'Nach Schwerpunkt'], ['Maßnahmen nach Handlungsfeld', 'Vorhaben nach Schwerpunkt'], ['Handlungsfelder dieses Konzepts', 'Schwerpunkte dieses Konzepts'],
  ['Neue Maßnahme', 'Neu: Vorhaben'], ['Neuer Maßnahmenplan', 'Neuer Maßnahmenplan'], ['Titel der Maßnahme', 'Titel der Maßnahme'], ['Maßnahmenplan lesen', 'Maßnahmenplan lesen'], ['Maßnahmen entstehen über „Maßnahme hinzufügen“.', 'Maßnahmen entstehen über „Vorhaben hinzufügen“.'], ['Statt „Maßnahme“ (Einzahl)', 'Statt „Maßnahme“ (Einzahl)'],
])('a label has the municipality’s word where it fits without an article: %s', (message, shown) => {
  expect(said(message)).toBe(shown);
});

it.each([
  ['{count, plural, =0 {Keine Maßnahmen} one {# Maßnahme} other {# Maßnahmen}}', '{count, plural, =0 {Keine Vorhaben} one {# Vorhaben} other {# Vorhaben}}'],
  ['{count, plural, one {# Maßnahme nennt} other {# Maßnahmen nennen}} Kosten.', '{count, plural, one {# Vorhaben nennt} other {# Vorhaben nennen}} Kosten.'],
  ['{count, plural, one {# Handlungsfeld ohne Maßnahme} other {# Handlungsfelder ohne Maßnahme}}', '{count, plural, one {# Schwerpunkt ohne Vorhaben} other {# Schwerpunkte ohne Vorhaben}}'],
])('what is counted has it behind the number: %s', (message, shown) => {
  expect(said(message)).toBe(shown);
});

it.each(['Bitte ein Handlungsfeld auswählen.', '{count, plural, =0 {keine Maßnahme} one {eine weitere Maßnahme} other {bei # Stellen}}'])('sentences keep the usual words, whose articles and endings fit: %s', (message) => {
  expect(said(message)).toBe(message);
});

it('no own word is taken for a usual one', () => {
  const swapped = inOwnWords(ownWordsOf([{ key: 'fieldOfAction', one: 'Maßnahme', many: 'Maßnahmen' }, { key: 'measure', one: 'Maßnahme vor Ort', many: 'Maßnahmen vor Ort' }]));
  expect(['Handlungsfelder dieses Konzepts', 'Neue Maßnahme', 'Neues Handlungsfeld'].map(swapped)).toEqual(['Maßnahmen dieses Konzepts', 'Neu: Maßnahme vor Ort', 'Neu: Maßnahme']);
});

it('without own words nothing changes', () => {
  expect(inOwnWords([])('Maßnahme')).toBe('Maßnahme');
});
