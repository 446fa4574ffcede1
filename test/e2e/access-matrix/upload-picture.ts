import type { GraphqlVisitor } from '@konzeptwerkstatt/test-support';

const onePixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Uploads a picture for a text. @returns the raw id of the file */
export async function uploadPicture({ origin, headers }: GraphqlVisitor): Promise<string> {
  const response = await fetch(`${origin}/files?purpose=concept.picture&name=bild.png`, { method: 'POST', headers: { ...headers, origin, 'content-type': 'application/octet-stream' }, body: new Uint8Array(onePixel) });
  const { file } = (await response.json()) as { file: { id: string } };
  return file.id;
}
