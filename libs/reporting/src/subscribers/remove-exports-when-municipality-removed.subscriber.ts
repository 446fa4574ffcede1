import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { municipalityRemoved, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { FileStore } from '@konzeptwerkstatt/platform-files';

type MunicipalityRemoved = z.infer<typeof municipalityRemoved.schema>;

/** Removes the exports of an example municipality, and files that were finished after the others were removed. */
@Injectable()
export class RemoveExportsWhenMunicipalityRemoved implements Subscriber<MunicipalityRemoved> {
  readonly name = 'remove-exports-when-municipality-removed';
  readonly event = municipalityRemoved;

  constructor(@Inject(FileStore) private readonly files: FileStore) {}

  async handle(tx: Transaction, { municipalityId }: EventEnvelope<MunicipalityRemoved>): Promise<void> {
    await tx.$executeRaw`DELETE FROM document_exports WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM report_assemblies WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM adopted_files WHERE municipality_id = ${municipalityId}::uuid`;
    await this.files.removeAllOf(tx, municipalityId);
  }
}
