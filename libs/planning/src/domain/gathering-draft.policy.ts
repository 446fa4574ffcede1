import { isLanguageTag, isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { tidyLine, titleProblems } from './dated-step.entity.js';
import { readMunicipalTime } from './municipal-time.policy.js';
import { planningProblem, throwProblems } from './planning.errors.js';
import type { PlanningErrorCode } from './planning.errors.js';

export const GATHERING_KINDS = ['workshop', 'working_group', 'conference', 'council_meeting'] as const;
export type GatheringKindName = (typeof GATHERING_KINDS)[number];

/** A point of an agenda. */
export interface AgendaEntry {
  /** By the town's clock, `18:30`; null without a time. */
  readonly time: string | null;
  readonly title: string;
}

/** A table as it is typed; with an id it is one that is there. */
export interface TableDraft {
  readonly id: string | null;
  readonly title: string;
  readonly question: string;
  readonly sectionId: string;
}

/** What somebody typed into the form of a gathering. */
export interface GatheringDraft {
  /** The phase of the process that it belongs to; null for none. */
  readonly phaseId: string | null;
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly place: string;
  /** By the town's clock, `2027-06-30T18:00`. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly languages: readonly string[];
  readonly interpretation: string;
  readonly agenda: readonly AgendaEntry[];
  readonly tables: readonly TableDraft[];
  readonly welcomesGuests: boolean;
  readonly releasesCards: boolean;
  readonly guestsWrite: boolean;
}

/** A gathering that may be stored, as far as it can be said without looking at others. */
export type CheckedGathering = Omit<GatheringDraft, 'kind' | 'startsAt' | 'endsAt'> & { readonly kind: GatheringKindName; readonly startsAt: Date; readonly endsAt: Date };

const MAX_TEXT = 2000;
const MAX_LINE = 300;
const MAX_TABLES = 30;
const MAX_ENTRIES = 60;
const MAX_MS = 7 * 24 * 3_600_000;
/** Minutes and results are longer than a remark. */
export const MAX_RECORD = 50_000;
const MAX_PEOPLE = 10_000;
/** Guests come a little before it begins. */
const ADMISSION_MS = 30 * 60_000;

/** What is wrong with a text that may be empty. @param field of the input */
export function textProblems(text: string, field: string, max = MAX_TEXT, code: PlanningErrorCode = 'TEXT_TOO_LONG'): UserErrorDetail[] {
  if (!isStorableText(text)) return [planningProblem('TEXT_NOT_STORABLE', [field])];
  return text.length > max ? [planningProblem(code, [field])] : [];
}

function timeProblems(draft: GatheringDraft): { readonly startsAt: Date; readonly endsAt: Date; readonly problems: UserErrorDetail[] } {
  const [starts, ends] = [readMunicipalTime(draft.startsAt, 'earlier'), readMunicipalTime(draft.endsAt, 'later')];
  const problems = [
    ...(starts.problem === undefined ? [] : [planningProblem(starts.problem, ['startsAt'])]),
    ...(ends.problem === undefined ? [] : [planningProblem(ends.problem, ['endsAt'])]),
  ];
  const [startsAt, endsAt] = [starts.instant ?? new Date(0), ends.instant ?? new Date(0)];
  if (problems.length === 0 && endsAt <= startsAt) problems.push(planningProblem('ENDS_BEFORE_START', ['endsAt']));
  if (problems.length === 0 && endsAt.getTime() - startsAt.getTime() > MAX_MS) problems.push(planningProblem('GATHERING_TOO_LONG', ['endsAt']));
  return { startsAt, endsAt, problems };
}

function agendaProblems(agenda: readonly AgendaEntry[]): UserErrorDetail[] {
  if (agenda.length > MAX_ENTRIES) return [planningProblem('TOO_MANY_ENTRIES', ['agenda'])];
  return agenda.flatMap(({ time, title }) => [
    ...(time === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? [] : [planningProblem('TIME_INVALID', ['agenda'])]),
    ...(title === '' ? [planningProblem('TITLE_REQUIRED', ['agenda'])] : textProblems(title, 'agenda', MAX_LINE, 'TITLE_TOO_LONG')),
  ]);
}

function tableProblems(tables: readonly TableDraft[], welcomesGuests: boolean): UserErrorDetail[] {
  if (tables.length > MAX_TABLES) return [planningProblem('TOO_MANY_TABLES', ['tables'])];
  if (welcomesGuests && tables.length === 0) return [planningProblem('TABLE_NEEDED', ['tables'])];
  return tables.flatMap(({ title, question }) => [
    ...(title === '' ? [planningProblem('NAME_REQUIRED', ['tables'])] : textProblems(title, 'tables', MAX_LINE, 'TITLE_TOO_LONG')),
    ...textProblems(question, 'tables'),
  ]);
}

/** Checks and tidies a draft. @throws ValidationError with every problem at once */
export function gatheringOf(draft: GatheringDraft): CheckedGathering {
  const title = tidyLine(draft.title);
  const kind = GATHERING_KINDS.find((known) => known === draft.kind);
  const agenda = draft.agenda.map((entry) => ({ time: entry.time, title: tidyLine(entry.title) }));
  const tables = draft.tables.map((table) => ({ ...table, title: tidyLine(table.title), question: table.question.trim() }));
  const texts = { summary: draft.summary.trim(), place: tidyLine(draft.place), interpretation: draft.interpretation.trim() };
  const { startsAt, endsAt, problems } = timeProblems(draft);
  const languages = [...new Set(draft.languages)];
  throwProblems([
    ...(kind === undefined ? [planningProblem('GATHERING_KIND_INVALID', ['kind'])] : []),
    ...titleProblems(title), ...textProblems(texts.summary, 'summary'), ...textProblems(texts.place, 'place', MAX_LINE, 'TITLE_TOO_LONG'), ...textProblems(texts.interpretation, 'interpretation'),
    ...problems, ...agendaProblems(agenda), ...tableProblems(tables, draft.welcomesGuests),
    ...(languages.length <= 20 && languages.every((tag) => isLanguageTag(tag)) ? [] : [planningProblem('LANGUAGE_INVALID', ['languages'])]),
  ]);
  const { phaseId, welcomesGuests, releasesCards, guestsWrite } = draft;
  return { phaseId, kind: kind as GatheringKindName, title, ...texts, startsAt, endsAt, languages, agenda, tables, welcomesGuests, releasesCards, guestsWrite };
}

/** What is wrong with a number of people; null is none. */
export function peopleProblems(people: number | null): UserErrorDetail[] {
  return people === null || (Number.isInteger(people) && people >= 0 && people <= MAX_PEOPLE) ? [] : [planningProblem('PEOPLE_INVALID', ['people'])];
}

/** Whether a gathering begins before its phase opens, or ends after it has closed. */
export const isOutside = ({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }, phase: { readonly opensAt: Date; readonly closesAt: Date | null }): boolean =>
  startsAt < phase.opensAt || (phase.closesAt !== null && endsAt > phase.closesAt);

/** Between which instants guests may do something: as long as they are admitted, and at the latest until the phase of the gathering closes. */
export function guestTimesOf(gathering: Parameters<typeof admissionOf>[0], phase: { readonly closesAt: Date | null } | null): ReturnType<typeof admissionOf> {
  const { opensAt, closesAt } = admissionOf(gathering);
  const last = phase?.closesAt ?? null;
  return { opensAt, closesAt: last !== null && last < closesAt ? last : closesAt };
}

/** Between which instants guests may come in: half an hour before it begins until it ends, by its time or by hand. */
export function admissionOf({ startsAt, endsAt, endedAt }: { readonly startsAt: Date; readonly endsAt: Date; readonly endedAt: Date | null }): { readonly opensAt: Date; readonly closesAt: Date } {
  return { opensAt: new Date(startsAt.getTime() - ADMISSION_MS), closesAt: endedAt !== null && endedAt < endsAt ? endedAt : endsAt };
}
