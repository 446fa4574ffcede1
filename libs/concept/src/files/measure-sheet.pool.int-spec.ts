import { afterEach, describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { MeasureSheetPool } from './measure-sheet.pool.js';

describe('the thread that reads workbooks', () => {
  const pool = new MeasureSheetPool();
  afterEach(() => pool.onApplicationShutdown());

  it('survives a workbook whose one cell claims to lie at the end of the world', async () => {
    const parts = unzipSync(new Uint8Array(await writeXlsxFile([['A'], ['B']]).toBuffer()));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const hostile = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet.replace('r="A2"', 'r="XFD1048576"').replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>')) });
    const answer = await pool.read(Buffer.from(hostile));
    expect(['not_readable', 'not_a_measure_table', 'too_many_rows']).toContain('problem' in answer ? answer.problem : 'read');
    // And the next one is read as if nothing had been.
    expect(await pool.read(await writeXlsxFile([['A']]).toBuffer())).toEqual({ problem: 'not_a_measure_table' });
  }, 60_000);
});
