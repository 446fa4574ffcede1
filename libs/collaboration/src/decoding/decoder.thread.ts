import { compareStates, diffState, mergeState, readContentFromUpdates, readTextFromUpdates, replayContent, tryApplyChange, deriveAuthorship, readAuthorship } from '@konzeptwerkstatt/document-model';
import type { ChangeOutcome, DocumentChange, DocumentComparison, DocumentText, MergedState, SectionContent, AuthorshipBase, KeptRange, RemovedPassage, TextAuthorship } from '@konzeptwerkstatt/document-model';

/** What a decoder thread can be asked. Bytes are Yjs updates, encoding V1. */
export type DecoderTask =
  | { readonly kind: 'merge'; readonly updates: readonly Uint8Array[] }
  | { readonly kind: 'diff'; readonly updates: readonly Uint8Array[]; readonly stateVector: Uint8Array }
  | { readonly kind: 'read'; readonly updates: readonly Uint8Array[] }
  | { readonly kind: 'text'; readonly updates: readonly Uint8Array[] }
  | { readonly kind: 'compare'; readonly updates: readonly Uint8Array[]; readonly later: readonly Uint8Array[] }
  | { readonly kind: 'replay'; readonly updates: readonly Uint8Array[]; readonly runs: readonly (readonly Uint8Array[])[] }
  | { readonly kind: 'authorship'; readonly base: AuthorshipBase; readonly rows: readonly Uint8Array[] }
  | { readonly kind: 'change'; readonly updates: readonly Uint8Array[]; readonly clientId: number; readonly change: DocumentChange };

/** Who wrote the text as it is now, and what is to be remembered of it. */
export interface DerivedTextAuthorship extends TextAuthorship {
  /** What the rows add to the ranges kept so far. */
  readonly fresh: readonly KeptRange[];
  readonly removed: readonly RemovedPassage[];
}

export interface DecoderAnswers {
  readonly merge: MergedState;
  readonly diff: Uint8Array;
  readonly read: SectionContent;
  readonly text: DocumentText;
  readonly compare: DocumentComparison;
  readonly replay: SectionContent[];
  readonly authorship: DerivedTextAuthorship;
  readonly change: ChangeOutcome;
}

function authorship({ base, rows }: Extract<DecoderTask, { kind: 'authorship' }>): DerivedTextAuthorship {
  const { doc, kept, fresh, removed } = deriveAuthorship(base, rows);
  return { ...readAuthorship(doc, kept), fresh, removed };
}

/** Runs in a thread of its own: bytes may take long or much memory, and then the thread is ended from outside. */
export default function decode(task: DecoderTask): DecoderAnswers[DecoderTask['kind']] {
  switch (task.kind) {
    case 'merge': return mergeState(task.updates);
    case 'diff': return diffState(task.updates, task.stateVector);
    case 'read': return readContentFromUpdates(task.updates);
    case 'text': return readTextFromUpdates(task.updates);
    case 'compare': return compareStates(task.updates, task.later);
    case 'replay': return replayContent(task.updates, task.runs);
    case 'authorship': return authorship(task);
    case 'change': return tryApplyChange(task.updates, task.clientId, task.change);
  }
}
