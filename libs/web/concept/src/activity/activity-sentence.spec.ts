import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ActivityEntryFragment } from '@konzeptwerkstatt/web-data';
import { IntlMessageFormat } from 'intl-messageformat';
import { activitySentence } from './activity-sentence.js';

const catalogue = (language: string) => JSON.parse(readFileSync(join(import.meta.dirname, `../catalogue/${language}.json`), 'utf8')) as Record<string, string>;

function translator(language: string) {
  const messages = catalogue(language);
  return (key: string, values?: Record<string, unknown>): string => {
    const message = messages[key];
    if (message === undefined) throw new Error(`no message ${key}`);
    return String(new IntlMessageFormat(message, language).format(values as Record<string, string>));
  };
}

const german = translator('de');
const formats = { money: (amount: string) => `${amount} €`, number: (value: string) => String(Number(value)).replace('.', ',') };
const organisation = (name: string) => ({ id: name, uuid: name, name, shortName: null });
const section = { id: 's', uuid: 'section', title: 'Wohnen', edition: { id: 'e', uuid: 'edition' } };
const measure = { id: 'm', blockId: 'block', title: 'Sprachmittlung' };

const entry = (part: Partial<ActivityEntryFragment>): ActivityEntryFragment => ({
  id: 'a', position: '1', name: 'concept.measure.changed', occurredAt: '2026-11-22T12:00:00Z', isOwn: false, field: null, fromValue: null, toValue: null,
  organisation: organisation('Migrantenbeirat'), fromOrganisation: null, toOrganisation: null, section, measure, goal: null, indicator: null, ...part,
});

const sentence = (part: Partial<ActivityEntryFragment>): string => activitySentence(entry(part), german, formats).map(({ text }) => text).join('');

describe('the sentence for something that happened', () => {
  it('says who set which status', () => {
    expect(sentence({ field: 'status', fromValue: 'PLANNED', toValue: 'RUNNING' })).toBe('Migrantenbeirat hat den Stand von „Sprachmittlung“ auf „läuft“ gesetzt.');
  });

  it('tells adding a partner from taking one off', () => {
    expect(sentence({ field: 'partner', toOrganisation: organisation('Caritas') })).toBe('Migrantenbeirat hat Caritas an „Sprachmittlung“ beteiligt.');
    expect(sentence({ field: 'partner', fromOrganisation: organisation('Caritas') })).toBe('Migrantenbeirat hat Caritas bei „Sprachmittlung“ als Beteiligte herausgenommen.');
  });

  it('names the new lead, and says when there is none any more', () => {
    expect(sentence({ field: 'lead', toOrganisation: organisation('Jugendamt') })).toContain('als Federführung Jugendamt');
    expect(sentence({ field: 'lead', fromOrganisation: organisation('Jugendamt') })).toBe('Migrantenbeirat hat die Federführung von „Sprachmittlung“ offen gelassen.');
  });

  it('writes periods and amounts as people read them', () => {
    expect(sentence({ field: 'period', toValue: '2026-Q1/..' })).toContain('„ab Q1 2026, unbefristet“');
    expect(sentence({ field: 'budgetAmount', toValue: '1200.00' })).toContain('die Kosten von „Sprachmittlung“ auf „1200.00 €“');
  });

  it('leads to the block in the text', () => {
    const subject = activitySentence(entry({ field: 'resources' }), german, formats).find(({ kind }) => kind === 'subject');
    expect(subject).toEqual({ kind: 'subject', text: 'Sprachmittlung', href: '/konzepte/edition/abschnitte/section?block=block' });
  });

  it('tells of versions and leads to them, even when the section is gone', () => {
    const kept = activitySentence(entry({ name: 'concept.version.kept', measure: null }), german, formats);
    expect(kept.map(({ text }) => text).join('')).toBe('Migrantenbeirat hat eine Fassung von „Wohnen“ festgehalten.');
    expect(kept.find(({ kind }) => kind === 'subject')?.href).toBe('/konzepte/edition/abschnitte/section/fassungen');
    expect(sentence({ name: 'concept.version.restored', measure: null })).toBe('Migrantenbeirat hat in „Wohnen“ eine frühere Fassung wiederhergestellt.');
    expect(sentence({ name: 'concept.version.restored', measure: null, section: null })).toBe('Migrantenbeirat hat einen Abschnitt geändert, den es nicht mehr gibt.');
  });

  it('leads to the indicator when a value was recorded', () => {
    const parts = activitySentence(entry({ name: 'monitoring.observation.recorded', section: null, measure: null, indicator: { id: 'i', uuid: 'indicator', name: 'Einbürgerungen' } }), german, formats);
    expect(parts.find(({ kind }) => kind === 'subject')?.href).toBe('/indikatoren/indicator');
  });

  it('calls a measure without a title by that, and one that is gone by its kind', () => {
    expect(sentence({ name: 'concept.measure.added', measure: { ...measure, title: '' } })).toBe('Migrantenbeirat hat eingefügt: Maßnahme „ohne Titel“.');
    expect(sentence({ name: 'concept.measure.removed', measure: null })).toBe('Migrantenbeirat hat etwas aus den Maßnahmen entfernt.');
    expect(sentence({ field: 'status', toValue: 'DONE', measure: null })).toBe('Migrantenbeirat hat etwas an Maßnahmen geändert, die es nicht mehr gibt.');
  });

  it('keeps a title that looks like a placeholder as it is', () => {
    expect(sentence({ name: 'concept.measure.added', measure: { ...measure, title: '{actor} {0} <b>' } })).toBe('Migrantenbeirat hat eingefügt: Maßnahme „{actor} {0} <b>“.');
  });

  it('write numbers as readers do', () => {
    expect(sentence({ field: 'staffPositions', toValue: '0.50' })).toContain('„0,5“');
  });

  it('has words for events it does not know and for what the program did itself', () => {
    expect(sentence({ name: 'decision.resolution.passed', organisation: null })).toBe('Konzeptwerkstatt hat etwas geändert.');
  });
});

describe('the sentences in every language', () => {
  const fields = ['title', 'description', 'type', 'status', 'decisionState', 'lead', 'partner', 'targetGroup', 'period', 'resources', 'budgetAmount', 'fundingSource', 'staffPositions', 'indicator', 'goal', 'something'];
  const names = ['concept.edition.created', 'concept.section.added', 'concept.section.renamed', 'concept.section.moved', 'concept.section.removed', 'concept.section.text-changed',
    'concept.goal.added', 'concept.goal.changed', 'concept.goal.removed', 'concept.measure.added', 'concept.measure.removed', 'monitoring.indicator.added', 'monitoring.observation.recorded',
    'planning.role.assigned', 'planning.role.withdrawn', 'planning.step.added', 'planning.process.created'];
  const indicator = { id: 'i', uuid: 'i', name: 'Einbürgerungen' };
  const goal = { id: 'g', blockId: 'g', title: 'Teilhabe' };

  it.each(['de', 'en', 'ar'])('exist for every event and field in %s, with and without what they are about', (language) => {
    const t = translator(language);
    const all = [
      ...fields.map((field) => entry({ field })), ...names.map((name) => entry({ name, goal, indicator })), ...names.map((name) => entry({ name, section: null, measure: null })),
      entry({ name: 'concept.goal.changed', goal, field: 'kind', toValue: 'SUB' }), entry({ field: 'targetGroup', toValue: 'WOMEN' }), entry({ field: 'targetGroup', fromValue: 'WOMEN' }),
    ];
    for (const activity of all) expect(activitySentence(activity, t, formats).map(({ text }) => text).join('')).not.toMatch(/[\uE000\uE001]|concept\.[a-zA-Z]+\./);
  });
});
