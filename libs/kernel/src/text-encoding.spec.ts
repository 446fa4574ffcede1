import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textEncodingOf } from './text-encoding.js';

const table = 'AGS;Jahr;Größe „x“;Wert\r\n14713000;2020;5,3 €;–\r\n';
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('how a text is written', () => {
  it.each([
    ['utf-8', Buffer.from(table)], ['utf-8', Buffer.from(`\uFEFF${table}`)], ['utf-8', Buffer.from('')], ['utf-8', Buffer.from('ab')], ['windows-1252', Buffer.from('Größe;Wert', 'latin1')],
    ['utf-16le', wide(`\uFEFF${table}`)], ['utf-16be', wide(`\uFEFF${table}`).swap16()], ['utf-16le', wide(table)], ['utf-16be', wide(table).swap16()],
    ['utf-16le', wide('السنة;القيمة\r\n2020;5,3\r\n2021;6,1\r\n2022;7,4\r\n2023;8,0\r\n')],
  ])('is found as %s', (encoding, bytes) => {
    expect(textEncodingOf(bytes)).toBe(encoding);
  });

  it('is not taken for wide where there are single zeros, or on both sides', () => {
    expect(['a\u0000b', 'a\u0000b\u00e4', '\u0000\u0001\u0002binary!', '\u0000\u0000\u0000\u0000'].map((text) => textEncodingOf(Buffer.from(text, 'latin1')).startsWith('utf-16'))).toEqual([false, false, false, false]);
  });

  it('never changes for a text of the West with or without its mark', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...'aeinrstÄöüß0123456789;,.\r\n'), { minLength: 1 }).map((letters) => letters.join('')), (text) => {
      expect([textEncodingOf(wide(text)), textEncodingOf(wide(`\uFEFF${text}`)), textEncodingOf(wide(text).swap16())]).toEqual(['utf-16le', 'utf-16le', 'utf-16be']);
    }));
  });
});
