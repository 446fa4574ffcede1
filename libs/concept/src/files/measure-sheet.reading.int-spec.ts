import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { ReadingThreads } from '@konzeptwerkstatt/platform-files';
import { MeasureSheetReading } from './measure-sheet.reading.js';

describe('the thread that reads workbooks', () => {
  let threads: ReadingThreads;
  let pool: MeasureSheetReading;
  beforeEach(() => {
    threads = new ReadingThreads(createLogger({ level: 'silent' }));
    pool = new MeasureSheetReading(threads);
  });
  afterEach(() => threads.onApplicationShutdown());

  /** A workbook whose one cell claims to lie at the end of the world. */
  async function hostileWorkbook(): Promise<Buffer> {
    const parts = unzipSync(new Uint8Array(await writeXlsxFile([['A'], ['B']]).toBuffer()));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    return Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet.replace('r="A2"', 'r="XFD1048576"').replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>')) }));
  }

  it('survives a workbook whose one cell claims to lie at the end of the world', async () => {
    const answer = await pool.read(await hostileWorkbook());
    expect(['not_readable', 'not_a_measure_table', 'too_many_rows']).toContain('problem' in answer ? answer.problem : 'read');
    // And the next one is read as if nothing had been.
    expect(await pool.read(await writeXlsxFile([['A']]).toBuffer())).toEqual({ problem: 'not_a_measure_table' });
  }, 60_000);

  it('begins the time of a workbook when it takes it, not when it is handed in', async () => {
    const large = await writeXlsxFile(Array.from({ length: 6_000 }, (_, row) => Array.from({ length: 10 }, (_, column) => `${row} ${column}`))).toBuffer();
    await pool.read(large);
    const start = performance.now();
    await pool.read(large);
    const needed = performance.now() - start;
    // Enough for each of them, and not for all together.
    const impatient = new (class extends MeasureSheetReading {
      protected override readonly deadlineMs = Math.round(needed * 3) + 1_000;
    })(threads);
    const count = Math.ceil((needed * 3 + 1_000) / needed) + 4;
    const answers = await Promise.all(Array.from({ length: count }, () => impatient.read(large)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"problem":"not_a_measure_table"}']));
  }, 60_000);

  it('says nothing of a workbook that the end of the process kept from being read', async () => {
    const ending = pool;
    const readings = [await hostileWorkbook(), await writeXlsxFile([['A']]).toBuffer()].map((content) => ending.read(content).then(() => 'read', () => 'again'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await threads.onApplicationShutdown();
    expect(await Promise.all(readings)).toEqual(['again', 'again']);
  }, 60_000);
});
