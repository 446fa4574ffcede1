import { AddPictureDocument, uploadFile } from '@konzeptwerkstatt/web-data';
import { useText } from '@konzeptwerkstatt/web-ui';
import { useCallback, useEffect, useState } from 'react';
import { failureText, problemText } from '../../data/problem.js';
import { useSend } from '../../data/use-send.js';

/** How far a picture is on its way to the server. `waiting`: there is no connection; it goes on by itself when there is one. */
export type PictureUpload =
  | { readonly state: 'sending'; readonly percent: number }
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'done'; readonly fileId: string };

const purpose = 'concept.picture';
/** As the server has it. */
const maxBytes = 10 * 1024 * 1024;

/** Brings a picture to a section, begun at once. `retry` begins again. @param sectionId opaque id */
export function usePictureUpload(file: File, sectionId: string): { readonly upload: PictureUpload; readonly retry: () => void } {
  const t = useText();
  const send = useSend();
  const [upload, setUpload] = useState<PictureUpload>({ state: 'sending', percent: 0 });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const tell = (next: PictureUpload): void => { if (!signal.aborted) setUpload(next); };
    const bring = async (): Promise<void> => {
      if (file.size > maxBytes) return tell({ state: 'refused', reason: t('concept.picture.error.FILE_TOO_LARGE') });
      tell({ state: 'sending', percent: 0 });
      const uploaded = await uploadFile(file, purpose, { signal, onProgress: (percent) => tell({ state: 'sending', percent }) });
      if (uploaded === null) return tell({ state: 'waiting' });
      if ('problems' in uploaded) return tell({ state: 'refused', reason: uploaded.problems.map((problem) => problemText(t, problem)).join(' ') });
      const outcome = await send(AddPictureDocument, { sectionId, fileId: uploaded.fileId });
      if (outcome.status === 'done' && outcome.payload.fileId) return tell({ state: 'done', fileId: outcome.payload.fileId });
      if (outcome.status === 'refused') return tell({ state: 'refused', reason: outcome.problems.map((problem) => problemText(t, problem)).join(' ') });
      if (outcome.status === 'failed' && outcome.failure.code !== 'UNREACHABLE') return tell({ state: 'refused', reason: failureText(t, outcome.failure) });
      tell({ state: 'waiting' });
    };
    void bring();
    return () => ending.abort();
  }, [file, sectionId, attempt, send, t]);

  const isWaiting = upload.state === 'waiting';
  useEffect(() => {
    if (!isWaiting) return undefined;
    globalThis.addEventListener('online', retry);
    return () => globalThis.removeEventListener('online', retry);
  }, [isWaiting, retry]);
  return { upload, retry };
}
