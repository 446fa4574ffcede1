import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { municipalityRemoved, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';

type MunicipalityRemoved = z.infer<typeof municipalityRemoved.schema>;

/** Removes the texts of an example municipality, with their logs, versions and authors. */
@Injectable()
export class RemoveDocumentsWhenMunicipalityRemoved implements Subscriber<MunicipalityRemoved> {
  readonly name = 'remove-documents-when-municipality-removed';
  readonly event = municipalityRemoved;

  async handle(tx: Transaction, { municipalityId }: EventEnvelope<MunicipalityRemoved>): Promise<void> {
    await tx.$executeRaw`DELETE FROM engine.document WHERE municipality_id = ${municipalityId}::uuid`;
  }
}
