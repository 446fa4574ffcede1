import { Inject, Injectable } from '@nestjs/common';
import { inquiryReminderWanted, sendInquiryMailsJob } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import type { Inquiry, InquiryRecipient } from '../../domain/inquiry/inquiry.js';
import { isReminded, reminderOutcome } from '../../domain/inquiry/reminder.policy.js';
import type { ReminderOutcome } from '../../domain/inquiry/reminder.policy.js';
import { participationError } from '../../domain/participation.errors.js';
import { InquiryNoticeRepository } from '../../persistence/inquiry/inquiry-notice.repository.js';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import { InquiryGate } from '../../queries/inquiry/inquiry.gate.js';

/** What became of the reminder of one recipient. */
export interface Reminder {
  readonly recipientId: string;
  readonly outcome: ReminderOutcome;
}

/** Reminds those of an inquiry who have not answered. */
@Injectable()
export class RemindRecipientsCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(InquiryGate) private readonly gate: InquiryGate,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryNoticeRepository) private readonly notices: InquiryNoticeRepository,
  ) {}

  /**
   * Reminds each with its next mail: at once, or as soon as its last one is a week old. Whoever waits for a reminder already gets no second one.
   * @returns what became of each, in the order asked for
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError RECIPIENTS_REQUIRED, INQUIRY_CLOSED, UNKNOWN_OBJECT
   */
  async remind(context: CommandContext, inquiryId: string, recipientIds: readonly string[]): Promise<Reminder[]> {
    const inquiry = await this.gate.requireInquiry(context.actor, inquiryId);
    const ids = [...new Set(recipientIds)];
    if (ids.length === 0) throw participationError('RECIPIENTS_REQUIRED', ['requestIds']);
    return this.unitOfWork.run(context, async ({ tx, events, jobs }) => {
      if ((await this.inquiries.find(tx, inquiryId))?.state !== 'open') throw participationError('INQUIRY_CLOSED', ['inquiryId']);
      const recipients = await this.inquiries.lockRecipients(tx, inquiry, ids);
      if (recipients.length < ids.length) throw participationError('UNKNOWN_OBJECT', ['requestIds']);
      const outcomes = await this.outcomes(tx, inquiry, recipients);
      const reminded = recipients.filter(({ id, isReminderWanted }) => !isReminderWanted && isReminded(outcomes.get(id) ?? 'no_address'));
      await this.inquiries.wantReminders(tx, inquiry, reminded.map(({ id }) => id));
      for (const { municipalityId, id } of reminded) events.record(inquiryReminderWanted, { municipalityId, editionId: null, aggregateType: 'inquiry-recipient', aggregateId: id, payload: { recipientId: id } });
      if (reminded.length > 0) jobs.enqueueAfterCommit(sendInquiryMailsJob, {});
      return ids.flatMap((recipientId) => { const outcome = outcomes.get(recipientId); return outcome === undefined ? [] : [{ recipientId, outcome }]; });
    });
  }

  private async outcomes(tx: Transaction, inquiry: Inquiry, recipients: readonly InquiryRecipient[]): Promise<ReadonlyMap<string, ReminderOutcome>> {
    const organisationIds = recipients.map(({ organisationId }) => organisationId);
    const [reached, nextMails] = [await this.identity.organisationsWithAddress(inquiry.municipalityId, organisationIds), await this.notices.nextMails(tx, inquiry.municipalityId, organisationIds)];
    return new Map(recipients.map((recipient) => [recipient.id, reminderOutcome(inquiry, recipient, { hasAddress: reached.has(recipient.organisationId), nextMailAt: nextMails.get(recipient.organisationId) ?? null })]));
  }
}
