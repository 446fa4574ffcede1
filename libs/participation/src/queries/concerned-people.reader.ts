import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import type { Contribution } from '../domain/contribution.js';
import { ContributionAccess } from './contribution.access.js';

/** Whom a contribution concerns; asked in the caller's transaction. */
@Injectable()
export class ConcernedPeople {
  constructor(
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
  ) {}

  /** Whoever made it, and the people of the organisation it was made for. */
  async behind(tx: Transaction, { municipalityId, contributorId, organisationId }: Contribution): Promise<string[]> {
    const members = organisationId === null ? [] : await this.identity.membersOf(tx, municipalityId, organisationId);
    return [...new Set([...(contributorId === null ? [] : [contributorId]), ...members.map(({ personId }) => personId)])];
  }

  /** The people of an organisation who may read it. */
  async readersOf(tx: Transaction, contribution: Contribution, organisationId: string): Promise<string[]> {
    const members = await this.identity.membersOf(tx, contribution.municipalityId, organisationId);
    return [...(await this.access.readersAmong(tx, contribution, members.map(({ personId }) => personId)))];
  }
}
