import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { acrossMunicipalities, PrismaDatabase, type MembershipRole, type Transaction } from '@konzeptwerkstatt/platform-database';

/** A present membership. */
export interface PresentMembership {
  readonly id: string;
  readonly municipalityId: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly role: MembershipRole;
}

/** What somebody says of herself, undecided. */
export interface OpenClaim {
  readonly id: string;
  readonly municipalityId: string;
  readonly organisationId: string;
  readonly personId: string;
}

/** Whose membership begins, and where. */
export interface NewMembership {
  readonly municipalityId: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly role: MembershipRole;
}

const select = { id: true, municipalityId: true, organisationId: true, personId: true, role: true } as const;

/** Writes who belongs to which organisation, as people decide it: groups of a sign-in provider do not change that any more. */
@Injectable()
export class MembershipRepository {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** A present membership, in whatever municipality: whose business it is, the caller asks. */
  find(id: string): Promise<PresentMembership | null> {
    return acrossMunicipalities('people leave organisations of every municipality', () => this.database.client.membership.findFirst({ where: { id, endedAt: null }, select }));
  }

  findClaim(id: string): Promise<OpenClaim | null> {
    return acrossMunicipalities('people take back what they said of every municipality', () =>
      this.database.client.membershipClaim.findFirst({ where: { id, decidedAt: null }, select: { id: true, municipalityId: true, organisationId: true, personId: true } }));
  }

  /** Whether the person belongs to the organisation now. */
  async isMember(tx: Transaction, { municipalityId, organisationId, personId }: Omit<NewMembership, 'role'>): Promise<boolean> {
    return (await tx.membership.count({ where: { municipalityId, organisationId, personId, endedAt: null } })) > 0;
  }

  /** Whether the person belongs to an organisation of the municipality's administration now. */
  async isInAdministration(tx: Transaction, municipalityId: string, personId: string): Promise<boolean> {
    return (await tx.membership.count({ where: { municipalityId, personId, endedAt: null, organisation: { kind: 'administration', removedAt: null } } })) > 0;
  }

  /** Begins a membership, or begins one anew that had ended; who administers the organisation at present keeps doing so. @returns its id */
  async begin(tx: Transaction, { municipalityId, organisationId, personId, role }: NewMembership): Promise<string> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO memberships (id, municipality_id, person_id, organisation_id, role)
      VALUES (${newId()}::uuid, ${municipalityId}::uuid, ${personId}::uuid, ${organisationId}::uuid, ${role}::"MembershipRole")
      ON CONFLICT (person_id, organisation_id) DO UPDATE SET ended_at = NULL, provider_id = NULL,
        role = CASE WHEN memberships.ended_at IS NULL AND memberships.role = 'administrator' THEN memberships.role ELSE excluded.role END RETURNING id::text`;
    return rows[0]?.id ?? '';
  }

  /** @returns whether it was present */
  async end(tx: Transaction, id: string): Promise<boolean> {
    const count = await tx.$executeRaw`UPDATE memberships SET ended_at = now(), role = 'member', provider_id = NULL WHERE id = ${id}::uuid AND ended_at IS NULL`;
    return count > 0;
  }

  async setRole(tx: Transaction, id: string, role: MembershipRole): Promise<boolean> {
    const count = await tx.$executeRaw`UPDATE memberships SET role = ${role}::"MembershipRole", provider_id = NULL WHERE id = ${id}::uuid AND ended_at IS NULL AND role <> ${role}::"MembershipRole"`;
    return count > 0;
  }

  /** Makes a place one that people decided about. */
  async keepByHand(tx: Transaction, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE memberships SET provider_id = NULL WHERE id = ${id}::uuid`;
  }

  /** Notes what somebody says of herself; said twice it is one. @returns its id, or null when it was said and is undecided */
  async claim(tx: Transaction, { municipalityId, organisationId, personId }: Omit<NewMembership, 'role'>): Promise<string | null> {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`claim/${personId}`}, 0))::text`;
    if ((await tx.membershipClaim.count({ where: { municipalityId, organisationId, personId, decidedAt: null } })) > 0) return null;
    const id = newId();
    await tx.membershipClaim.create({ data: { id, municipalityId, organisationId, personId } });
    return id;
  }

  /** @returns whether it was undecided */
  async decide(tx: Transaction, id: string, isConfirmed: boolean): Promise<boolean> {
    const count = await tx.$executeRaw`UPDATE membership_claims SET decided_at = now(), is_confirmed = ${isConfirmed} WHERE id = ${id}::uuid AND decided_at IS NULL`;
    return count > 0;
  }
}
