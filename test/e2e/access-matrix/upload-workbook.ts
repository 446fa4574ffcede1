import writeXlsxFile from 'write-excel-file/node';
import type { GraphqlVisitor } from '@konzeptwerkstatt/test-support';

/** Uploads a workbook that is no measure table. @returns the raw id of the file */
export async function uploadWorkbook({ origin, headers }: GraphqlVisitor): Promise<string> {
  const body = new Uint8Array(await writeXlsxFile([['nichts']]).toBuffer());
  const response = await fetch(`${origin}/files?purpose=concept.measure-table&name=tabelle.xlsx`, { method: 'POST', headers: { ...headers, origin, 'content-type': 'application/octet-stream' }, body });
  const { file } = (await response.json()) as { file: { id: string } };
  return file.id;
}
