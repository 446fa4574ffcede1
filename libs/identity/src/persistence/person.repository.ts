import { Inject, Injectable } from '@nestjs/common';
import { acrossMunicipalities, PrismaDatabase, type Transaction } from '@konzeptwerkstatt/platform-database';

/** What sign-in needs of an account. */
export interface AccountRecord {
  readonly id: string;
  readonly passwordHash: string | null;
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

  async setPasswordHash(tx: Transaction, id: string, passwordHash: string): Promise<void> {
    await tx.person.update({ where: { id }, data: { passwordHash } });
  }
}
