import { Inject, Injectable } from '@nestjs/common';
import { inquiryClosed, inquiryDeadlineMoved, inquiryLinksRevoked, inquiryRepeatChanged, sendInquiryMailsJob } from '@konzeptwerkstatt/contracts';
import { isDay } from '@konzeptwerkstatt/planning';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import type { InquiryRecipient } from '../../domain/inquiry/inquiry.js';
import { participationError } from '../../domain/participation.errors.js';
import { InquiryLinkRepository } from '../../persistence/inquiry/inquiry-link.repository.js';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import { InquiryGate } from '../../queries/inquiry/inquiry.gate.js';
import { endOfDay, isRepeatable } from '../../queries/inquiry/inquiry-plan.reader.js';

/** What the office does while an inquiry runs. */
@Injectable()
export class RunInquiryCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(InquiryGate) private readonly gate: InquiryGate,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryLinkRepository) private readonly links: InquiryLinkRepository,
  ) {}

  /** Gives one organisation a deadline of its own. @param day the last one, `YYYY-MM-DD` @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError INQUIRY_CLOSED, DEADLINE_INVALID */
  extend(context: CommandContext, recipientId: string, day: string): Promise<string> {
    return this.onRecipient(context, recipientId, async ({ tx, events }, recipient) => {
      if (!isDay(day) || endOfDay(day) <= new Date()) throw participationError('DEADLINE_INVALID', ['closesOn']);
      const closesAt = endOfDay(day);
      await this.inquiries.moveDeadline(tx, recipient, closesAt);
      events.record(inquiryDeadlineMoved, { ...this.recipientFacts(recipient), payload: { recipientId, closesAt: closesAt.toISOString() } });
    });
  }

  /**
   * Takes back every mail link to a request, and what was passed on from them; of a closed inquiry, too. The next mail brings a new one. What else
   * the organisation still has to answer with these links gets its mail as soon as its last one is a week old.
   * @throws ApplicationError NOT_FOUND, FORBIDDEN
   */
  async revokeLinks(context: CommandContext, recipientId: string): Promise<string> {
    const { inquiry, recipient } = await this.gate.requireRecipient(context.actor, recipientId);
    return this.unitOfWork.run(context, async ({ tx, events, jobs }) => {
      const others = (await this.links.revoke(tx, recipient.municipalityId, recipientId)).filter((id) => id !== recipientId);
      if ((await this.inquiries.wantNewLinks(tx, recipient.municipalityId, others)) > 0) jobs.enqueueAfterCommit(sendInquiryMailsJob, {});
      events.record(inquiryLinksRevoked, { ...this.recipientFacts(recipient), payload: { recipientId } });
      return inquiry.id;
    });
  }

  /** Ends an inquiry for everybody. What was handed in stays. @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async close(context: CommandContext, inquiryId: string): Promise<string> {
    const inquiry = await this.gate.requireInquiry(context.actor, inquiryId);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.inquiries.close(tx, inquiry);
      events.record(inquiryClosed, { municipalityId: inquiry.municipalityId, editionId: null, aggregateType: 'inquiry', aggregateId: inquiryId, payload: { inquiryId } });
      return inquiryId;
    });
  }

  /** Has it asked again every so many months, or not any more. @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError REPEAT_INVALID */
  async setRepeat(context: CommandContext, inquiryId: string, months: number | null): Promise<string> {
    const inquiry = await this.gate.requireInquiry(context.actor, inquiryId);
    if (!isRepeatable(inquiry.kind, months)) throw participationError('REPEAT_INVALID', ['repeatMonths']);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.inquiries.setRepeat(tx, inquiry, months);
      events.record(inquiryRepeatChanged, { municipalityId: inquiry.municipalityId, editionId: null, aggregateType: 'inquiry', aggregateId: inquiryId, payload: { inquiryId, months } });
      return inquiryId;
    });
  }

  /** @returns the id of the inquiry */
  private async onRecipient(context: CommandContext, recipientId: string, work: (unit: Unit<Transaction>, recipient: InquiryRecipient) => Promise<void>): Promise<string> {
    const { inquiry, recipient } = await this.gate.requireRecipient(context.actor, recipientId);
    return this.unitOfWork.run(context, async (unit) => {
      if ((await this.inquiries.find(unit.tx, inquiry.id))?.state !== 'open') throw participationError('INQUIRY_CLOSED', ['requestId']);
      await work(unit, recipient);
      return inquiry.id;
    });
  }

  private recipientFacts({ municipalityId, id }: InquiryRecipient) {
    return { municipalityId, editionId: null, aggregateType: 'inquiry-recipient', aggregateId: id } as const;
  }
}
