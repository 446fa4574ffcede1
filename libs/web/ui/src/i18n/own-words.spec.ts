import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { NO_OWN_WORDS, withOwnWords } from './own-words.js';

const own = { words: [{ usual: ['Maßnahme', 'Maßnahmen'], own: ['Vorhaben', 'Vorhaben'] }, { usual: ['Handlungsfeld', 'Handlungsfelder'], own: ['Schwerpunkt', 'Schwerpunkte'] }], messages: { 'a.kind': 'Integrationskonzept' } } as const;

it('labels and counts say the municipality’s words', () => {
  const catalogue = { 'a.one': 'Maßnahme', 'a.many': 'Handlungsfelder', 'a.count': '{count, plural, =0 {Keine Maßnahmen} one {# Maßnahme} other {# Maßnahmen}}', 'a.kind': 'Konzept' };
  expect(withOwnWords(catalogue, own)).toEqual({ 'a.one': 'Vorhaben', 'a.many': 'Schwerpunkte', 'a.count': '{count, plural, =0 {Keine Vorhaben} one {# Vorhaben} other {# Vorhaben}}', 'a.kind': 'Integrationskonzept' });
});

it.each([
  ['Maßnahme hinzufügen', 'Vorhaben hinzufügen'], ['Noch keine Maßnahmen', 'Noch keine Vorhaben'], ['Maßnahme {number}: {title}', 'Vorhaben {number}: {title}'], ['Maßnahmen: {title}', 'Vorhaben: {title}'],
  ['Ziele ohne Maßnahme', 'Ziele ohne Vorhaben'], ['Nach Handlungsfeld', 'Nach Schwerpunkt'], ['Handlungsfelder dieses Konzepts', 'Schwerpunkte dieses Konzepts'],
  ['Neue Maßnahme', 'Neu: Vorhaben'], ['Neuer Maßnahmenplan', 'Neuer Maßnahmenplan'], ['Titel der Maßnahme', 'Titel der Maßnahme'], ['Maßnahmenplan lesen', 'Maßnahmenplan lesen'], ['Maßnahmen entstehen über „Maßnahme hinzufügen“.', 'Maßnahmen entstehen über „Vorhaben hinzufügen“.'], ['Statt „Maßnahme“ (Einzahl)', 'Statt „Maßnahme“ (Einzahl)'],
])('a label has the municipality’s word where it fits without an article: %s', (message, shown) => {
  expect(withOwnWords({ 'a.label': message }, own)).toEqual({ 'a.label': shown });
});

it('sentences keep the usual words, whose articles and endings fit', () => {
  const catalogue = { 'a.sentence': 'Bitte ein Handlungsfeld auswählen.', 'a.none': '{count, plural, =0 {keine Maßnahme} other {# Maßnahmen}}' };
  expect(withOwnWords(catalogue, own)).toEqual({ 'a.sentence': 'Bitte ein Handlungsfeld auswählen.', 'a.none': '{count, plural, =0 {keine Maßnahme} other {# Vorhaben}}' });
});

it('without own words nothing changes', () => {
  const catalogue = { 'a.one': 'Maßnahme' };
  expect(withOwnWords(catalogue, NO_OWN_WORDS)).toBe(catalogue);
});

it('what an indicator is to reach is no goal of the concept, whatever goals are called', () => {
  const catalogue = JSON.parse(readFileSync(join(import.meta.dirname, '../catalogue/de.json'), 'utf8')) as Record<string, string>;
  const judgements = Object.fromEntries(Object.entries(catalogue).filter(([key]) => key.startsWith('ui.judgement.')));
  expect(judgements['ui.judgement.REACHED']).toBeDefined();
  expect(withOwnWords(judgements, { words: [{ usual: ['Ziel', 'Ziele'], own: ['Leitziel', 'Leitziele'] }], messages: {} })).toEqual(judgements);
});
