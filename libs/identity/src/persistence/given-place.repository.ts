import { Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { MembershipRole, Transaction } from '@konzeptwerkstatt/platform-database';

/** A membership of a person, present or past. */
export interface PlaceRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly role: MembershipRole;
  /** The provider whose groups gave it; null when people did, or have decided about it since. */
  readonly providerId: string | null;
  readonly isPresent: boolean;
}

/** Writes memberships that groups give and take. What people decided is not touched here. */
@Injectable()
export class GivenPlaceRepository {
  /** All memberships a person has or had in the municipality, which nobody else changes until the end of the transaction. */
  lockOf(tx: Transaction, municipalityId: string, personId: string): Promise<PlaceRecord[]> {
    return tx.$queryRaw<PlaceRecord[]>`
      SELECT id::text, organisation_id::text AS "organisationId", role::text, provider_id::text AS "providerId", ended_at IS NULL AS "isPresent"
      FROM memberships WHERE municipality_id = ${municipalityId}::uuid AND person_id = ${personId}::uuid FOR UPDATE`;
  }

  /** Begins one, or one anew that these groups had given before. @returns its id */
  async give(tx: Transaction, place: { readonly municipalityId: string; readonly organisationId: string; readonly personId: string; readonly role: MembershipRole; readonly providerId: string }): Promise<string> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO memberships (id, municipality_id, person_id, organisation_id, role, provider_id)
      VALUES (${newId()}::uuid, ${place.municipalityId}::uuid, ${place.personId}::uuid, ${place.organisationId}::uuid, ${place.role}::"MembershipRole", ${place.providerId}::uuid)
      ON CONFLICT (person_id, organisation_id) DO UPDATE SET ended_at = NULL, role = excluded.role RETURNING id::text`;
    return rows[0]?.id ?? '';
  }

  async setRole(tx: Transaction, id: string, role: MembershipRole): Promise<void> {
    await tx.$executeRaw`UPDATE memberships SET role = ${role}::"MembershipRole" WHERE id = ${id}::uuid`;
  }

  async take(tx: Transaction, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE memberships SET ended_at = now(), role = 'member' WHERE id = ${id}::uuid`;
  }
}
