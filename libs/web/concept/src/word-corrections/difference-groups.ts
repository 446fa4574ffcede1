import type { WordDifferencesQuery } from '@konzeptwerkstatt/web-data';

export type Difference = NonNullable<WordDifferencesQuery['wordCorrections']>['differences']['edges'][number]['node'];

/** The differences of one section. */
export interface DifferenceSection {
  readonly sectionId: string;
  readonly title: string;
  readonly differences: readonly Difference[];
}

/** So many are taken over with one press. */
const takenAtOnce = 500;

/** What tells a difference from all others, also from a later one at the same place. */
export const nameOf = ({ sectionId, key, liveText, fileText }: Difference): string => JSON.stringify([sectionId, key, liveText, fileText]);

/** Differences in order, by section. */
export function inSections(differences: readonly Difference[]): DifferenceSection[] {
  const groups = Map.groupBy(differences, ({ sectionId }) => sectionId);
  return [...groups].map(([sectionId, own]) => ({ sectionId, title: own[0]?.sectionTitle ?? '', differences: own }));
}

/** Those that can be taken over together; where both sides changed something, each is decided by itself. */
export const withoutConflict = (differences: readonly Difference[]): Difference[] => differences.filter(({ kind, mayAccept }) => mayAccept && kind !== 'CONFLICT').slice(0, takenAtOnce);
