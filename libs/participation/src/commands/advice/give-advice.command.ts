import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, notFound } from '@konzeptwerkstatt/kernel';
import { adviceGiven } from '@konzeptwerkstatt/contracts';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { adviceProblems } from '../../domain/advice/advice.policy.js';
import type { AdviceWords } from '../../domain/advice/advice.policy.js';
import { participationError, throwProblems } from '../../domain/participation.errors.js';
import { AdviceRepository } from '../../persistence/advice/advice.repository.js';
import { ContributionRepository } from '../../persistence/contribution.repository.js';
import { ContributionAccess } from '../../queries/contribution.access.js';

/** Gives the advice one's organisation is asked for, or changes it until the contribution is answered. */
@Injectable()
export class GiveAdviceCommand {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(AdviceRepository) private readonly advices: AdviceRepository,
  ) {}

  /**
   * @param expectedRevision of the advice as it was seen; 0: not given
   * @returns the contribution's id
   * @throws ApplicationError NOT_FOUND, FORBIDDEN for everybody but the people of the organisation that is asked; ValidationError TEXT_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, LANGUAGE_INVALID, ADVICE_OVER, STALE_VALUE
   */
  async run(context: CommandContext, adviceId: string, words: AdviceWords, expectedRevision: number): Promise<string> {
    const { actor } = context;
    const seen = await this.advices.find(this.database.client, adviceId);
    const contribution = await this.access.requireRead(actor, seen === null ? null : await this.contributions.find(this.database.client, seen.contributionId));
    const { municipalityId, id: contributionId } = contribution;
    if (!(await this.policy.can(actor, 'inquiry.answer', { municipalityId, organisationId: seen?.organisationId ?? null }))) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    throwProblems(adviceProblems(words, 'advice'));
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const now = await this.contributions.find(tx, contributionId, true);
      const advice = await this.advices.find(tx, adviceId, true);
      if (advice === null) throw notFound();
      if (now?.state !== 'submitted') throw participationError('ADVICE_OVER', ['adviceId']);
      if (advice.revision !== expectedRevision) throw participationError('STALE_VALUE', ['expectedRevision']);
      await this.advices.give(tx, advice, { text: words.text.trim(), language: words.language }, actor.personId);
      events.record(adviceGiven, { municipalityId, editionId: null, aggregateType: 'contribution', aggregateId: contributionId, payload: { adviceId, contributionId, revision: advice.revision + 1 } });
      return contributionId;
    });
  }
}
