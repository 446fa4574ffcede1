import { arabicWords } from './arabic.words.js';
import type { TextDirection } from './concept-document.js';
import { DOCUMENT_LANGUAGES } from './document-words.js';
import type { DocumentLanguage, DocumentWords } from './document-words.js';
import { englishWords } from './english.words.js';
import { germanWords } from './german.words.js';

const words: Readonly<Record<DocumentLanguage, DocumentWords>> = { de: germanWords, en: englishWords, ar: arabicWords };

/** The words of a document in its language (BCP 47); German for one that documents are not written in. */
export const documentWords = (language: string): DocumentWords => words[DOCUMENT_LANGUAGES.find((known) => known === language) ?? 'de'];

/** Which way a language runs. */
export const directionOfLanguage = (language: DocumentLanguage): TextDirection => (language === 'ar' ? 'rtl' : 'ltr');
