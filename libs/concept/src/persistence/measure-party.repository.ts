import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { PartyAnswer } from '@konzeptwerkstatt/document-model';

/** What an organisation has said about its part in a measure. */
export interface MeasurePartyRow extends PartyAnswer {
  readonly measureId: string;
  readonly organisationId: string;
}

/** Keeps what organisations have said about their parts in measures; participation keeps the answers themselves. */
@Injectable()
export class MeasurePartyRepository {
  /** The newest word of an organisation takes the place of an earlier one, in whichever order they come. What is about no measure of the municipality is left out. */
  async save(tx: Transaction, municipalityId: string, { measureId, organisationId, role, isReserved, answeredAt }: MeasurePartyRow & { readonly answeredAt: Date }): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO measure_parties (measure_id, organisation_id, municipality_id, role, is_reserved, answered_at)
      SELECT m.id, ${organisationId}::uuid, m.municipality_id, ${role}, ${isReserved}, ${answeredAt} FROM measures m WHERE m.id = ${measureId}::uuid AND m.municipality_id = ${municipalityId}::uuid
      ON CONFLICT (measure_id, organisation_id) DO UPDATE SET role = excluded.role, is_reserved = excluded.is_reserved, answered_at = excluded.answered_at WHERE measure_parties.answered_at <= excluded.answered_at`;
  }

  async findByMeasures(tx: Transaction, measureIds: readonly string[]): Promise<MeasurePartyRow[]> {
    return tx.$queryRaw<MeasurePartyRow[]>`
      SELECT measure_id::text AS "measureId", organisation_id::text AS "organisationId", role, is_reserved AS "isReserved" FROM measure_parties WHERE measure_id = ANY (${[...measureIds]}::uuid[])`;
  }

  /** All of an edition, with the blocks of their measures. */
  async findByEdition(tx: Transaction, municipalityId: string, editionId: string): Promise<(MeasurePartyRow & { readonly blockId: string })[]> {
    return tx.$queryRaw<(MeasurePartyRow & { blockId: string })[]>`
      SELECT p.measure_id::text AS "measureId", m.block_id::text AS "blockId", p.organisation_id::text AS "organisationId", p.role, p.is_reserved AS "isReserved"
      FROM measure_parties p JOIN measures m ON m.id = p.measure_id WHERE m.municipality_id = ${municipalityId}::uuid AND m.edition_id = ${editionId}::uuid`;
  }
}
