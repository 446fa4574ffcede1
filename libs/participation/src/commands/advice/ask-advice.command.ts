import { Inject, Injectable } from '@nestjs/common';
import { newId, notFound } from '@konzeptwerkstatt/kernel';
import { adviceRequested, adviceRequestWithdrawn } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { adviceProblems } from '../../domain/advice/advice.policy.js';
import type { WantedAdvice } from '../../domain/advice/advice.policy.js';
import { isDueDay } from '../../domain/due-day.policy.js';
import { participationError, participationProblem, throwProblems } from '../../domain/participation.errors.js';
import { AdviceRepository } from '../../persistence/advice/advice.repository.js';
import { ContributionRepository } from '../../persistence/contribution.repository.js';
import { ContributionAccess } from '../../queries/contribution.access.js';
import { AnswerGate } from '../answer.gate.js';

/** Asks another office or organisation for its advice on an open contribution, one question at a time, and takes a question back. */
@Injectable()
export class AskAdviceCommand {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(AnswerGate) private readonly gate: AnswerGate,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(AdviceRepository) private readonly advices: AdviceRepository,
  ) {}

  /** @returns the contribution's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError TEXT_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, LANGUAGE_INVALID, DEADLINE_INVALID, UNKNOWN_ORGANISATION, ADVISER_MAY_NOT_READ, ADVICE_OVER, ALREADY_ASKED */
  async ask(context: CommandContext, contributionId: string, wanted: WantedAdvice): Promise<string> {
    const [seen] = await this.gate.requireAnswer(context.actor, [contributionId], 'contributionId');
    if (seen === undefined) throw notFound();
    const { municipalityId } = seen;
    const { organisationId, question, questionLanguage, dueOn } = wanted;
    const isInTime = dueOn === null || isDueDay(dueOn, new Date());
    throwProblems([...adviceProblems({ text: question, language: questionLanguage }, 'question'), ...(isInTime ? [] : [participationProblem('DEADLINE_INVALID', ['dueOn'])])]);
    if ((await this.identity.organisationsByIds(municipalityId, [organisationId])).length === 0) throw participationError('UNKNOWN_ORGANISATION', ['organisationId']);
    // Who may not read the contribution cannot advise on it; the question would reach nobody.
    const { client } = this.database;
    const members = (await this.identity.membersOf(client, municipalityId, organisationId)).map(({ personId }) => personId);
    if ((await this.access.readersAmong(client, seen, members)).size === 0) throw participationError('ADVISER_MAY_NOT_READ', ['organisationId']);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const contribution = await this.contributions.find(tx, contributionId, true);
      if (contribution?.state !== 'submitted') throw participationError('ADVICE_OVER', ['contributionId']);
      const asked = await this.advices.findMany(tx, municipalityId, [contributionId]);
      if (asked.some((advice) => advice.organisationId === organisationId && advice.givenAt === null)) throw participationError('ALREADY_ASKED', ['organisationId']);
      const id = newId();
      await this.advices.insert(tx, { ...wanted, id, municipalityId, contributionId, question: question.trim(), askedByOrganisationId: context.actor.organisationId });
      events.record(adviceRequested, { municipalityId, editionId: null, aggregateType: 'contribution', aggregateId: contributionId, payload: { adviceId: id, contributionId, organisationId } });
      return contributionId;
    });
  }

  /** Takes a question back that is not answered. @returns the contribution's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError ADVICE_GIVEN */
  async withdraw(context: CommandContext, adviceId: string): Promise<string> {
    const seen = await this.advices.find(this.database.client, adviceId);
    // What was taken back is gone; a request that comes again finds its own answer.
    if (seen === null) return this.unitOfWork.run(context, () => Promise.reject(notFound()));
    const { contributionId, municipalityId, organisationId } = seen;
    await this.gate.requireAnswer(context.actor, [contributionId], 'adviceId');
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const advice = await this.advices.find(tx, adviceId, true);
      if (advice === null) throw notFound();
      if (advice.givenAt !== null) throw participationError('ADVICE_GIVEN', ['adviceId']);
      await this.advices.remove(tx, advice);
      events.record(adviceRequestWithdrawn, { municipalityId, editionId: null, aggregateType: 'contribution', aggregateId: contributionId, payload: { adviceId, contributionId, organisationId } });
      return contributionId;
    });
  }
}
