import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { keptBySection, PICTURE_PURPOSE } from '../domain/kept-picture.policy.js';
import type { WordImport } from '../domain/word-import.js';
import { WordDocumentReading } from './word-document.reading.js';
import type { WordPiece } from './word-reading.js';

/** Pictures as they are stored, by their part of the document. */
export type PreparedPictures = ReadonlyMap<string, Buffer>;

/** The parts of a document that hold the pictures of these pieces, each once. */
export const partsOf = (pieces: readonly WordPiece[]): string[] => [...new Set(pieces.flatMap(({ block }) => (block.kind === 'picture' ? [block.part] : [])))];

/** Turns pictures of a Word document into stored files of sections. */
@Injectable()
export class WordPictureFiles {
  constructor(
    @Inject(FileStore) private readonly files: FileStore,
    private readonly documents: WordDocumentReading,
  ) {}

  /**
   * Writes the pixels of pictures anew, as for any picture that is uploaded. Takes time: before the transaction. A picture that cannot be opened is left out.
   * @param onEach after each of them
   */
  async prepare({ fileId }: WordImport, pieces: readonly WordPiece[], onEach: () => Promise<void>): Promise<PreparedPictures> {
    const parts = partsOf(pieces);
    const file = parts.length === 0 ? null : await this.files.find(fileId);
    const prepared = new Map<string, Buffer>();
    if (file === null) return prepared;
    for (const [part, bytes] of await this.documents.pictures(await buffer(this.files.read(file)), parts)) {
      const refined = await this.refined(Buffer.from(bytes));
      if (refined !== null) prepared.set(part, refined);
      await onEach();
    }
    return prepared;
  }

  /** @returns the ids of the files by part @throws ValidationError FILE_QUOTA_EXCEEDED */
  async store(tx: Transaction, { municipalityId, requestedBy }: WordImport, target: { readonly sectionId: string; readonly pieces: readonly WordPiece[]; readonly prepared: PreparedPictures }): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    for (const part of partsOf(target.pieces)) {
      const content = target.prepared.get(part);
      if (content === undefined) continue;
      const file = await this.files.store(tx, { municipalityId, purpose: PICTURE_PURPOSE, name: part, content, uploadedBy: requestedBy, keptBy: keptBySection(target.sectionId) });
      ids.set(part, file.id);
    }
    return ids;
  }

  private async refined(content: Buffer): Promise<Buffer | null> {
    try {
      return await this.files.refine(PICTURE_PURPOSE, content);
    } catch (error) {
      if (error instanceof ValidationError) return null;
      throw error;
    }
  }
}
