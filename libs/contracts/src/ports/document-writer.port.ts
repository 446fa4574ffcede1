import type { Actor } from '@konzeptwerkstatt/kernel';
import type { DocumentChange, SectionContent } from '@konzeptwerkstatt/document-model';
import type { Transaction } from '../transaction.js';

/**
 * The one way to write a section's text from the server: table edits, scripts, loading of content. Implemented by
 * `collaboration`, called synchronously inside the caller's transaction (the one exception to "contexts change each other
 * by events only"). People in the text see the change as soon as the transaction is committed.
 */
export interface DocumentWriter {
  /** Creates an empty document. */
  create(tx: Transaction, documentId: string, municipalityId: string): Promise<void>;
  /**
   * Gives a new, empty document everything another one says; words keep their authors. Its projection begins anew.
   * @param sourceId a document that is frozen and projected
   * @throws as `lock`, for the source
   */
  copy(tx: Transaction, sourceId: string, targetId: string): Promise<void>;
  /**
   * Locks the document until the end of the transaction and reads its text. Call it before comparing `expected` values.
   * @throws ApplicationError NOT_FOUND for an unknown document, UNAVAILABLE when the lock is not had within two seconds
   */
  lock(tx: Transaction, documentId: string): Promise<SectionContent>;
  /**
   * Appends one change under the client id reserved for (document, actor) and gives the text as it is afterwards.
   * @throws ApplicationError NOT_FOUND; DocumentFrozenError; DocumentFullError; BlockNotFoundError when the block is gone; VersionsFullError for `restore`
   */
  append(tx: Transaction, documentId: string, change: DocumentChange, actor: Actor): Promise<SectionContent>;
  /**
   * As `lock`, and whoever is typing waits as well: until the end of the transaction nothing but the caller's own changes gets into the text.
   * For moments only.
   * @throws as `lock`, but waits for ten seconds
   */
  hold(tx: Transaction, documentId: string): Promise<SectionContent>;
  /** From the commit on nobody appends to the document. */
  freeze(tx: Transaction, documentId: string): Promise<void>;
}

export const DOCUMENT_WRITER = Symbol('DocumentWriter');

/** The document belongs to an adopted edition and takes no more changes. */
export class DocumentFrozenError extends Error {
  constructor(readonly documentId: string) {
    super(`Document ${documentId} is frozen`);
    this.name = 'DocumentFrozenError';
  }
}

/** The document has grown so large that it takes nothing more in; taking out still goes. */
export class DocumentFullError extends Error {
  constructor(readonly documentId: string) {
    super(`Document ${documentId} is full`);
    this.name = 'DocumentFullError';
  }
}

/** The block that a change names is no longer in the text. */
export class BlockNotFoundError extends Error {
  constructor(readonly blockId: string) {
    super(`Block ${blockId} is not in the document`);
    this.name = 'BlockNotFoundError';
  }
}
