import { createInstance } from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { isolatedValues } from './isolates.js';
import { chooseInitialLanguage, rememberLanguage, withoutAskedLanguage } from './language-choice.js';
import { getLanguage, sourceLanguage } from './languages.js';
import { NO_OWN_WORDS, withOwnWords, type OwnWords } from './own-words.js';

/** Messages of one context in one language: flat, `context.noun.purpose` to an ICU message. */
export type Catalogue = Readonly<Record<string, string>>;

/** The translating function: key of a registered catalogue and its ICU values. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** Loads the messages of one further language when somebody wants to read them. */
export type CatalogueLoader = () => Promise<{ default: Catalogue }>;

/** German comes with the code that shows it; English is always there, further languages may be. */
export interface CatalogueSet {
  readonly de: Catalogue;
  readonly en: CatalogueLoader;
  readonly [language: string]: Catalogue | CatalogueLoader | undefined;
}

const bundle = 'translation';
const languagesByContext = new Map<string, ReadonlySet<string>>();
/** By context and language what is not loaded yet. */
const loaders = new Map<string, Map<string, CatalogueLoader>>();
const loading = new Set<Promise<void>>();

/** As the catalogues have them, so that another municipality's words can take the place of one's own. */
const germanMessages = new Map<string, Catalogue>();
let ownWords: OwnWords = NO_OWN_WORDS;

/** What the plug-in does with a message and its values; its own types leave that out. */
const IcuFormat = ICU as unknown as new () => InstanceType<typeof ICU> & { parse(message: string, values: Record<string, unknown>, language: string, ...further: unknown[]): string };

/** Names and other words of the other direction keep theirs inside a sentence. */
class IsolatingIcu extends IcuFormat {
  override parse(message: string, values: Record<string, unknown>, language: string, ...further: unknown[]): string {
    return super.parse(message, isolatedValues(message, values, getLanguage(language).direction), language, ...further);
  }
}

const icu = new IsolatingIcu();

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
  .use(icu)
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

function addMessages(context: string, language: string, catalogue: Catalogue): void {
  const foreign = Object.keys(catalogue).find((key) => !key.startsWith(`${context}.`));
  if (foreign) throw new Error(`The catalogue "${context}" (${language}) holds the foreign key "${foreign}".`);
  if (language === sourceLanguage) germanMessages.set(context, catalogue);
  i18n.addResourceBundle(language, bundle, language === sourceLanguage ? withOwnWords(catalogue, ownWords) : catalogue, true, true);
}

/** From now on labels say what the municipality says; German only, because only there its words are known. */
export function setOwnWords(words: OwnWords): void {
  if (JSON.stringify(words) === JSON.stringify(ownWords)) return;
  ownWords = words;
  for (const catalogue of germanMessages.values()) i18n.addResourceBundle(sourceLanguage, bundle, withOwnWords(catalogue, words), true, true);
  icu.clearCache();
  // What is shown asks for its words again.
  void i18n.changeLanguage(i18n.language);
}

async function loadMessages(context: string, language: string): Promise<void> {
  const loader = loaders.get(context)?.get(language);
  if (!loader) return;
  try {
    addMessages(context, language, (await loader()).default);
    loaders.get(context)?.delete(language);
  } catch {
    // Without a network the messages show in German; the next change of language tries again.
  }
}

/**
 * Adds the messages of one context. Called by each feature library when its chunk is loaded, before its first page renders: wait for
 * the result, so that the page begins in the language that is chosen.
 * Every key must begin with the context's name, so that catalogues cannot overwrite each other.
 *
 * @throws Error when a German key belongs to another context; a mistake of the developer, found by the catalogue test.
 */
export function registerCatalogue(context: string, catalogues: CatalogueSet): Promise<void> {
  const others = Object.entries(catalogues).filter((entry): entry is [string, CatalogueLoader] => typeof entry[1] === 'function');
  addMessages(context, sourceLanguage, catalogues.de);
  loaders.set(context, new Map(others));
  languagesByContext.set(context, new Set([sourceLanguage, ...others.map(([language]) => language)]));
  const loaded = loadMessages(context, i18n.language).finally(() => loading.delete(loaded));
  loading.add(loaded);
  return loaded;
}

/** Resolves when what has been registered so far can be read in the chosen language; the client waits for it before it shows anything. */
export async function catalogueReadiness(): Promise<void> {
  await Promise.all(loading);
}

/** The language a context's messages really show in: the chosen one, or German where its catalogue is not translated yet. */
export function shownLanguage(context: string, chosen: string): string {
  const languages = languagesByContext.get(context);
  return !languages || languages.has(chosen) ? chosen : sourceLanguage;
}

/** The messages of a context in another language than the interface's, for what is written in that one; German where they cannot be had. */
export async function textIn(context: string, language: string): Promise<Translate> {
  await loadMessages(context, language);
  return i18n.getFixedT(language) as unknown as Translate;
}

/** Switches the interface's language, sets `<html lang dir>` and remembers the choice in this browser. */
export async function changeLanguage(tag: string): Promise<void> {
  const language = getLanguage(tag);
  rememberLanguage(language.tag);
  await Promise.all([...loaders.keys()].map((context) => loadMessages(context, language.tag)));
  await i18n.changeLanguage(language.tag);
}

applyToDocument(i18n.language);
if (globalThis.location?.search.includes('lang=')) globalThis.history.replaceState(globalThis.history.state, '', withoutAskedLanguage(globalThis.location));
