import { createInstance } from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { chooseInitialLanguage, rememberLanguage } from './language-choice.js';
import { getLanguage, sourceLanguage } from './languages.js';

/** Messages of one context in one language: flat, `context.noun.purpose` to an ICU message. */
export type Catalogue = Readonly<Record<string, string>>;

/** German and English are always there; further languages may be. */
export interface CatalogueSet {
  readonly de: Catalogue;
  readonly en: Catalogue;
  readonly [language: string]: Catalogue | undefined;
}

const bundle = 'translation';
const languagesByContext = new Map<string, ReadonlySet<string>>();

/** The one i18next instance. Keys contain dots, so neither key nor namespace separator is used. */
export const i18n = createInstance();

function applyToDocument(tag: string): void {
  if (typeof document === 'undefined') return;
  const language = getLanguage(tag);
  document.documentElement.lang = language.tag;
  document.documentElement.dir = language.direction;
}

i18n.on('languageChanged', applyToDocument);
void i18n
  .use(ICU)
  .use(initReactI18next)
  .init({
    lng: chooseInitialLanguage(globalThis.location?.search ?? ''),
    fallbackLng: sourceLanguage,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: {},
  });

/**
 * Adds the messages of one context. Called by each feature library when its chunk is loaded, before its first page renders.
 * Every key must begin with the context's name, so that catalogues cannot overwrite each other.
 *
 * @throws Error when a key belongs to another context; a mistake of the developer, found by the catalogue test.
 */
export function registerCatalogue(context: string, catalogues: CatalogueSet): void {
  const available = Object.entries(catalogues).filter((entry): entry is [string, Catalogue] => entry[1] !== undefined);
  for (const [language, catalogue] of available) {
    const foreign = Object.keys(catalogue).find((key) => !key.startsWith(`${context}.`));
    if (foreign) throw new Error(`The catalogue "${context}" (${language}) holds the foreign key "${foreign}".`);
    i18n.addResourceBundle(language, bundle, catalogue, true, true);
  }
  languagesByContext.set(context, new Set(available.map(([language]) => language)));
}

/** The language a context's messages really show in: the chosen one, or German where its catalogue is not translated yet. */
export function shownLanguage(context: string, chosen: string): string {
  const languages = languagesByContext.get(context);
  return !languages || languages.has(chosen) ? chosen : sourceLanguage;
}

/** Switches the interface's language, sets `<html lang dir>` and remembers the choice in this browser. */
export async function changeLanguage(tag: string): Promise<void> {
  const language = getLanguage(tag);
  rememberLanguage(language.tag);
  await i18n.changeLanguage(language.tag);
}

applyToDocument(i18n.language);
