import type { OwnWord } from '@konzeptwerkstatt/kernel';
import { arabicWords } from './arabic.words.js';
import type { TextDirection } from './concept-document.js';
import { DOCUMENT_LANGUAGES } from './document-words.js';
import type { DocumentLanguage, DocumentWords } from './document-words.js';
import { englishWords } from './english.words.js';
import { germanWordsWith } from './german.words.js';

const otherWords: Readonly<Partial<Record<DocumentLanguage, DocumentWords>>> = { en: englishWords, ar: arabicWords };

/** The words of a document in its language (BCP 47); German for one that documents are not written in. @param ownWords of the municipality, known in German only */
export const documentWords = (language: string, ownWords: readonly OwnWord[] = []): DocumentWords =>
  otherWords[DOCUMENT_LANGUAGES.find((known) => known === language) ?? 'de'] ?? germanWordsWith(ownWords);

/** Which way a language runs. */
export const directionOfLanguage = (language: DocumentLanguage): TextDirection => (language === 'ar' ? 'rtl' : 'ltr');
