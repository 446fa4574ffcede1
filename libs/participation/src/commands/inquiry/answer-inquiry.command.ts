import { Inject, Injectable } from '@nestjs/common';
import { newId, notFound } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { INQUIRY_KIND_FACTS } from '../../domain/inquiry/inquiry-kind.policy.js';
import { isUntouched, MAX_LINES, valueProblems, valuesByLine } from '../../domain/inquiry/inquiry-answer.policy.js';
import type { Inquiry, InquiryAnswer, InquiryLine } from '../../domain/inquiry/inquiry.js';
import { participationError, participationProblem, throwProblems } from '../../domain/participation.errors.js';
import { InquiryAnswerRepository } from '../../persistence/inquiry/inquiry-answer.repository.js';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import { InquiryGate } from '../../queries/inquiry/inquiry.gate.js';
import type { AnsweringFacts, InquiryVisitor } from '../../queries/inquiry/inquiry.gate.js';

/** A mutation of whoever answers; she may have no session. */
export type AnsweringContext = Omit<CommandContext, 'actor'> & InquiryVisitor;

/** One answer, with the revision that was seen; 0 when there was none. */
export interface TypedAnswer {
  readonly lineId: string;
  readonly questionKey: string;
  readonly value: string;
  readonly expectedRevision: number;
}

/** A line that is added with its answers. */
export interface TypedLine {
  readonly answers: readonly { readonly questionKey: string; readonly value: string }[];
}

const MAX_ANSWERS_AT_ONCE = 2_000;

/** What is wrong with lines that are to be added; paths name line and answer. */
function newLineProblems(inquiry: Inquiry, lines: readonly TypedLine[]): UserErrorDetail[] {
  const questions = new Map(inquiry.questions.map((question) => [question.key, question]));
  return lines.flatMap(({ answers }, line) => answers.flatMap(({ questionKey, value }, index) => valueProblems(questions.get(questionKey), value, ['newLines', String(line), 'answers', String(index), 'value'])));
}

/** What is wrong with answers, compared with what is stored: all at once, and what somebody else has typed meanwhile stands in the error. */
function problemsOf(inquiry: Inquiry, lines: readonly InquiryLine[], stored: readonly InquiryAnswer[], typed: readonly TypedAnswer[]): UserErrorDetail[] {
  const known = new Set(lines.map(({ id }) => id));
  const questions = new Map(inquiry.questions.map((question) => [question.key, question]));
  const now = new Map(stored.map((answer) => [`${answer.lineId}/${answer.questionKey}`, answer]));
  return typed.flatMap(({ lineId, questionKey, value, expectedRevision }, index) => {
    const path = ['answers', String(index), 'value'];
    if (!known.has(lineId)) return [participationProblem('UNKNOWN_OBJECT', path)];
    const problems = valueProblems(questions.get(questionKey), value, path);
    const current = now.get(`${lineId}/${questionKey}`);
    // Whoever sends again what has arrived already changes nobody's words.
    if (problems.length > 0 || (current?.revision ?? 0) === expectedRevision || (current?.value ?? '') === value) return problems;
    return [{ ...participationProblem('STALE_VALUE', path), params: { currentValue: current?.value ?? '' } }];
  });
}

/** Writes drafts of answers. They are kept after the deadline too; only a closed inquiry takes nothing any more. */
@Injectable()
export class AnswerInquiryCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(InquiryGate) private readonly gate: InquiryGate,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryAnswerRepository) private readonly answers: InquiryAnswerRepository,
  ) {}

  /**
   * Saves answers, all or none.
   * @param added lines that are added with their answers, where the kind leaves it to the organisation what to name
   * @throws ApplicationError NOT_FOUND; ValidationError LINK_UNKNOWN, INQUIRY_CLOSED, TOO_MANY, TOO_MANY_LINES, of each answer, STALE_VALUE
   */
  save(context: AnsweringContext, recipientId: string, typed: readonly TypedAnswer[], added: readonly TypedLine[] = []): Promise<string> {
    return this.change(context, recipientId, async (tx, { inquiry, recipient }) => {
      if (typed.length + added.reduce((sum, { answers }) => sum + answers.length, 0) > MAX_ANSWERS_AT_ONCE) throw participationError('TOO_MANY', ['answers']);
      if (added.length > 0 && INQUIRY_KIND_FACTS[inquiry.kind].lines !== 'free') throw notFound();
      const [lines, stored] = await Promise.all([this.answers.findLines(tx, recipient.municipalityId, [recipientId]), this.answers.findAnswers(tx, recipient.municipalityId, [recipientId])]);
      if (lines.length + added.length > MAX_LINES) throw participationError('TOO_MANY_LINES', ['newLines']);
      throwProblems([...problemsOf(inquiry, lines, stored, typed), ...newLineProblems(inquiry, added)]);
      const values = new Map(stored.map((answer) => [`${answer.lineId}/${answer.questionKey}`, answer.value]));
      // Of two answers to one question of a line the later one counts.
      const latest = new Map(typed.map((answer) => [`${answer.lineId}/${answer.questionKey}`, answer]));
      const changed = [...latest.values()].filter(({ lineId, questionKey, value }) => value !== (values.get(`${lineId}/${questionKey}`) ?? ''));
      const last = lines.at(-1)?.position ?? 0;
      const fresh = added.map(({ answers }, index) => ({ id: newId(), answers, position: last + index + 1 }));
      await this.answers.insertLines(tx, fresh.map(({ id, position }) => ({ id, municipalityId: recipient.municipalityId, recipientId, position, measureId: null, number: '', title: '' })));
      const all = [...changed, ...fresh.flatMap(({ id: lineId, answers }) => answers.map((answer) => ({ lineId, ...answer })))];
      if (all.length > 0) await this.answers.saveAnswers(tx, recipient, all);
    });
  }

  /**
   * Says that the last answers of lines still hold, or takes that back. Lines that have no last answers, or others by now, stay as they are.
   * @param lineIds null: every line that still waits
   * @throws as save
   */
  confirm(context: AnsweringContext, recipientId: string, lineIds: readonly string[] | null, isUnchanged: boolean): Promise<string> {
    return this.change(context, recipientId, async (tx, { recipient }) => {
      const { municipalityId } = recipient;
      const [lines, stored] = await Promise.all([this.answers.findLines(tx, municipalityId, [recipientId]), this.answers.findAnswers(tx, municipalityId, [recipientId])]);
      const values = valuesByLine(stored);
      const wanted = lines.filter((line) => (lineIds === null || lineIds.includes(line.id)) && (isUnchanged ? isUntouched(line, values.get(line.id) ?? new Map()) : line.isUnchanged));
      if (wanted.length > 0) await this.answers.confirmLines(tx, recipient, wanted.map(({ id }) => id), isUnchanged);
    });
  }

  /** Adds an empty line, where the kind leaves it to the organisation what to name. @throws as save; ValidationError TOO_MANY_LINES */
  addLine(context: AnsweringContext, recipientId: string): Promise<string> {
    return this.change(context, recipientId, async (tx, { inquiry, recipient }) => {
      if (INQUIRY_KIND_FACTS[inquiry.kind].lines !== 'free') throw notFound();
      const { municipalityId } = recipient;
      const lines = await this.answers.findLines(tx, municipalityId, [recipientId]);
      if (lines.length >= MAX_LINES) throw participationError('TOO_MANY_LINES', ['requestId']);
      await this.answers.insertLines(tx, [{ id: newId(), municipalityId, recipientId, position: (lines.at(-1)?.position ?? 0) + 1, measureId: null, number: '', title: '' }]);
      await this.answers.noteChange(tx, recipient);
    });
  }

  /** Takes an added line out. @throws as save */
  removeLine(context: AnsweringContext, recipientId: string, lineId: string): Promise<string> {
    return this.change(context, recipientId, async (tx, { inquiry, recipient }) => {
      if (INQUIRY_KIND_FACTS[inquiry.kind].lines !== 'free') throw notFound();
      await this.answers.removeLine(tx, recipient, lineId);
    });
  }

  /** One change under the lock of the request, so that of two who answer at once the second sees what the first wrote. */
  private async change(context: AnsweringContext, recipientId: string, work: (tx: Transaction, facts: AnsweringFacts) => Promise<void>): Promise<string> {
    const facts = await this.gate.requireAnswer(context, recipientId);
    return this.unitOfWork.run({ ...context, actor: facts.actor }, async ({ tx }) => {
      await this.inquiries.findRecipient(tx, recipientId, true);
      const inquiry = await this.inquiries.find(tx, facts.inquiry.id);
      if (inquiry?.state !== 'open') throw participationError('INQUIRY_CLOSED', ['requestId']);
      await work(tx, facts);
      return recipientId;
    });
  }
}
