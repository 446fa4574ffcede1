import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { municipalityRemoved, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';

type MunicipalityRemoved = z.infer<typeof municipalityRemoved.schema>;

/** Removes the processes of an example municipality. */
@Injectable()
export class RemoveProcessesWhenMunicipalityRemoved implements Subscriber<MunicipalityRemoved> {
  readonly name = 'remove-processes-when-municipality-removed';
  readonly event = municipalityRemoved;

  async handle(tx: Transaction, { municipalityId }: EventEnvelope<MunicipalityRemoved>): Promise<void> {
    await tx.$executeRaw`DELETE FROM process_roles WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM dated_steps WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM calendar_feeds WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM gathering_moderators WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM attendances WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM gathering_tables WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM gatherings WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM body_members WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM bodies WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM phases WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM process_tracks WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM process_documents WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM process_templates WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM planning_processes WHERE municipality_id = ${municipalityId}::uuid`;
  }
}
