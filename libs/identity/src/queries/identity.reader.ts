import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { OwnWord } from '@konzeptwerkstatt/kernel';
import { acrossMunicipalities, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { MembershipRole } from '@konzeptwerkstatt/platform-database';
import { ROLE_ACTIONS } from '../domain/access.policy.js';
import type { Action, Resource } from '../domain/access.policy.js';
import { storedOwnWords } from '../domain/wording.policy.js';
import { countingMemberships, grantedToMember } from '../persistence/counting-memberships.js';
import type { Addressee, MemberView, MunicipalityView, OrganisationReach, OrganisationView, PersonView, PhoneContact } from './identity.views.js';

const organisationFields = { id: true, municipalityId: true, parentId: true, representedId: true, kind: true, name: true, shortName: true, isExample: true } as const;
const municipalityFields = { id: true, ags: true, name: true, isExample: true, showsAuthorshipDetail: true, publishesMeasureStatus: true, measureLicence: true, measureDataChangedAt: true, kind: true, countyId: true, genderStyle: true, accentColour: true, logoFileId: true, terms: true, instrumentLabels: true } as const;

/** What other contexts may read of identity. */
@Injectable()
export class IdentityReader {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** Organisations of one municipality; unknown, removed and foreign ids are left out. */
  organisationsByIds(municipalityId: string, ids: readonly string[]): Promise<OrganisationView[]> {
    return this.database.client.organisation.findMany({ where: { municipalityId, id: { in: [...ids] }, removedAt: null }, select: organisationFields });
  }

  /**
   * Those of the ids that are present organisations of the municipality, asked in the caller's transaction: whoever holds a
   * connection must not wait for a second one, or as many at once as there are connections wait for each other.
   */
  async existingOrganisations(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM organisations WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...ids]}::uuid[]) AND removed_at IS NULL`;
    return new Set(rows.map(({ id }) => id));
  }

  /** All organisations of a municipality, by name. */
  organisations(municipalityId: string): Promise<OrganisationView[]> {
    return this.database.client.organisation.findMany({ where: { municipalityId, removedAt: null }, select: organisationFields, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
  }

  /** Organisations named by rows the visitor may see, of whatever municipality, removed ones included. */
  organisationsBehindRows(ids: readonly string[]): Promise<OrganisationView[]> {
    return acrossMunicipalities('ids come from rows that the visitor may see', () =>
      this.database.client.organisation.findMany({ where: { id: { in: [...ids] } }, select: organisationFields }),
    );
  }

  async municipality(id: string): Promise<MunicipalityView | null> {
    return this.database.client.municipality.findUnique({ where: { id }, select: municipalityFields });
  }

  /** What a municipality calls otherwise, for what is written in German; nothing when there is none. */
  async ownWords(municipalityId: string): Promise<OwnWord[]> {
    const municipality = await this.database.client.municipality.findUnique({ where: { id: municipalityId }, select: { terms: true } });
    return municipality === null ? [] : storedOwnWords(municipality.terms);
  }

  /** What a municipality is called, asked in the caller's transaction; empty when there is none. */
  async municipalityName(tx: Transaction, id: string): Promise<string> {
    const rows = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM municipalities WHERE id = ${id}::uuid`;
    return rows[0]?.name ?? '';
  }

  /** Who belongs to an organisation now, asked in the caller's transaction. */
  async membersOf(tx: Transaction, municipalityId: string, organisationId: string): Promise<{ personId: string; role: MembershipRole }[]> {
    return tx.$queryRaw<{ personId: string; role: MembershipRole }[]>`
      SELECT person_id::text AS "personId", role::text FROM memberships WHERE municipality_id = ${municipalityId}::uuid AND organisation_id = ${organisationId}::uuid AND ended_at IS NULL ORDER BY person_id`;
  }

  municipalitiesByIds(ids: readonly string[]): Promise<MunicipalityView[]> {
    return this.database.client.municipality.findMany({ where: { id: { in: [...ids] } }, select: municipalityFields });
  }

  /**
   * Ids of people who may write in a process or in any of the sections now, or say something about it, by grants of their own or of an organisation they belong to, whoever steers left out;
   * asked in the caller's transaction.
   */
  async participantsOf(tx: Transaction, { municipalityId, processId, sectionIds }: { readonly municipalityId: string; readonly processId: string; readonly sectionIds: readonly string[] }): Promise<string[]> {
    const rows = await tx.$queryRaw<{ personId: string }[]>`
      SELECT DISTINCT p.id::text AS "personId"
      FROM ${countingMemberships} JOIN grants g ON g.municipality_id = m.municipality_id AND ${grantedToMember}
      WHERE g.municipality_id = ${municipalityId}::uuid AND g.role IN ('reviewer', 'contributor', 'editor')
        AND ((g.scope_kind = 'process' AND g.scope_id = ${processId}::uuid) OR (g.scope_kind = 'section' AND g.scope_id = ANY (${[...sectionIds]}::uuid[])))`;
    return rows.map(({ personId }) => personId);
  }

  /** People who belong to an organisation of the municipality, by name, each with one organisation; for those who may see names. @param search part of the name; empty: all */
  async membersNamed(municipalityId: string, search: string, limit: number): Promise<MemberView[]> {
    return this.database.client.$queryRaw<MemberView[]>`
      SELECT p.id::text, p.display_name AS "displayName", min(o.name) AS "organisationName"
      FROM memberships m JOIN persons p ON p.id = m.person_id AND p.disabled_at IS NULL AND p.erased_at IS NULL
      JOIN organisations o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id AND o.removed_at IS NULL
      WHERE m.municipality_id = ${municipalityId}::uuid AND m.ended_at IS NULL AND p.display_name ILIKE ${`%${search.replaceAll(/[\\%_]/g, '\\$&')}%`}
      GROUP BY p.id, p.display_name ORDER BY p.display_name, p.id LIMIT ${limit}`;
  }

  /** Those of some people who belong to an organisation of the municipality now. */
  async membersAmong(municipalityId: string, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.client.$queryRaw<{ personId: string }[]>`
      SELECT DISTINCT m.person_id::text AS "personId" FROM memberships m JOIN persons p ON p.id = m.person_id AND p.disabled_at IS NULL AND p.erased_at IS NULL
      WHERE m.municipality_id = ${municipalityId}::uuid AND m.person_id = ANY (${[...personIds]}::uuid[]) AND m.ended_at IS NULL`;
    return new Set(rows.map(({ personId }) => personId));
  }

  /** Ids of people who may do something at a place by their grants, asked in the caller's transaction. */
  async holdersOf(tx: Transaction, action: Action, { municipalityId, processId, editionId, sectionId }: Pick<Resource, 'municipalityId' | 'processId' | 'editionId' | 'sectionId'>): Promise<string[]> {
    const roles = Object.entries(ROLE_ACTIONS).filter(([, actions]) => actions.includes(action)).map(([role]) => role);
    const rows = await tx.$queryRaw<{ personId: string }[]>`
      SELECT DISTINCT m.person_id::text AS "personId"
      FROM ${countingMemberships} JOIN grants g ON g.municipality_id = m.municipality_id AND ${grantedToMember}
      WHERE g.municipality_id = ${municipalityId}::uuid AND g.role::text = ANY (${roles}::text[])
        AND ((g.scope_kind = 'municipality' AND g.scope_id = ${municipalityId}::uuid) OR (g.scope_kind = 'process' AND g.scope_id = ${processId ?? null}::uuid)
          OR (g.scope_kind = 'edition' AND g.scope_id = ${editionId ?? null}::uuid) OR (g.scope_kind = 'section' AND g.scope_id = ${sectionId ?? null}::uuid)) ORDER BY 1`;
    return rows.map(({ personId }) => personId);
  }

  /** Names of persons by id, for those who may see them. */
  async personNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const persons = await this.database.client.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, displayName: true } });
    return new Map(persons.map((person) => [person.id, person.displayName]));
  }

  /** How persons who still have an account are written to, asked in the caller's transaction. Never for showing. */
  async addressees(tx: Transaction, personIds: readonly string[]): Promise<Addressee[]> {
    return tx.$queryRaw<Addressee[]>`
      SELECT id::text AS "personId", email, display_name AS name, locale AS language FROM persons WHERE id = ANY (${[...personIds]}::uuid[]) AND disabled_at IS NULL AND erased_at IS NULL ORDER BY id`;
  }

  /** How organisations are written to, asked in the caller's transaction: a mailbox that several read, a contact and a deputy. Never for showing. */
  async reachOf(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<OrganisationReach[]> {
    return tx.$queryRaw<OrganisationReach[]>`
      SELECT o.id::text AS "organisationId", o.name, o.language, o.mailbox,
        (SELECT c.email FROM organisation_contacts c WHERE c.organisation_id = o.id AND c.role = 'contact_person') AS "contactEmail",
        (SELECT c.email FROM organisation_contacts c WHERE c.organisation_id = o.id AND c.role = 'deputy') AS "deputyEmail"
      FROM organisations o WHERE o.municipality_id = ${municipalityId}::uuid AND o.id = ANY (${[...ids]}::uuid[]) AND o.removed_at IS NULL`;
  }

  /** Ids of organisations of a municipality that have a mail address at all. @param ids null: among all of them */
  async organisationsWithAddress(municipalityId: string, ids: readonly string[] | null = null): Promise<ReadonlySet<string>> {
    const rows = await this.database.client.organisation.findMany({
      where: { municipalityId, removedAt: null, ...(ids === null ? {} : { id: { in: [...ids] } }), OR: [{ mailbox: { not: null } }, { contacts: { some: { email: { not: null } } } }] },
      select: { id: true },
    });
    return new Set(rows.map(({ id }) => id));
  }

  /** Whom to ring up in organisations of a municipality: the contact person, or else the deputy, whose number is known. Rights are the caller's business. */
  async phoneContacts(municipalityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, PhoneContact>> {
    const rows = await this.database.client.organisationContact.findMany({
      where: { municipalityId, organisationId: { in: [...ids] }, phone: { not: null }, organisation: { removedAt: null } },
      select: { organisationId: true, role: true, name: true, phone: true },
    });
    const deputiesFirst = rows.toSorted((one, other) => Number(other.role === 'deputy') - Number(one.role === 'deputy'));
    return new Map(deputiesFirst.flatMap(({ organisationId, name, phone }) => (phone === null ? [] : [[organisationId, { name, phone }] as const])));
  }

  /** The person with a mail address, if she belongs to an organisation of the municipality; null otherwise. */
  async memberByEmail(municipalityId: string, email: string): Promise<PersonView | null> {
    const membership = await this.database.client.membership.findFirst({
      where: { municipalityId, endedAt: null, person: { email: email.trim().toLowerCase(), disabledAt: null } },
      select: { person: { select: { id: true, displayName: true } } },
    });
    return membership?.person ?? null;
  }

  /** Whether the person with a mail address belongs to an organisation. @param email lower case */
  async isMember(municipalityId: string, organisationId: string, email: string): Promise<boolean> {
    return (await this.database.client.membership.count({ where: { municipalityId, organisationId, endedAt: null, person: { email, disabledAt: null } } })) > 0;
  }
}
