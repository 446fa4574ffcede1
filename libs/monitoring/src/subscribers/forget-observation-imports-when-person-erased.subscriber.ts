import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { personErased, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { FileStore } from '@konzeptwerkstatt/platform-files';

type PersonErased = z.infer<typeof personErased.schema>;

/** Removes the statistics files that an erased person brought; the values that came of them stay. */
@Injectable()
export class ForgetObservationImportsWhenPersonErased implements Subscriber<PersonErased> {
  readonly name = 'forget-observation-imports-when-person-erased';
  readonly event = personErased;

  constructor(@Inject(FileStore) private readonly files: FileStore) {}

  async handle(tx: Transaction, { payload }: EventEnvelope<PersonErased>): Promise<void> {
    const removed = await tx.$queryRaw<{ municipalityId: string; fileId: string }[]>`
      DELETE FROM observation_imports WHERE requested_by = ${payload.personId}::uuid RETURNING municipality_id::text AS "municipalityId", file_id::text AS "fileId"`;
    for (const { municipalityId, fileId } of removed) await this.files.remove(tx, municipalityId, [fileId]);
  }
}
