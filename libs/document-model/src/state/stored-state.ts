import * as Y from 'yjs';
import { compareTexts } from '../comparing/document-comparison.js';
import type { DocumentComparison } from '../comparing/document-comparison.js';
import { DocumentChangeRefused } from '../document-model.errors.js';
import type { DocumentProblem } from '../document-model.errors.js';
import { changeDocument } from '../editing/document-change.js';
import type { DocumentChange } from '../editing/document-change.js';
import { repairDocument } from '../editing/document-repair.js';
import { readText } from '../reading/document-text.reader.js';
import type { DocumentText } from '../reading/document-text.reader.js';
import { readContent } from '../reading/section-content.reader.js';
import type { SectionContent } from '../reading/section-content.reader.js';

/*
 * Functions over stored updates (Yjs encoding V1), bytes in and bytes or JSON out. They decode what others wrote and are
 * meant for a worker thread. All of them throw when bytes are no update.
 */

/** An update without content. */
export const EMPTY_UPDATE: Uint8Array = Y.encodeStateAsUpdate(new Y.Doc());

export interface MergedState {
  /** Everything, deleted content collected. */
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
}

export interface AppliedChange {
  /** False when the document already was as the change wants it; `update` is then empty. */
  readonly changed: boolean;
  /** Only what is new, written under the given client id. */
  readonly update: Uint8Array;
  readonly content: SectionContent;
}

export type ChangeOutcome = ({ readonly ok: true } & AppliedChange) | { readonly ok: false; readonly problem: DocumentProblem };

/** A document from its updates, in any order. One transaction: each one costs the number of all sessions ever. */
export function loadDocument(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
  return doc;
}

/** One update that says the same as all of them. */
export function mergeState(updates: readonly Uint8Array[]): MergedState {
  const doc = loadDocument(updates);
  return { state: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
}

/** What a client with that state vector lacks. Throws, too, when the vector does not decode. */
export function diffState(updates: readonly Uint8Array[], clientStateVector: Uint8Array): Uint8Array {
  return Y.encodeStateAsUpdate(loadDocument(updates), clientStateVector);
}

export function readContentFromUpdates(updates: readonly Uint8Array[]): SectionContent {
  return readContent(loadDocument(updates));
}

/** Body and fields, as a version keeps them. */
export function readTextFromUpdates(updates: readonly Uint8Array[]): DocumentText {
  return readText(loadDocument(updates));
}

/** What differs between two states of one document. */
export function compareStates(before: readonly Uint8Array[], after: readonly Uint8Array[]): DocumentComparison {
  return compareTexts(readTextFromUpdates(before), readTextFromUpdates(after));
}

/** The text before, and after each of the following runs of updates: one loading for a whole history. */
export function replayContent(before: readonly Uint8Array[], runs: readonly (readonly Uint8Array[])[]): SectionContent[] {
  const doc = loadDocument(before);
  const contents = [readContent(doc)];
  for (const updates of runs) {
    doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
    contents.push(readContent(doc));
  }
  return contents;
}

/** Runs an edit under a client id and gives what it wrote. */
export function captureUpdate(doc: Y.Doc, clientId: number, edit: () => void): { changed: boolean; update: Uint8Array } {
  doc.clientID = clientId;
  const written: Uint8Array[] = [];
  doc.on('update', (update) => written.push(update));
  doc.transact(edit);
  return { changed: written.length > 0, update: written[0] ?? EMPTY_UPDATE };
}

/**
 * Makes a change to the stored document as that client. `updates` must hold all that this client id ever wrote, or its
 * clocks are given twice. Throws `DocumentChangeRefused`.
 */
export function applyChange(updates: readonly Uint8Array[], clientId: number, change: DocumentChange): AppliedChange {
  const doc = loadDocument(updates);
  const captured = captureUpdate(doc, clientId, () => changeDocument(doc, change));
  return { ...captured, content: readContent(doc) };
}

/** As {@link applyChange}, with a refusal as plain data, for callers on the other side of a thread. */
export function tryApplyChange(updates: readonly Uint8Array[], clientId: number, change: DocumentChange): ChangeOutcome {
  try {
    return { ok: true, ...applyChange(updates, clientId, change) };
  } catch (error) {
    if (error instanceof DocumentChangeRefused) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** The compensating update that takes out of the stored document what the schema does not allow, see `repairDocument`. */
export function repairState(updates: readonly Uint8Array[], clientId: number): { changed: boolean; update: Uint8Array } {
  const doc = loadDocument(updates);
  return captureUpdate(doc, clientId, () => repairDocument(doc));
}
