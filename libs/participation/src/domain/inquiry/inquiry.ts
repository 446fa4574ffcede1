import type { RepeatMonths } from './inquiry-round.policy.js';

/** So many organisations one inquiry asks at most, and about so many measures. */
export const MAX_RECIPIENTS = 200;
export const MAX_MEASURES = 300;

/** What an inquiry is about. */
export const INQUIRY_KINDS = ['existing', 'proposals', 'responsibility', 'cosignature', 'progress'] as const;
export type InquiryKind = (typeof INQUIRY_KINDS)[number];

export const INQUIRY_STATES = ['open', 'closed'] as const;
export type InquiryState = (typeof INQUIRY_STATES)[number];

/** How an answer was handed in: on the page, with a spreadsheet that was read in, or on the phone to the office. */
export const INQUIRY_WAYS = ['online', 'sheet', 'phone'] as const;
export type InquiryWay = (typeof INQUIRY_WAYS)[number];

/** How far an organisation is; `answered` waits for the release of its head. */
export const RECIPIENT_STATES = ['asked', 'opened', 'answered', 'released'] as const;
export type RecipientState = (typeof RECIPIENT_STATES)[number];

/** What an answer is typed as. Stored as text: a number with a point, a day as `YYYY-MM-DD`, `yes` or `no`, the key of a choice. */
export const QUESTION_TYPES = ['text', 'choice', 'number', 'date', 'yes_no'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** That a question of the same line has one of some answers. */
export interface AnswerCondition {
  readonly key: string;
  readonly values: readonly string[];
}

/** One typed question, asked of every line. */
export interface InquiryQuestion {
  readonly key: string;
  readonly type: QuestionType;
  /** German; for those of the house the client's catalogue has a sentence in every language. */
  readonly label: string;
  /** Whether it is one of the house, so that its words can be translated. */
  readonly isOfTheHouse: boolean;
  readonly isRequired: boolean;
  /** Keys of a choice; of the office's own questions the words themselves. */
  readonly options: readonly string[];
  /** Required as soon as another question has one of these answers. */
  readonly requiredWhen: AnswerCondition | null;
  /** Asked only while another question has one of these answers; null: always, or only while it is required. */
  readonly askedWhen?: AnswerCondition | null;
}

/** Something that organisations are asked. Instants are the database's. */
export interface Inquiry {
  readonly id: string;
  readonly municipalityId: string;
  readonly editionId: string;
  readonly kind: InquiryKind;
  readonly title: string;
  readonly introduction: string;
  readonly questions: readonly InquiryQuestion[];
  readonly state: InquiryState;
  readonly closesAt: Date;
  readonly remindDays: number;
  /** Asked again after so many months; null: once. */
  readonly repeatMonths: RepeatMonths | null;
  readonly createdById: string | null;
  readonly createdByOrganisationId: string | null;
  readonly isExample: boolean;
  readonly createdAt: Date;
}

/** An organisation that is asked. */
export interface InquiryRecipient {
  readonly id: string;
  readonly municipalityId: string;
  readonly inquiryId: string;
  readonly organisationId: string;
  /** A later deadline of its own. */
  readonly closesAt: Date | null;
  readonly askedAt: Date | null;
  readonly openedAt: Date | null;
  readonly handedInAt: Date | null;
  readonly releasedAt: Date | null;
  readonly way: InquiryWay | null;
  readonly changedAt: Date | null;
  readonly isReminderWanted: boolean;
  /** `YYYY-MM-DD`. */
  readonly moreTimeUntil: string | null;
  readonly moreTimeReason: string | null;
  /** When its head gave back what was handed in last; null as soon as it is handed in again. */
  readonly returnedAt: Date | null;
  readonly returnReason: string | null;
  readonly passedOnAt: Date | null;
  /** Of what it handed in last; null: nothing yet. */
  readonly submittedLineCount: number | null;
}

/** One answer, as a draft. */
export interface InquiryAnswer {
  readonly lineId: string;
  readonly questionKey: string;
  readonly value: string;
  readonly isPrevious: boolean;
  readonly revision: number;
}

/** What questions are asked of. */
export interface InquiryLine {
  readonly id: string;
  readonly recipientId: string;
  readonly position: number;
  readonly measureId: string | null;
  readonly number: string;
  readonly title: string;
  readonly isUnchanged: boolean;
  readonly contributionId: string | null;
}

/** A line as it was handed in. */
export interface SubmittedLine {
  readonly lineId: string;
  readonly measureId: string | null;
  readonly number: string;
  readonly title: string;
  readonly isUnchanged: boolean;
  readonly answers: Readonly<Record<string, string>>;
}

/** Answers as they were handed in. */
export interface InquirySubmission {
  readonly id: string;
  readonly municipalityId: string;
  readonly recipientId: string;
  readonly number: number;
  readonly lines: readonly SubmittedLine[];
  readonly way: InquiryWay;
  readonly handedInAt: Date;
  /** Null: somebody with a link, the office, or a person that is erased. */
  readonly handedInById: string | null;
  readonly releasedAt: Date | null;
}

/** Until when an organisation can hand in. */
export const deadlineOf = (inquiry: Pick<Inquiry, 'closesAt'>, recipient: Pick<InquiryRecipient, 'closesAt'>): Date => recipient.closesAt ?? inquiry.closesAt;

/** How far an organisation is. */
export function stateOf({ releasedAt, handedInAt, openedAt }: Pick<InquiryRecipient, 'releasedAt' | 'handedInAt' | 'openedAt'>): RecipientState {
  if (releasedAt !== null) return 'released';
  if (handedInAt !== null) return 'answered';
  return openedAt === null ? 'asked' : 'opened';
}
