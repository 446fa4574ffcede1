import { fileTypeFromBuffer } from 'file-type';
import { textEncodingOf } from '@konzeptwerkstatt/kernel';
import { MEDIA_TYPES, type MediaType } from './stored-file.js';

/** What a content turned out to be; `svg` and `other` are never stored. */
export type DetectedType = MediaType | 'svg' | 'other';

const known: ReadonlySet<string> = new Set(MEDIA_TYPES);
const CONTROL = /[^\P{Cc}\t\n\r]/u;

function decode(content: Buffer, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(content);
    return CONTROL.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** UTF-8 without control characters, of separated values also what spreadsheets in Germany write: windows-1252 or UTF-16; null otherwise. */
const readText = (content: Buffer, isSeparated: boolean): string | null => decode(content, isSeparated ? textEncodingOf(content) : 'utf-8');

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Markup is text too, but a browser would run it: it is no plain text here. */
const isMarkup = (text: string): boolean => /^\s*<(\?xml|!doctype|!--|[a-z])/i.test(text);

/**
 * Finds out from the content alone what a file is; its name and what the browser says of it are not looked at.
 * @param wanted types that fit where it is to be stored: text is CSV or plain, as the place wants it
 */
export async function detectMediaType(content: Buffer, wanted: readonly MediaType[]): Promise<DetectedType> {
  const binary = await fileTypeFromBuffer(content);
  const text = readText(content, wanted.includes('text/csv'));
  if (text !== null && /<svg[\s>]/i.test(text.slice(0, 4096))) return 'svg';
  if (binary) return known.has(binary.mime) ? (binary.mime as MediaType) : 'other';
  if (text === null || isMarkup(text)) return 'other';
  if (wanted.includes('application/json') && isJson(text)) return 'application/json';
  return wanted.includes('text/csv') ? 'text/csv' : 'text/plain';
}
