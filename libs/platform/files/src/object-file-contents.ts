import type { OnApplicationShutdown } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileContents } from './file-contents.js';
import type { ObjectBucket } from './object-bucket.js';
import { PostgresFileContents } from './postgres-file-contents.js';

/** How many objects one round removes at most. */
const PORTION = 500;

/**
 * Contents as objects of an S3-compatible store, named by the file's id. What was stored in the database before is read from
 * there. An object is removed a day after its file: the change that wrote it may not be committed yet, and a backup that has
 * begun still needs it.
 */
export class ObjectFileContents extends FileContents implements OnApplicationShutdown {
  private readonly earlier: PostgresFileContents;

  constructor(
    private readonly database: PrismaDatabase,
    private readonly bucket: ObjectBucket,
  ) {
    super();
    this.earlier = new PostgresFileContents(database);
  }

  async write(_tx: Transaction, id: string, content: Buffer): Promise<void> {
    await this.database.client.$executeRaw`INSERT INTO engine.stored_object (file_id) VALUES (${id}::uuid)`;
    await this.bucket.put(id, content);
  }

  async *read(id: string, byteSize: number): AsyncGenerator<Buffer> {
    const [known] = await this.database.client.$queryRaw<unknown[]>`SELECT 1 FROM engine.stored_object WHERE file_id = ${id}::uuid`;
    if (!known) return yield* this.earlier.read(id, byteSize);
    let length = 0;
    for await (const piece of this.bucket.get(id)) {
      length += piece.length;
      yield piece;
    }
    if (length !== byteSize) throw new Error(`Object ${id} has ${length} bytes instead of ${byteSize}`);
  }

  async remove(tx: Transaction, ids: readonly string[]): Promise<void> {
    await this.earlier.remove(tx, ids);
  }

  override async removeLeftovers(signal: AbortSignal): Promise<void> {
    const sql = this.database.client;
    await sql.$executeRaw`
      UPDATE engine.stored_object object SET orphaned_at = now()
      WHERE orphaned_at IS NULL AND NOT EXISTS (SELECT 1 FROM engine.stored_file file WHERE file.id = object.file_id)`;
    const rows = await sql.$queryRaw<{ id: string }[]>`
      SELECT object.file_id::text AS id FROM engine.stored_object object
      WHERE orphaned_at < now() - interval '1 day' AND NOT EXISTS (SELECT 1 FROM engine.stored_file file WHERE file.id = object.file_id)
      ORDER BY orphaned_at LIMIT ${PORTION}`;
    for (const { id } of rows) {
      if (signal.aborted) return;
      await this.bucket.remove(id);
      await sql.$executeRaw`DELETE FROM engine.stored_object WHERE file_id = ${id}::uuid`;
    }
  }

  onApplicationShutdown(): void {
    this.bucket.close();
  }
}
