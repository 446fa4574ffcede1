import type { PartyState } from '../fields/party-state.policy.js';
import type { DecisionState, FundingState, GoalKind, MeasureStatus, MeasureType, Priority, TargetGroup } from '../fields/field-vocabulary.js';

/** Languages that documents can be written in: those of the interface. What people wrote stays in theirs. */
export const DOCUMENT_LANGUAGES = ['de', 'en', 'ar'] as const;
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];

/** What a document calls its parts and values, in the language it is written in. */
export interface DocumentWords {
  readonly language: DocumentLanguage;
  /** Words of the first page. */
  readonly titlePage: TitlePageWords;
  readonly contents: string;
  readonly measureTable: string;
  readonly number: string;
  readonly goal: string;
  readonly measure: string;
  readonly untitledGoal: string;
  readonly untitledMeasure: string;
  /** For a picture of which nobody has said yet what is to be seen. */
  readonly undescribedPicture: string;
  /** @param description what would be to be seen */
  readonly missingPicture: (description: string) => string;
  /** On the first page of a file that cannot show some characters. @param codes of the characters, e.g. `U+1F389` */
  readonly unshown: (codes: string) => string;
  /** Of an indicator that nobody has a value of. */
  readonly noValueYet: string;
  /** Labels of fields by their name in the document model. */
  readonly fields: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<MeasureType, string>>;
  readonly statuses: Readonly<Record<MeasureStatus, string>>;
  readonly decisionStates: Readonly<Record<DecisionState, string>>;
  readonly priorities: Readonly<Record<Priority, string>>;
  readonly fundingStates: Readonly<Record<FundingState, string>>;
  readonly targetGroups: Readonly<Record<TargetGroup, string>>;
  /** Beside the name of an organisation that has not simply said yes to its part in a measure. */
  readonly partyStates: Readonly<Record<Exclude<PartyState, 'confirmed'>, string>>;
  readonly goalKinds: Readonly<Record<GoalKind, string>>;
  /** Of what people said about a document. */
  readonly notes: NoteWords;
  /** @param period as the document stores it: `2025/2027`, `2025-Q1/..` */
  readonly period: (period: string) => string;
  /** @param amount euro as decimal text */
  readonly amount: (amount: string) => string;
  /** @param posts full-time equivalents as decimal text */
  readonly posts: (posts: string) => string;
  /** @param day `YYYY-MM-DD` */
  readonly day: (day: string) => string;
}

/** What the first page says of the document. */
export interface TitlePageWords {
  /** @param day in words, on which it was what it is */
  readonly draft: (day: string) => string;
  readonly adopted: (day: string) => string;
  /** Of measures of one organisation only. */
  readonly measuresOf: (organisation: string) => string;
  /** Of one section only. */
  readonly excerpt: (section: string) => string;
  readonly example: string;
}

/** Words around what people said about a document. */
export interface NoteWords {
  readonly title: string;
  readonly mention: string;
  /** What a note is about: the whole document. */
  readonly whole: string;
  /** Before the words it is about, and before those it proposes instead. */
  readonly quote: string;
  readonly replacement: string;
  /** Proposed instead of words: none. */
  readonly nothing: string;
  /** What became of its place. */
  readonly changed: string;
  readonly gone: string;
  /** @param count of notes in the document @param left so many more there are */
  readonly count: (count: number, left: number) => string;
}
