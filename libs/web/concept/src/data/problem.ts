import type { Translate } from '@konzeptwerkstatt/web-ui';
import type { OrganisationNameFragment, RequestFailure } from '@konzeptwerkstatt/web-data';
import { problemText as sentenceOf } from '@konzeptwerkstatt/web-shell';

/** An expected failure of a mutation, as the fragment `Problem` reads it. */
export interface Problem {
  readonly code: string;
  /** The server's sentence, in German. */
  readonly message: string;
  readonly path: readonly string[];
  /** Only of a value that somebody else has changed meanwhile. */
  readonly currentValue?: string | null;
  readonly changedBy?: OrganisationNameFragment | null;
}

/** The sentence beside the field: the catalogue's, or the server's German one, which knows limits and names. */
export const problemText = (t: Translate, problem: Problem): string => sentenceOf(problem, 'concept', t);

/** The same for a list that is brought: one with a password or macros is no workbook to who looks at the content. */
export const sheetProblemText = (t: Translate, problem: Problem): string => (problem.code === 'FILE_TYPE_REFUSED' ? t('concept.import.wrong-type') : problemText(t, problem));

const failures: ReadonlySet<string> = new Set(['UNREACHABLE', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED', 'UNAVAILABLE']);

/** The sentence for a request that failed as a whole. */
export function failureText(t: Translate, { code }: RequestFailure): string {
  return t(`concept.failure.${failures.has(code) ? code : 'OTHER'}`);
}
