import { Inject, Injectable } from '@nestjs/common';
import { isStorableText, newId } from '@konzeptwerkstatt/kernel';
import type { Actor, UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { ConceptReader, LineageReader } from '@konzeptwerkstatt/concept';
import type { NumberedMeasure } from '@konzeptwerkstatt/concept';
import { inquiryAsked, sendInquiryMailsJob } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { isDay, municipalInstant } from '@konzeptwerkstatt/planning';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { INQUIRY_KIND_FACTS, questionsOf } from '../../domain/inquiry/inquiry-kind.policy.js';
import type { OwnQuestion } from '../../domain/inquiry/inquiry-kind.policy.js';
import { lastAnswers } from '../../domain/inquiry/inquiry-answer.policy.js';
import { SHEET_HEADS } from '../../domain/inquiry/inquiry-sheet.policy.js';
import { REPEAT_MONTHS } from '../../domain/inquiry/inquiry-round.policy.js';
import type { InquiryKind, InquiryQuestion } from '../../domain/inquiry/inquiry.js';
import { MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from '../../domain/contribution-text.policy.js';
import { participationProblem, throwProblems } from '../../domain/participation.errors.js';
import { InquiryAnswerRepository } from '../../persistence/inquiry/inquiry-answer.repository.js';
import type { NewLine } from '../../persistence/inquiry/inquiry-answer.repository.js';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import { InquiryGate } from '../../queries/inquiry/inquiry.gate.js';

/** An inquiry as the office wants it. */
export interface WantedInquiry {
  readonly editionId: string;
  readonly kind: InquiryKind;
  readonly title: string;
  readonly introduction: string;
  /** The last day, `YYYY-MM-DD`, by the clock in Germany. */
  readonly closesOn: string;
  readonly remindDays: number;
  readonly organisationIds: readonly string[];
  /** Of the kinds that ask about measures. */
  readonly measureIds: readonly string[];
  readonly ownQuestions: readonly OwnQuestion[];
  /** Asked again after so many months; null: once. Only the yearly progress. */
  readonly repeatMonths?: number | null;
  /** Of the demonstration: no mails go out for it. */
  readonly isExample?: boolean;
}

/** An inquiry that was checked, with the measures it is about. */
export interface PlannedInquiry extends WantedInquiry {
  readonly municipalityId: string;
  readonly measures: readonly NumberedMeasure[];
  /** The inquiry it is the next round of. */
  readonly previousId?: string;
  /** Ids of each measure in all editions, its own among them. */
  readonly kin: ReadonlyMap<string, ReadonlySet<string>>;
}

const MAX_RECIPIENTS = 200;
const MAX_OWN_QUESTIONS = 10;

/** The end of a day by the clock in Germany. */
export const endOfDay = (day: string): Date => municipalInstant(day, 0, '23:59', 'later');

function ownQuestionProblems(kind: InquiryKind, questions: readonly OwnQuestion[]): UserErrorDetail[] {
  const isWrong = ({ type, label, options }: OwnQuestion): boolean => {
    const words = [label, ...options];
    const distinct = new Set(options.map((option) => option.trim()));
    return words.some((text) => text.trim() === '' || text.length > MAX_TITLE_LENGTH || !isStorableText(text)) || (type === 'choice' && (distinct.size < 2 || distinct.size !== options.length || options.length > 20));
  };
  // A spreadsheet tells columns by their heads.
  const heads = [...Object.values(SHEET_HEADS), ...INQUIRY_KIND_FACTS[kind].questions.map(({ label }) => label), ...questions.map(({ label }) => label.trim())];
  return questions.length > MAX_OWN_QUESTIONS || questions.some(isWrong) || new Set(heads).size < heads.length ? [participationProblem('OWN_QUESTION_INVALID', ['ownQuestions'])] : [];
}

/** Whether an inquiry of a kind may be asked again after so many months. */
export const isRepeatable = (kind: InquiryKind, months: number | null): boolean => months === null || (kind === 'progress' && REPEAT_MONTHS.some((one) => one === months));

function problemsOf(wanted: WantedInquiry, now: Date): UserErrorDetail[] {
  const { title, introduction, closesOn, remindDays, organisationIds, measureIds, kind, ownQuestions } = wanted;
  const isLate = !isDay(closesOn) || endOfDay(closesOn) <= now;
  return [
    ...(title.trim() === '' ? [participationProblem('INQUIRY_TITLE_REQUIRED', ['title'])] : []),
    ...(title.length > MAX_TITLE_LENGTH ? [participationProblem('TITLE_TOO_LONG', ['title'])] : []),
    ...(introduction.length > MAX_TEXT_LENGTH ? [participationProblem('TEXT_TOO_LONG', ['introduction'])] : []),
    ...(isStorableText(title) && isStorableText(introduction) ? [] : [participationProblem('TEXT_NOT_STORABLE', ['title'])]),
    ...(isLate ? [participationProblem('DEADLINE_INVALID', ['closesOn'])] : []),
    ...(Number.isInteger(remindDays) && remindDays >= 1 && remindDays <= 60 ? [] : [participationProblem('REMIND_DAYS_INVALID', ['remindDays'])]),
    ...(organisationIds.length === 0 ? [participationProblem('RECIPIENTS_REQUIRED', ['organisationIds'])] : []),
    ...(organisationIds.length > MAX_RECIPIENTS ? [participationProblem('TOO_MANY', ['organisationIds'])] : []),
    ...(INQUIRY_KIND_FACTS[kind].lines === 'measures' && measureIds.length === 0 ? [participationProblem('MEASURES_REQUIRED', ['measureIds'])] : []),
    ...(measureIds.length > 300 ? [participationProblem('TOO_MANY', ['measureIds'])] : []),
    ...ownQuestionProblems(kind, ownQuestions),
    ...(isRepeatable(kind, wanted.repeatMonths ?? null) ? [] : [participationProblem('REPEAT_INVALID', ['repeatMonths'])]),
  ];
}

/** Which of the chosen measures an organisation is asked about: its own; all of them when none is. */
function measuresFor(kind: InquiryKind, organisationId: string, measures: readonly NumberedMeasure[]): readonly NumberedMeasure[] {
  const leads = ({ leadOrganisationId }: NumberedMeasure): boolean => leadOrganisationId === organisationId;
  const own = measures.filter((measure) => leads(measure) || (kind === 'responsibility' && measure.partnerIds.includes(organisationId)));
  return own.length > 0 ? own : measures;
}

/** Asks organisations something. */
@Injectable()
export class CreateInquiryCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(InquiryGate) private readonly gate: InquiryGate,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(LineageReader) private readonly lineage: LineageReader,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryAnswerRepository) private readonly answers: InquiryAnswerRepository,
  ) {}

  /**
   * Begins an inquiry; the mails to those who are asked go out with the next round.
   * @returns its id
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError of title, deadline, recipients, measures and own questions
   */
  async run(context: CommandContext, wanted: WantedInquiry): Promise<string> {
    const plan = await this.plan(context.actor, wanted);
    return this.unitOfWork.run(context, (unit) => this.begin(unit, context.actor, plan));
  }

  /** Checks what is wanted, and reads what it is about. @throws as run */
  async plan(actor: Actor, wanted: WantedInquiry): Promise<PlannedInquiry> {
    const { municipalityId } = await this.gate.requireManage(actor, wanted.editionId);
    return this.planFor(municipalityId, wanted);
  }

  /** The same without asking for rights: for what the office has said once for all times. @throws ValidationError as run */
  async planFor(municipalityId: string, wanted: WantedInquiry): Promise<PlannedInquiry> {
    throwProblems(problemsOf(wanted, new Date()));
    const organisationIds = [...new Set(wanted.organisationIds)];
    const [known, measures] = await Promise.all([
      this.identity.organisationsByIds(municipalityId, organisationIds), this.concepts.measuresOf(wanted, [...new Set(wanted.measureIds)]),
    ]);
    if (known.length < organisationIds.length) throwProblems([participationProblem('UNKNOWN_ORGANISATION', ['organisationIds'])]);
    if (measures.length < new Set(wanted.measureIds).size) throwProblems([participationProblem('UNKNOWN_OBJECT', ['measureIds'])]);
    const ids = measures.map(({ id }) => id);
    const counterparts = await this.lineage.counterparts(municipalityId, 'measure', ids);
    const kin = new Map(ids.map((id) => [id, new Set([id, ...counterparts.flatMap(({ sourceId, objectId }) => (sourceId === id && objectId !== null ? [objectId] : []))])]));
    return { ...wanted, municipalityId, organisationIds, measures, kin };
  }

  /** Writes a planned inquiry in the caller's transaction. @returns its id */
  async begin({ tx, events, jobs }: Unit<Transaction>, { personId, organisationId: createdByOrganisationId }: Pick<Actor, 'personId' | 'organisationId'>, plan: PlannedInquiry): Promise<string> {
    const { municipalityId, kind, editionId, remindDays, isExample = false } = plan;
    const id = newId();
    const questions = questionsOf(kind, plan.ownQuestions);
    await this.inquiries.insert(tx, {
      id, municipalityId, editionId, kind, title: plan.title.trim(), introduction: plan.introduction.trim(), questions, closesAt: endOfDay(plan.closesOn), remindDays, repeatMonths: REPEAT_MONTHS.find((months) => months === plan.repeatMonths) ?? null, previousId: plan.previousId ?? null,
      isExample, createdById: personId, createdByOrganisationId,
    });
    const recipientIds: string[] = [];
    for (const organisationId of plan.organisationIds) recipientIds.push(await this.ask(tx, { municipalityId, inquiryId: id, organisationId, kind, questions }, plan));
    events.record(inquiryAsked, { municipalityId, editionId: null, aggregateType: 'inquiry', aggregateId: id, payload: { inquiryId: id, editionId, recipientIds } });
    if (!isExample) jobs.enqueueAfterCommit(sendInquiryMailsJob, {});
    return id;
  }

  private async ask(tx: Transaction, facts: { readonly municipalityId: string; readonly inquiryId: string; readonly organisationId: string; readonly kind: InquiryKind; readonly questions: readonly InquiryQuestion[] }, { measures, kin }: PlannedInquiry): Promise<string> {
    const { municipalityId, organisationId, kind } = facts;
    const id = newId();
    await this.inquiries.insertRecipient(tx, { ...facts, id });
    const asked = INQUIRY_KIND_FACTS[kind].lines === 'measures' ? measuresFor(kind, organisationId, measures) : [];
    const line = { municipalityId, recipientId: id, measureId: null, number: '', title: '' };
    const lines: NewLine[] = INQUIRY_KIND_FACTS[kind].lines === 'whole' ? [{ ...line, id: newId(), position: 1 }] : asked.map((measure, index) => ({ ...line, id: newId(), position: index + 1, measureId: measure.id, number: measure.number, title: measure.title }));
    await this.answers.insertLines(tx, lines);
    await this.beginWithLast(tx, facts, lines, { measures, kin });
    return id;
  }

  /** Gives each measure the answers of the last time; the first time its status as it stands in the concept. */
  private async beginWithLast(tx: Transaction, facts: Parameters<CreateInquiryCommand['ask']>[1], lines: readonly NewLine[], { measures, kin }: Pick<PlannedInquiry, 'measures' | 'kin'>): Promise<void> {
    const keys = new Set(facts.questions.filter(({ isOfTheHouse }) => isOfTheHouse).map(({ key }) => key));
    const earlier = await this.answers.findEarlier(tx, facts);
    const previous = lines.flatMap(({ id: lineId, measureId }) => {
      if (measureId === null) return [];
      const last = lastAnswers(earlier, kin.get(measureId) ?? new Set());
      const status = measures.find(({ id }) => id === measureId)?.status;
      const values = last ?? (facts.kind === 'progress' && status ? { status } : {});
      return Object.entries(values).filter(([key]) => keys.has(key)).map(([questionKey, value]) => ({ lineId, questionKey, value }));
    });
    await this.answers.insertPrevious(tx, facts.municipalityId, previous);
  }
}
