import type { Actor } from '@konzeptwerkstatt/kernel';
import type { DocumentText, SectionContent } from '@konzeptwerkstatt/document-model';
import type { Transaction } from '../transaction.js';

/** One step of a document's history: what somebody made of the text. Neighbouring rows of one writer are one step. */
export interface DocumentStep {
  readonly actor: Actor;
  /** The text after the step. */
  readonly content: SectionContent;
}

/** What the projection reads of a document: the text it knows, and the steps that are new to it. */
export interface UnprojectedContent {
  /** The text with everything that is projected already. */
  readonly before: SectionContent;
  /** At least one, oldest first; the last one's content is the text as it is now. */
  readonly steps: readonly DocumentStep[];
  /** Ids of log rows to be marked once their effect is written. */
  readonly rowIds: readonly string[];
}

/** Reads documents for projection and reading views. Implemented by `collaboration`. */
export interface DocumentReader {
  /** The text with everything committed so far. @throws ApplicationError NOT_FOUND */
  read(tx: Transaction, documentId: string): Promise<SectionContent>;
  /** The same as blocks, marks and structured values, for reading views and exports. @throws ApplicationError NOT_FOUND */
  readText(tx: Transaction, documentId: string): Promise<DocumentText>;
  /**
   * A mark of everything committed so far, without reading the text: equal marks mean the same text. It also changes when the log is
   * folded, so another mark does not always mean another text. @throws ApplicationError NOT_FOUND
   */
  readVersion(tx: Transaction, documentId: string): Promise<string>;
  /**
   * Those of the documents in whose stored bytes the word stands, also where the text has lost it since: which of many are worth reading.
   * @param word an id or the like, which is stored in one piece
   */
  findMentioning(tx: Transaction, documentIds: readonly string[], word: string): Promise<string[]>;
  /** Locks the document and gives its new steps if rows of the log are not projected yet, else null. */
  readUnprojected(tx: Transaction, documentId: string): Promise<UnprojectedContent | null>;
  markProjected(tx: Transaction, documentId: string, rowIds: readonly string[]): Promise<void>;
  /** Documents with rows that have waited longer than so many milliseconds, oldest first. */
  findUnprojected(olderThanMs: number, limit: number): Promise<string[]>;
}

export const DOCUMENT_READER = Symbol('DocumentReader');
