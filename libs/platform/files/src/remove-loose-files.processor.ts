import { Inject, Injectable } from '@nestjs/common';
import { removeLooseFilesJob, type JobProcessor } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileContents } from './file-contents.js';

/** So many per transaction, so that none runs long. */
const PORTION = 100;

/** Deletes files that nothing has kept for a day: uploads whose form was left, and what was replaced. */
@Injectable()
export class RemoveLooseFilesProcessor implements JobProcessor<Record<string, never>> {
  readonly job = removeLooseFilesJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(FileContents) private readonly contents: FileContents,
  ) {}

  async process(_data: Record<string, never>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const count = await this.database.runInTransaction(async (tx) => {
        const rows = await tx.$queryRaw<{ id: string }[]>`
          DELETE FROM engine.stored_file WHERE id IN (
            SELECT id FROM engine.stored_file WHERE kept_by IS NULL AND loose_since < now() - interval '1 day' ORDER BY loose_since LIMIT ${PORTION} FOR UPDATE SKIP LOCKED
          ) RETURNING id::text`;
        await this.contents.remove(tx, rows.map(({ id }) => id));
        return rows.length;
      });
      if (count < PORTION) break;
    }
    await this.contents.removeLeftovers(signal);
  }
}
