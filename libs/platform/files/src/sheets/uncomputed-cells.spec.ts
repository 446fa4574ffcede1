import { expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { markUncomputed, UNCOMPUTED } from './uncomputed-cells.js';

/** What is read of a workbook whose only filled cell, B2, is written like this. */
async function read(cell: string): Promise<unknown> {
  const parts = unzipSync(new Uint8Array(await writeXlsxFile([['A', 'B'], ['a', 7]]).toBuffer()));
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!).replace(/<c r="B2".*?<\/c>/, cell);
  expect(xml).toContain(cell);
  const content = Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml) }));
  const [sheet] = await readXlsxFile(markUncomputed(content), { trim: false });
  return sheet?.data;
}

it.each([
  ['<c r="B2"><f>1+2</f></c>', 'a number nobody computed'], ['<c r="B2"><f>1+2</f><v></v></c>', 'as openpyxl writes it'], ['<c r="B2"><f>1+2</f><v/></c>', 'an empty value'],
  ['<c r="B2" t="str"><f>A1&amp;"x"</f></c>', 'a text nobody computed'], ['<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', 'an error'], ['<c r="B2" t="e"><v>#REF!</v></c>', 'an error that was pasted'],
])('a cell without a result says so: %s (%s)', async (cell) => {
  expect(await read(cell)).toEqual([['A', 'B'], ['a', UNCOMPUTED]]);
});

it.each([['<c r="B2"><f>1+2</f><v>3</v></c>', 3], ['<c r="B2" t="str"><f>A1</f><v>A</v></c>', 'A'], ['<c r="B2"><v>7</v></c>', 7]])('a cell with its result is read as before: %s', async (cell, value) => {
  expect(await read(cell)).toEqual([['A', 'B'], ['a', value]]);
});

it('an empty cell and a text that came out empty stay empty', async () => {
  for (const cell of ['<c r="B2"/>', '<c r="B2" t="str"><f>""</f><v></v></c>']) expect(JSON.stringify(await read(cell))).not.toContain(UNCOMPUTED);
});
