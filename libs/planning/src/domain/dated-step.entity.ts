import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { PartialDate, UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { parsePartialDate } from './partial-date.policy.js';
import { planningProblem, throwProblems } from './planning.errors.js';

/** Kinds of steps that a process goes through; the same words as in the facts of the source. */
export const STEP_KINDS = [
  'mandate', 'participation', 'consultation', 'postponed', 'adoption', 'publication', 'guidelines', 'report', 'survey', 'study', 'strategy', 'commitment',
  'institution', 'other',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

const MAX_TITLE_LENGTH = 300;
const MAX_NOTE_LENGTH = 2000;

/** What somebody typed into the form of a step. */
export interface DatedStepDraft {
  readonly kind: string;
  readonly title: string;
  /** See `parsePartialDate`. */
  readonly date: string;
  readonly note: string | null;
}

/** A step that may be stored. */
export interface DatedStepFacts {
  readonly kind: StepKind;
  readonly title: string;
  readonly date: PartialDate;
  readonly note: string | null;
}

/** One line without doubled or surrounding spaces. */
export function tidyLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What is wrong with a title, tidied before. */
export function titleProblems(title: string): UserErrorDetail[] {
  if (!isStorableText(title)) return [planningProblem('TEXT_NOT_STORABLE', ['title'])];
  if (title === '') return [planningProblem('TITLE_REQUIRED', ['title'])];
  return title.length > MAX_TITLE_LENGTH ? [planningProblem('TITLE_TOO_LONG', ['title'])] : [];
}

function noteProblems(note: string): UserErrorDetail[] {
  if (!isStorableText(note)) return [planningProblem('TEXT_NOT_STORABLE', ['note'])];
  return note.length > MAX_NOTE_LENGTH ? [planningProblem('TEXT_TOO_LONG', ['note'])] : [];
}

/** Checks and tidies a draft. @throws ValidationError with every problem at once */
export function datedStepOf(draft: DatedStepDraft): DatedStepFacts {
  const title = tidyLine(draft.title);
  const note = draft.note?.trim() ?? '';
  const date = parsePartialDate(draft.date);
  const kind = STEP_KINDS.find((candidate) => candidate === draft.kind);
  throwProblems([
    ...(kind === undefined ? [planningProblem('STEP_KIND_INVALID', ['kind'])] : []),
    ...titleProblems(title),
    ...(date === null ? [planningProblem('DATE_INVALID', ['date'])] : []),
    ...noteProblems(note),
  ]);
  return { kind: kind as StepKind, title, date: date as PartialDate, note: note === '' ? null : note };
}
