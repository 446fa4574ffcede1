import { unsentKey } from '@konzeptwerkstatt/web-data';
import { useState } from 'react';
import { emptyEntry, forgetDraft, hasWords, keepDraft, keptDraft } from './kept-draft.js';
import type { Draft, Passage } from './kept-draft.js';

/** A draft with what happens to it. */
export interface DraftState {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** Whether something from before was found on this device. */
  readonly wasKept: boolean;
  /** Whether what is typed is safe on this device. */
  readonly isKept: boolean;
  readonly forget: () => void;
}

/**
 * What somebody writes, kept on her device with every change until it is sent off: a closed tab, a lost right or a lost
 * connection takes nothing away.
 */
export function useDraft(actorKey: string, place: string, passage: Passage | null, language: string): DraftState {
  const key = unsentKey(actorKey, place);
  const [kept] = useState(() => keptDraft(key));
  const fresh: Draft = { kind: null, title: '', text: '', replacement: null, language, isForOrganisation: true, passage, attachments: [], mentions: [], entry: emptyEntry };
  // Words marked anew are meant; what was typed about others stays.
  const [draft, setDraft] = useState<Draft>(kept === null ? fresh : { ...kept, passage: passage ?? kept.passage });
  const [isKept, setIsKept] = useState(true);
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setIsKept(keepDraft(key, next));
  };
  return { draft, change, wasKept: kept !== null && hasWords(kept), isKept, forget: () => forgetDraft(key) };
}
