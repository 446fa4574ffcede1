import { afterAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { ReadingThreads } from '../imports/reading-threads.js';
import { SheetFileReading } from './sheet-file.reading.js';

const threads = new ReadingThreads(createLogger({ level: 'silent' }));
const reading = new SheetFileReading(threads);
const limits = { rows: 100, columns: 20, characters: 10_000 };
afterAll(() => threads.onApplicationShutdown());

describe('the thread that reads spreadsheets of other people', () => {
  it('survives a cell that claims to lie at the end of the world, and reads the next file', async () => {
    const parts = unzipSync(new Uint8Array(await writeXlsxFile([['A'], ['B']]).toBuffer()));
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).replace('r="A2"', 'r="XFD1048576"').replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>');
    const hostile = await reading.read(Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml) })), limits);
    // Refused, or read without the grid that the cell asks for.
    expect('problem' in hostile ? 0 : hostile.sheets.map(({ rows }) => rows.length).reduce((sum, count) => sum + count, 0)).toBeLessThan(limits.rows);
    expect(await reading.read(await writeXlsxFile([['A', 7]]).toBuffer(), limits)).toMatchObject({ sheets: [{ rows: [['A', 7]] }] });
  }, 60_000);
});
