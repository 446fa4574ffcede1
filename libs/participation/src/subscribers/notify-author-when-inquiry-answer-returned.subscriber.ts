import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { inquiryAnswerReturned, NOTIFIER, type EventEnvelope, type Notifier, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { InquiryAnswerRepository } from '../persistence/inquiry/inquiry-answer.repository.js';
import { InquiryRepository } from '../persistence/inquiry/inquiry.repository.js';

type Returned = z.infer<typeof inquiryAnswerReturned.schema>;

/** Tells whoever handed answers in that the head of the organisation has given them back. */
@Injectable()
export class NotifyAuthorWhenInquiryAnswerReturned implements Subscriber<Returned> {
  readonly name = 'notify-author-when-inquiry-answer-returned';
  readonly event = inquiryAnswerReturned;

  constructor(
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryAnswerRepository) private readonly answers: InquiryAnswerRepository,
    @Inject(NOTIFIER) private readonly notifier: Notifier,
  ) {}

  async handle(tx: Transaction, { id, payload: { recipientId, submissionId } }: EventEnvelope<Returned>): Promise<void> {
    const recipient = await this.inquiries.findRecipient(tx, recipientId);
    const inquiry = recipient && (await this.inquiries.find(tx, recipient.inquiryId));
    if (recipient === null || inquiry === null) return;
    const { municipalityId } = recipient;
    const [submission] = await this.answers.findSubmissions(tx, municipalityId, [recipientId]);
    if (submission?.id !== submissionId || submission.handedInById === null) return;
    const subjects = [{ id: recipientId, personIds: [submission.handedInById], title: inquiry.title, path: '/abfragen' }];
    await this.notifier.tell(tx, { municipalityId, kind: 'inquiry_returned', occasion: id, subjects });
  }
}
