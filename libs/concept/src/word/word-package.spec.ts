import { describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { namespaces, p, wordFile } from '../../test/word-file.js';
import { readWordDocument } from './word-document.reader.js';

/** The container of old Office files and of encrypted new ones. */
const ole = (stream: string): Uint8Array => new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]));
const withParts = (parts: Record<string, Uint8Array>): Uint8Array => zipSync({ ...unzipSync(wordFile(p('Text'))), ...parts }, { level: 9 });
const doctype = (declaration: string, words: string): Uint8Array => wordFile('', { document: `<!DOCTYPE w:document [${declaration}]><w:document ${namespaces}><w:body>${p(words)}</w:body></w:document>` });
const nested = (depth: number): string => `${'<w:ins>'.repeat(depth)}${'</w:ins>'.repeat(depth)}`;

/** An archive whose directory names its first part again and again: a walk over the parts meets it once. */
function namedOftenInDirectory(file: Uint8Array, times: number): Uint8Array {
  const content = Buffer.from(file);
  const end = content.length - 22;
  const [start, size] = [content.readUInt32LE(end + 16), content.readUInt32LE(end + 12)];
  const first = content.subarray(start, start + 46 + content.readUInt16LE(start + 28) + content.readUInt16LE(start + 30) + content.readUInt16LE(start + 32));
  const last = Buffer.from(content.subarray(end));
  for (const at of [8, 10]) last.writeUInt16LE(last.readUInt16LE(at) + times, at);
  last.writeUInt32LE(size + first.length * times, 12);
  return new Uint8Array(Buffer.concat([content.subarray(0, start + size), ...Array.from({ length: times }, () => first), last]));
}

describe('a file that is no document to be read', () => {
  it.each<[string, string, () => Uint8Array]>([
    ['has a password', 'password_protected', () => ole('EncryptedPackage')],
    ['is of an old Word', 'old_word_format', () => ole('WordDocument')],
    ['has macros', 'with_macros', () => wordFile(p('Text'), { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' })],
    ['is a spreadsheet', 'not_a_word_document', () => wordFile(p('Text'), { mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' })],
    ['is no archive', 'not_a_word_document', () => strToU8('%PDF-1.7')],
    ['is some other archive', 'not_a_word_document', () => zipSync({ 'a.txt': strToU8('a') })],
    ['ends in the middle', 'not_readable', () => wordFile(p('Text')).slice(0, 900)],
    ['has broken words', 'not_readable', () => wordFile('<w:p><w:r>')],
    ['unpacks to a hundred times its size', 'too_large', () => withParts({ 'word/media/a.bmp': new Uint8Array(30 * 1024 * 1024) })],
    ['has ten thousand parts', 'too_large', () => withParts(Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`word/media/${index}.png`, new Uint8Array(1)])))],
    ['names one part a thousand times', 'too_large', () => namedOftenInDirectory(wordFile(p('Text')), 1_000)],
    ['wants to write elsewhere', 'not_readable', () => withParts({ '../../etc/passwd': strToU8('root') })],
    ['wants to write at an absolute place', 'not_readable', () => withParts({ '/etc/passwd': strToU8('root') })],
    ['reads files by entities', 'not_readable', () => doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;')],
    ['grows by entities', 'not_readable', () => doctype('<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">', '&b;')],
    ['declares a document type', 'not_readable', () => doctype('', 'Text')],
    ['is nested without end', 'not_readable', () => wordFile(nested(5_000))],
    ['has no words', 'empty', () => wordFile(p(''))],
  ])('%s: %s', (_name, problem, file) => expect(readWordDocument(file())).toEqual({ problem }));
});
