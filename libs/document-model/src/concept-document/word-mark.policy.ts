import { isUuid } from '../schema/block-id.policy.js';
import { printable } from './printable-text.policy.js';

/** The format of the marks; a file with another one is not compared. */
export const WORD_MARKS_VERSION = '1';
/** Names of the document properties that say the format, and which blocks went out. */
export const WORD_MARKS_PROPERTY = 'KonzeptwerkstattMarks';
export const WORD_BLOCKS_PROPERTY = 'KonzeptwerkstattBlocks';
/** Name of the properties that say which comments went out with the document. */
export const WORD_COMMENTS_PROPERTY = 'KonzeptwerkstattComments';

/** `block`: words of the text; `object`: title of a goal or measure; `added`: what only the file says; `end`: nothing of the text comes after it. */
export type WordMarkKind = 'block' | 'object' | 'section' | 'added' | 'end';

/** What the name of a bookmark says about the words under it. */
export interface WordMark {
  readonly kind: WordMarkKind;
  /** Of the block or section. */
  readonly id: string;
  /** Of the words as they went out. */
  readonly hash: string;
}

const prefixes: Readonly<Record<WordMarkKind, string>> = { block: 'kw', object: 'ko', section: 'ks', added: 'kx', end: 'ke' };
const kinds = new Map(Object.entries(prefixes).map(([kind, prefix]) => [prefix, kind as WordMarkKind]));

/** Bookmark names do not tell upper from lower case: 128 bits take 25 characters of 36. */
const ID_LENGTH = 25;
const TAIL_LENGTH = 8;
const SHORT_HASH_LENGTH = 4;
/** Word cuts longer properties. */
const MAX_PROPERTY_LENGTH = 252;
const namePattern = /^(k[woxse])_([0-9a-z]{25})([0-9a-z]{12})$/;

/** Words as they are compared: how blanks and composed letters are stored does not count, line breaks do. */
export function wordsToCompare(text: string): string {
  return printable(text).normalize('NFC').replace(/\r\n?/g, '\n').replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').trim();
}

function fold(text: string, seed: number): string {
  let sum = seed;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  // What was mixed last reaches the high digits, too.
  sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  sum = Math.imul(sum ^ (sum >>> 12), 0x297a2d39);
  return (((sum ^ (sum >>> 15)) >>> 0) % 36 ** 6).toString(36).padStart(6, '0');
}

/** Twelve characters for words; tells changes, proves nothing. */
export function hashOfWords(text: string): string {
  const words = wordsToCompare(text);
  return fold(words, 0x811c9dc5) + fold(words, 0x5bd1e995);
}

const packed = (id: string): string => BigInt(`0x${id.replaceAll('-', '')}`).toString(36).padStart(ID_LENGTH, '0');

function unpacked(letters: string): string | null {
  const hex = [...letters].reduce((sum, letter) => sum * 36n + BigInt(parseInt(letter, 36)), 0n).toString(16).padStart(32, '0');
  return hex.length > 32 ? null : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The name of the bookmark around words: at most 40 letters, digits and `_`. @param id a UUID; null for an id that is none */
export function wordMarkName(kind: WordMarkKind, id: string, text: string): string | null {
  return isUuid(id) ? `${prefixes[kind]}_${packed(id)}${hashOfWords(text)}` : null;
}

/** What a bookmark's name says; null for one of somebody else. */
export function readWordMark(name: string): WordMark | null {
  const [, prefix, letters, hash] = namePattern.exec(name.toLowerCase()) ?? [];
  const kind = kinds.get(prefix ?? '');
  const id = letters === undefined ? null : unpacked(letters);
  return kind === undefined || id === null || hash === undefined ? null : { kind, id, hash };
}

interface WordProperty {
  readonly name: string;
  readonly value: string;
}

function inPieces(property: string, entries: string): WordProperty[] {
  const pieces = entries.match(new RegExp(`.{1,${MAX_PROPERTY_LENGTH}}`, 'g')) ?? [];
  return pieces.map((value, index) => ({ name: `${property}${index + 1}`, value }));
}

/** Document properties that say which blocks went out: of each its id's last characters and the first ones of its hash. @param names bookmark names */
export function wordBlocksProperties(names: readonly string[]): WordProperty[] {
  const all = names.filter((name) => name.startsWith(`${prefixes.block}_`) || name.startsWith(`${prefixes.object}_`));
  const entries = all.map((name) => name.slice(3 + ID_LENGTH - TAIL_LENGTH, 3 + ID_LENGTH + SHORT_HASH_LENGTH)).join('');
  return [{ name: WORD_MARKS_PROPERTY, value: WORD_MARKS_VERSION }, ...inPieces(WORD_BLOCKS_PROPERTY, entries)];
}

/** Document properties that say which comments went out, by hashes of their words. */
export function wordCommentsProperties(comments: readonly string[]): WordProperty[] {
  return inPieces(WORD_COMMENTS_PROPERTY, comments.map(hashOfWords).join(''));
}

/** Hashes of the comments that went out, as the properties' values say. */
export function readWordComments(values: readonly string[]): ReadonlySet<string> {
  return new Set(values.flatMap((value) => value.match(/[0-9a-z]{12}/g) ?? []));
}

/** Short hashes by the ends of block ids, as the properties' values say. */
export function readWordBlocks(values: readonly string[]): Readonly<Record<string, string>> {
  const entries = values.flatMap((value) => value.match(/[0-9a-z]{12}/g) ?? []);
  return Object.fromEntries(entries.map((entry) => [entry.slice(0, TAIL_LENGTH), entry.slice(TAIL_LENGTH)]));
}

/** What a block said when it went out, by its short hash; null when it did not go out. */
export function sentHash(blocks: Readonly<Record<string, string>>, id: string): string | null {
  return isUuid(id) ? (blocks[packed(id).slice(-TAIL_LENGTH)] ?? null) : null;
}

/** Whether words are still those of a hash, short or whole. */
export const hasHash = (text: string, hash: string): boolean => hashOfWords(text).startsWith(hash);
