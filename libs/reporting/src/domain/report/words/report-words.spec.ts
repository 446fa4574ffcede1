import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { arabicMessages } from './arabic.messages.js';
import { englishMessages } from './english.messages.js';
import { germanMessages } from './german.messages.js';
import { reportWords } from './report-words.js';

type Node = { readonly type: number; readonly value?: unknown; readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>> };

/** Names of what is put into a message. */
function namesIn(message: string): string[] {
  const names = (nodes: readonly Node[]): string[] => nodes.flatMap(({ type, value, options }) => [...(type !== 0 && typeof value === 'string' ? [value] : []), ...Object.values(options ?? {}).flatMap((option) => names(option.value))]);
  return [...new Set(names(new IntlMessageFormat(message, 'de').getAst()))].sort();
}

describe('what reports say', () => {
  it.each([['English', englishMessages], ['Arabic', arabicMessages]] as const)('is put together from the same facts in %s as in German', (_language, messages) => {
    for (const [key, german] of Object.entries(germanMessages)) expect([key, namesIn(messages[key as keyof typeof germanMessages])]).toEqual([key, namesIn(german)]);
  });
});

describe('numbers and periods', () => {
  it('are written as the language does, in Latin digits and Gregorian years', () => {
    const written = (['de', 'en', 'ar'] as const).map((language) => {
      const { number, amount, quantity, period } = reportWords(language);
      return [number('1234.50'), amount('1250.5'), quantity('20.5', { unit: 'percent', unitLabel: '%' }, 1), quantity('1250', { unit: 'persons', unitLabel: 'Personen' }, 0), period('2025-Q1/..'), period('2025-03/2026-03'), period('2024'), period('2024-01-01/2024-06-30'), period('2024-07-01/2024-12-31'), period('2024-07-01/2025-12-31')].map((text) => text.replaceAll(/[\u200e\u200f]/g, '').replaceAll('\u00a0', ' '));
    });
    expect(written[0]).toEqual(['1.234,5', '1.250,50 €', '20,5 %', '1.250 Personen', 'ab 1. Quartal 2025', 'März 2025 bis März 2026', '2024', '1. Halbjahr 2024', '2. Halbjahr 2024', '01.07.2024 bis 31.12.2025']);
    expect(written[1]).toEqual(['1,234.5', '€1,250.50', '20.5%', '1,250 Personen', 'from quarter 1 of 2025', 'March 2025 to March 2026', '2024', 'half-year 1 of 2024', 'half-year 2 of 2024', '01/07/2024 to 31/12/2025']);
    expect(written[2]?.join(' ')).toMatch(/1,234\.5 .*1,250\.50.* 20\.5.* 1,250 Personen .*2025 مارس 2025 إلى مارس 2026 2024 النصف 1 من 2024/);
  });
});
