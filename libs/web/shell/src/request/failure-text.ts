import type { RequestFailure, UserProblem } from '@konzeptwerkstatt/web-data';
import type { Translate } from '@konzeptwerkstatt/web-ui';
import { i18n } from '@konzeptwerkstatt/web-ui';

const knownCodes: ReadonlySet<string> = new Set([
  'UNREACHABLE', 'RATE_LIMITED', 'UNAVAILABLE', 'FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED', 'CONFLICT', 'BAD_USER_INPUT', 'PAYLOAD_TOO_LARGE', 'INTERNAL',
]);

/** From here on a wait is told in minutes. */
const longWaitSeconds = 120;

/** Why a request failed and what to do, as one or two sentences. */
export function failureText(failure: RequestFailure, t: Translate): string {
  const seconds = failure.retryAfter ?? 0;
  if (failure.code === 'RATE_LIMITED' && seconds >= longWaitSeconds) return t('shell.request.RATE_LIMITED_LONG', { minutes: Math.ceil(seconds / 60) });
  const code = knownCodes.has(failure.code) ? failure.code : 'INTERNAL';
  return t(`shell.request.${code}`, { seconds });
}

/** The sentence for a wrong field: the context's own for code and field, or for the code, otherwise the server's. */
export function problemText({ code, path, message }: UserProblem, context: string, t: Translate): string {
  const key = [`${context}.error.${code}.${path[0] ?? ''}`, `${context}.error.${code}`].find((candidate) => i18n.exists(candidate));
  return key ? t(key) : message;
}

/** What is wrong with one field of a form, or null. */
export function problemAt(problems: readonly UserProblem[], field: string, context: string, t: Translate): string | null {
  const problem = problems.find(({ path }) => path[0] === field);
  return problem ? problemText(problem, context, t) : null;
}
