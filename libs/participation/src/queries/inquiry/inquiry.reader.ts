import { Inject, Injectable } from '@nestjs/common';
import type { MeasurePart } from '@konzeptwerkstatt/document-model';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { isBegun, isUntouched, isWanted, valuesByLine } from '../../domain/inquiry/inquiry-answer.policy.js';
import type { LineValues } from '../../domain/inquiry/inquiry-answer.policy.js';
import { deadlineOf } from '../../domain/inquiry/inquiry.js';
import type { Inquiry, InquiryAnswer, InquiryLine, InquiryRecipient, InquirySubmission } from '../../domain/inquiry/inquiry.js';
import { InquiryAnswerRepository } from '../../persistence/inquiry/inquiry-answer.repository.js';
import { InquiryNoticeRepository } from '../../persistence/inquiry/inquiry-notice.repository.js';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import { ReleaseRepository } from '../../persistence/release.repository.js';
import { InquiryGate } from './inquiry.gate.js';
import type { InquiryVisitor } from './inquiry.gate.js';
import { ProposedPartReader } from './proposed-part.reader.js';

/** A line with its answers. */
export interface LineView extends InquiryLine {
  readonly answers: readonly InquiryAnswer[];
  /** Only last answers, and nobody has said that they still hold. */
  readonly isUntouched: boolean;
  /** All that is wanted is there. */
  readonly isComplete: boolean;
  readonly isBegun: boolean;
  /** As what the measure proposes the organisation, where that is what is asked; null otherwise. */
  readonly proposedPart: MeasurePart | null;
}

/** What one organisation is asked, with what it has answered so far. */
export interface RequestView {
  readonly inquiry: Inquiry;
  readonly recipient: InquiryRecipient;
  readonly deadline: Date;
  readonly isPast: boolean;
  readonly lines: readonly LineView[];
  /** What was handed in last. */
  readonly submission: InquirySubmission | null;
  /** Somebody has changed the draft since. */
  readonly hasUnsentChanges: boolean;
  readonly needsRelease: boolean;
}

/** Everything that one organisation is asked. */
export interface DeskView {
  readonly municipalityId: string;
  readonly organisationId: string;
  readonly requests: readonly RequestView[];
}

const NO_VALUES: LineValues = new Map();
const NO_PARTS: ReadonlyMap<string, MeasurePart> = new Map();

function lineView(line: InquiryLine, { questions }: Inquiry, values: LineValues, parts: ReadonlyMap<string, MeasurePart>): LineView {
  const isComplete = questions.every((question) => !isWanted(question, values) || (values.get(question.key)?.value.trim() ?? '') !== '');
  return { ...line, answers: [...values.values()], isUntouched: isUntouched(line, values), isComplete, isBegun: isBegun(line, values), proposedPart: parts.get(line.measureId ?? '') ?? null };
}

/** Reads inquiries, return lists and what organisations are asked. Rights are asked here where a visitor is named. */
@Injectable()
export class InquiryReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(InquiryGate) private readonly gate: InquiryGate,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryAnswerRepository) private readonly answers: InquiryAnswerRepository,
    @Inject(InquiryNoticeRepository) private readonly notices: InquiryNoticeRepository,
    @Inject(ReleaseRepository) private readonly releases: ReleaseRepository,
    @Inject(ProposedPartReader) private readonly proposed: ProposedPartReader,
  ) {}

  /** The inquiry, for those who run it; null for everybody else. */
  async find(actor: Actor | null, id: string): Promise<Inquiry | null> {
    const inquiry = await this.inquiries.find(this.database.client, id);
    return inquiry !== null && (await this.gate.mayManage(actor, inquiry.editionId)) ? inquiry : null;
  }

  /** The inquiries of an edition, the newest first, at most 200; none for those who do not run them. */
  async ofEdition(actor: Actor | null, { municipalityId, editionId }: { readonly municipalityId: string; readonly editionId: string }): Promise<Inquiry[]> {
    return (await this.gate.mayManage(actor, editionId)) ? this.inquiries.findByEdition(this.database.client, municipalityId, editionId) : [];
  }

  /** The return lists of inquiries of one municipality. */
  recipients(municipalityId: string, inquiryIds: readonly string[]): Promise<InquiryRecipient[]> {
    return this.inquiries.findRecipients(this.database.client, municipalityId, inquiryIds);
  }

  /** When the next mail may go to organisations that had one within a week, by organisation. */
  nextMails(municipalityId: string, organisationIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    return this.notices.nextMails(this.database.client, municipalityId, organisationIds);
  }

  /** How many open inquiries wait for an organisation. */
  countOpen(municipalityId: string, organisationId: string): Promise<number> {
    return this.inquiries.countOpen(this.database.client, municipalityId, organisationId);
  }

  /** In how many open inquiries answers wait for the release of whoever administers the organisation she acts for; 0 for everybody else. */
  async countToRelease(actor: Actor): Promise<number> {
    const { municipalityId, organisationId } = actor;
    if (municipalityId === null || organisationId === null || !(await this.gate.mayRelease(actor, { municipalityId, organisationId }))) return 0;
    return this.inquiries.countToRelease(this.database.client, municipalityId, organisationId);
  }

  /** One request, for whoever may answer it. What the organisation has not released, and what its head says to its people, is not the office's to read. @throws as InquiryGate.requireAnswer */
  async request(visitor: InquiryVisitor, recipientId: string): Promise<RequestView> {
    const { inquiry, recipient, isOffice } = await this.gate.requireAnswer(visitor, recipientId);
    const [view] = await this.views(recipient.municipalityId, [recipient], [inquiry]);
    if (view === undefined) throw new Error('a request has one view');
    return isOffice ? { ...view, recipient: { ...recipient, returnReason: null }, submission: await this.answers.findReleased(this.database.client, recipient) } : view;
  }

  /**
   * Everything that a visitor's organisation is asked: what her link reaches, or all of the organisation she acts for. Null without either.
   * @throws ValidationError LINK_UNKNOWN
   */
  async desk({ actor, token }: InquiryVisitor): Promise<DeskView | null> {
    const link = token === null ? null : await this.gate.requireLink(token);
    const { municipalityId, organisationId } = link ?? actor ?? { municipalityId: null, organisationId: null };
    if (municipalityId === null || organisationId === null) return null;
    if (link === null && !(await this.gate.mayAnswer(actor, { municipalityId, organisationId }))) return null;
    const recipients = await this.inquiries.findOfOrganisation(this.database.client, municipalityId, organisationId, link?.recipientIds ?? null);
    const found = await this.inquiries.findByIds(this.database.client, municipalityId, recipients.map(({ inquiryId }) => inquiryId));
    return { municipalityId, organisationId, requests: await this.views(municipalityId, recipients, found) };
  }

  private async views(municipalityId: string, recipients: readonly InquiryRecipient[], inquiries: readonly Inquiry[]): Promise<RequestView[]> {
    const { client } = this.database;
    const ids = recipients.map(({ id }) => id);
    const [lines, answers, submissions, [clock]] = await Promise.all([
      this.answers.findLines(client, municipalityId, ids), this.answers.findAnswers(client, municipalityId, ids), this.answers.findSubmissions(client, municipalityId, ids),
      client.$queryRaw<{ now: Date }[]>`SELECT now() AS now`,
    ]);
    const values = valuesByLine(answers);
    const organisationIds = [...new Set(recipients.map(({ organisationId }) => organisationId))];
    const releasing = new Map(await Promise.all(organisationIds.map(async (id) => [id, await this.releases.isRequired(client, id)] as const)));
    const kinds = new Map(inquiries.map(({ id, kind }) => [id, kind]));
    const parts = await this.proposed.ofRequests(client, recipients.map(({ id, organisationId, inquiryId }) => ({ recipientId: id, organisationId, kind: kinds.get(inquiryId) ?? null })), lines);
    return recipients.flatMap((recipient) => {
      const inquiry = inquiries.find(({ id }) => id === recipient.inquiryId);
      if (inquiry === undefined) return [];
      const own = lines.filter(({ recipientId }) => recipientId === recipient.id).map((line) => lineView(line, inquiry, values.get(line.id) ?? NO_VALUES, parts.get(recipient.id) ?? NO_PARTS));
      const submission = submissions.find(({ recipientId }) => recipientId === recipient.id) ?? null;
      const deadline = deadlineOf(inquiry, recipient);
      const hasUnsentChanges = recipient.changedAt !== null && recipient.handedInAt !== null && recipient.changedAt > recipient.handedInAt;
      const needsRelease = releasing.get(recipient.organisationId) ?? false;
      return [{ inquiry, recipient, deadline, isPast: deadline <= (clock?.now ?? new Date()), lines: own, submission, hasUnsentChanges, needsRelease }];
    });
  }
}
