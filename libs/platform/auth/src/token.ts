import { createHash, randomBytes } from 'node:crypto';

/** Script tokens are told from session tokens, and found by secret scanners, by this prefix. */
export const API_TOKEN_PREFIX = 'kwt_';

/** A new session token: 256 random bits. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A new token for scripts: 256 random bits behind a recognisable prefix. */
export function newApiToken(): string {
  return `${API_TOKEN_PREFIX}${randomBytes(32).toString('base64url')}`;
}

/** A new token for a link that works once: 256 random bits. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. A fast hash is enough, because a token cannot be guessed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
