import { Inject, Injectable } from '@nestjs/common';
import { DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader } from '@konzeptwerkstatt/contracts';
import { plainBlocks, toPictureAttributes } from '@konzeptwerkstatt/document-model';
import type { FieldValues, PlainBlock } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { blockVersions } from '../domain/block-version.policy.js';
import { rowId } from '../domain/wanted-rows.policy.js';

/** A block of a section's text with what a form needs to change it. */
export interface SectionBlockRecord extends PlainBlock {
  /** Changes whenever somebody changes what the block, or anything in it, says. */
  readonly version: string;
  readonly values: FieldValues;
  /** Id of the row that a goal or measure has; null for all other kinds. */
  readonly objectId: string | null;
}

/** Reads texts as lists of blocks. Whoever calls it has asked the access policy. */
@Injectable()
export class SectionBlocksReader {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
  ) {}

  /** All blocks in the order of the text, with everything committed so far. @throws ApplicationError NOT_FOUND */
  async read(documentId: string): Promise<SectionBlockRecord[]> {
    const text = await this.documents.readText(this.database.client, documentId);
    const blocks = plainBlocks(text);
    const pictures = new Map(blocks.filter(({ kind }) => kind === 'picture').map(({ id, tree }) => [id, toPictureAttributes(tree.attrs ?? {})]));
    const versions = blockVersions(blocks, (blockId) => pictures.get(blockId) ?? text.values[blockId]);
    return blocks.map((block) => ({
      ...block,
      version: versions.get(block.id) ?? '',
      values: text.values[block.id] ?? {},
      objectId: block.kind === 'goal' || block.kind === 'measure' ? rowId(documentId, block.id) : null,
    }));
  }

  /** See `DocumentReader.readVersion`. */
  readVersion(documentId: string): Promise<string> {
    return this.documents.readVersion(this.database.client, documentId);
  }
}
