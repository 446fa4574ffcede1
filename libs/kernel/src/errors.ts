/** The closed set of codes that a program gets in `extensions.code` and in HTTP answers. */
export const ERROR_CODES = [
  'BAD_USER_INPUT', 'QUERY_TOO_COMPLEX', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT',
  'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA', 'RATE_LIMITED', 'UNAVAILABLE', 'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A failure that the person at the form cannot mend; becomes a top-level error with its code. */
export class ApplicationError extends Error {
  /**
   * @param code one of the closed set
   * @param message a German sentence for people; never internals
   * @param retryAfter seconds, for RATE_LIMITED and UNAVAILABLE
   */
  constructor(readonly code: ErrorCode, message: string, readonly retryAfter?: number) {
    super(message);
    this.name = 'ApplicationError';
  }
}

/**
 * What does not exist, and what is none of one's business: one sentence for both, because two would tell one from the other.
 */
export const notFound = (): ApplicationError => new ApplicationError('NOT_FOUND', 'Das gibt es nicht, oder es ist für Sie nicht sichtbar.');

/** One expected failure at one place of the input: becomes an entry of the payload's `errors`. */
export interface UserErrorDetail {
  /** Stable, SCREAMING_SNAKE_CASE; the client's catalogue has the sentence under `error.<code>`. */
  readonly code: string;
  /** German fallback sentence. */
  readonly message: string;
  /** Names from the input down to the field, e.g. ["title"]. */
  readonly path: readonly string[];
  /** Values the sentence needs, e.g. the current value of a field somebody else changed. */
  readonly params?: Readonly<Record<string, string | number | null>>;
}

/** Expected failures of a command: wrong fields, stale values, frozen editions, rules of the house. */
export class ValidationError extends Error {
  constructor(readonly details: readonly UserErrorDetail[]) {
    super(details.map((detail) => detail.code).join(', '));
    this.name = 'ValidationError';
  }
}
