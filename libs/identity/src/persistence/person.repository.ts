import { Inject, Injectable } from '@nestjs/common';
import { acrossMunicipalities, PrismaDatabase, type Transaction } from '@konzeptwerkstatt/platform-database';

/** What sign-in needs of an account. */
export interface AccountRecord {
  readonly id: string;
  readonly passwordHash: string | null;
}

/** A new account. */
export interface NewPerson {
  readonly id: string;
  /** Lower case. */
  readonly email: string;
  readonly displayName: string;
  /** Null for somebody who signs in with a provider. */
  readonly passwordHash: string | null;
  readonly locale: string;
}

/** An organisation somebody may act for. */
export interface MembershipRecord {
  readonly id: string;
  readonly municipalityId: string;
  readonly organisationId: string;
}

/** Reads and writes persons and their memberships. */
@Injectable()
export class PersonRepository {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** @param email lower case */
  findAccountByEmail(email: string): Promise<AccountRecord | null> {
    return this.database.client.person.findFirst({ where: { email, disabledAt: null }, select: { id: true, passwordHash: true } });
  }

  findAccount(tx: Transaction, id: string): Promise<AccountRecord | null> {
    return tx.person.findFirst({ where: { id, disabledAt: null }, select: { id: true, passwordHash: true } });
  }

  /** Present memberships, oldest first. */
  findMemberships(personId: string): Promise<MembershipRecord[]> {
    return acrossMunicipalities('a person may work in several municipalities', () =>
      this.database.client.membership.findMany({
        where: { personId, endedAt: null, organisation: { removedAt: null } },
        select: { id: true, municipalityId: true, organisationId: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      }),
    );
  }

  /** Null when there is no such account. */
  async findEmail(tx: Transaction, id: string): Promise<string | null> {
    return (await tx.person.findFirst({ where: { id, disabledAt: null }, select: { email: true } }))?.email ?? null;
  }

  /** @returns false when the address has an account already; nothing is written then */
  async insert(tx: Transaction, { id, email, displayName, passwordHash, locale }: NewPerson): Promise<boolean> {
    const count = await tx.$executeRaw`
      INSERT INTO persons (id, email, display_name, password_hash, locale) VALUES (${id}::uuid, ${email}, ${displayName}, ${passwordHash}, ${locale}) ON CONFLICT (email) DO NOTHING`;
    return count > 0;
  }

  async setPasswordHash(tx: Transaction, id: string, passwordHash: string): Promise<void> {
    await tx.person.update({ where: { id }, data: { passwordHash } });
  }

  async setLocale(tx: Transaction, id: string, locale: string): Promise<void> {
    await tx.person.update({ where: { id }, data: { locale } });
  }
}
