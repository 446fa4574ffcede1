import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { personErased, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { FileStore } from '@konzeptwerkstatt/platform-files';

type PersonErased = z.infer<typeof personErased.schema>;

/** Removes the files that an erased person had made for herself, and that she asked for reports; these stay. */
@Injectable()
export class RemoveExportsWhenPersonErased implements Subscriber<PersonErased> {
  readonly name = 'remove-exports-when-person-erased';
  readonly event = personErased;

  constructor(@Inject(FileStore) private readonly files: FileStore) {}

  async handle(tx: Transaction, { payload }: EventEnvelope<PersonErased>): Promise<void> {
    const removed = await tx.$queryRaw<{ municipalityId: string; fileId: string | null }[]>`
      DELETE FROM document_exports WHERE requested_by = ${payload.personId}::uuid RETURNING municipality_id::text AS "municipalityId", file_id::text AS "fileId"`;
    await tx.$executeRaw`DELETE FROM report_assemblies WHERE requested_by = ${payload.personId}::uuid`;
    for (const { municipalityId, fileId } of removed) if (fileId !== null) await this.files.remove(tx, municipalityId, [fileId]);
  }
}
