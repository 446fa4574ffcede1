import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { municipalityRemoved, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';

type MunicipalityRemoved = z.infer<typeof municipalityRemoved.schema>;

/** Removes the indicators of an example municipality with their values. */
@Injectable()
export class RemoveIndicatorsWhenMunicipalityRemoved implements Subscriber<MunicipalityRemoved> {
  readonly name = 'remove-indicators-when-municipality-removed';
  readonly event = municipalityRemoved;

  async handle(tx: Transaction, { municipalityId }: EventEnvelope<MunicipalityRemoved>): Promise<void> {
    await tx.$executeRaw`DELETE FROM observation_imports WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM observation_import_words WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM indicator_releases WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM observations WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM indicator_definitions WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM monitoring_settings WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM indicators WHERE municipality_id = ${municipalityId}::uuid`;
  }
}
