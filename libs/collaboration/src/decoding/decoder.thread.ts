import { compareStates, diffState, mergeState, readContentFromUpdates, readTextFromUpdates, readTreeFromUpdates, replayContent, tryApplyChange } from '@konzeptwerkstatt/document-model';
import type { ChangeOutcome, DocumentChange, DocumentComparison, DocumentText, DocumentTree, MergedState, SectionContent } from '@konzeptwerkstatt/document-model';

/** What a decoder thread can be asked. Bytes are Yjs updates, encoding V1. */
export type DecoderTask =
  | { readonly kind: 'merge'; readonly updates: readonly Uint8Array[] }
  | { readonly kind: 'diff'; readonly updates: readonly Uint8Array[]; readonly stateVector: Uint8Array }
  | { readonly kind: 'read'; readonly updates: readonly Uint8Array[] }
  | { readonly kind: 'tree'; readonly updates: readonly Uint8Array[] }
  | { readonly kind: 'text'; readonly updates: readonly Uint8Array[] }
  | { readonly kind: 'compare'; readonly updates: readonly Uint8Array[]; readonly later: readonly Uint8Array[] }
  | { readonly kind: 'replay'; readonly updates: readonly Uint8Array[]; readonly runs: readonly (readonly Uint8Array[])[] }
  | { readonly kind: 'change'; readonly updates: readonly Uint8Array[]; readonly clientId: number; readonly change: DocumentChange };

export interface DecoderAnswers {
  readonly merge: MergedState;
  readonly diff: Uint8Array;
  readonly read: SectionContent;
  readonly tree: DocumentTree;
  readonly text: DocumentText;
  readonly compare: DocumentComparison;
  readonly replay: SectionContent[];
  readonly change: ChangeOutcome;
}

/** Runs in a thread of its own: bytes may take long or much memory, and then the thread is ended from outside. */
export default function decode(task: DecoderTask): DecoderAnswers[DecoderTask['kind']] {
  switch (task.kind) {
    case 'merge': return mergeState(task.updates);
    case 'diff': return diffState(task.updates, task.stateVector);
    case 'read': return readContentFromUpdates(task.updates);
    case 'tree': return readTreeFromUpdates(task.updates);
    case 'text': return readTextFromUpdates(task.updates);
    case 'compare': return compareStates(task.updates, task.later);
    case 'replay': return replayContent(task.updates, task.runs);
    case 'change': return tryApplyChange(task.updates, task.clientId, task.change);
  }
}
