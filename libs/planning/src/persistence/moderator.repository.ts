import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';

/** A person who runs a gathering. */
export interface ModeratorRow {
  readonly id: string;
  readonly municipalityId: string;
  readonly gatheringId: string;
  readonly personId: string;
}

/** Stores who runs gatherings. */
@Injectable()
export class ModeratorRepository {
  /** @returns false when she does already */
  async insert(tx: Transaction, { id, municipalityId, gatheringId, personId }: ModeratorRow): Promise<boolean> {
    const count = await tx.$executeRaw`
      INSERT INTO gathering_moderators (id, municipality_id, gathering_id, person_id) VALUES (${id}::uuid, ${municipalityId}::uuid, ${gatheringId}::uuid, ${personId}::uuid) ON CONFLICT (gathering_id, person_id) DO NOTHING`;
    return count > 0;
  }

  /** Moderators of gatherings, in the order in which they were named. */
  async findMany(tx: Transaction, municipalityId: string, gatheringIds: readonly string[]): Promise<ModeratorRow[]> {
    return tx.$queryRaw<ModeratorRow[]>`
      SELECT id::text, municipality_id::text AS "municipalityId", gathering_id::text AS "gatheringId", person_id::text AS "personId" FROM gathering_moderators
      WHERE municipality_id = ${municipalityId}::uuid AND gathering_id = ANY (${[...gatheringIds]}::uuid[]) ORDER BY named_at, id`;
  }

  /** @returns whom it was about; null when there is none (any more) */
  async remove(tx: Transaction, municipalityId: string, gatheringId: string, id: string): Promise<ModeratorRow | null> {
    const rows = await tx.$queryRaw<ModeratorRow[]>`
      DELETE FROM gathering_moderators WHERE municipality_id = ${municipalityId}::uuid AND gathering_id = ${gatheringId}::uuid AND id = ${id}::uuid
      RETURNING id::text, municipality_id::text AS "municipalityId", gathering_id::text AS "gatheringId", person_id::text AS "personId"`;
    return rows[0] ?? null;
  }

  /** Forgets that a person ran gatherings, in whatever municipality; her rights are gone with her account. */
  async removeAllOfPerson(tx: Transaction, personId: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM gathering_moderators WHERE person_id = ${personId}::uuid`;
  }
}
