import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { inquiryAnswerHandedIn, NOTIFIER, type EventEnvelope, type Notifier, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { InquiryAnswerRepository } from '../persistence/inquiry/inquiry-answer.repository.js';
import { InquiryRepository } from '../persistence/inquiry/inquiry.repository.js';

type HandedIn = z.infer<typeof inquiryAnswerHandedIn.schema>;

/** Tells those who speak for an organisation that answers to an inquiry wait for their release. */
@Injectable()
export class NotifyHeadWhenInquiryAnswerHandedIn implements Subscriber<HandedIn> {
  readonly name = 'notify-head-when-inquiry-answer-handed-in';
  readonly event = inquiryAnswerHandedIn;

  constructor(
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryAnswerRepository) private readonly answers: InquiryAnswerRepository,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(NOTIFIER) private readonly notifier: Notifier,
  ) {}

  async handle(tx: Transaction, { id, payload: { recipientId, submissionId } }: EventEnvelope<HandedIn>): Promise<void> {
    const recipient = await this.inquiries.findRecipient(tx, recipientId);
    const inquiry = recipient && (await this.inquiries.find(tx, recipient.inquiryId));
    if (recipient === null || inquiry === null || recipient.returnedAt !== null) return;
    const { municipalityId, organisationId } = recipient;
    const [submission] = await this.answers.findSubmissions(tx, municipalityId, [recipientId]);
    // What was released with handing it in, or replaced since, waits for nobody.
    if (submission?.id !== submissionId || submission.releasedAt !== null) return;
    const members = await this.identity.membersOf(tx, municipalityId, organisationId);
    const personIds = members.filter(({ role }) => role === 'administrator').map(({ personId }) => personId);
    await this.notifier.tell(tx, { municipalityId, kind: 'inquiry_to_release', occasion: id, subjects: [{ id: recipientId, personIds, title: inquiry.title, path: '/abfragen' }] });
  }
}
