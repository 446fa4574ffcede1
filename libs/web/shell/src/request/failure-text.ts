import type { RequestFailure, UserProblem } from '@konzeptwerkstatt/web-data';
import type { Translate } from '@konzeptwerkstatt/web-ui';
import { i18n } from '@konzeptwerkstatt/web-ui';

const knownCodes: ReadonlySet<string> = new Set([
  'UNREACHABLE', 'RATE_LIMITED', 'UNAVAILABLE', 'FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED', 'CONFLICT', 'BAD_USER_INPUT', 'PAYLOAD_TOO_LARGE', 'INTERNAL',
]);

/** Why a request failed and what to do, as one or two sentences. */
export function failureText(failure: RequestFailure, t: Translate): string {
  const code = knownCodes.has(failure.code) ? failure.code : 'INTERNAL';
  return t(`shell.request.${code}`, { seconds: failure.retryAfter ?? 0 });
}

/** The sentence for a wrong field: the context's own for the code, otherwise the server's. */
export function problemText(problem: UserProblem, context: string, t: Translate): string {
  const key = `${context}.error.${problem.code}`;
  return i18n.exists(key) ? t(key) : problem.message;
}

/** What is wrong with one field of a form, or null. */
export function problemAt(problems: readonly UserProblem[], field: string, context: string, t: Translate): string | null {
  const problem = problems.find(({ path }) => path[0] === field);
  return problem ? problemText(problem, context, t) : null;
}
