import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import type { StoredFile } from '@konzeptwerkstatt/platform-files';
import type { EditionPlace } from '../domain/section-place.js';
import { sectionKeeping } from '../domain/kept-picture.policy.js';

/** A picture with its bytes; always one of the two types. */
export interface PictureBytes {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly content: Uint8Array;
}

/** Most bytes of pictures in one document; what goes beyond is told as missing. */
const MAX_DOCUMENT_BYTES = 150 * 1024 * 1024;

const isShown = (mediaType: string): mediaType is PictureBytes['mediaType'] => mediaType === 'image/png' || mediaType === 'image/jpeg';

/** Reads the pictures of texts, and the logo for their first page. */
@Injectable()
export class PictureReader {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  /** Living sections whose text shows that file. */
  async findSectionsShowing(fileId: string): Promise<string[]> {
    const rows = await this.database.client.$queryRaw<{ id: string }[]>`SELECT DISTINCT section_id::text AS id FROM section_pictures WHERE file_id = ${fileId}::uuid AND removed_at IS NULL`;
    return rows.map(({ id }) => id);
  }

  /**
   * Those of the files that may stand in an edition: pictures that were brought to one of its sections, or to one of an edition it began
   * as a copy of. A text may name any id; what belongs to another edition or municipality stays unseen, whoever wrote it there.
   */
  async findOwn(tx: Transaction, { municipalityId, editionId }: Pick<EditionPlace, 'municipalityId' | 'editionId'>, ids: readonly string[]): Promise<StoredFile[]> {
    const files = await this.files.findMany(tx, municipalityId, [...new Set(ids)]);
    const homes = files.flatMap((file) => sectionKeeping(file) ?? []);
    if (homes.length === 0) return [];
    const rows = await tx.$queryRaw<{ id: string }[]>`
      WITH RECURSIVE line (id) AS (
        SELECT ${editionId}::uuid
        UNION SELECT edition.based_on_id FROM editions edition JOIN line ON line.id = edition.id
        WHERE edition.municipality_id = ${municipalityId}::uuid AND edition.based_on_id IS NOT NULL
      )
      SELECT id::text FROM sections WHERE municipality_id = ${municipalityId}::uuid AND edition_id IN (SELECT id FROM line) AND id = ANY (${homes}::uuid[])`;
    const own = new Set(rows.map(({ id }) => id));
    return files.filter((file) => own.has(sectionKeeping(file) ?? ''));
  }

  /**
   * The bytes of an edition's pictures by file id; what is not there, or too much for one document, is left out. Rights are the caller's question.
   * @param isStrict for what is kept for good: @throws Error when a picture cannot be read now
   */
  async read(edition: Pick<EditionPlace, 'municipalityId' | 'editionId'>, ids: readonly string[], { isStrict = false } = {}): Promise<ReadonlyMap<string, PictureBytes>> {
    const pictures = new Map<string, PictureBytes>();
    let bytes = 0;
    for (const file of await this.findOwn(this.database.client, edition, ids)) {
      const { id, mediaType, byteSize } = file;
      if (!isShown(mediaType) || bytes + byteSize > MAX_DOCUMENT_BYTES) continue;
      const content = await this.contentOf(file, isStrict);
      if (content === null) continue;
      bytes += byteSize;
      pictures.set(id, { mediaType, content });
    }
    return pictures;
  }

  /** The logo of a municipality; null when it has none, or it cannot be read now: a document is better without one than not at all. */
  async readLogo(municipalityId: string): Promise<PictureBytes | null> {
    const [municipality] = await this.identity.municipalitiesByIds([municipalityId]);
    if (!municipality?.logoFileId) return null;
    const [file] = await this.files.findMany(this.database.client, municipalityId, [municipality.logoFileId]);
    if (file === undefined || !isShown(file.mediaType)) return null;
    const content = await this.contentOf(file, false);
    return content === null ? null : { mediaType: file.mediaType, content };
  }

  /** Null when a piece is missing: one picture less is better than no document. */
  private async contentOf(file: StoredFile, isStrict: boolean): Promise<Uint8Array | null> {
    try {
      const pieces: Buffer[] = [];
      for await (const piece of this.files.read(file)) pieces.push(piece);
      return new Uint8Array(Buffer.concat(pieces));
    } catch (error) {
      if (isStrict) throw error;
      return null;
    }
  }
}
