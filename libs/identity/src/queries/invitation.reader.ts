import { Inject, Injectable } from '@nestjs/common';
import { acrossMunicipalities, PrismaDatabase, type InvitationWay, type MembershipRole } from '@konzeptwerkstatt/platform-database';
import { normalisedToken } from '../domain/link-code.policy.js';
import type { LinkState } from '../domain/one-time-link.policy.js';
import { OneTimeLinkRepository } from '../persistence/one-time-link.repository.js';

/** An invitation as those see it who administer the organisation. */
export interface InvitationView {
  readonly id: string;
  readonly way: InvitationWay;
  readonly name: string;
  readonly email: string | null;
  readonly role: MembershipRole;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Until then it takes no password, because somebody typed a wrong one again and again; null: it does. */
  readonly pausedUntil: Date | null;
  /** Whether the last mail to its address did not arrive. */
  readonly isUndelivered: boolean;
}

/** What somebody who holds a link sees. */
export interface InvitationLinkView {
  readonly state: LinkState;
  /** Null unless open. */
  readonly offer: {
    readonly municipality: string;
    readonly organisation: string;
    readonly name: string;
    readonly role: MembershipRole;
    readonly language: string;
    /** The address it is for, all but its first sign and its domain hidden; null when it is for whoever holds the letter. */
    readonly emailHint: string | null;
    /** Whether that address has an account already; told to whoever got a mail there only. */
    readonly hasAccount: boolean;
  } | null;
}

/** A member as those see her who administer the organisation. */
export interface MemberView {
  readonly id: string;
  readonly personId: string;
  readonly displayName: string;
  readonly email: string;
  readonly role: MembershipRole;
  readonly since: Date;
  /** Whether she holds the right to administer the municipality. */
  readonly administersMunicipality: boolean;
}

/** What somebody says of herself, as those see it who may confirm it. */
export interface ClaimView {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly createdAt: Date;
}

const hinted = (email: string): string => email.replace(/^(.).*@/, '$1…@');

/** Reads invitations, members and what people say of themselves. Rights are the caller's business. */
@Injectable()
export class InvitationReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(OneTimeLinkRepository) private readonly links: OneTimeLinkRepository,
  ) {}

  /** What a link offers. Looking never uses it: mail scanners look, too. */
  async byToken(typed: string): Promise<InvitationLinkView> {
    const { state, payload } = await this.links.look('invitation', normalisedToken(typed));
    if (payload === null) return { state, offer: null };
    const row = await acrossMunicipalities('whoever holds the link is a stranger yet', () =>
      this.database.client.invitation.findFirst({
        where: { id: payload.invitationId, acceptedAt: null, withdrawnAt: null, organisation: { removedAt: null } },
        select: { way: true, name: true, email: true, role: true, language: true, organisation: { select: { name: true, municipality: { select: { name: true } } } } },
      }));
    if (!row) return { state: 'expired', offer: null };
    const { way, name, email, role, language, organisation } = row;
    // Whoever writes a letter could find accounts out with it: only a mail has reached the address it names.
    const hasAccount = way === 'mail' && email !== null && (await this.database.client.person.count({ where: { email } })) > 0;
    return { state, offer: { municipality: organisation.municipality.name, organisation: organisation.name, name, role, language, emailHint: email && hinted(email), hasAccount } };
  }

  /** Open invitations, the newest first. */
  async invitations(municipalityId: string, organisationId: string): Promise<InvitationView[]> {
    const rows = await this.database.client.invitation.findMany({
      where: { municipalityId, organisationId, acceptedAt: null, withdrawnAt: null },
      select: { id: true, way: true, name: true, email: true, role: true, createdAt: true, expiresAt: true }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 200,
    });
    const paused = new Map((await this.database.client.$queryRaw<{ id: string; until: Date }[]>`
      SELECT payload->>'invitationId' AS id, paused_until AS until FROM one_time_links
      WHERE municipality_id = ${municipalityId}::uuid AND purpose = 'invitation' AND used_at IS NULL AND revoked_at IS NULL AND paused_until > now()`).map(({ id, until }) => [id, until]));
    const undelivered = await this.undelivered(municipalityId, rows.flatMap(({ way, email }) => (way === 'mail' && email !== null ? [email] : [])));
    return rows.map((row) => ({ ...row, pausedUntil: paused.get(row.id) ?? null, isUndelivered: row.email !== null && undelivered.has(row.email) }));
  }

  /** Those of the addresses at which the last invitation did not arrive. */
  private async undelivered(municipalityId: string, addresses: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.client.$queryRaw<{ recipient: string; state: string }[]>`
      SELECT DISTINCT ON (recipient) recipient, state::text FROM mails
      WHERE municipality_id = ${municipalityId}::uuid AND kind = 'identity.invitation' AND recipient = ANY (${[...addresses]})
      ORDER BY recipient, created_at DESC, id DESC`;
    return new Set(rows.filter(({ state }) => ['failed', 'refused', 'returned'].includes(state)).map(({ recipient }) => recipient));
  }

  async members(municipalityId: string, organisationId: string): Promise<MemberView[]> {
    const rows = await this.database.client.membership.findMany({
      where: { municipalityId, organisationId, endedAt: null, person: { disabledAt: null } },
      select: { id: true, personId: true, role: true, createdAt: true, person: { select: { displayName: true, email: true } } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 500,
    });
    const granted = await this.database.client.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT subject_id::text AS id FROM grants
      WHERE municipality_id = ${municipalityId}::uuid AND subject_kind = 'person' AND scope_kind = 'municipality' AND role = 'administrator' AND (valid_to IS NULL OR valid_to > now())`;
    const administrators = new Set(granted.map(({ id }) => id));
    return rows.map(({ createdAt, person, ...row }) => ({ ...row, ...person, since: createdAt, administersMunicipality: administrators.has(row.personId) }));
  }

  async claims(municipalityId: string, organisationId: string): Promise<ClaimView[]> {
    const rows = await this.database.client.membershipClaim.findMany({
      where: { municipalityId, organisationId, decidedAt: null, person: { disabledAt: null } },
      select: { id: true, createdAt: true, person: { select: { displayName: true, email: true } } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 200,
    });
    return rows.map(({ id, createdAt, person }) => ({ id, createdAt, ...person }));
  }

  /** Organisations with undecided claims: the one named, and with `alsoWithoutAdministrator` those that nobody administers. */
  async organisationsWithClaims(municipalityId: string, { organisationId, alsoWithoutAdministrator }: { readonly organisationId: string | null; readonly alsoWithoutAdministrator: boolean }): Promise<string[]> {
    const rows = await this.database.client.$queryRaw<{ id: string }[]>`
      SELECT c.organisation_id::text AS id FROM membership_claims c JOIN persons p ON p.id = c.person_id
      WHERE c.municipality_id = ${municipalityId}::uuid AND c.decided_at IS NULL AND p.disabled_at IS NULL
        AND (c.organisation_id = ${organisationId}::uuid OR (${alsoWithoutAdministrator} AND NOT EXISTS (
          SELECT FROM memberships m WHERE m.organisation_id = c.organisation_id AND m.role = 'administrator' AND m.ended_at IS NULL)))
      GROUP BY c.organisation_id ORDER BY min(c.created_at) LIMIT 20`;
    return rows.map(({ id }) => id);
  }

  /** Undecided claims of a person: id and organisation. */
  claimsOf(personId: string): Promise<{ readonly id: string; readonly organisationId: string }[]> {
    return acrossMunicipalities('a person sees all that she said of herself', () =>
      this.database.client.membershipClaim.findMany({ where: { personId, decidedAt: null }, select: { id: true, organisationId: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }));
  }
}
