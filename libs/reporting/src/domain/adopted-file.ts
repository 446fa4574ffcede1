import type { ExportProblem } from './document-export.js';

/** The PDF of an adopted edition and how far it is. */
export interface AdoptedFile {
  readonly editionId: string;
  readonly municipalityId: string;
  readonly state: 'waiting' | 'rendering' | 'ready' | 'failed';
  readonly attempts: number;
  readonly problem: ExportProblem | null;
  /** Of `unknown_characters`: the characters. */
  readonly problemDetail: string | null;
  readonly fileId: string | null;
  /** Of the file, hexadecimal. */
  readonly sha256: string | null;
}
