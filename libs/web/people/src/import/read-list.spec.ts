import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { guessReading, rowsOf } from './columns.js';
import { decodeText, readCsv } from './csv.js';
import { readList } from './read-list.js';
import type { FileProblemError } from './table.js';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const problemOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'read', (error: FileProblemError) => error.problem);

/** An XLSX file of one sheet, as small as one can be. */
function workbook(cells: readonly (readonly string[])[], merged = '', extra: Record<string, Uint8Array> = {}): Uint8Array<ArrayBuffer> {
  const column = (index: number): string => String.fromCharCode(65 + index);
  const rows = cells.map((row, at) => `<row r="${at + 1}">${row.map((value, index) => (value.startsWith('=') ? `<c r="${column(index)}${at + 1}"><f>${value.slice(1)}</f><v>42</v></c>` : `<c r="${column(index)}${at + 1}" t="inlineStr"><is><t>${value}</t></is></c>`)).join('')}</row>`).join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files = {
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `<?xml version="1.0"?><styleSheet xmlns="${main}"><cellXfs count="1"><xf/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${merged}</worksheet>`,
  };
  return zipSync({ ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), ...extra });
}

describe('a file of separated values', () => {
  it.each([['semicolons', ';'], ['commas', ','], ['tabs', '\t']])('is read with %s, quotes and line breaks in cells', (_name, separator) => {
    const text = ['Name', 'Art'].join(separator) + `\r\n"Brücke ${separator} ""Neu""\nLeipzig"${separator}Verein\r\n`;
    expect(readCsv(utf8(text)).rows.slice(0, 2)).toEqual([['Name', 'Art'], [`Brücke ${separator} "Neu"\nLeipzig`, 'Verein']]);
  });

  it('is read in UTF-8 with a byte order mark, in windows-1252 and in UTF-16', () => {
    expect(decodeText(utf8('\uFEFFBrücke'))).toBe('Brücke');
    expect(decodeText(latin('Br\u00fccke \u0080'))).toBe('Brücke €');
    expect(decodeText(Uint8Array.from([0xff, 0xfe, ...[...'Ü'].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8])]))).toBe('Ü');
  });
});

describe('an XLSX file', () => {
  it('is read as values; a formula gives what was saved of it', async () => {
    const { rows } = await readList(workbook([['Name', 'Art'], ['Brücke', '=HYPERLINK("http://x")']]));
    expect(rows).toEqual([['Name', 'Art'], ['Brücke', '42']]);
  });

  it('that has cells merged over rows does not guess: those lines are left out and named', async () => {
    const table = await readList(workbook([['Name', 'Art'], ['A', 'Verein'], ['B', ''], ['C', 'Verein']], '<mergeCells count="2"><mergeCell ref="B2:B3"/><mergeCell ref="A1:B1"/></mergeCells>'));
    const { rows, mergedLines } = rowsOf(table, guessReading(table));
    expect(mergedLines).toEqual([2, 3]);
    expect(rows.map(({ name, line }) => [name, line])).toEqual([['C', 4]]);
  });

  it('that would unpack to far more than a list is refused before it is unpacked', async () => {
    expect(await problemOf(readList(workbook([['Name']], '', { 'xl/media/a.bin': new Uint8Array(40 * 1024 * 1024) })))).toBe('unpacks-too-large');
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`x/${index}.xml`, strToU8('x')]));
    expect(await problemOf(readList(workbook([['Name']], '', many)))).toBe('unpacks-too-large');
  });
});

it('what is no list is refused with a reason', async () => {
  expect(await problemOf(readList(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2])))).toBe('old-excel');
  expect(await problemOf(readList(utf8('PK\u0003\u0004 broken')))).toBe('not-a-list');
  expect(await problemOf(readList(latin('a\u0000b')))).toBe('not-a-list');
  expect(await problemOf(readList(utf8(' ;\n;\n')))).toBe('empty');
  expect(await problemOf(readList(new Uint8Array(3 * 1024 * 1024)))).toBe('too-large');
  expect(await problemOf(readList(utf8('Name\n' + 'A\n'.repeat(1_100))))).toBe('too-many-rows');
});

describe('the columns of a list', () => {
  const table = readCsv(utf8('Verteiler Integration;;;\nStand: März;;;\nLfd. Nr.;Name der Organisation;E-Mail;Ansprechpartner*in;Notiz\n1;Brücke;post@bruecke.example;Erika;x\n;;;;\n2;Hafen;;;\n'));

  it('are found by what they are called, below titles and notes', () => {
    const reading = guessReading(table);
    expect(reading.headerRow).toBe(2);
    expect(reading.mapping).toMatchObject({ name: 1, mailbox: 2, contactName: 3, kind: null });
  });

  it('are found below a header of two rows, where a person stands over her columns', () => {
    const lines = ['Verteiler;;;;;;;;', ';;;Ansprechperson;;;Vertretung;;', 'Name;Art;E-Mail;Name;E-Mail;Telefon;Name;E-Mail;Telefon', 'Brücke;Verein;post@bruecke.example;Erika;e@bruecke.example;1;Max;m@bruecke.example;2'];
    const reading = guessReading(readCsv(utf8(lines.join('\n'))));
    expect(reading.headerRow).toBe(2);
    expect(reading.headers.slice(2, 5)).toEqual(['E-Mail', 'Ansprechperson – Name', 'Ansprechperson – E-Mail']);
    expect(reading.mapping).toMatchObject({ name: 0, kind: 1, mailbox: 2, contactName: 3, contactEmail: 4, contactPhone: 5, deputyName: 6, deputyEmail: 7, deputyPhone: 8 });
  });

  it('are found below a header of three rows, some of its cells over all of them', () => {
    const lines = ['Organisation;Personen;;;;Sprache', ';Ansprechpartner*in;;Vertretung;;', ';Name;Telefon;Name;Telefon;', 'Hafen;Erika;1;Max;2;Arabisch'];
    const table = readCsv(utf8(lines.join('\n')));
    expect(guessReading(table)).toMatchObject({ headerRow: 2, mapping: { name: 0, contactName: 1, contactPhone: 2, deputyName: 3, deputyPhone: 4, language: 5 } });
    expect(rowsOf(table, guessReading(table)).rows).toMatchObject([{ line: 4, name: 'Hafen', deputyPhone: '2' }]);
  });

  it('are not taken for an organisation where the header stands again', () => {
    const pages = readCsv(utf8('Name;Art\nA;Verein\nName;Art\nB;Verein\n'));
    expect(rowsOf(pages, guessReading(pages)).rows.map(({ name }) => name)).toEqual(['A', 'B']);
  });

  it('can be said otherwise, and give rows with the line people see', () => {
    const reading = guessReading(table);
    const { rows } = rowsOf(table, { ...reading, mapping: { ...reading.mapping, kind: 4, contactName: null } });
    expect(rows).toMatchObject([{ line: 4, name: 'Brücke', mailbox: 'post@bruecke.example', kind: 'x', contactName: null }, { line: 6, name: 'Hafen', mailbox: null, kind: null }]);
  });
});
