import { Inject, Injectable } from '@nestjs/common';
import { isStorableText, systemClock } from '@konzeptwerkstatt/kernel';
import { inquiryMoreTimeAsked, inquiryPassedOn } from '@konzeptwerkstatt/contracts';
import { isDay } from '@konzeptwerkstatt/planning';
import { AttemptLimiter } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { isMailAddress, normalisedMailAddress } from '@konzeptwerkstatt/platform-mail';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { MAX_ANSWER_LENGTH } from '../../domain/inquiry/inquiry-answer.policy.js';
import { participationError } from '../../domain/participation.errors.js';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import { InquiryGate } from '../../queries/inquiry/inquiry.gate.js';
import type { AnsweringFacts } from '../../queries/inquiry/inquiry.gate.js';
import type { AnsweringContext } from './answer-inquiry.command.js';
import { endOfDay } from '../../queries/inquiry/inquiry-plan.reader.js';
import { InquiryMails } from './inquiry-mails.js';

/** What an organisation does with a request besides answering it. */
@Injectable()
export class PassOnInquiryCommand {
  /** Enough for every colleague, too little to send strangers mails in the municipality's name. */
  private readonly perRequest = new AttemptLimiter({ attempts: 10, windowMs: 86_400_000 }, systemClock);

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(InquiryGate) private readonly gate: InquiryGate,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryMails) private readonly mails: InquiryMails,
  ) {}

  /**
   * Sends a colleague, or the deputy that the organisation has named, a link of her own. Whoever passes it on can still answer.
   * @param email null: to the deputy, whose address is not told
   * @throws ApplicationError NOT_FOUND, RATE_LIMITED; ValidationError LINK_UNKNOWN, EMAIL_INVALID, NO_DEPUTY, INQUIRY_CLOSED, DEADLINE_PASSED
   */
  async passOn(context: AnsweringContext, recipientId: string, email: string | null): Promise<string> {
    const facts = await this.requireOpen(context, recipientId);
    if (email !== null && !isMailAddress(normalisedMailAddress(email))) throw participationError('EMAIL_INVALID', ['email']);
    this.perRequest.take(recipientId);
    return this.unitOfWork.run({ ...context, actor: facts.actor }, async (unit) => {
      await this.mails.passOn(unit, facts, email === null ? null : normalisedMailAddress(email));
      unit.events.record(inquiryPassedOn, this.eventFacts(facts));
      return recipientId;
    });
  }

  /** Asks the office for more time; it decides. @param until `YYYY-MM-DD` @throws ApplicationError NOT_FOUND; ValidationError LINK_UNKNOWN, DEADLINE_INVALID, REASON_REQUIRED, ANSWER_TOO_LONG, INQUIRY_CLOSED */
  async askMoreTime(context: AnsweringContext, recipientId: string, until: string, reason: string): Promise<string> {
    const facts = await this.requireOpen(context, recipientId);
    if (!isDay(until) || endOfDay(until) <= new Date()) throw participationError('DEADLINE_INVALID', ['until']);
    if (reason.trim() === '') throw participationError('REASON_REQUIRED', ['reason']);
    if (reason.length > MAX_ANSWER_LENGTH) throw participationError('ANSWER_TOO_LONG', ['reason']);
    if (!isStorableText(reason)) throw participationError('TEXT_NOT_STORABLE', ['reason']);
    return this.unitOfWork.run({ ...context, actor: facts.actor }, async ({ tx, events }) => {
      await this.inquiries.askMoreTime(tx, facts.recipient, until, reason.trim());
      events.record(inquiryMoreTimeAsked, this.eventFacts(facts));
      return recipientId;
    });
  }

  private async requireOpen(context: AnsweringContext, recipientId: string): Promise<AnsweringFacts> {
    const facts = await this.gate.requireAnswer(context, recipientId);
    if (facts.inquiry.state !== 'open') throw participationError('INQUIRY_CLOSED', ['requestId']);
    return facts;
  }

  private eventFacts({ recipient: { municipalityId, id } }: AnsweringFacts) {
    return { municipalityId, editionId: null, aggregateType: 'inquiry-recipient', aggregateId: id, payload: { recipientId: id } } as const;
  }
}
