import { CombinedGraphQLErrors } from '@apollo/client';

/** Why a request failed, for choosing a sentence: a code of the server's closed set, or that it could not be reached. */
export interface RequestFailure {
  readonly code: string;
  /** The server's request id, to be told to whoever helps. */
  readonly reference: string | null;
  /** Seconds to wait, for RATE_LIMITED and UNAVAILABLE. */
  readonly retryAfter: number | null;
}

/** Reads a failed request's error. */
export function requestFailure(error: unknown): RequestFailure {
  const first = CombinedGraphQLErrors.is(error) ? error.errors[0] : undefined;
  if (!first) return { code: 'UNREACHABLE', reference: null, retryAfter: null };
  const { code, correlationId, retryAfter } = first.extensions ?? {};
  return {
    code: typeof code === 'string' ? code : 'INTERNAL',
    reference: typeof correlationId === 'string' ? correlationId : null,
    retryAfter: typeof retryAfter === 'number' ? retryAfter : null,
  };
}
