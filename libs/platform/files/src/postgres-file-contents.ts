import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { pieceAt, pieceCount } from './content-pieces.js';
import { FileContents } from './file-contents.js';

/** Contents as rows of bytes in the application's database. */
@Injectable()
export class PostgresFileContents extends FileContents {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {
    super();
  }

  async write(tx: Transaction, id: string, content: Buffer): Promise<void> {
    for (let ordinal = 0; ordinal < pieceCount(content.length); ordinal++) {
      await tx.$executeRaw`INSERT INTO engine.stored_file_chunk (file_id, ordinal, content) VALUES (${id}::uuid, ${ordinal}, ${pieceAt(content, ordinal)})`;
    }
  }

  async *read(id: string, byteSize: number): AsyncGenerator<Buffer> {
    for (let ordinal = 0; ordinal < pieceCount(byteSize); ordinal++) {
      const [row] = await this.database.client.$queryRaw<{ content: Uint8Array }[]>`
        SELECT content FROM engine.stored_file_chunk WHERE file_id = ${id}::uuid AND ordinal = ${ordinal}`;
      if (!row) throw new Error(`Piece ${ordinal} of file ${id} is missing`);
      yield Buffer.from(row.content);
    }
  }

  async remove(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.$executeRaw`DELETE FROM engine.stored_file_chunk WHERE file_id = ANY (${[...ids]}::uuid[])`;
  }
}
