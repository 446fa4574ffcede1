import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Contact } from '../domain/organisation.entity.js';

/** How an organisation is reached, for those who administer it. */
export interface OrganisationReachView {
  readonly organisationId: string;
  readonly mailbox: string | null;
  readonly language: string;
  readonly revision: number;
  readonly contactPerson: Contact | null;
  readonly deputy: Contact | null;
}

/** Reads how organisations of one municipality are reached. Rights are the caller's business. */
@Injectable()
export class OrganisationDetailsReader {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  async reach(municipalityId: string, ids: readonly string[]): Promise<OrganisationReachView[]> {
    const rows = await this.database.client.organisation.findMany({
      where: { municipalityId, id: { in: [...ids] } },
      select: { id: true, mailbox: true, language: true, revision: true, contacts: { select: { role: true, name: true, email: true, phone: true } } },
    });
    return rows.map(({ id, contacts, ...row }) => {
      const of = (role: 'contact_person' | 'deputy'): Contact | null => {
        const found = contacts.find((contact) => contact.role === role);
        return found ? { name: found.name, email: found.email, phone: found.phone } : null;
      };
      return { organisationId: id, ...row, contactPerson: of('contact_person'), deputy: of('deputy') };
    });
  }
}
