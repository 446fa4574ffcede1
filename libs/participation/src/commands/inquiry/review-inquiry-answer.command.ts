import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, isStorableText } from '@konzeptwerkstatt/kernel';
import { inquiryAnswerReleased, inquiryAnswerReturned } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { MAX_ANSWER_LENGTH } from '../../domain/inquiry/inquiry-answer.policy.js';
import type { InquiryRecipient, InquirySubmission } from '../../domain/inquiry/inquiry.js';
import { participationError } from '../../domain/participation.errors.js';
import { InquiryAnswerRepository } from '../../persistence/inquiry/inquiry-answer.repository.js';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import { InquiryGate } from '../../queries/inquiry/inquiry.gate.js';
import type { AnsweringFacts } from '../../queries/inquiry/inquiry.gate.js';
import { InquiryMails } from './inquiry-mails.js';

const factsOf = ({ municipalityId, id }: InquiryRecipient, submissionId: string) =>
  ({ municipalityId, editionId: null, aggregateType: 'inquiry-recipient', aggregateId: id, payload: { recipientId: id, submissionId } }) as const;

/** The word of an organisation's head about the answers that wait for it. */
@Injectable()
export class ReviewInquiryAnswerCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(InquiryGate) private readonly gate: InquiryGate,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryAnswerRepository) private readonly answers: InquiryAnswerRepository,
    @Inject(InquiryMails) private readonly mails: InquiryMails,
  ) {}

  /**
   * Lets answers count.
   * @param number of the submission that was shown
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError NOT_HANDED_IN, STALE_VALUE when another one was handed in since, ALREADY_RELEASED
   */
  async release(context: CommandContext, recipientId: string, number: number): Promise<string> {
    const { recipient } = await this.requireHead(context, recipientId);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const submission = await this.requireWaiting(tx, recipientId, number);
      await this.answers.release(tx, recipient, submission.id, context.actor.personId);
      events.record(inquiryAnswerReleased, factsOf(recipient, submission.id));
      return recipientId;
    });
  }

  /**
   * Gives answers back to be worked over: they are waited for again, and whoever handed them in with a link has a mail with another one.
   * @param number of the submission that was shown
   * @throws as release; ValidationError REASON_REQUIRED, ANSWER_TOO_LONG, TEXT_NOT_STORABLE, INQUIRY_CLOSED
   */
  async giveBack(context: CommandContext, recipientId: string, number: number, reason: string): Promise<string> {
    const facts = await this.requireHead(context, recipientId);
    if (facts.inquiry.state !== 'open') throw participationError('INQUIRY_CLOSED', ['requestId']);
    if (reason.trim() === '') throw participationError('REASON_REQUIRED', ['reason']);
    if (reason.length > MAX_ANSWER_LENGTH) throw participationError('ANSWER_TOO_LONG', ['reason']);
    if (!isStorableText(reason)) throw participationError('TEXT_NOT_STORABLE', ['reason']);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const submission = await this.requireWaiting(tx, recipientId, number);
      await this.answers.giveBack(tx, facts.recipient, reason.trim());
      if (submission.handedInById === null) await this.mails.giveBack(tx, facts);
      events.record(inquiryAnswerReturned, factsOf(facts.recipient, submission.id));
      return recipientId;
    });
  }

  private async requireHead({ actor }: CommandContext, recipientId: string): Promise<AnsweringFacts> {
    const facts = await this.gate.requireAnswer({ actor, token: null }, recipientId);
    if (!(await this.gate.mayRelease(actor, facts.recipient))) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    return facts;
  }

  /** What was handed in last and waits; nobody else changes it until the end of the transaction. */
  private async requireWaiting(tx: Transaction, recipientId: string, number: number): Promise<InquirySubmission> {
    const recipient = await this.inquiries.findRecipient(tx, recipientId, true);
    const isGivenBack = recipient === null || recipient.returnedAt !== null;
    const [submission] = isGivenBack ? [] : await this.answers.findSubmissions(tx, recipient.municipalityId, [recipientId]);
    if (submission === undefined) throw participationError('NOT_HANDED_IN', ['requestId']);
    if (submission.number !== number) throw participationError('STALE_VALUE', ['number']);
    if (submission.releasedAt !== null) throw participationError('ALREADY_RELEASED', ['requestId']);
    return submission;
  }
}
