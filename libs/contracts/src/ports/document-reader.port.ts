import type { Actor } from '@konzeptwerkstatt/kernel';
import type { SectionContent } from '@konzeptwerkstatt/document-model';
import type { Transaction } from '../transaction.js';

/** What the projection reads of a document: its text, and which rows of the log that text includes for the first time. */
export interface UnprojectedContent {
  readonly content: SectionContent;
  /** Ids of log rows to be marked once their effect is written. */
  readonly rowIds: readonly string[];
  /** Who wrote the rows, oldest first. */
  readonly actors: readonly Actor[];
  /** Actors by Yjs client id, as decimal text, for telling who won a field. */
  readonly actorsByClient: Readonly<Record<string, Actor>>;
}

/** Reads documents for projection and reading views. Implemented by `collaboration`. */
export interface DocumentReader {
  /** The text with everything committed so far. @throws ApplicationError NOT_FOUND */
  read(tx: Transaction, documentId: string): Promise<SectionContent>;
  /** Locks the document and gives its text if rows of the log are not projected yet, else null. */
  readUnprojected(tx: Transaction, documentId: string): Promise<UnprojectedContent | null>;
  markProjected(tx: Transaction, documentId: string, rowIds: readonly string[]): Promise<void>;
  /** Documents with rows that have waited longer than so many milliseconds, oldest first. */
  findUnprojected(olderThanMs: number, limit: number): Promise<string[]>;
}

export const DOCUMENT_READER = Symbol('DocumentReader');
