import { AddressNotAllowedError } from './outbound-address.js';

/**
 * Why a provider could not be used: it does not answer; its address may not be asked; it does not take this installation's name and secret; the person
 * broke off there; or what it answered is not to be trusted.
 */
export type ProviderFailure = 'unreachable' | 'not-allowed' | 'client-refused' | 'denied' | 'untrusted';

/** A provider could not be used. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';

  /** @param reason a code of the library for whoever runs the server; no claims, because they are about people */
  constructor(readonly failure: ProviderFailure, readonly reason: string) {
    super(`${failure}: ${reason}`);
  }
}

interface Described {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly error?: unknown;
  readonly cause?: unknown;
}

const describe = (error: unknown): Described => (typeof error === 'object' && error !== null ? error : {});

/** The error and what it was caused by, outermost first. */
function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let link = error; link !== undefined && link !== null && chain.length < 6; link = describe(link).cause) chain.push(link);
  return chain;
}

function failureOf(chain: readonly unknown[]): ProviderFailure {
  if (chain.some((error) => error instanceof AddressNotAllowedError)) return 'not-allowed';
  const { error, name } = describe(chain[0]);
  if (name === 'AuthorizationResponseError') return error === 'access_denied' ? 'denied' : 'untrusted';
  if (error === 'invalid_client' || error === 'unauthorized_client') return 'client-refused';
  // What the network says: no connection, no answer in time.
  const isNetwork = chain.some((link) => ['TimeoutError', 'AbortError'].includes(String(describe(link).name)) || (link instanceof Error && link.message === 'fetch failed') || /^(UND_ERR_|E[A-Z]+$)/.test(String(describe(link).code)));
  return isNetwork ? 'unreachable' : 'untrusted';
}

/** What became of asking a provider, in one of five words. */
export function providerErrorOf(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  const chain = chainOf(error);
  const { code, name } = describe(chain[0]);
  return new ProviderError(failureOf(chain), String(code ?? name ?? 'unknown'));
}
