import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import type { SheetContent, SheetLimits } from './sheet.js';
import { readSheets } from './sheets.reader.js';
import { inspectWorkbook } from './workbook.guard.js';

const limits: SheetLimits = { rows: 100, columns: 5, characters: 5_000 };
const read = (content: Buffer | string): Promise<unknown> => readSheets(Buffer.from(content), limits);
const rowsOf = async (content: Buffer | string): Promise<unknown> => ((await read(content)) as SheetContent).sheets[0]?.rows;

/** A workbook with one part changed. */
async function workbook(rows: readonly (readonly unknown[])[], change: (parts: Record<string, Uint8Array>) => Record<string, Uint8Array> = (parts) => parts): Promise<Buffer> {
  return Buffer.from(zipSync(change(unzipSync(new Uint8Array(await writeXlsxFile(rows as never).toBuffer())))));
}
const sheetPart = 'xl/worksheets/sheet1.xml';
const inSheet = (parts: Record<string, Uint8Array>, change: (xml: string) => string): Record<string, Uint8Array> => ({ ...parts, [sheetPart]: strToU8(change(strFromU8(parts[sheetPart] as Uint8Array))) });

describe('a file of separated values', () => {
  const text = 'Größe;Wert\r\nÄ;"1;2"\r\n';
  const utf16be = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

  it.each([
    ['utf-8', Buffer.from(text)], ['utf-8', Buffer.from(`\uFEFF${text}`)], ['windows-1252', Buffer.from(text, 'latin1')], ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')], ['utf-16be', utf16be],
    ['utf-16le', Buffer.from(text, 'utf16le')], ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
  ])('is read as %s', async (encoding, content) => {
    expect(await read(content)).toEqual({ sheets: [{ name: '', rows: [['Größe', 'Wert'], ['Ä', '1;2']] }], encoding, delimiter: ';', hasFormulas: false, hasMacros: false });
  });

  it.each([['a\tb\n1\t2', '\t'], ['a,b\n1,2', ','], ['Titel, mit Komma\na;b\n1,5;2,5\n3,5;4,5', ';']])('is cut where most lines agree: %j', async (content, delimiter) => {
    expect(await read(content)).toMatchObject({ delimiter });
  });

  it('is refused when it is no text, empty or too long; columns nobody needs are left out', async () => {
    expect(await read('a\u0000b')).toEqual({ problem: 'not_readable' });
    expect(await read(' ;\n;\n')).toEqual({ problem: 'empty' });
    expect(await read('a;b\n'.repeat(200))).toEqual({ problem: 'too_many_rows' });
    expect(await read(`${'x'.repeat(3_000)};${'y'.repeat(3_000)}`)).toEqual({ problem: 'too_many_rows' });
    expect(await rowsOf('1;2;3;4;5;6;7')).toEqual([['1', '2', '3', '4', '5']]);
  });
});

describe('a workbook', () => {
  it('keeps numbers apart from words that look like them, and says dates as people do', async () => {
    const rows = [['1.234', 1.234, { value: new Date(Date.UTC(2025, 11, 31)), type: Date, format: 'dd.mm.yyyy' }, 12.300000000000001]];
    expect(await rowsOf(await workbook(rows))).toEqual([['1.234', 1.234, '31.12.2025', 12.3]]);
  });

  it('says that cells are computed, and is read as it was saved', async () => {
    const content = await workbook([['A'], [7]], (parts) => inSheet(parts, (xml) => xml.replace('<v>7</v>', '<f>3+4</f><v>7</v>')));
    expect(await read(content)).toMatchObject({ sheets: [{ rows: [['A'], [7]] }], hasFormulas: true, hasMacros: false });
    expect(await read(await workbook([['<f>'], ['=1+1']]))).toMatchObject({ sheets: [{ rows: [['<f>'], ['=1+1']] }], hasFormulas: false });
  });

  it('says that programs are in it', async () => {
    expect(await read(await workbook([['A']], (parts) => ({ ...parts, 'xl/vbaProject.bin': strToU8('x') })))).toMatchObject({ hasMacros: true });
  });

  it('is refused when it is broken or would grow beyond all measure', async () => {
    expect(await read('PK\u0003\u0004kaputt')).toEqual({ problem: 'not_readable' });
    const bomb = zipSync({ [sheetPart]: new Uint8Array(80 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(inspectWorkbook(bomb)).toBeNull();
    expect(inspectWorkbook(zipSync(Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`${index}.xml`, strToU8('<a/>')]))))).toBeNull();
    expect(inspectWorkbook(zipSync({ 'a.xml': strToU8('<a/>') }))).toEqual({ hasFormulas: false, hasMacros: false });
  });
});
