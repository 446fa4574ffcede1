import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { NO_OWN_WORDS, withOwnWords } from './own-words.js';

it('a catalogue has the municipality’s words, and whole messages where they are its own', () => {
  const own = { words: [{ usual: ['Maßnahme', 'Maßnahmen'], own: ['Vorhaben', 'Vorhaben'] }], messages: { 'a.kind': 'Integrationskonzept' } } as const;
  expect(withOwnWords({ 'a.many': 'Maßnahmen', 'a.sentence': 'Bitte eine Maßnahme auswählen.', 'a.kind': 'Konzept' }, own)).toEqual({ 'a.many': 'Vorhaben', 'a.sentence': 'Bitte eine Maßnahme auswählen.', 'a.kind': 'Integrationskonzept' });
});

it('words and whole messages show as they are, whatever signs they have', () => {
  const own = { words: [{ usual: ['Maßnahme', 'Maßnahmen'], own: ['Maßnahme {neu} #1', "Vorhaben's"] }], messages: { 'a.kind': "Konzept '{neu}' #1" } } as const;
  const shown = Object.values(withOwnWords({ 'a.one': 'Maßnahme hinzufügen', 'a.count': '{count, plural, one {# Maßnahme} other {# Maßnahmen}}', 'a.kind': 'Konzept' }, own)).map((message) => new IntlMessageFormat(message, 'de', undefined, { ignoreTag: true }).format({ count: 1 }));
  expect(shown).toEqual(['Maßnahme {neu} #1 hinzufügen', '1 Maßnahme {neu} #1', "Konzept '{neu}' #1"]);
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
