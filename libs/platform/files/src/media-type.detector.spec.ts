import { describe, expect, it } from '@jest/globals';
import { detectMediaType } from './media-type.detector.js';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('what a file is', () => {
  it('is read from its content', async () => {
    expect(await detectMediaType(png, ['image/png'])).toBe('image/png');
    expect(await detectMediaType(Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1'), ['application/pdf'])).toBe('application/pdf');
  });

  it('is text of the kind that the place wants', async () => {
    const text = Buffer.from('Name;Ort\nBeispielverein;Musterstadt\n');
    expect(await detectMediaType(text, ['text/csv'])).toBe('text/csv');
    expect(await detectMediaType(text, ['text/plain'])).toBe('text/plain');
    expect(await detectMediaType(Buffer.from('[{"name": "Beispielverein"}]'), ['application/json'])).toBe('application/json');
  });

  it('is separated values also in the encodings of spreadsheets, and no other text', async () => {
    const [old, wide] = [Buffer.from('Maßnahme;Träger\n', 'latin1'), Buffer.from('\uFEFFMaßnahme\tTräger\n', 'utf16le')];
    const unmarked = Buffer.from('Maßnahme\tTräger\n', 'utf16le');
    for (const content of [old, wide, unmarked, Buffer.from(unmarked).swap16()]) {
      expect(await detectMediaType(content, ['text/csv'])).toBe('text/csv');
      expect(await detectMediaType(content, ['text/plain'])).toBe('other');
    }
    expect(await detectMediaType(Buffer.from('a\u0000b\u00e4', 'latin1'), ['text/csv'])).toBe('other');
    expect(await detectMediaType(Buffer.from('<svg onload="ä"></svg>', 'latin1'), ['text/csv'])).toBe('svg');
  });

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['<?xml version="1.0"?><!-- a logo --><svg onload="alert(1)"/>'],
  ])('is an SVG, whatever it is called: %s', async (text) => expect(await detectMediaType(Buffer.from(text), ['image/png'])).toBe('svg'));

  it.each([['<!doctype html><script>alert(1)</script>'], ['<html></html>'], ['\u0000\u0001\u0002binary']])('is nothing to be stored: %j', async (text) =>
    expect(await detectMediaType(Buffer.from(text), ['text/plain', 'text/csv'])).toBe('other'),
  );
});
