import type { ExportProblem } from './document-export.js';

/** So often it is tried to make one; a document that ends its worker each time must not do so for ever. */
export const MAX_ADOPTED_ATTEMPTS = 48;

/** The PDF of an adopted edition and how far it is. */
export interface AdoptedFile {
  readonly editionId: string;
  readonly municipalityId: string;
  readonly state: 'waiting' | 'rendering' | 'ready' | 'failed';
  readonly attempts: number;
  readonly problem: ExportProblem | null;
  /** Characters that no font of the product has: a mark stands for them in the file; null for none. */
  readonly unshownCharacters: string | null;
  readonly fileId: string | null;
  /** Of the file, hexadecimal. */
  readonly sha256: string | null;
}
