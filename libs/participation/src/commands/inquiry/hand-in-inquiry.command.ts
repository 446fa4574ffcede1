import { Inject, Injectable } from '@nestjs/common';
import { newId, notFound } from '@konzeptwerkstatt/kernel';
import { inquiryAnswerHandedIn, inquiryAnswerReleased } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { isBegun, lineProblems, submittedLine, valuesByLine } from '../../domain/inquiry/inquiry-answer.policy.js';
import { INQUIRY_KIND_FACTS } from '../../domain/inquiry/inquiry-kind.policy.js';
import { deadlineOf } from '../../domain/inquiry/inquiry.js';
import type { InquiryLine, InquiryRecipient, InquiryWay } from '../../domain/inquiry/inquiry.js';
import { participationError, throwProblems } from '../../domain/participation.errors.js';
import { InquiryAnswerRepository } from '../../persistence/inquiry/inquiry-answer.repository.js';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import { ReleaseRepository } from '../../persistence/release.repository.js';
import { InquiryGate } from '../../queries/inquiry/inquiry.gate.js';
import type { AnsweringFacts } from '../../queries/inquiry/inquiry.gate.js';
import type { AnsweringContext } from './answer-inquiry.command.js';

/** How answers are handed in. */
export interface HandingIn {
  /** How it came, of those who answer themselves. */
  readonly way: Exclude<InquiryWay, 'phone'>;
  /** Without the lines that nobody has begun: they are still waited for. */
  readonly isInPart: boolean;
}

/** Hands answers in. */
@Injectable()
export class HandInInquiryCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(InquiryGate) private readonly gate: InquiryGate,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryAnswerRepository) private readonly answers: InquiryAnswerRepository,
    @Inject(ReleaseRepository) private readonly releases: ReleaseRepository,
  ) {}

  /**
   * Keeps the answers of now as handed in. What the office enters on behalf counts as given on the phone and as released, and needs no deadline.
   * @throws ApplicationError NOT_FOUND; ValidationError LINK_UNKNOWN, INQUIRY_CLOSED, DEADLINE_PASSED, ANSWER_REQUIRED, REASON_REQUIRED, LINE_OPEN
   */
  async handIn(context: AnsweringContext, recipientId: string, { way, isInPart }: HandingIn): Promise<string> {
    const facts = await this.gate.requireAnswer(context, recipientId);
    const isHead = facts.link === null && (await this.gate.mayRelease(facts.actor, facts.recipient));
    return this.unitOfWork.run({ ...context, actor: facts.actor }, async (unit) => {
      const recipient = await this.requireOpen(unit.tx, facts);
      const needsRelease = !facts.isOffice && !isHead && (await this.releases.isRequired(unit.tx, recipient.organisationId));
      await this.keep(unit, { ...facts, recipient }, { way: facts.isOffice ? 'phone' : way, isReleased: !needsRelease, isInPart });
      return recipientId;
    });
  }

  private async requireOpen(tx: Transaction, { inquiry: { id }, recipient: { id: recipientId }, isOffice }: AnsweringFacts): Promise<InquiryRecipient> {
    const recipient = await this.inquiries.findRecipient(tx, recipientId, true);
    const inquiry = await this.inquiries.find(tx, id);
    if (recipient === null || inquiry === null) throw notFound();
    if (inquiry.state !== 'open') throw participationError('INQUIRY_CLOSED', ['requestId']);
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
    if (!isOffice && deadlineOf(inquiry, recipient) <= (clock?.now ?? new Date())) throw participationError('DEADLINE_PASSED', ['requestId']);
    return recipient;
  }

  private async keep({ tx, events }: Unit<Transaction>, { actor, link, inquiry, recipient }: AnsweringFacts, { way, isReleased, isInPart }: { readonly way: InquiryWay; readonly isReleased: boolean; readonly isInPart: boolean }): Promise<void> {
    const { municipalityId, id } = recipient;
    const [lines, stored] = await Promise.all([this.answers.findLines(tx, municipalityId, [id]), this.answers.findAnswers(tx, municipalityId, [id])]);
    const values = valuesByLine(stored);
    const begun = lines.filter((line) => isBegun(line, values.get(line.id) ?? new Map()));
    // Where nobody has begun with anything, all of it is missing. Lines that an organisation adds itself are never waited for.
    const given: readonly InquiryLine[] = isInPart && begun.length > 0 && INQUIRY_KIND_FACTS[inquiry.kind].lines === 'measures' ? begun : lines;
    throwProblems(given.flatMap((line) => lineProblems(inquiry.questions, line, values.get(line.id))));
    const submissionId = newId();
    const submitted = given.map((line) => submittedLine(inquiry.questions, line, values.get(line.id)));
    await this.answers.handIn(tx, recipient, { id: submissionId, lines: submitted, isWhole: given.length === lines.length, way, personId: actor.personId, linkId: link?.id ?? null, isReleased });
    events.record(inquiryAnswerHandedIn, this.eventFacts(recipient, submissionId));
    if (isReleased) events.record(inquiryAnswerReleased, this.eventFacts(recipient, submissionId));
  }

  private eventFacts({ municipalityId, id }: InquiryRecipient, submissionId: string) {
    return { municipalityId, editionId: null, aggregateType: 'inquiry-recipient', aggregateId: id, payload: { recipientId: id, submissionId } } as const;
  }
}
