import { Inject, Injectable } from '@nestjs/common';
import { acrossMunicipalities, PrismaDatabase, type InvitationWay, type MembershipRole, type Transaction } from '@konzeptwerkstatt/platform-database';

/** An invitation to be stored. */
export interface NewInvitation {
  readonly id: string;
  readonly municipalityId: string;
  readonly organisationId: string;
  readonly role: MembershipRole;
  readonly way: InvitationWay;
  readonly name: string;
  readonly email: string | null;
  readonly language: string;
  readonly invitedBy: string;
  readonly days: number;
}

/** An open invitation, as accepting it needs it. */
export interface OpenInvitation {
  readonly id: string;
  readonly municipalityId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly role: MembershipRole;
  readonly way: InvitationWay;
  readonly email: string | null;
  readonly name: string;
  readonly language: string;
}

/** Writes invitations; times are the database's. */
@Injectable()
export class InvitationRepository {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  async insert(tx: Transaction, row: NewInvitation): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO invitations (id, municipality_id, organisation_id, role, way, name, email, language, invited_by, expires_at)
      VALUES (${row.id}::uuid, ${row.municipalityId}::uuid, ${row.organisationId}::uuid, ${row.role}::"MembershipRole", ${row.way}::"InvitationWay",
        ${row.name}, ${row.email}, ${row.language}, ${row.invitedBy}::uuid, now() + make_interval(days => ${row.days}::int))`;
  }

  /** An invitation that was neither accepted nor withdrawn; whether its link is still good, the link says. */
  async findOpen(tx: Transaction, id: string): Promise<OpenInvitation | null> {
    const rows = await tx.$queryRaw<OpenInvitation[]>`
      SELECT i.id::text, i.municipality_id::text AS "municipalityId", i.organisation_id::text AS "organisationId", o.name AS "organisationName", i.role::text AS role, i.way::text AS way, i.email, i.name, i.language
      FROM invitations i JOIN organisations o ON o.municipality_id = i.municipality_id AND o.id = i.organisation_id AND o.removed_at IS NULL
      WHERE i.id = ${id}::uuid AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL`;
    return rows[0] ?? null;
  }

  /** The address an open invitation counts for; null when it is for whoever holds it, or not open. */
  async emailOf(id: string): Promise<string | null> {
    const row = await acrossMunicipalities('whoever holds the link is a stranger yet', () => this.database.client.invitation.findFirst({ where: { id, acceptedAt: null, withdrawnAt: null }, select: { email: true } }));
    return row?.email ?? null;
  }

  /** Of which organisation of the municipality an invitation is; null when there is none. */
  async organisationOf(municipalityId: string, id: string): Promise<string | null> {
    const row = await this.database.client.invitation.findFirst({ where: { municipalityId, id }, select: { organisationId: true } });
    return row?.organisationId ?? null;
  }

  async noteAccepted(tx: Transaction, id: string, personId: string): Promise<void> {
    await tx.$executeRaw`UPDATE invitations SET accepted_at = now(), accepted_by = ${personId}::uuid WHERE id = ${id}::uuid`;
  }

  /** @returns whether it was still open */
  async withdraw(tx: Transaction, municipalityId: string, id: string): Promise<boolean> {
    const count = await tx.$executeRaw`UPDATE invitations SET withdrawn_at = now() WHERE id = ${id}::uuid AND municipality_id = ${municipalityId}::uuid AND accepted_at IS NULL AND withdrawn_at IS NULL`;
    return count > 0;
  }

  /** Withdraws what is open for an address in an organisation, because a new invitation takes its place. @returns their ids */
  async withdrawEarlier(tx: Transaction, organisationId: string, email: string): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      UPDATE invitations SET withdrawn_at = now() WHERE organisation_id = ${organisationId}::uuid AND email = ${email} AND accepted_at IS NULL AND withdrawn_at IS NULL RETURNING id::text`;
    return rows.map(({ id }) => id);
  }
}
