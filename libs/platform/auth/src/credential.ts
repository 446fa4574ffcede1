import { parseCookie, stringifySetCookie } from 'cookie';
import { API_TOKEN_PREFIX } from './token.js';

/** By what a visitor shows who she is. */
export interface Credential {
  readonly kind: 'session' | 'apiToken' | 'guest';
  readonly token: string;
}

/** Headers that can carry a credential; an address never does. */
export interface CredentialHeaders {
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
}

/** `__Host-` binds the cookie to this host; browsers take it over https only. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-kw_session' : 'kw_session';
}

/** The Set-Cookie header that signs a browser in. @param maxAge seconds */
export function sessionCookie(token: string, maxAge: number, secure: boolean): string {
  return stringifySetCookie({ name: sessionCookieName(secure), value: token, httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge });
}

/** The Set-Cookie header that signs a browser out. */
export function clearedSessionCookie(secure: boolean): string {
  return sessionCookie('', 0, secure);
}

/** Cookie of a guest of a gathering: a key of its own, apart from any account. */
export function guestCookieName(secure: boolean): string {
  return secure ? '__Host-kw_guest' : 'kw_guest';
}

/** The Set-Cookie header that lets a browser take part as a guest. @param maxAge seconds; 0 clears it */
export function guestCookie(token: string, maxAge: number, secure: boolean): string {
  return stringifySetCookie({ name: guestCookieName(secure), value: token, httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge });
}

/** The guest's credential of a request, if there is one; a bearer token is somebody else's. */
export function guestCredentialOf({ cookie, authorization }: CredentialHeaders, secure: boolean): Credential | null {
  const token = cookie === undefined || authorization !== undefined ? undefined : parseCookie(cookie)[guestCookieName(secure)];
  return token !== undefined && /^[\w-]{20,200}$/.test(token) ? { kind: 'guest', token } : null;
}

/** The credential of a request: a bearer token if there is any, else the session cookie. A wrong bearer never falls back to the cookie. */
export function credentialOf(headers: CredentialHeaders, secure: boolean): Credential & { readonly kind: 'session' | 'apiToken' } | null {
  if (headers.authorization !== undefined) {
    const token = /^Bearer +([\w-]{20,200})$/i.exec(headers.authorization.trim())?.[1];
    return token?.startsWith(API_TOKEN_PREFIX) ? { kind: 'apiToken', token } : null;
  }
  const token = headers.cookie === undefined ? undefined : parseCookie(headers.cookie)[sessionCookieName(secure)];
  return token !== undefined && /^[\w-]{20,200}$/.test(token) ? { kind: 'session', token } : null;
}
