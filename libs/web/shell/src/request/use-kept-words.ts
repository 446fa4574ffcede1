import { keepOnDevice, readKept, unsentKey } from '@konzeptwerkstatt/web-data';
import { useRef, useState } from 'react';
import { useActorKey } from '../session.js';

/** Whether this device keeps words of the actor that she has not sent yet. */
export function useHasKeptWords(place: string): boolean {
  const actorKey = useActorKey();
  return actorKey !== null && readKept(unsentKey(actorKey, place)) !== null;
}

/**
 * Words somebody writes, kept on her device with every change until they are sent; `settle` shows others instead and keeps nothing.
 * @param place what is written, and where
 * @param hasWords whether there is anything in it that somebody typed
 */
export function useKeptWords<Words>(place: string, empty: Words, hasWords: (words: Words) => boolean): { readonly words: Words; readonly change: (part: Partial<Words>) => void; readonly settle: (next: Words) => void } {
  const actorKey = useActorKey();
  const key = unsentKey(actorKey ?? '', place);
  const [found] = useState(() => (actorKey === null ? null : readKept<Words>(key)));
  const [words, setWords] = useState<Words>(found ?? empty);
  // Something that waits, as a file on its way does, must not put older words back.
  const latest = useRef(words);
  const kept = useRef(found);
  const show = (next: Words) => {
    latest.current = next;
    setWords(next);
  };
  const keep = (next: Words | null) => {
    // Another window may have put hers in their place meanwhile: those are not sent.
    const isTaken = JSON.stringify(readKept(key)) !== JSON.stringify(kept.current);
    if (actorKey === null || (next === null && isTaken)) return;
    if (keepOnDevice(key, next)) kept.current = next;
  };
  const change = (part: Partial<Words>) => {
    const next = { ...latest.current, ...part };
    show(next);
    keep(hasWords(next) ? next : null);
  };
  const settle = (next: Words) => {
    show(next);
    keep(null);
  };
  return { words, change, settle };
}
