import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import type { Contribution } from '../domain/contribution.js';
import { ContributionAccess } from './contribution.access.js';

/** A contribution, and whom it concerns. */
export interface ConcernedBy {
  readonly contribution: Contribution;
  readonly personIds: readonly string[];
}

/** Whom contributions that others see concern: nobody who may not read them. Asked in the caller's transaction, and once for all that stand at the same place. */
@Injectable()
export class ConcernedPeople {
  constructor(
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
  ) {}

  /** Whoever made them, and the people of the organisations they were made for who may read them. */
  async behind(tx: Transaction, contributions: readonly Contribution[]): Promise<ConcernedBy[]> {
    const readersOf = this.asking(tx);
    const concerned: ConcernedBy[] = [];
    for (const contribution of contributions) {
      const { contributorId, organisationId } = contribution;
      const readers = organisationId === null ? [] : await readersOf(contribution, organisationId);
      concerned.push({ contribution, personIds: [...new Set([...(contributorId === null ? [] : [contributorId]), ...readers])] });
    }
    return concerned;
  }

  /** The people of an organisation who may read them. */
  async readersOf(tx: Transaction, contributions: readonly Contribution[], organisationId: string): Promise<ConcernedBy[]> {
    const readersOf = this.asking(tx);
    const concerned: ConcernedBy[] = [];
    for (const contribution of contributions) concerned.push({ contribution, personIds: await readersOf(contribution, organisationId) });
    return concerned;
  }

  private asking(tx: Transaction): (contribution: Contribution, organisationId: string) => Promise<string[]> {
    const members = new Map<string, string[]>();
    const readers = new Map<string, ReadonlySet<string>>();
    return async (contribution, organisationId) => {
      const { municipalityId, editionId, sectionId, contributorId } = contribution;
      const people = members.get(organisationId) ?? (await this.identity.membersOf(tx, municipalityId, organisationId)).map(({ personId }) => personId);
      members.set(organisationId, people);
      const place = `${organisationId}/${editionId}/${sectionId ?? ''}`;
      const among = readers.get(place) ?? (await this.access.readersAmong(tx, { ...contribution, contributorId: null }, people));
      readers.set(place, among);
      return people.filter((id) => id === contributorId || among.has(id));
    };
  }
}
