import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { municipalityRemoved, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';

type MunicipalityRemoved = z.infer<typeof municipalityRemoved.schema>;

/** Removes the resolutions of an example municipality; their papers go with its other files. */
@Injectable()
export class RemoveResolutionsWhenMunicipalityRemoved implements Subscriber<MunicipalityRemoved> {
  readonly name = 'remove-resolutions-when-municipality-removed';
  readonly event = municipalityRemoved;

  async handle(tx: Transaction, { municipalityId }: EventEnvelope<MunicipalityRemoved>): Promise<void> {
    await tx.$executeRaw`DELETE FROM consultations WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM resolutions WHERE municipality_id = ${municipalityId}::uuid`;
  }
}
