/** Why a job was parked, in a few kinds that can be said in words; the reason itself has the details. */
export const FAILURE_CODES = ['timed_out', 'data_unfit', 'undeliverable', 'process_ended', 'unreachable', 'refused', 'unexpected'] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** Codes of connections: of Node, of Prisma (P1…) and of PostgreSQL (08… and 57P…). */
const unreachable = /\b(ECONN[A-Z]+|ETIMEDOUT|ENOTFOUND|EPIPE|EHOSTUNREACH|EAI_AGAIN|P10\d\d|08\d{3}|57P0\d)\b/;

const kinds: readonly (readonly [RegExp, FailureCode])[] = [
  [/^JobTimeoutError\b/, 'timed_out'],
  [/^(InvalidJobError|ZodError)\b/, 'data_unfit'],
  [/^UndeliverableError\b/, 'undeliverable'],
  [/^its process ended\b/, 'process_ended'],
  [unreachable, 'unreachable'],
  [/^(ApplicationError|ValidationError)\b/, 'refused'],
];

/** The kind of a reason as `failureReason` wrote it. @returns `unexpected` for what is none of the others: a mistake in the product, most likely */
export function failureCode(reason: string): FailureCode {
  return kinds.find(([pattern]) => pattern.test(reason))?.[1] ?? 'unexpected';
}
