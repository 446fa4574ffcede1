import type { UserProblem } from '@konzeptwerkstatt/web-data';

/** The largest logo, in bytes; the server asks for the same. */
export const maxLogoBytes = 512 * 1024;

const problem = (code: string, message: string): UserProblem => ({ code, message, path: ['file'] });

/** What became of sending a picture. */
export type UploadOutcome = { readonly fileId: string } | { readonly problems: readonly UserProblem[] };

/** Sends a picture to the server; it counts only once it is set as the logo. */
export async function uploadLogo(file: File): Promise<UploadOutcome> {
  // The server would cut the connection without a sentence that a person can read.
  if (file.size > maxLogoBytes) return { problems: [problem('FILE_TOO_LARGE', '')] };
  try {
    const response = await fetch(`/files?purpose=identity.logo&name=${encodeURIComponent(file.name)}`, {
      method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file,
    });
    const body = (await response.json()) as { file?: { id: string } | null; errors: readonly UserProblem[] };
    if (body.file) return { fileId: body.file.id };
    return { problems: response.status === 422 ? body.errors : [problem('UPLOAD_FAILED', '')] };
  } catch {
    return { problems: [problem('UPLOAD_FAILED', '')] };
  }
}
