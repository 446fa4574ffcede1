import type { Problem } from './problem.js';

/** What became of an upload: the file's raw id, the reasons why it was not taken, or null when the server could not be reached. */
export type Uploaded = { readonly fileId: string } | { readonly problems: readonly Problem[] } | null;

/** Brings a file to the server. It is one's own until a mutation keeps it. */
export async function uploadFile(file: File, purpose: string): Promise<Uploaded> {
  try {
    const query = new URLSearchParams({ purpose, name: file.name });
    const response = await fetch(`/files?${query.toString()}`, { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream' } });
    if (response.status !== 201 && response.status !== 422) return null;
    const answer = (await response.json()) as { readonly file: { readonly id: string } | null; readonly errors: readonly Problem[] };
    return answer.file ? { fileId: answer.file.id } : { problems: answer.errors };
  } catch {
    return null;
  }
}
