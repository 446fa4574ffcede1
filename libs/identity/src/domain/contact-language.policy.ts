/** Languages an organisation can be written to in, BCP 47, with the words lists call them by. */
const languages: Readonly<Record<string, readonly string[]>> = {
  de: ['deutsch', 'german', 'ger', 'deu'],
  en: ['englisch', 'english', 'eng'],
  ar: ['arabisch', 'arabic', 'ara', 'العربية'],
  uk: ['ukrainisch', 'ukrainian', 'ukr', 'українська'],
  tr: ['türkisch', 'turkish', 'tur', 'türkçe'],
  ru: ['russisch', 'russian', 'rus', 'русский'],
  fa: ['persisch', 'farsi', 'dari', 'persian', 'fas', 'فارسی'],
};

/** The language a text names, by code or word; null for one that is not known. */
export function contactLanguage(text: string): string | null {
  const word = text.trim().toLowerCase();
  return Object.keys(languages).find((code) => word === code || word.startsWith(`${code}-`) || languages[code]?.includes(word)) ?? null;
}
