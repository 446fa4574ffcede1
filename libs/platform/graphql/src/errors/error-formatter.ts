import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ApplicationError, ERROR_CODES, ValidationError, type ErrorCode } from '@konzeptwerkstatt/kernel';
import { isDatabaseUnavailable } from './unavailable.js';

/** A failure in the words of the closed set, ready for any answer. */
export interface PublicFailure {
  readonly code: ErrorCode;
  readonly message: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** How an answer is made of an error. */
export interface FormatterOptions {
  /** Hides names of the schema in messages. */
  readonly hidesSchema: boolean;
  /** Hears of errors that nobody expected. */
  readonly report: (error: unknown, correlationId: string) => void;
}

const malformed = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED']);
const internal: PublicFailure = { code: 'INTERNAL', message: 'Da ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.' };
const unavailable: PublicFailure = { code: 'UNAVAILABLE', message: 'Der Dienst ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.', retryAfter: 5 };
const isErrorCode = (code: unknown): code is ErrorCode => ERROR_CODES.includes(code as ErrorCode);

/** What the outside may know of an error thrown by the program; null when it was not foreseen. */
export function publicFailure(error: unknown): PublicFailure | null {
  if (error instanceof ApplicationError) return { code: error.code, message: error.message, ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }) };
  if (error instanceof ValidationError) return { code: 'BAD_USER_INPUT', message: error.details.map((detail) => detail.message).join(' ') };
  return isDatabaseUnavailable(error) ? unavailable : null;
}

/** Whether a message of the parser means too many tokens, or nesting that its stack does not hold. */
export function isTooLongToParse(message: string): boolean {
  return /Parsing aborted|Maximum call stack/.test(message);
}

/** The innermost error that the program threw, through the wrappers of the GraphQL libraries. */
function thrownError(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? thrownError(error.originalError) : error;
}

/** Turns any error into an entry of `errors` with a code of the closed set and the request's id; internals never leave. */
export class ErrorFormatter {
  constructor(private readonly options: FormatterOptions) {}

  /** @param error as the GraphQL library has it @param formatted what it would answer */
  format(error: unknown, formatted: GraphQLFormattedError, correlationId: string): GraphQLFormattedError {
    const failure = this.failureOf(error, formatted, correlationId);
    const { locations, path } = formatted;
    const { code, message, retryAfter } = failure;
    const extensions = { code, correlationId, ...(retryAfter === undefined ? {} : { retryAfter }) };
    return { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), extensions };
  }

  /** What the outside may know of any error; the unforeseen is reported and becomes INTERNAL. */
  describe(error: unknown, correlationId: string): PublicFailure {
    const known = publicFailure(error);
    if (!known) this.options.report(error, correlationId);
    return known ?? internal;
  }

  private failureOf(error: unknown, formatted: GraphQLFormattedError, correlationId: string): PublicFailure {
    const thrown = thrownError(error);
    const known = publicFailure(thrown);
    if (known) return known;
    // Apollo Server replaces the code of a validation rule by its own.
    const own = thrown instanceof GraphQLError ? thrown.extensions['code'] : undefined;
    const code = isErrorCode(own) ? own : formatted.extensions?.['code'];
    const retryAfter = formatted.extensions?.['retryAfter'];
    if (isErrorCode(code)) return { code, message: this.visible(formatted.message), ...(typeof retryAfter === 'number' ? { retryAfter } : {}) };
    if (malformed.has(String(code))) return this.malformedFailure(formatted.message);
    return this.describe(thrown, correlationId);
  }

  private malformedFailure(message: string): PublicFailure {
    if (isTooLongToParse(message)) return { code: 'QUERY_TOO_COMPLEX', message: 'Die Abfrage ist zu lang oder zu tief verschachtelt.' };
    return { code: 'BAD_USER_INPUT', message: this.visible(message) };
  }

  private visible(message: string): string {
    return this.options.hidesSchema ? message.replace(/\s*Did you mean .*\?$/s, '') : message;
  }
}
