import writeXlsxFile from 'write-excel-file/node';
import type { GraphqlVisitor } from '@konzeptwerkstatt/test-support';

/** Uploads a workbook that is no measure table, but may be a list. @returns the raw id of the file */
export async function uploadWorkbook({ origin, headers }: GraphqlVisitor, purpose = 'concept.measure-table'): Promise<string> {
  const body = new Uint8Array(await writeXlsxFile([['nichts']]).toBuffer());
  const response = await fetch(`${origin}/files?purpose=${purpose}&name=tabelle.xlsx`, { method: 'POST', headers: { ...headers, origin, 'content-type': 'application/octet-stream' }, body });
  const { file } = (await response.json()) as { file: { id: string } };
  return file.id;
}
