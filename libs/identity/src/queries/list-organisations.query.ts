import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase, type OrganisationKind } from '@konzeptwerkstatt/platform-database';
import type { OrganisationView } from './identity.views.js';

/** Which organisations of a municipality. */
export interface OrganisationListing {
  readonly kinds: readonly OrganisationKind[] | null;
  /** Part of name or short name, whatever its case. */
  readonly search: string | null;
  /** Name and id of the last one known. */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** A page of organisations, and how many there are in all. */
export interface OrganisationPage {
  readonly rows: OrganisationView[];
  readonly count: () => Promise<number>;
}

const MAX_SEARCH_LENGTH = 200;
const fields = { id: true, municipalityId: true, parentId: true, representedId: true, kind: true, name: true, shortName: true, isExample: true } as const;

/** Lists the organisations of a municipality by name. */
@Injectable()
export class ListOrganisationsQuery {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** @throws ApplicationError BAD_USER_INPUT for a search of more than 200 characters */
  async execute(municipalityId: string, listing: OrganisationListing): Promise<OrganisationPage> {
    const where = this.filter(municipalityId, listing);
    const after = listing.after ? { OR: [{ name: { gt: listing.after[0] } }, { name: listing.after[0], id: { gt: listing.after[1] } }] } : {};
    const rows = await this.database.client.organisation.findMany({
      where: { ...where, AND: [after] }, select: fields, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: listing.limit,
    });
    return { rows, count: () => this.database.client.organisation.count({ where }) };
  }

  private filter(municipalityId: string, { kinds, search }: OrganisationListing) {
    const words = search?.trim() ?? '';
    if (words.length > MAX_SEARCH_LENGTH) throw new ApplicationError('BAD_USER_INPUT', `Der Suchtext darf höchstens ${MAX_SEARCH_LENGTH} Zeichen haben.`);
    const contains = { contains: words.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
    return {
      municipalityId,
      removedAt: null,
      ...(kinds && kinds.length > 0 ? { kind: { in: [...kinds] } } : {}),
      ...(words === '' ? {} : { OR: [{ name: contains }, { shortName: contains }] }),
    };
  }
}
