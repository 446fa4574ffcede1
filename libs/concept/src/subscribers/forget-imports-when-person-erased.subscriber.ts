import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { personErased, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { FileStore } from '@konzeptwerkstatt/platform-files';

type PersonErased = z.infer<typeof personErased.schema>;

/** Removes the files that an erased person brought; what became of them stays in the concept. */
@Injectable()
export class ForgetImportsWhenPersonErased implements Subscriber<PersonErased> {
  readonly name = 'forget-imports-when-person-erased';
  readonly event = personErased;

  constructor(@Inject(FileStore) private readonly files: FileStore) {}

  async handle(tx: Transaction, { payload }: EventEnvelope<PersonErased>): Promise<void> {
    const removed = await tx.$queryRaw<{ municipalityId: string; fileId: string }[]>`
      WITH words AS (DELETE FROM word_imports WHERE requested_by = ${payload.personId}::uuid RETURNING municipality_id, file_id),
        lists AS (DELETE FROM measure_list_imports WHERE requested_by = ${payload.personId}::uuid RETURNING municipality_id, file_id),
        tables AS (DELETE FROM measure_table_imports WHERE requested_by = ${payload.personId}::uuid RETURNING municipality_id, file_id)
      SELECT municipality_id::text AS "municipalityId", file_id::text AS "fileId" FROM (SELECT * FROM words UNION ALL SELECT * FROM lists UNION ALL SELECT * FROM tables) AS removed`;
    for (const { municipalityId, fileId } of removed) await this.files.remove(tx, municipalityId, [fileId]);
  }
}
