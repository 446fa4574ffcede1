import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

type Catalogue = Record<string, string>;

const libraries = join(import.meta.dirname, '../../..');
const read = (file: string): Catalogue => JSON.parse(readFileSync(file, 'utf8')) as Catalogue;

const contexts = readdirSync(libraries)
  .map((name) => ({ name, folder: join(libraries, name, 'src/catalogue') }))
  .filter(({ folder }) => existsSync(folder) && readdirSync(folder).some((file) => file.endsWith('.json')))
  .map(({ name, folder }) => ({ name, languages: Object.fromEntries(readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => [file.replace('.json', ''), read(join(folder, file))])) }));

/** Names of the values a message takes, at every depth of its plurals and selects. */
function valueNames(message: string): string[] {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    const element = node as { type?: number; value?: unknown; options?: Record<string, { value: unknown }> };
    const isLiteralOrPound = element.type === 0 || element.type === 7;
    if (!isLiteralOrPound && typeof element.value === 'string') names.add(element.value);
    Object.values(element.options ?? {}).forEach((option) => visit(option.value));
  };
  visit(new IntlMessageFormat(message, 'de').getAst());
  return [...names].sort();
}

/** What a message says where it counts, as the parts of each plural by category. */
function pluralsOf(message: string): Record<string, { value: readonly { type: number; value?: string }[] }>[] {
  const found: Record<string, { value: readonly { type: number; value?: string }[] }>[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (node === null || typeof node !== 'object') return;
    const element = node as { type?: number; options?: Record<string, { value: readonly { type: number; value?: string }[] }> };
    if (element.type === 6 && element.options) found.push(element.options);
    Object.values(element.options ?? {}).forEach((option) => visit(option.value));
  };
  visit(new IntlMessageFormat(message, 'ar').getAst());
  return found;
}

/** Whether a counted word follows the number: it has other forms for two, for a few and for many. */
function countsAWord(options: ReturnType<typeof pluralsOf>[number]): boolean {
  const parts = options['other']?.value ?? [];
  return parts.some(({ type }, place) => type === 7 && /^ ?[\u0621-\u064a]/.test(parts[place + 1]?.value ?? ''));
}

describe('the catalogues of the interface', () => {
  it('are found at all', () => {
    expect(contexts.map(({ name }) => name)).toEqual(expect.arrayContaining(['shell', 'ui']));
  });

  describe.each(contexts)('of $name', ({ languages }) => {
    const german = languages['de'] ?? {};
    const translations = Object.entries(languages).filter(([language]) => language !== 'de');

    it('are there in German and English', () => {
      expect(Object.keys(languages)).toEqual(expect.arrayContaining(['de', 'en']));
    });

    it.each(translations)('have the same keys in %s as in German', (_language, catalogue) => {
      expect(Object.keys(catalogue).sort()).toEqual(Object.keys(german).sort());
    });

    it.each(translations)('take the same values in %s as in German', (_language, catalogue) => {
      const differing = Object.keys(german).filter((key) => valueNames(catalogue[key] ?? '').join() !== valueNames(german[key] ?? '').join());
      expect(differing).toEqual([]);
    });

    it.each(Object.entries(languages))('are valid ICU messages without exclamation marks or blanks in %s', (_language, catalogue) => {
      const wrong = Object.entries(catalogue).filter(([, message]) => {
        try {
          new IntlMessageFormat(message, 'de').getAst();
          return message.trim() === '' || message.includes('!');
        } catch {
          return true;
        }
      });
      expect(wrong).toEqual([]);
    });

    it('have keys of the form context.noun.purpose with one context per catalogue', () => {
      const keys = Object.keys(german);
      expect(keys.filter((key) => !/^[a-z-]+\.[a-z-]+(\.[a-z0-9_-]+)+$/i.test(key))).toEqual([]);
      expect(new Set(keys.map((key) => key.split('.')[0])).size).toBeLessThanOrEqual(1);
    });

    it('need no values for what the server refuses with a code', () => {
      expect(Object.entries(german).filter(([key, message]) => /\.error\.[A-Z_]+(\.|$)/.test(key) && valueNames(message).length > 0)).toEqual([]);
    });
  });

  it('say in German that something is saved on the server and kept safe on the device, and never the one for the other', () => {
    const aboutMoneyOrValues = new Set(['concept.fundingState.secured']);
    const messages = contexts.flatMap(({ languages }) => Object.entries(languages['de'] ?? {}));
    expect(messages.filter(([key, message]) => /(^|[^a-zäöüß])(ge)?siche(rn|rt)(?![a-zäöüß])/i.test(message) && !message.includes('Gerät') && !aboutMoneyOrValues.has(key))).toEqual([]);
  });

  it('have in Arabic a form for two, for a few and for many of what is counted', () => {
    const messages = contexts.flatMap(({ languages }) => Object.entries(languages['ar'] ?? {}));
    const wrong = messages.filter(([, message]) => pluralsOf(message).some((options) => countsAWord(options) && ['one', 'two', 'few', 'many'].some((category) => !(category in options))));
    expect(wrong).toEqual([]);
  });

  it('address readers in Arabic in the plural, which is polite and fits everybody', () => {
    const words = /(?<![\u0600-\u06ff])(أنت|[وفبل]?(لك|لديك|إليك|منك|عنك|عليك|غيرك|يمكنك|بلديتك|منظمتك|حسابك|نصك|اسمك|مسودتك|ملاحظتك|ملاحظاتك|بريدك|دخولك|خروجك|مدخلاتك|موافقتك|مؤسستك))(?![\u0600-\u06ff])/;
    const messages = contexts.flatMap(({ languages }) => Object.entries(languages['ar'] ?? {}));
    expect(messages.filter(([, message]) => words.test(message))).toEqual([]);
  });

  it('of concept has a sentence for every code its commands refuse with', () => {
    const source = readFileSync(join(libraries, '../concept/src/domain/concept.errors.ts'), 'utf8');
    const codes = [...(/CONCEPT_ERROR_CODES = \[([^\]]*)\]/.exec(source)?.[1] ?? '').matchAll(/'([A-Z_]+)'/g)].map(([, code]) => code);
    const german = contexts.find(({ name }) => name === 'concept')?.languages['de'] ?? {};
    expect(codes).toContain('TITLE_REQUIRED');
    expect(codes.filter((code) => !(`concept.error.${code}` in german))).toEqual([]);
  });
});
