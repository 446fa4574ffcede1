import type { Actor } from '@konzeptwerkstatt/kernel';

/** The closed set of what may be stored; what a file is, is found out from its content. */
export const MEDIA_TYPES = [
  'image/png', 'image/jpeg', 'image/webp', 'application/pdf', 'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv', 'text/plain', 'application/json',
] as const;

export type MediaType = (typeof MEDIA_TYPES)[number];

/** What is known of a stored file; its content is read apart. */
export interface StoredFile {
  /** Unguessable; below `/files/`. Never used for another content. */
  readonly id: string;
  readonly municipalityId: string;
  /** Name of its FilePurpose. */
  readonly purpose: string;
  /** As the visitor named it, without folders: for showing and for downloads only. */
  readonly name: string;
  readonly mediaType: MediaType;
  readonly byteSize: number;
  /** SHA-256 of the content, hexadecimal. */
  readonly sha256: string;
  /** The person who stored it; null when a job did. */
  readonly uploadedBy: string | null;
  /** What it belongs to, in the words of its context (`identity.municipality/<id>`); null while nothing keeps it. */
  readonly keptBy: string | null;
}

/** A use of files that a context declares: what may be stored for it, and who may see it. */
export interface FilePurpose {
  /** `context.noun`, e.g. `identity.logo`. */
  readonly name: string;
  readonly mediaTypes: readonly MediaType[];
  /** Largest size of one file in bytes. */
  readonly maxBytes: number;
  /** Whether somebody may upload one through `POST /files`. The file is hers alone until a command keeps it. */
  mayUpload(actor: Actor): Promise<boolean>;
  /** Whether somebody may read a kept file; null is somebody who is not signed in. */
  mayRead(file: StoredFile, actor: Actor | null): Promise<boolean>;
  /** For how many seconds a browser may keep one for its own visitor; left out: not at all. */
  readonly cacheSeconds?: number;
  /**
   * What is stored instead of what was brought, e.g. without hidden data. Before any transaction: it may take seconds.
   * @throws ValidationError when it cannot be used
   */
  refine?(content: Buffer, mediaType: MediaType): Promise<Buffer>;
  /** Codes beyond type and size, e.g. for a picture that cannot be shown. */
  check?(content: Buffer, mediaType: MediaType): string | null;
}
