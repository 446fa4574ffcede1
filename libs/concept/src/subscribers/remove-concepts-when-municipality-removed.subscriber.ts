import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { municipalityRemoved, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';

type MunicipalityRemoved = z.infer<typeof municipalityRemoved.schema>;

/** Removes what an example municipality wrote; the texts themselves are removed by collaboration. */
@Injectable()
export class RemoveConceptsWhenMunicipalityRemoved implements Subscriber<MunicipalityRemoved> {
  readonly name = 'remove-concepts-when-municipality-removed';
  readonly event = municipalityRemoved;

  async handle(tx: Transaction, { municipalityId }: EventEnvelope<MunicipalityRemoved>): Promise<void> {
    await tx.$executeRaw`DELETE FROM word_imports WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM measure_list_columns WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM measure_list_imports WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM measure_table_imports WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM section_pictures WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM origins WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM measure_parties WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM measure_partners WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM measure_goals WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM measure_indicators WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM goal_indicators WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM measures WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM goals WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM sections WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM publications WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM adopted_editions WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM editions WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM instruments WHERE municipality_id = ${municipalityId}::uuid`;
  }
}
