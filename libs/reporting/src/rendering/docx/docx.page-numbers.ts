import { estimatePageNumbersWith } from 'docx/layout';
import type { IPropertiesOptions } from 'docx';
import type { ConceptDocument } from '@konzeptwerkstatt/document-model';

type PageNumbers = NonNullable<IPropertiesOptions['pageNumbers']>;

/** How large a document may be, as JSON, to have its pages worked out: about forty pages. Each page costs twenty times as much as writing it, and all files wait for one thread. */
const LAID_OUT_BELOW = 150_000;

/** Words that are longer than a line, such as the address of a file, are broken letter by letter: some milliseconds for each. Chinese and the like are broken anywhere, and cheap. */
const LONG_WORD = /[^\s"\u2e80-\u9fff\uac00-\ud7af-]{80,}/g;
/** So many letters in such words are waited for: one address or two. */
const LONG_WORDS_BELOW = 400;

const laidOut = estimatePageNumbersWith({ guess: true });
const left: PageNumbers = () => ({ bookmarks: new Map() });

/** What stands in the contents for the page of each heading. In a longer document, and in one with very long words, that is left to whoever updates the contents; in none does Word ask the reader first. */
export function pageNumbersOf({ sections, measureTable }: ConceptDocument): PageNumbers {
  // Where links lead to is not laid out.
  const text = JSON.stringify([sections, measureTable], (key, value: unknown) => (key === 'href' ? undefined : value));
  const longWords = [...text.matchAll(LONG_WORD)].reduce((letters, [word]) => letters + word.length, 0);
  return text.length < LAID_OUT_BELOW && longWords < LONG_WORDS_BELOW ? laidOut : left;
}
