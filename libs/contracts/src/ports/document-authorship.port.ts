import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '../transaction.js';

/** Who wrote some words; ids only. Without a person and a guest it was somebody who was erased, or the system. */
export interface TextAuthor {
  readonly personId: string | null;
  readonly guestId: string | null;
  readonly organisationId: string | null;
  readonly gatheringId: string | null;
}

/** Neighbouring words of one author in a block. */
export interface TextPassage {
  readonly blockId: string;
  /** UTF-16 units of the block's own text (of a goal or measure: its title); a line break counts one. */
  readonly from: number;
  readonly to: number;
  /** Index into the document's authors. */
  readonly author: number;
}

/** Whose the words under some clocks of a Yjs client id are, for who has the document itself. Ranges go before whole client ids. */
export interface TextSource {
  readonly clientId: number;
  readonly from: number;
  /** The first clock behind it; null: all of them. */
  readonly to: number | null;
  readonly author: number;
}

/** Who wrote what of a document as it is now. */
export interface DocumentAuthors {
  readonly authors: readonly TextAuthor[];
  readonly passages: readonly TextPassage[];
  readonly sources: readonly TextSource[];
}

/** Words that somebody has put into a document, as she says from another one or from an earlier state. */
export interface CopiedText {
  readonly documentId: string;
  /** Under which clocks the words stand now, or will once they are committed. */
  readonly clientId: number;
  readonly from: number;
  readonly to: number;
  readonly sourceDocumentId: string;
  /** The blocks of the source that were copied from, whole or in part. */
  readonly blockIds: readonly string[];
  /** Who has put them in; it counts under her own client ids only. */
  readonly actor: Actor;
}

/** Tells who wrote the words of documents. Implemented by `collaboration`; rights are the caller's business. */
export interface DocumentAuthorship {
  /** By document id, in a fixed number of statements; unknown documents are left out. */
  read(tx: Transaction, documentIds: readonly string[]): Promise<ReadonlyMap<string, DocumentAuthors>>;
  /**
   * Notes that words were copied, with the authors they have in the source at this moment. They keep these where the same words
   * really stand under the clocks named; everything else stays the writer's.
   */
  recordCopy(tx: Transaction, copy: CopiedText): Promise<void>;
}

export const DOCUMENT_AUTHORSHIP = Symbol('DocumentAuthorship');
