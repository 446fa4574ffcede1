import type { Actor } from '@konzeptwerkstatt/kernel';
import type { DocumentChange, DocumentComparison, DocumentText } from '@konzeptwerkstatt/document-model';
import type { Transaction } from '../transaction.js';

/** A version without its text. */
export interface DocumentVersion {
  readonly id: string;
  readonly documentId: string;
  /** `named`: somebody kept it; `before_restore`: what was there before another version came back. */
  readonly kind: 'named' | 'before_restore';
  /** Of `before_restore`: the name of the version that came back. */
  readonly name: string;
  readonly reason: string | null;
  /** Only of `before_restore`: the version that came back. */
  readonly restoredId: string | null;
  readonly personId: string | null;
  readonly organisationId: string | null;
  /** ISO 8601, UTC, the database's clock. */
  readonly keptAt: string;
}

/** A version to be kept; who may do so is the caller's question. */
export interface NewDocumentVersion {
  readonly id: string;
  readonly name: string;
  readonly reason: string | null;
  readonly actor: Actor;
}

/** A version in the list of its document, and how long that list is. */
export type ListedDocumentVersion = DocumentVersion & { readonly total: number };

/** Named versions of documents. Implemented by `collaboration`. Nobody's rights are asked here. */
export interface DocumentVersions {
  /**
   * Keeps the text as it is now, under the document's lock.
   * @throws ApplicationError NOT_FOUND, UNAVAILABLE; DocumentFrozenError; VersionsFullError
   */
  keep(tx: Transaction, documentId: string, version: NewDocumentVersion): Promise<void>;
  findByIds(tx: Transaction, ids: readonly string[]): Promise<DocumentVersion[]>;
  /** The same window of the lists of several documents, newest first. */
  listByDocuments(tx: Transaction, documentIds: readonly string[], window: { readonly offset: number; readonly limit: number }): Promise<ListedDocumentVersion[]>;
  /** What a version says, for reading views. @throws ApplicationError NOT_FOUND */
  readText(tx: Transaction, versionId: string): Promise<DocumentText>;
  /**
   * The change that makes the document say again what a version said, to be appended like any other; null when it says so
   * already. Appending it keeps what it replaces as a version with the id `replacedId`, from the very state that the change is
   * computed from: people go on writing meanwhile, and a letter must be in one of the two. Locks the document.
   * @throws ApplicationError NOT_FOUND
   */
  restoration(tx: Transaction, versionId: string, replacedId: string): Promise<DocumentChange | null>;
  /** What differs between a version and another one of the same document, or (null) its text as it is now. @throws ApplicationError NOT_FOUND */
  compare(tx: Transaction, versionId: string, otherId: string | null): Promise<DocumentComparison>;
  /** What differs between the text of a document as it is now and that of a later one that began as its copy. @throws ApplicationError NOT_FOUND */
  compareDocuments(tx: Transaction, documentId: string, laterId: string): Promise<DocumentComparison>;
}

export const DOCUMENT_VERSIONS = Symbol('DocumentVersions');

/** So many versions a document has at most; a bound against scripts, far beyond what people keep. */
export const MAX_VERSIONS = 500;

/** The document has as many versions as it may have. */
export class VersionsFullError extends Error {
  constructor(readonly documentId: string) {
    super(`Document ${documentId} has ${MAX_VERSIONS} versions`);
    this.name = 'VersionsFullError';
  }
}
