const workbook = /\.(xlsx|xlsm|xls)$/i;
const text = /\.(csv|tsv|txt)$/i;

/** Whether a spreadsheet is something else than its name says: a text that is named a workbook, or a workbook that is named a text. Other names say nothing. */
export function isNamedOtherwise(fileName: string, content: Buffer): boolean {
  const isWorkbook = content[0] === 0x50 && content[1] === 0x4b;
  return isWorkbook ? text.test(fileName) : workbook.test(fileName);
}
