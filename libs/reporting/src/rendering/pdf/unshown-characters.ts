import { documentWords } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument } from '@konzeptwerkstatt/document-model';

/** What stands where a text has a character that no font has. */
const REPLACEMENT = '[?]';
/** So many of them the first page names. */
const MAX_NAMED = 20;

const codeOf = (character: string): string => [...character].map((part) => `U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');

/** The document without these characters: a mark stands in their place, and the first page says which they were. */
export function withoutCharacters(document: ConceptDocument, characters: readonly string[]): ConceptDocument {
  // What is put together of several goes first, or its parts would stay.
  const longestFirst = characters.toSorted((one, other) => other.length - one.length);
  const shown = (text: string): string => longestFirst.reduce((words, character) => words.replaceAll(character, REPLACEMENT), text);
  const replaced = JSON.parse(JSON.stringify(document), (key, value: unknown) => (typeof value === 'string' && key !== 'href' ? shown(value) : value)) as ConceptDocument;
  const codes = [...characters.slice(0, MAX_NAMED).map(codeOf), ...(characters.length > MAX_NAMED ? ['…'] : [])].join(', ');
  return { ...replaced, titlePage: { ...replaced.titlePage, notes: [...replaced.titlePage.notes, documentWords(document.language).unshown(codes)] } };
}
