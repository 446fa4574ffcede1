import type { SectionKind, WordImportSectionsQuery } from '@konzeptwerkstatt/web-data';

export type WordSection = NonNullable<WordImportSectionsQuery['wordImport']>['sections']['edges'][number]['node'];

/** What somebody changed of a suggested section; what is not named is as suggested. */
export interface ChangedSection {
  readonly title?: string;
  readonly kind?: SectionKind;
  readonly isLeftOut?: boolean;
}

export type Changes = Readonly<Record<number, ChangedSection>>;

/** A section as it is going to be. */
export interface ChosenSection {
  readonly index: number;
  readonly title: string;
  readonly kind: SectionKind;
}

export const titleOf = ({ index, title }: WordSection, changes: Changes, untitled: string): string => changes[index]?.title ?? (title || untitled);

/** Those that are taken over, as the person wants them. @param untitled the name of what stands before the first heading */
export function chosenSections(sections: readonly WordSection[], changes: Changes, untitled: string): ChosenSection[] {
  return sections.filter(({ index }) => changes[index]?.isLeftOut !== true).map((section) => ({ index: section.index, title: titleOf(section, changes, untitled), kind: changes[section.index]?.kind ?? section.kind }));
}
