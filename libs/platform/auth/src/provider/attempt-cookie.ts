import { parseCookie, stringifySetCookie } from 'cookie';

/** A sign-in with a provider may take so long. Seconds. */
export const SIGN_IN_ATTEMPT_SECONDS = 600;

const nameOf = (secure: boolean): string => (secure ? '__Host-kw_sign_in' : 'kw_sign_in');

/** The Set-Cookie header that binds a sign-in on its way to this browser. It comes back with the person, from another site: `Lax` lets it. */
export function attemptCookie(token: string, secure: boolean): string {
  return stringifySetCookie({ name: nameOf(secure), value: token, httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: SIGN_IN_ATTEMPT_SECONDS });
}

/** The Set-Cookie header that takes it away again. */
export function clearedAttemptCookie(secure: boolean): string {
  return stringifySetCookie({ name: nameOf(secure), value: '', httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 0 });
}

/** The token of the sign-in on its way in this browser; null when there is none. */
export function attemptTokenOf(cookie: string | undefined, secure: boolean): string | null {
  const token = cookie === undefined ? undefined : parseCookie(cookie)[nameOf(secure)];
  return token !== undefined && /^[\w-]{20,200}$/.test(token) ? token : null;
}
