import { Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { KnownOrganisation } from '../domain/organisation-import.policy.js';
import type { Contact, OrganisationDetails } from '../domain/organisation.entity.js';

/** An entry with its id, to be written. */
export interface StoredOrganisation extends OrganisationDetails {
  readonly id: string;
}

/** An entry with its edition, for edits. */
export interface OrganisationRecord extends KnownOrganisation {
  readonly revision: number;
}

const select = {
  id: true, name: true, shortName: true, kind: true, mailbox: true, language: true, revision: true, removedAt: true,
  contacts: { select: { role: true, name: true, email: true, phone: true } },
} as const;

interface ContactRow extends Contact {
  readonly role: 'contact_person' | 'deputy';
}

const contactOf = (contacts: readonly ContactRow[], role: ContactRow['role']): Contact | null => {
  const found = contacts.find((contact) => contact.role === role);
  return found ? { name: found.name, email: found.email, phone: found.phone } : null;
};

/** Reads and writes the entries of organisations, with their contacts, many at once. */
@Injectable()
export class OrganisationRepository {
  /** Makes whoever else changes entries of the municipality wait until the commit: names must stay single. */
  async lock(tx: Transaction, municipalityId: string): Promise<void> {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`organisations/${municipalityId}`}, 0))::text`;
  }

  /** Every entry of a municipality, removed ones too. */
  async findAll(tx: Transaction, municipalityId: string): Promise<OrganisationRecord[]> {
    const rows = await tx.organisation.findMany({ where: { municipalityId }, select });
    return rows.map(({ contacts, removedAt, ...row }) => ({ ...row, isRemoved: removedAt !== null, contactPerson: contactOf(contacts, 'contact_person'), deputy: contactOf(contacts, 'deputy') }));
  }

  async insertMany(tx: Transaction, municipalityId: string, organisations: readonly StoredOrganisation[]): Promise<void> {
    await tx.organisation.createMany({
      data: organisations.map(({ id, name, shortName, kind, mailbox, language }) => ({ id, municipalityId, name, shortName, kind, mailbox, language })),
    });
    await this.writeContacts(tx, municipalityId, organisations);
  }

  async updateMany(tx: Transaction, municipalityId: string, organisations: readonly StoredOrganisation[]): Promise<void> {
    const rows = JSON.stringify(organisations.map(({ id, name, shortName, kind, mailbox, language }) => ({ id, name, short_name: shortName, kind, mailbox, language })));
    await tx.$executeRaw`
      UPDATE organisations o SET name = r.name, short_name = r.short_name, kind = r.kind::"OrganisationKind", mailbox = r.mailbox, language = r.language, revision = o.revision + 1
      FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, name text, short_name text, kind text, mailbox text, language text)
      WHERE o.id = r.id AND o.municipality_id = ${municipalityId}::uuid`;
    await this.writeContacts(tx, municipalityId, organisations);
  }

  /** Takes a member's name off the organisations that stood for it elsewhere than in its county. */
  async releaseMember(tx: Transaction, memberId: string, countyId: string | null): Promise<void> {
    await tx.$executeRaw`UPDATE organisations SET represented_municipality_id = NULL WHERE represented_municipality_id = ${memberId}::uuid AND municipality_id IS DISTINCT FROM ${countyId}::uuid`;
  }

  /** The organisation of a county that stands for one of its members. */
  async findMember(tx: Transaction, countyId: string, memberId: string): Promise<{ readonly id: string; readonly name: string } | null> {
    return tx.organisation.findFirst({ where: { municipalityId: countyId, representedId: memberId }, select: { id: true, name: true } });
  }

  /** An organisation of the kind `municipality` of a county that stands for none of its members yet, by one of these names. */
  async findFreeMember(tx: Transaction, countyId: string, names: readonly string[]): Promise<string | null> {
    // Compared as words: Prisma's comparison without regard to capitals takes "%" and "_" for any letters.
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM organisations
      WHERE municipality_id = ${countyId}::uuid AND represented_municipality_id IS NULL AND kind = 'municipality' AND removed_at IS NULL
        AND lower(name) IN (SELECT lower(wanted) FROM unnest(${[...names]}::text[]) AS wanted)
      ORDER BY id LIMIT 1`;
    return rows[0]?.id ?? null;
  }

  async bindMember(tx: Transaction, countyId: string, id: string, memberId: string): Promise<void> {
    await tx.$executeRaw`UPDATE organisations SET represented_municipality_id = ${memberId}::uuid WHERE municipality_id = ${countyId}::uuid AND id = ${id}::uuid`;
  }

  async renameMember(tx: Transaction, countyId: string, id: string, name: string): Promise<void> {
    await tx.$executeRaw`UPDATE organisations SET name = ${name}, revision = revision + 1 WHERE municipality_id = ${countyId}::uuid AND id = ${id}::uuid`;
  }

  private async writeContacts(tx: Transaction, municipalityId: string, organisations: readonly StoredOrganisation[]): Promise<void> {
    await tx.organisationContact.deleteMany({ where: { municipalityId, organisationId: { in: organisations.map(({ id }) => id) } } });
    const data = organisations.flatMap(({ id: organisationId, contactPerson, deputy }) => [
      ...(contactPerson ? [{ id: newId(), municipalityId, organisationId, role: 'contact_person' as const, ...contactPerson }] : []),
      ...(deputy ? [{ id: newId(), municipalityId, organisationId, role: 'deputy' as const, ...deputy }] : []),
    ]);
    if (data.length > 0) await tx.organisationContact.createMany({ data });
  }
}
