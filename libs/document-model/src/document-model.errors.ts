import type { FieldProblem } from './fields/field.registry.js';

/** Everything this package refuses, by code; `params` are the facts a catalogue sentence needs. */
export const DOCUMENT_ERROR_CODES = [
  'BLOCK_NOT_FOUND',
  'BLOCK_ID_TAKEN',
  'BLOCK_ID_MALFORMED',
  'BLOCK_HAS_NO_FIELDS',
  'BLOCK_HAS_NO_TITLE',
  'BLOCK_HAS_NO_TEXT',
  'CONTENT_INVALID',
  'TITLE_EMPTY',
  'TITLE_TOO_LONG',
  'TEXT_FORBIDDEN_CHARACTER',
  'FIELDS_INVALID',
  'FIELDS_STALE',
  'TITLE_STALE',
  'WORDS_STALE',
] as const;
export type DocumentErrorCode = (typeof DOCUMENT_ERROR_CODES)[number];

/** A refusal as plain data: survives the way out of a worker thread, which an error class does not. */
export interface DocumentProblem {
  readonly code: DocumentErrorCode;
  /** German fallback; clients have the sentence in their catalogue. */
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** For FIELDS_INVALID: one entry per refused field. */
  readonly fields?: readonly FieldProblem[];
  /** For FIELDS_STALE: the current value of each field that somebody else changed; null means not set. */
  readonly current?: Readonly<Record<string, string | true | null>>;
}

/** Thrown by every editing function; nothing has been changed when it is. */
export class DocumentChangeRefused extends Error {
  override readonly name: string = 'DocumentChangeRefused';

  constructor(readonly problem: DocumentProblem) {
    super(problem.message);
  }
}

/** The block that was to be changed is not in the document (any more). */
export class BlockNotFound extends DocumentChangeRefused {
  override readonly name = 'BlockNotFound';

  constructor(blockId: string) {
    super({ code: 'BLOCK_NOT_FOUND', message: 'Dieser Abschnitt des Textes ist nicht mehr da.', params: { blockId } });
  }
}

export function refuse(code: DocumentErrorCode, message: string, params: DocumentProblem['params'] = {}): DocumentChangeRefused {
  return new DocumentChangeRefused({ code, message, params });
}
