import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { monitoringProblem } from './monitoring.errors.js';
import type { MonitoringErrorCode } from './monitoring.errors.js';

/** A place in a text that names an indicator, as far as it is told of. */
export interface NamedPlace {
  readonly kind: 'goal' | 'measure' | 'text';
  /** Of the goal or measure; empty where it has none, and of the text. */
  readonly title: string;
  readonly sectionTitle: string;
  readonly editionTitle: string;
  /** Whether who wants to remove it may read it. */
  readonly isReadable: boolean;
}

/** What an indicator is needed for. */
export interface IndicatorUse<Place extends NamedPlace = NamedPlace> {
  /** Whether anything was ever recorded, corrected and withdrawn values included. */
  readonly hasValues: boolean;
  readonly isReleased: boolean;
  /** Shares that are made of its counts. */
  readonly shares: readonly { readonly id: string; readonly name: string }[];
  readonly places: readonly Place[];
}

/** So many places are named in a sentence; it says how many more there are. */
const NAMED_AT_MOST = 5;

function withNames(code: MonitoringErrorCode, names: readonly string[]): UserErrorDetail {
  const problem = monitoringProblem(code, []);
  if (names.length === 0) return problem;
  const more = names.length > NAMED_AT_MOST ? ` und ${names.length - NAMED_AT_MOST} weitere` : '';
  return { ...problem, message: `${problem.message} Gemeint: ${names.slice(0, NAMED_AT_MOST).join(', ')}${more}.` };
}

function placesProblem(code: 'IS_LINKED' | 'STANDS_IN_TEXT', places: readonly NamedPlace[]): UserErrorDetail[] {
  const nameOf = ({ title, sectionTitle, editionTitle }: NamedPlace): string => (title === '' ? `„${sectionTitle}“ (${editionTitle})` : `„${title}“ (${sectionTitle}, ${editionTitle})`);
  return places.length === 0 ? [] : [withNames(code, places.filter(({ isReadable }) => isReadable).map(nameOf))];
}

/** Why an indicator cannot be taken away: every reason at once, each with where it is used as far as that may be known; empty when nobody needs it. */
export function removalProblems({ hasValues, isReleased, shares, places }: IndicatorUse): UserErrorDetail[] {
  return [
    ...(hasValues ? [monitoringProblem('HAS_VALUES', [])] : []),
    ...(isReleased ? [monitoringProblem('STILL_RELEASED', [])] : []),
    ...(shares.length === 0 ? [] : [withNames('IS_COUNT', shares.map(({ name }) => `„${name}“`))]),
    ...placesProblem('IS_LINKED', places.filter(({ kind }) => kind !== 'text')),
    ...placesProblem('STANDS_IN_TEXT', places.filter(({ kind }) => kind === 'text')),
  ];
}
