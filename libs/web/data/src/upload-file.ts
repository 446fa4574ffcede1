import type { UserProblem } from './use-action.js';

/** What became of an upload: the file's raw id, the reasons why it was not taken, or null when the server could not be reached. */
export type Uploaded = { readonly fileId: string } | { readonly problems: readonly UserProblem[] } | null;

export interface UploadOptions {
  /** Told how much has been sent, in percent. */
  readonly onProgress?: (percent: number) => void;
  /** Ends it early; it then counts as not reached. */
  readonly signal?: AbortSignal;
  /** A larger file is not sent at all: a server that stops listening in the middle looks like one that is not there. */
  readonly maxBytes?: number;
}

const tooLarge: UserProblem = { code: 'FILE_TOO_LARGE', message: 'Die Datei ist zu groß.', path: ['file'] };

interface Answer {
  readonly file: { readonly id: string } | null;
  readonly errors: readonly UserProblem[];
}

function outcomeOf({ status, responseText }: XMLHttpRequest): Uploaded {
  if (status !== 201 && status !== 422) return null;
  try {
    const answer = JSON.parse(responseText) as Answer;
    return answer.file ? { fileId: answer.file.id } : { problems: answer.errors };
  } catch {
    return null;
  }
}

/** Brings a file to the server. It is one's own until a mutation keeps it. XMLHttpRequest, because `fetch` does not tell how far it is. */
export function uploadFile(file: File, purpose: string, { onProgress, signal, maxBytes = Infinity }: UploadOptions = {}): Promise<Uploaded> {
  if (file.size > maxBytes) return Promise.resolve({ problems: [tooLarge] });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? Math.round((loaded / total) * 100) : 0));
    request.addEventListener('load', () => resolve(outcomeOf(request)));
    for (const failed of ['error', 'abort', 'timeout']) request.addEventListener(failed, () => resolve(null));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', `/files?${new URLSearchParams({ purpose, name: file.name }).toString()}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  });
}
