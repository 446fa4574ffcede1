import type { Translate } from '@konzeptwerkstatt/web-ui';
import type { OrganisationNameFragment, RequestFailure } from '@konzeptwerkstatt/web-data';

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

/** Codes whose sentence needs no values; the others show as the server wrote them, which knows the limits. */
const translated: ReadonlySet<string> = new Set([
  'TITLE_REQUIRED', 'TEXT_NOT_STORABLE', 'STALE_VALUE', 'EDITION_FROZEN', 'BLOCK_GONE', 'UNKNOWN_ORGANISATION',
  'PERIOD_INVALID', 'PERIOD_ENDS_BEFORE_START', 'AMOUNT_INVALID', 'FILE_EMPTY', 'FILE_TYPE_REFUSED', 'FILE_SVG_REFUSED', 'FILE_QUOTA_EXCEEDED', 'FILE_GONE', 'PICTURE_BROKEN', 'PICTURE_TOO_WIDE',
  'SECTION_TITLE_TAKEN', 'SECTION_TOO_LONG', 'TOO_MANY_SECTIONS',
]);

/** The sentence beside the field. */
export function problemText(t: Translate, { code, message }: Problem): string {
  return translated.has(code) ? t(`concept.error.${code}`) : message;
}

const failures: ReadonlySet<string> = new Set(['UNREACHABLE', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED', 'UNAVAILABLE']);

/** The sentence for a request that failed as a whole. */
export function failureText(t: Translate, { code }: RequestFailure): string {
  return t(`concept.failure.${failures.has(code) ? code : 'OTHER'}`);
}
