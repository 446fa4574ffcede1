import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { municipalityRemoved, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';

type MunicipalityRemoved = z.infer<typeof municipalityRemoved.schema>;

/** Removes what could be found of an example municipality, with its words. */
@Injectable()
export class RemoveEntriesWhenMunicipalityRemoved implements Subscriber<MunicipalityRemoved> {
  readonly name = 'remove-entries-when-municipality-removed';
  readonly event = municipalityRemoved;

  async handle(tx: Transaction, { municipalityId }: EventEnvelope<MunicipalityRemoved>): Promise<void> {
    await tx.$executeRaw`DELETE FROM engine.search_entry WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM engine.search_word WHERE municipality_id = ${municipalityId}::uuid`;
  }
}
