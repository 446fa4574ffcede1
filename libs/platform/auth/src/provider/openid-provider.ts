import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { createRemoteJWKSet, customFetch, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import * as openid from 'openid-client';
import { guardedFetch, OUTBOUND_TIMEOUT_MS, type GuardedFetch } from './guarded-fetch.js';
import { isUrlAllowed, type OutboundPolicy } from './outbound-address.js';
import { ProviderError, providerErrorOf } from './provider.errors.js';

/** How this installation is registered at a provider. */
export interface ProviderRegistration {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What is kept of a sign-in on its way, on the server only. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE. */
  readonly codeVerifier: string;
}

/** Who signed in, as the provider says and as far as it was checked. */
export interface ProviderIdentity {
  /** As the provider names itself; the same URL as was configured. */
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly isEmailVerified: boolean;
  readonly name: string | null;
  /** Everything it says of the person; what the signed token says goes before what was asked for afterwards. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** The session at the provider, for signing out. */
  readonly sessionId: string | null;
  readonly idToken: string;
  /** Where people are sent to sign out there as well; null when it cannot do that. */
  readonly logoutEndpoint: string | null;
}

/** A provider says that somebody signed out there. One of subject and session is there. */
export interface LogoutNotice {
  readonly subject: string | null;
  readonly sessionId: string | null;
  /** Of the notice, for use once. */
  readonly tokenId: string;
}

interface NoticeKeys {
  /** As the provider names itself. */
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

const SCOPE = 'openid profile email';
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Signatures with a key that only the provider has. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
/** So long a provider is not asked again for its keys, unless a notice names a new one. Milliseconds. */
const KEYS_MS = 5 * 60_000;
/** A notice is sent at once; an older one is a copy. Seconds. */
export const LOGOUT_NOTICE_SECONDS = 120;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const untrusted = (reason: string): ProviderError => new ProviderError('untrusted', reason);

/** By whichever way the provider names; the standard's own when it names none. */
const clientSecret = (secret: string): openid.ClientAuth => (server, client, body, headers) => {
  const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const authenticate = ways.includes('client_secret_basic') ? openid.ClientSecretBasic(secret) : openid.ClientSecretPost(secret);
  authenticate(server, client, body, headers);
};

/** Talks to OpenID Connect providers: authorization code flow with PKCE, state, nonce and checked signatures. */
@Injectable()
export class OpenIdProviders {
  private readonly policy: OutboundPolicy;
  private readonly fetch: GuardedFetch;
  /** Anybody may send notices, and many may come at once: they must not make this installation ask as often. */
  private readonly noticeKeys = new Map<string, NoticeKeys>();

  constructor(@Inject(APP_CONFIG) { oidcPrivateIssuers }: Pick<AppConfig, 'oidcPrivateIssuers'>) {
    this.policy = { allowsPrivate: oidcPrivateIssuers };
    this.fetch = guardedFetch(this.policy);
  }

  /** Asks whether there is a usable provider under that issuer. @throws ProviderError */
  async probe(registration: ProviderRegistration): Promise<void> {
    await this.discover(registration);
  }

  /** @returns the address to send the person to, and what has to be kept until she comes back @throws ProviderError */
  async begin(registration: ProviderRegistration, redirectUri: string): Promise<{ readonly url: string; readonly secrets: SignInSecrets }> {
    const provider = await this.discover(registration);
    const secrets = { state: openid.randomState(), nonce: openid.randomNonce(), codeVerifier: openid.randomPKCECodeVerifier() };
    const { href } = openid.buildAuthorizationUrl(provider, {
      redirect_uri: redirectUri, scope: SCOPE, response_type: 'code', state: secrets.state, nonce: secrets.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(secrets.codeVerifier), code_challenge_method: 'S256',
    });
    return { url: href, secrets };
  }

  /**
   * Takes the person back: checks state and issuer of the answer, exchanges the code, and checks signature, issuer, audience, nonce and times of the token.
   * @param answer the whole address she came back to @throws ProviderError
   */
  async finish(registration: ProviderRegistration, answer: URL, { state, nonce, codeVerifier }: SignInSecrets): Promise<ProviderIdentity> {
    const provider = await this.discover(registration);
    try {
      const tokens = await openid.authorizationCodeGrant(provider, answer, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true });
      const token = tokens.claims();
      if (!token?.sub || tokens.id_token === undefined) throw untrusted('no subject');
      const { userinfo_endpoint: userinfo, end_session_endpoint: logoutEndpoint, issuer } = provider.serverMetadata();
      const more = userinfo === undefined ? {} : await openid.fetchUserInfo(provider, tokens.access_token, token.sub);
      const claims: Record<string, unknown> = { ...more, ...token };
      return {
        issuer, subject: token.sub, claims, email: text(claims['email']), isEmailVerified: claims['email_verified'] === true, name: text(claims['name']) ?? text(claims['preferred_username']),
        sessionId: text(token['sid']), idToken: tokens.id_token, logoutEndpoint: logoutEndpoint ?? null,
      };
    } catch (error) {
      throw providerErrorOf(error);
    }
  }

  /** Checks a notice of a provider that somebody signed out there. @throws ProviderError */
  async readLogoutNotice(registration: ProviderRegistration, token: string): Promise<LogoutNotice> {
    const { issuer, keys } = await this.keysOf(registration);
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer, audience: registration.clientId, algorithms: ALGORITHMS, requiredClaims: ['iat', 'jti', 'events'], maxTokenAge: LOGOUT_NOTICE_SECONDS, clockTolerance: 30,
      });
      return logoutNotice(payload, protectedHeader.typ);
    } catch (error) {
      throw providerErrorOf(error);
    }
  }

  private async keysOf(registration: ProviderRegistration): Promise<NoticeKeys> {
    const known = this.noticeKeys.get(registration.issuer);
    if (known && known.until > Date.now()) return known;
    const { issuer, jwks_uri: address } = (await this.discover(registration)).serverMetadata();
    if (address === undefined) throw untrusted('keys');
    const fetch = (url: string, { headers }: { readonly headers: Headers }): Promise<Response> => this.fetch(url, { method: 'GET', headers: Object.fromEntries(headers) });
    const keys = createRemoteJWKSet(new URL(address), { [customFetch]: fetch, timeoutDuration: OUTBOUND_TIMEOUT_MS, cacheMaxAge: KEYS_MS });
    const found = { issuer, keys, until: Date.now() + KEYS_MS };
    this.noticeKeys.set(registration.issuer, found);
    return found;
  }

  private async discover({ issuer, clientId, clientSecret: secret }: ProviderRegistration): Promise<openid.Configuration> {
    if (!URL.canParse(issuer) || !isUrlAllowed(new URL(issuer), this.policy)) throw new ProviderError('not-allowed', 'issuer');
    const isInsecure = new URL(issuer).protocol === 'http:';
    try {
      const provider = await openid.discovery(new URL(issuer), clientId, undefined, clientSecret(secret), {
        timeout: OUTBOUND_TIMEOUT_MS / 1000,
        [openid.customFetch]: (url, request) => this.fetch(url, request),
        // Signatures are checked although the token came over TLS: a proxy in between may have opened that.
        execute: [openid.enableNonRepudiationChecks, ...(isInsecure ? [openid.allowInsecureRequests] : [])],
      });
      this.requireUsable(issuer, provider.serverMetadata());
      return provider;
    } catch (error) {
      throw providerErrorOf(error);
    }
  }

  /** The library lets some large providers have another issuer than was asked for, and people are sent to two of the addresses unseen. */
  private requireUsable(issuer: string, server: openid.ServerMetadata): void {
    if (!URL.canParse(server.issuer) || new URL(server.issuer).href !== new URL(issuer).href) throw untrusted('issuer');
    const addresses = [server.authorization_endpoint ?? '', server.token_endpoint ?? '', server.jwks_uri ?? '', ...(server.end_session_endpoint === undefined ? [] : [server.end_session_endpoint])];
    if (!addresses.every((address) => URL.canParse(address) && isUrlAllowed(new URL(address), this.policy))) throw untrusted('endpoints');
  }
}

/** @throws ProviderError for what is no notice: a token for signing in must never sign anybody out */
function logoutNotice(payload: JWTPayload, type: string | undefined): LogoutNotice {
  if (type !== undefined && !['logout+jwt', 'JWT'].includes(type)) throw untrusted('type');
  if (payload['nonce'] !== undefined) throw untrusted('nonce');
  const event = (payload['events'] as Record<string, unknown> | null)?.[LOGOUT_EVENT];
  if (typeof event !== 'object' || event === null || Array.isArray(event)) throw untrusted('event');
  const [subject, sessionId, tokenId] = [text(payload.sub), text(payload['sid']), text(payload.jti)];
  if (tokenId === null || (subject === null && sessionId === null)) throw untrusted('nobody');
  return { subject, sessionId, tokenId };
}

/** Where a person is sent to sign out at the provider as well. */
export function logoutAddress(endpoint: string, { idToken, clientId, returnTo }: { readonly idToken: string; readonly clientId: string; readonly returnTo: string }): string {
  const url = new URL(endpoint);
  url.searchParams.set('id_token_hint', idToken);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('post_logout_redirect_uri', returnTo);
  return url.href;
}
