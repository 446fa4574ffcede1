import { keepOnDevice, readKept } from '@konzeptwerkstatt/web-data';
import { useActorKey } from '@konzeptwerkstatt/web-shell';
import { useState } from 'react';
import { draftKey } from './kept-draft.js';

/**
 * Words somebody writes about a contribution, kept on her device with every change until they are sent; `settle` shows others instead and keeps nothing.
 * @param place what is written, and where
 * @param hasWords whether there is anything in it that somebody typed
 */
export function useKeptWords<Words>(place: string, empty: Words, hasWords: (words: Words) => boolean): { readonly words: Words; readonly change: (part: Partial<Words>) => void; readonly settle: (next: Words) => void } {
  const actorKey = useActorKey();
  const key = draftKey(actorKey ?? '', place);
  const [words, setWords] = useState<Words>(() => (actorKey === null ? empty : readKept<Words>(key) ?? empty));
  const change = (part: Partial<Words>) => {
    const next = { ...words, ...part };
    setWords(next);
    if (actorKey !== null) keepOnDevice(key, hasWords(next) ? next : null);
  };
  const settle = (next: Words) => {
    setWords(next);
    keepOnDevice(key, null);
  };
  return { words, change, settle };
}
