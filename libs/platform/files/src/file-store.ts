import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { Prisma, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileContents } from './file-contents.js';
import { FilePurposeRegistry } from './file-purpose.registry.js';
import { fileBroken, fileEmpty, fileQuotaExceeded, fileSvgRefused, fileTooLarge, fileTypeRefused } from './file.errors.js';
import { detectMediaType } from './media-type.detector.js';
import type { MediaType, StoredFile } from './stored-file.js';

/** A file to be stored. */
export interface NewFile {
  readonly municipalityId: string;
  /** Name of a registered FilePurpose. */
  readonly purpose: string;
  /** For showing only; folders and control characters are taken out. */
  readonly name: string;
  readonly content: Buffer;
  /** The person who brings it; null for jobs. */
  readonly uploadedBy: string | null;
  /** What it belongs to; null when a later command keeps it, within a day. */
  readonly keptBy: string | null;
}

/** Which file a command wants to keep: of its municipality, for its purpose, brought by its actor. */
export interface KeptFile {
  readonly id: string;
  readonly municipalityId: string;
  readonly purpose: string;
  readonly uploadedBy: string;
  readonly keptBy: string;
}

/** A file and when it was stored. */
export type DatedFile = StoredFile & { readonly storedAt: Date };

const columns = Prisma.sql`id::text, municipality_id::text AS "municipalityId", purpose, name, media_type AS "mediaType", byte_size::int AS "byteSize", sha256,
  uploaded_by::text AS "uploadedBy", kept_by AS "keptBy"`;

/** The last part of a path, without characters that a file name must not have; at most 200 characters. */
function plainName(name: string): string {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? '';
  return last.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '').trim().slice(0, 200) || 'Datei';
}

/** Stores files within the caller's transaction: nothing of a change that failed stays behind. */
@Injectable()
export class FileStore {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(FileContents) private readonly contents: FileContents,
    @Inject(FilePurposeRegistry) private readonly purposes: FilePurposeRegistry,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'fileQuotaBytes'>,
  ) {}

  /**
   * Checks and stores a file.
   * @throws ValidationError FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE_REFUSED, FILE_SVG_REFUSED, FILE_QUOTA_EXCEEDED or what the purpose's check says, at `file`
   */
  async store(tx: Transaction, file: NewFile): Promise<StoredFile> {
    const mediaType = await this.checked(file);
    await this.assertQuota(tx, file.municipalityId, file.content.length);
    const stored: StoredFile = {
      id: newRandomId(), municipalityId: file.municipalityId, purpose: file.purpose, name: plainName(file.name), mediaType, byteSize: file.content.length,
      sha256: createHash('sha256').update(file.content).digest('hex'), uploadedBy: file.uploadedBy, keptBy: file.keptBy,
    };
    await tx.$executeRaw`
      INSERT INTO engine.stored_file (id, municipality_id, purpose, name, media_type, byte_size, sha256, uploaded_by, kept_by)
      VALUES (${stored.id}::uuid, ${stored.municipalityId}::uuid, ${stored.purpose}, ${stored.name}, ${mediaType}, ${stored.byteSize}, ${stored.sha256},
        ${stored.uploadedBy}::uuid, ${stored.keptBy})`;
    await this.contents.write(tx, stored.id, file.content);
    return stored;
  }

  /** Ties an uploaded file to what it belongs to. @returns null unless it is there, of that purpose, brought by that person and not kept by something else */
  async keep(tx: Transaction, { id, municipalityId, purpose, uploadedBy, keptBy }: KeptFile): Promise<StoredFile | null> {
    const rows = await tx.$queryRaw<StoredFile[]>`
      UPDATE engine.stored_file SET kept_by = ${keptBy} WHERE id = ${id}::uuid AND municipality_id = ${municipalityId}::uuid AND purpose = ${purpose} AND uploaded_by = ${uploadedBy}::uuid
        AND (kept_by IS NULL OR kept_by = ${keptBy}) RETURNING ${columns}`;
    return rows[0] ?? null;
  }

  /** Nothing keeps these files any more; the job removes them after a day. */
  async release(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<void> {
    await tx.$executeRaw`UPDATE engine.stored_file SET kept_by = NULL, loose_since = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...ids]}::uuid[])`;
  }

  /** Removes files at once, content included. */
  async remove(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<void> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      DELETE FROM engine.stored_file WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...ids]}::uuid[]) RETURNING id::text`;
    await this.contents.remove(tx, rows.map(({ id }) => id));
  }

  /** Removes everything that a municipality has stored. */
  async removeAllOf(tx: Transaction, municipalityId: string): Promise<void> {
    const rows = await tx.$queryRaw<{ id: string }[]>`DELETE FROM engine.stored_file WHERE municipality_id = ${municipalityId}::uuid RETURNING id::text`;
    await this.contents.remove(tx, rows.map(({ id }) => id));
  }

  /** Nobody can tell any more that this person brought a file. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    await tx.$executeRaw`UPDATE engine.stored_file SET uploaded_by = NULL WHERE uploaded_by = ${personId}::uuid`;
  }

  /** What is known of a file; whether somebody may see it is asked of its purpose. */
  async find(id: string): Promise<StoredFile | null> {
    const rows = await this.database.client.$queryRaw<StoredFile[]>`SELECT ${columns} FROM engine.stored_file WHERE id = ${id}::uuid`;
    return rows[0] ?? null;
  }

  /** The content, piece by piece. */
  read({ id, byteSize }: Pick<StoredFile, 'id' | 'byteSize'>): AsyncIterable<Buffer> {
    return this.contents.read(id, byteSize);
  }

  /** Those of the files that the municipality has, in any order. */
  async findMany(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<StoredFile[]> {
    if (ids.length === 0) return [];
    return tx.$queryRaw<StoredFile[]>`SELECT ${columns} FROM engine.stored_file WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...ids]}::uuid[])`;
  }

  /** What the municipality has that is kept by one of these, in the order in which it was stored. */
  async findKeptBy(municipalityId: string, keepers: readonly string[]): Promise<StoredFile[]> {
    if (keepers.length === 0) return [];
    return this.database.client.$queryRaw<StoredFile[]>`
      SELECT ${columns} FROM engine.stored_file WHERE municipality_id = ${municipalityId}::uuid AND kept_by = ANY (${[...keepers]}::text[]) ORDER BY created_at, id`;
  }

  /** Kept files of a purpose that were stored so many days ago or earlier, by id, behind the one named. */
  async findOldKept(tx: Transaction, purpose: string, days: number, after: string | null, limit: number): Promise<DatedFile[]> {
    return tx.$queryRaw<DatedFile[]>`
      SELECT ${columns}, created_at AS "storedAt" FROM engine.stored_file
      WHERE purpose = ${purpose} AND kept_by IS NOT NULL AND created_at < now() - ${days}::int * interval '1 day' AND (${after}::uuid IS NULL OR id > ${after}::uuid)
      ORDER BY id LIMIT ${limit}`;
  }

  /**
   * What is to be stored of a content that somebody brought: looked at as in `store`, then as its purpose makes it. Takes time.
   * @throws ValidationError as `store`, and what the purpose says
   */
  async refine(purposeName: string, content: Buffer): Promise<Buffer> {
    const purpose = this.purposes.get(purposeName);
    if (purpose.refine === undefined) return content;
    return purpose.refine(content, await this.checked({ purpose: purposeName, content }));
  }

  private async checked({ purpose: purposeName, content }: Pick<NewFile, 'purpose' | 'content'>): Promise<MediaType> {
    const purpose = this.purposes.get(purposeName);
    if (content.length === 0) throw fileEmpty();
    if (content.length > purpose.maxBytes) throw fileTooLarge(purpose.maxBytes);
    const type = await detectMediaType(content, purpose.mediaTypes);
    if (type === 'svg') throw fileSvgRefused();
    if (type === 'other' || !purpose.mediaTypes.includes(type)) throw fileTypeRefused();
    const code = purpose.check?.(content, type) ?? null;
    if (code !== null) throw fileBroken(code);
    return type;
  }

  /** One at a time per municipality, or two that fit alone would not fit together. */
  private async assertQuota(tx: Transaction, municipalityId: string, more: number): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`files/${municipalityId}`}, 0))`;
    const [row] = await tx.$queryRaw<{ used: bigint }[]>`
      SELECT coalesce(sum(byte_size), 0)::bigint AS used FROM engine.stored_file WHERE municipality_id = ${municipalityId}::uuid`;
    if (Number(row?.used ?? 0) + more > this.config.fileQuotaBytes) throw fileQuotaExceeded();
  }
}
