import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { newId } from '@konzeptwerkstatt/kernel';
import { contributionSubmitted, contributionWithdrawn, inquiryAnswerReleased, newEvent, partyAnswered, type EventEnvelope, type NewEvent, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { appendEvents } from '@konzeptwerkstatt/platform-outbox';
import { isWithdrawable } from '../domain/contribution.js';
import type { Inquiry, InquiryLine, InquiryRecipient, InquirySubmission, SubmittedLine } from '../domain/inquiry/inquiry.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { InquiryAnswerRepository } from '../persistence/inquiry/inquiry-answer.repository.js';
import { InquiryRepository } from '../persistence/inquiry/inquiry.repository.js';
import { MeasureProgressRepository } from '../persistence/inquiry/measure-progress.repository.js';
import { PartyAnswerRepository } from '../persistence/inquiry/party-answer.repository.js';

type Released = z.infer<typeof inquiryAnswerReleased.schema>;

interface Facts {
  readonly inquiry: Inquiry;
  readonly recipient: InquiryRecipient;
  readonly submission: InquirySubmission;
  readonly event: EventEnvelope<Released>;
}

const titleOf = ({ answers }: SubmittedLine): string => (answers['title'] ?? '').slice(0, 300);
const textOf = ({ answers }: SubmittedLine): string => [answers['description'] ?? '', answers['wouldLead'] === 'yes' ? 'Wir würden die Federführung übernehmen.' : ''].filter((part) => part !== '').join('\n\n');

/** The part somebody said yes to, or none; null for what is none of these. */
const partyRole = (role: string | undefined): 'lead' | 'partner' | 'none' | null => (role === 'lead' || role === 'partner' || role === 'none' ? role : null);

/** What released answers lead to: each proposal becomes a contribution to the concept, each word about a measure is noted at the measure. A correction takes the place of what came before, and a proposal that it leaves out is taken back. */
@Injectable()
export class ApplyAnswersWhenInquiryAnswerReleased implements Subscriber<Released> {
  readonly name = 'apply-answers-when-inquiry-answer-released';
  readonly event = inquiryAnswerReleased;

  constructor(
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryAnswerRepository) private readonly answers: InquiryAnswerRepository,
    @Inject(PartyAnswerRepository) private readonly parties: PartyAnswerRepository,
    @Inject(MeasureProgressRepository) private readonly progress: MeasureProgressRepository,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
  ) {}

  async handle(tx: Transaction, event: EventEnvelope<Released>): Promise<void> {
    const recipient = await this.inquiries.findRecipient(tx, event.payload.recipientId, true);
    const inquiry = recipient && (await this.inquiries.find(tx, recipient.inquiryId));
    const submission = recipient && (await this.answers.findReleased(tx, recipient));
    // A newer one was released meanwhile and has an event of its own; one that still waits for its release changes nothing.
    if (recipient === null || inquiry === null || submission?.id !== event.payload.submissionId) return;
    const facts = { inquiry, recipient, submission, event };
    if (inquiry.kind === 'responsibility') await this.noteParties(tx, facts);
    if (inquiry.kind === 'progress') await this.progress.save(tx, recipient, submission);
    if (inquiry.kind === 'proposals') await this.contribute(tx, facts);
  }

  /** What an organisation said about its part stands at the measure, and is told, so that the concept shows who has said yes. */
  private async noteParties(tx: Transaction, { recipient, submission, event }: Facts): Promise<void> {
    await this.parties.save(tx, recipient, submission);
    const { municipalityId, organisationId } = recipient;
    const told = submission.lines.flatMap(({ measureId, answers: { role, reservation } }) => {
      const said = partyRole(role);
      if (measureId === null || said === null) return [];
      const payload = { measureId, organisationId, role: said, isReserved: said !== 'none' && (reservation ?? '') !== '', answeredAt: submission.handedInAt.toISOString() };
      return [newEvent(partyAnswered, { municipalityId, editionId: null, aggregateType: 'measure', aggregateId: measureId, actor: event.actor, causationId: event.id, payload })];
    });
    await appendEvents(tx, told, event.correlationId);
  }

  private async contribute(tx: Transaction, facts: Facts): Promise<void> {
    const { recipient: { municipalityId, id }, submission, event } = facts;
    // A line that was taken out of the draft since stands in what was released all the same.
    const known = new Map((await this.answers.findLines(tx, municipalityId, [id], true)).map((line) => [line.id, line]));
    const events: NewEvent[] = [];
    for (const line of submission.lines) {
      const stored = known.get(line.lineId);
      if (stored !== undefined) events.push(...(await this.contributeLine(tx, facts, line, stored)));
    }
    const named = new Set(submission.lines.map(({ lineId }) => lineId));
    for (const line of known.values()) if (!named.has(line.id)) events.push(...(await this.withdrawLine(tx, event, line)));
    await appendEvents(tx, events, event.correlationId);
  }

  /** Takes back the contribution of a proposal that the organisation no longer makes; what is answered stays. */
  private async withdrawLine(tx: Transaction, event: EventEnvelope<Released>, { contributionId }: InquiryLine): Promise<NewEvent[]> {
    const contribution = contributionId === null ? null : await this.contributions.find(tx, contributionId, true);
    if (contribution === null || !isWithdrawable(contribution)) return [];
    await this.contributions.setState(tx, contribution, 'withdrawn');
    const ids = [contribution.id, ...(await this.contributions.withdrawParts(tx, contribution))];
    const facts = { municipalityId: contribution.municipalityId, editionId: null, aggregateType: 'contribution', actor: event.actor, causationId: event.id };
    return ids.map((id) => newEvent(contributionWithdrawn, { ...facts, aggregateId: id, payload: { contributionId: id } }));
  }

  private async contributeLine(tx: Transaction, { inquiry, recipient, event }: Facts, line: SubmittedLine, { contributionId }: InquiryLine): Promise<NewEvent[]> {
    const { municipalityId, organisationId } = recipient;
    const [title, text] = [titleOf(line), textOf(line)];
    const earlier = contributionId === null ? null : await this.contributions.find(tx, contributionId, true);
    // What is answered or says the same stays as it is.
    if (earlier !== null && (earlier.state === 'answered' || (earlier.title === title && earlier.text === text))) return [];
    const facts = { municipalityId, editionId: null, aggregateType: 'contribution', actor: event.actor, causationId: event.id };
    if (earlier !== null) await this.contributions.setState(tx, earlier, 'withdrawn');
    const id = newId();
    await this.contributions.insert(tx, {
      id, municipalityId, editionId: inquiry.editionId, sectionId: null, target: 'edition', objectId: null, blockId: null, quote: null, quoteBefore: null, kind: 'new_measure', title, text, replacement: null,
      language: 'de', way: 'online', sender: null, receivedOn: null, contributorId: null, organisationId, enteredById: null, state: 'submitted', partOfId: null,
    });
    await this.answers.setContribution(tx, municipalityId, line.lineId, id);
    const submitted = newEvent(contributionSubmitted, { ...facts, aggregateId: id, payload: { contributionId: id, editionId: inquiry.editionId } });
    return earlier === null ? [submitted] : [newEvent(contributionWithdrawn, { ...facts, aggregateId: earlier.id, payload: { contributionId: earlier.id } }), submitted];
  }
}
