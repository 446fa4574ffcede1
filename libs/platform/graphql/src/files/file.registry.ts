import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Actor } from '@konzeptwerkstatt/kernel';

/** A file to be sent below `/files/`. */
export interface ServedFile {
  readonly name: string;
  /** Full media type, e.g. `text/csv; charset=utf-8`. */
  readonly mediaType: string;
  readonly content: string | Buffer | Readable;
  /** For how many seconds the visitor's own browser may keep it; left out: not at all. Only of what never changes under its id. */
  readonly cacheSeconds?: number;
}

/** A context that serves files below `/files/<id>`. */
export interface FileProvider {
  /** Whether ids of this form are its own; decided by the text alone. */
  matches(id: string): boolean;
  /**
   * The file as this visitor may see it; null when it does not exist or is none of hers (the answer is the same).
   * @param credentialId her session or token; null for somebody who is not signed in
   */
  open(id: string, actor: Actor | null, credentialId: string | null): Promise<ServedFile | null>;
}

/** Who serves which files. Contexts register in `onModuleInit`. */
@Injectable()
export class FileRegistry {
  private readonly providers: FileProvider[] = [];

  register(provider: FileProvider): void {
    this.providers.push(provider);
  }

  async open(id: string, actor: Actor | null, credentialId: string | null): Promise<ServedFile | null> {
    const provider = this.providers.find((candidate) => candidate.matches(id));
    return provider ? provider.open(id, actor, credentialId) : null;
  }
}
