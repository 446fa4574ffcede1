import type { GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { p, wordFile } from '../../../libs/concept/test/word-file.js';

/** Uploads a Word document, by default one without words. @returns the raw id of the file */
export async function uploadWordFile({ origin, headers }: GraphqlVisitor, content = wordFile(p(''))): Promise<string> {
  const response = await fetch(`${origin}/files?purpose=concept.word-document&name=konzept.docx`, { method: 'POST', headers: { ...headers, origin, 'content-type': 'application/octet-stream' }, body: Buffer.from(content) });
  const { file } = (await response.json()) as { file: { id: string } };
  return file.id;
}
