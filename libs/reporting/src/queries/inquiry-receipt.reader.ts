import { Inject, Injectable } from '@nestjs/common';
import { municipalClock, systemClock } from '@konzeptwerkstatt/kernel';
import { printable } from '@konzeptwerkstatt/document-model';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { wordsOf } from '@konzeptwerkstatt/participation';
import type { RequestView } from '@konzeptwerkstatt/participation';
import { AttemptLimiter } from '@konzeptwerkstatt/platform-auth';
import { receiptDocument } from '../domain/inquiry-receipt.js';
import type { ReceiptLine } from '../domain/inquiry-receipt.js';
import { DocumentRenderer } from '../rendering/document-renderer.js';

const german = (day: string): string => day.split('-').reverse().map(Number).join('.');

/** Makes receipts of what organisations have handed in. Whoever calls it has asked for the right. */
@Injectable()
export class InquiryReceiptReader {
  /** Setting a file costs the one thread that sets all of them. */
  private readonly perRequest = new AttemptLimiter({ attempts: 20, windowMs: 3_600_000 }, systemClock);

  constructor(
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(DocumentRenderer) private readonly renderer: DocumentRenderer,
  ) {}

  /** The PDF; null while nothing is handed in. @throws ApplicationError RATE_LIMITED after 20 in an hour */
  async read({ inquiry, recipient, submission }: RequestView): Promise<Buffer | null> {
    if (submission === null) return null;
    this.perRequest.take(recipient.id);
    const [[organisation], municipality] = await Promise.all([this.identity.organisationsByIds(recipient.municipalityId, [recipient.organisationId]), this.identity.municipality(recipient.municipalityId)]);
    const { day, time } = municipalClock(submission.handedInAt);
    const lines = submission.lines.map((line): ReceiptLine => ({
      title: printable(line.measureId === null ? line.answers['title'] ?? '' : `${line.number} ${line.title}`.trim()), isUnchanged: line.isUnchanged,
      answers: inquiry.questions.flatMap((question) => {
        const value = line.answers[question.key];
        return value === undefined ? [] : [{ question: printable(question.label), words: printable(wordsOf(question, value)) }];
      }),
    }));
    const document = receiptDocument({
      inquiry: printable(inquiry.title), organisation: printable(organisation?.name ?? ''), municipality: printable(municipality?.name ?? ''), year: Number(day.slice(0, 4)),
      state: `Abgegeben am ${german(day)} um ${time} Uhr${submission.releasedAt === null ? ', wartet auf Freigabe' : ''}`, lines,
    });
    const answer = await this.renderer.render({ format: 'pdf', document, pictures: new Map(), hasLineNumbers: false, isShort: true, madeAt: Date.now() });
    return Buffer.from(answer.file);
  }
}
