import { Inject, Injectable } from '@nestjs/common';
import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { Actor, UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { ConceptReader, LineageReader } from '@konzeptwerkstatt/concept';
import type { NumberedMeasure } from '@konzeptwerkstatt/concept';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { isDay, municipalInstant } from '@konzeptwerkstatt/planning';
import { INQUIRY_KIND_FACTS } from '../../domain/inquiry/inquiry-kind.policy.js';
import type { OwnQuestion } from '../../domain/inquiry/inquiry-kind.policy.js';
import { REPEAT_MONTHS } from '../../domain/inquiry/inquiry-round.policy.js';
import { SHEET_HEADS } from '../../domain/inquiry/inquiry-sheet.policy.js';
import { MAX_MEASURES, MAX_RECIPIENTS } from '../../domain/inquiry/inquiry.js';
import type { InquiryKind } from '../../domain/inquiry/inquiry.js';
import { MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from '../../domain/contribution-text.policy.js';
import { participationProblem, throwProblems } from '../../domain/participation.errors.js';
import { InquiryGate } from './inquiry.gate.js';

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
  /** Each organisation only of the chosen measures that propose it and about which nobody has asked it yet; whoever has none of these, as always. Only lead and partners. */
  readonly isOnlyUnasked?: boolean;
  /** Of the demonstration: no mails go out for it. */
  readonly isExample?: boolean;
}

/** Ids of measures in all editions by id. */
export type MeasureKin = ReadonlyMap<string, ReadonlySet<string>>;

/** An inquiry that was checked, with the measures it is about. */
export interface PlannedInquiry extends WantedInquiry {
  readonly municipalityId: string;
  readonly measures: readonly NumberedMeasure[];
  /** The inquiry it is the next round of. */
  readonly previousId?: string;
  /** Ids of each measure in all editions, its own among them. */
  readonly kin: MeasureKin;
}

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
    ...(measureIds.length > MAX_MEASURES ? [participationProblem('TOO_MANY', ['measureIds'])] : []),
    ...ownQuestionProblems(kind, ownQuestions),
    ...(isRepeatable(kind, wanted.repeatMonths ?? null) ? [] : [participationProblem('REPEAT_INVALID', ['repeatMonths'])]),
  ];
}

/** Checks an inquiry before it begins. */
@Injectable()
export class InquiryPlanReader {
  constructor(
    @Inject(InquiryGate) private readonly gate: InquiryGate,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(LineageReader) private readonly lineage: LineageReader,
  ) {}

  /** Checks what is wanted, and reads what it is about. @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError of title, deadline, recipients, measures and own questions */
  async plan(actor: Actor, wanted: WantedInquiry): Promise<PlannedInquiry> {
    const { municipalityId } = await this.gate.requireManage(actor, wanted.editionId);
    return this.planFor(municipalityId, wanted);
  }

  /** The same without asking for rights: for what the office has said once for all times. @throws ValidationError as plan */
  async planFor(municipalityId: string, wanted: WantedInquiry): Promise<PlannedInquiry> {
    throwProblems(problemsOf(wanted, new Date()));
    const organisationIds = [...new Set(wanted.organisationIds)];
    const [known, measures] = await Promise.all([
      this.identity.organisationsByIds(municipalityId, organisationIds), this.concepts.measuresOf(wanted, [...new Set(wanted.measureIds)]),
    ]);
    if (known.length < organisationIds.length) throwProblems([participationProblem('UNKNOWN_ORGANISATION', ['organisationIds'])]);
    if (measures.length < new Set(wanted.measureIds).size) throwProblems([participationProblem('UNKNOWN_OBJECT', ['measureIds'])]);
    return { ...wanted, municipalityId, organisationIds, measures, kin: await this.kinOf(municipalityId, measures.map(({ id }) => id)) };
  }

  /** In which editions measures have counterparts, so that last answers are found. */
  async kinOf(municipalityId: string, ids: readonly string[]): Promise<MeasureKin> {
    const counterparts = await this.lineage.counterparts(municipalityId, 'measure', ids);
    return new Map(ids.map((id) => [id, new Set([id, ...counterparts.flatMap(({ sourceId, objectId }) => (sourceId === id && objectId !== null ? [objectId] : []))])]));
  }
}
