import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { textProblems, tidyText } from './text-field.policy.js';

/** What day or time a value is counted for. */
export const REFERENCE_DATE_TYPES = ['end_of_year', 'reference_day', 'calendar_year', 'school_year', 'survey_wave'] as const;
export type ReferenceDateType = (typeof REFERENCE_DATE_TYPES)[number];

/** What is counted, and how. */
export interface DefinitionDraft {
  /** In words; may be left open at first. */
  readonly definition?: string | null;
  /** Where the figures come from. */
  readonly source?: string | null;
  readonly numerator?: string | null;
  readonly denominator?: string | null;
  /** Who counts as belonging to the group, e.g. “Einwanderungsgeschichte (Destatis 2023)”. */
  readonly populationConcept?: string | null;
  /** Number of the table at its source, e.g. `12411-02-03-4`. */
  readonly tableId?: string | null;
  readonly methodNote?: string | null;
  readonly referenceDateType?: ReferenceDateType | null;
}

/** A definition as it is stored. */
export interface DefinitionFacts {
  readonly text: string;
  readonly source: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly populationConcept: string | null;
  readonly tableId: string | null;
  readonly methodNote: string | null;
  readonly referenceDateType: ReferenceDateType | null;
}

/** A draft without blanks around its texts. */
export function filledDefinition(draft: DefinitionDraft): DefinitionFacts {
  return {
    text: tidyText(draft.definition) ?? '', source: tidyText(draft.source), numerator: tidyText(draft.numerator), denominator: tidyText(draft.denominator),
    populationConcept: tidyText(draft.populationConcept), tableId: tidyText(draft.tableId), methodNote: tidyText(draft.methodNote), referenceDateType: draft.referenceDateType ?? null,
  };
}

/** Everything that is wrong with the texts of a definition. */
export function definitionProblems({ text, referenceDateType: _, ...texts }: DefinitionFacts): UserErrorDetail[] {
  return [...textProblems(text, 'definition'), ...Object.entries(texts).flatMap(([field, value]) => textProblems(value, field))];
}

const counted = ['numerator', 'denominator', 'populationConcept'] as const;

/** What two ways of counting are told apart by. */
type Counted = Readonly<Record<(typeof counted)[number], string | null>>;

/** Whether two municipalities differ in what they say about numerator, denominator or the people counted. */
export const countsDifferently = (one: Counted | undefined, other: Counted): boolean => counted.some((field) => (one?.[field] ?? null) !== other[field]);

/**
 * Whether something else is counted from now on, so that old and new values must not be joined. Saying for the first time what was counted
 * all along is no other way of counting; nor is another wording of the description, another source or a note on the method.
 */
export function isBreak(before: DefinitionFacts, after: DefinitionFacts): boolean {
  return counted.some((field) => before[field] !== null && before[field] !== after[field]);
}
