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
