import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { INSTALLATION_ID, NO_RIGHTS, type GrantFact, type GuestRights, type Rights, type Role, type Scope } from '../domain/access.policy.js';
import { countingMemberships, grantedToMember } from './counting-memberships.js';

interface RightsRow {
  readonly administers: boolean;
  readonly role: Role | null;
  readonly scope_kind: Scope | null;
  readonly scope_id: string | null;
}

interface MemberRightsRow extends RightsRow {
  readonly person_id: string;
  readonly organisation_id: string;
}

/** What a person may do when she acts for one of her organisations. */
export interface MemberRights {
  readonly personId: string;
  readonly rights: Rights;
}

/** Memberships `m` that count, with the grants `g` of the person and of the organisation. */
const memberships = Prisma.sql`${countingMemberships}
      LEFT JOIN grants g ON (g.municipality_id = m.municipality_id OR (g.scope_kind = 'installation' AND g.municipality_id = ${INSTALLATION_ID}::uuid))
        AND ${grantedToMember}`;

/** Reads memberships and grants as they hold by the database's clock. */
@Injectable()
export class RightsRepository {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** Grants of the person and of the organisation she acts for; nothing unless she belongs to it. */
  async findOf(actor: Actor): Promise<Rights> {
    if (actor.kind === 'guest') return this.findOfGuest(actor);
    const { personId, organisationId, municipalityId } = actor;
    if (personId === null || organisationId === null || municipalityId === null) return NO_RIGHTS;
    const rows = await this.database.client.$queryRaw<RightsRow[]>`
      SELECT m.role = 'administrator' AS administers, g.role::text AS role, g.scope_kind::text AS scope_kind, g.scope_id::text AS scope_id
      FROM ${memberships}
      WHERE m.person_id = ${personId}::uuid AND m.organisation_id = ${organisationId}::uuid
        AND m.municipality_id = ${municipalityId}::uuid`;
    return { municipalityId, isMember: rows.length > 0, administers: rows[0]?.administers ? organisationId : null, actingOrganisationId: organisationId, grants: rows.flatMap(toGrant) };
  }

  /** The same for several people of a municipality, for each organisation they belong to; asked in the caller's transaction. */
  async findOfMembers(tx: Transaction, municipalityId: string, personIds: readonly string[]): Promise<MemberRights[]> {
    const rows = await tx.$queryRaw<MemberRightsRow[]>`
      SELECT m.person_id::text AS person_id, m.organisation_id::text AS organisation_id, m.role = 'administrator' AS administers, g.role::text AS role, g.scope_kind::text AS scope_kind, g.scope_id::text AS scope_id
      FROM ${memberships}
      WHERE m.municipality_id = ${municipalityId}::uuid AND m.person_id = ANY (${[...personIds]}::uuid[])`;
    return [...Map.groupBy(rows, ({ person_id: personId, organisation_id: organisationId }) => `${personId}/${organisationId}`).values()].flatMap((grants) => {
      const [first] = grants;
      if (first === undefined) return [];
      const { person_id: personId, organisation_id: organisationId, administers } = first;
      return [{ personId, rights: { municipalityId, isMember: true, administers: administers ? organisationId : null, actingOrganisationId: organisationId, grants: grants.flatMap(toGrant) } }];
    });
  }

  /** What a guest was let in to, between the opening and the closing of its door; nothing once she is blocked or has left. */
  private async findOfGuest({ guestId, municipalityId }: Actor): Promise<Rights> {
    if (guestId === null || municipalityId === null) return NO_RIGHTS;
    const [guest] = await this.database.client.$queryRaw<GuestRights[]>`
      SELECT d.gathering_id::text AS "gatheringId", d.section_ids::text[] AS "sectionIds", d.guests_write AS "mayWrite"
      FROM guests g JOIN guest_doors d ON d.gathering_id = g.gathering_id
      WHERE g.id = ${guestId}::uuid AND g.municipality_id = ${municipalityId}::uuid AND g.blocked_reason IS NULL AND g.token_hash IS NOT NULL AND d.opens_at <= now() AND d.closes_at > now()`;
    return { municipalityId, isMember: false, grants: [], guest: guest ?? null };
  }
}

function toGrant({ role, scope_kind: scopeKind, scope_id: scopeId }: RightsRow): GrantFact[] {
  return role && scopeKind && scopeId ? [{ role, scopeKind, scopeId }] : [];
}
