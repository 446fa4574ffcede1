/** A list as it was read from a file: cells as text, by row and column; empty cells are ''. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  /** Indices of rows that a merged cell runs through: which of them its value belongs to is not known. */
  readonly mergedRows: ReadonlySet<number>;
}

/** Why a file cannot be read; the catalogue has the sentence under `people.file.<code>`. */
export type FileProblem = 'too-large' | 'too-many-rows' | 'not-a-list' | 'old-excel' | 'empty' | 'unpacks-too-large';

/** A file that cannot be read, for a reason people can do something about. */
export class FileProblemError extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem);
    this.name = 'FileProblemError';
  }
}

/** A list of organisations is smaller by far. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;
/** As many as the server takes, and a few for titles. */
export const MAX_ROWS = 1_020;
