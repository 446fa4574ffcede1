import { describe, expect, it } from '@jest/globals';
import { i18n, registerCatalogue, textIn } from './i18n.js';

describe('words in another language than the interface', () => {
  it('are loaded and said, while the interface keeps its own', async () => {
    await i18n.changeLanguage('de');
    await registerCatalogue('probe', { de: { 'probe.report.title': 'Bericht: {concept}' }, en: () => Promise.resolve({ default: { 'probe.report.title': 'Report: {concept}' } }) });
    const english = await textIn('probe', 'en');
    expect([english('probe.report.title', { concept: 'X' }), i18n.t('probe.report.title', { concept: 'X' })]).toEqual(['Report: X', 'Bericht: X']);
  });

  it('are German where the language cannot be loaded', async () => {
    await registerCatalogue('lost', { de: { 'lost.report.title': 'Bericht' }, en: () => Promise.reject(new Error('offline')) });
    expect((await textIn('lost', 'en'))('lost.report.title')).toBe('Bericht');
  });
});

describe('names inside sentences', () => {
  const sentence = '{kind, select, LEAD {قيادة: {name}، {count} مرات} other {{name}: {count} مرات}}';

  it('keep their own direction in a language that runs the other way, and nothing else is touched', async () => {
    await registerCatalogue('names', { de: { 'names.lead.text': '{kind, select, LEAD {{name} leitet seit {since}} other {-}}' }, en: () => Promise.reject(new Error('offline')), ar: () => Promise.resolve({ default: { 'names.lead.text': sentence } }) });
    const [arabic, german] = [await textIn('names', 'ar'), await textIn('names', 'de')];
    expect(arabic('names.lead.text', { kind: 'LEAD', name: 'Caritas e. V.', count: 3 })).toBe('قيادة: \u2068Caritas e. V.\u2069، 3 مرات');
    expect(arabic('names.lead.text', { kind: 'LEAD', name: 'جمعية', count: 3 })).toBe('قيادة: جمعية، 3 مرات');
    expect(german('names.lead.text', { kind: 'LEAD', name: 'جمعية', since: '2024' })).toBe('\u2068جمعية\u2069 leitet seit 2024');
    expect(german('names.lead.text', { kind: 'LEAD', name: 'Caritas', since: '2024' })).toBe('Caritas leitet seit 2024');
  });
});
