import type { GraphqlVisitor } from '@konzeptwerkstatt/test-support';

/** Uploads a statistics file. @returns the raw id of the file */
export async function uploadStatistics({ origin, headers }: GraphqlVisitor, content = 'AGS;Jahr;Indikator;Wert\n14713000;1990;nichts;1\n', name = 'zahlen.csv'): Promise<string> {
  const response = await fetch(`${origin}/files?purpose=monitoring.statistics-file&name=${encodeURIComponent(name)}`, { method: 'POST', headers: { ...headers, origin, 'content-type': 'application/octet-stream' }, body: new Uint8Array(Buffer.from(content)) });
  const { file } = (await response.json()) as { file: { id: string } };
  return file.id;
}
