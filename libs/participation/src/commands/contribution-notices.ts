import { Inject, Injectable } from '@nestjs/common';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { NOTIFIER } from '@konzeptwerkstatt/contracts';
import type { NotificationKind, Notifier, Transaction } from '@konzeptwerkstatt/contracts';
import type { Contribution } from '../domain/contribution.js';

/** Contributions, and who is told of each. */
export interface ToldContribution {
  readonly contribution: Contribution;
  readonly personIds: readonly string[];
}

/** Everybody's own contributions. */
export const toContributors = (contributions: readonly Contribution[]): ToldContribution[] =>
  contributions.flatMap((contribution) => (contribution.contributorId === null ? [] : [{ contribution, personIds: [contribution.contributorId] }]));

const aboutId = ({ objectId, sectionId, editionId }: Contribution): string => objectId ?? sectionId ?? editionId;

/** Tells people of contributions by what those are about, never by their words. */
@Injectable()
export class ContributionNotices {
  constructor(
    @Inject(NOTIFIER) private readonly notifier: Notifier,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
  ) {}

  /** @param occasion id of the event that is told @param dueAt until when something can be done */
  async tell(tx: Transaction, kind: NotificationKind, occasion: string, told: readonly ToldContribution[], dueAt?: Date): Promise<void> {
    const wanted = told.filter(({ personIds }) => personIds.length > 0);
    const municipalityId = wanted[0]?.contribution.municipalityId;
    if (municipalityId === undefined) return;
    const titles = await this.concepts.titles(tx, wanted.map(({ contribution }) => aboutId(contribution)));
    const subjects = wanted.map(({ contribution, personIds }) => ({ id: contribution.id, personIds, title: titles.get(aboutId(contribution)) ?? null, path: `/rueckmeldungen/${contribution.id}` }));
    await this.notifier.tell(tx, { municipalityId, kind, occasion, subjects, ...(dueAt ? { dueAt } : {}) });
  }
}
