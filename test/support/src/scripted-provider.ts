import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CompactSign, exportJWK, generateKeyPair, SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';

type Json = Record<string, unknown>;
type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** What a provider does otherwise than a good one. Everything left out is done right. */
export interface Script {
  /** Changes the discovery document. */
  readonly discovery?: (good: Json) => Json;
  /** Answers a path by itself; true when it did. */
  readonly answer?: (path: string, response: ServerResponse) => boolean;
  /** Changes what the token says. */
  readonly claims?: (good: JWTPayload) => JWTPayload;
  /** Signs the token in another way. */
  readonly sign?: (claims: JWTPayload, provider: ScriptedProvider) => Promise<string> | string;
  /** Changes the answer of the token endpoint. */
  readonly tokens?: (good: Json) => Json;
  /** Changes what is said of the person afterwards. */
  readonly userinfo?: (good: Json) => Json;
}

/** Somebody as the provider knows her. */
export interface ScriptedPerson {
  readonly sub: string;
  readonly claims?: Json;
}

interface Issued {
  readonly person: ScriptedPerson;
  readonly nonce: string | null;
  readonly challenge: string | null;
  readonly redirectUri: string | null;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** A small OpenID Connect provider on loopback that is good, or evil in just the way its script says. */
export class ScriptedProvider {
  script: Script = {};
  /** Paths it was asked for, in order. */
  readonly asked: string[] = [];
  readonly clientId = 'konzeptwerkstatt';
  readonly clientSecret = 'ein geheimnis für den test';
  readonly keyId = 'k1';
  private readonly issued = new Map<string, Issued>();
  private readonly tokens = new Map<string, ScriptedPerson>();

  private constructor(private readonly server: Server, readonly keys: KeyPair, readonly otherKeys: KeyPair) {}

  static async start(): Promise<ScriptedProvider> {
    const server = createServer((request, response) => void provider.handle(request, response).catch(() => response.destroy()));
    const provider = new ScriptedProvider(server, await generateKeyPair('RS256', { extractable: true }), await generateKeyPair('RS256', { extractable: true }));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What a browser brings back from the provider after somebody has signed in there. @param change of the answer's parameters; null takes one away */
  answer(authorizationUrl: string, person: ScriptedPerson, change: Readonly<Record<string, string | null>> = {}): string {
    const asked = new URL(authorizationUrl).searchParams;
    const code = randomUUID();
    this.issued.set(code, { person, nonce: asked.get('nonce'), challenge: asked.get('code_challenge'), redirectUri: asked.get('redirect_uri') });
    const answer = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: this.issuer });
    for (const [name, value] of Object.entries(change)) if (value === null) answer.delete(name); else answer.set(name, value);
    return answer.toString();
  }

  /** Signs claims as a good provider does. */
  sign(claims: JWTPayload, header: Partial<JWTHeaderParameters> = {}, keys = this.keys): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: this.keyId, ...header }).sign(keys.privateKey);
  }

  /** A token without any signature. */
  unsigned(claims: JWTPayload): string {
    return `${encode({ alg: 'none' })}.${encode(claims)}.`;
  }

  /** A token "signed" with what everybody can read: the public key taken as a secret. */
  async signedWithPublicKey(claims: JWTPayload): Promise<string> {
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(this.keys.publicKey)));
    return new CompactSign(new TextEncoder().encode(JSON.stringify(claims))).setProtectedHeader({ alg: 'HS256', kid: this.keyId }).sign(secret);
  }

  /** A notice that somebody signed out. */
  notice(claims: JWTPayload): JWTPayload {
    const now = Math.floor(Date.now() / 1000);
    return { iss: this.issuer, aud: this.clientId, iat: now, exp: now + 120, jti: randomUUID(), events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', this.issuer).pathname;
    this.asked.push(path);
    if (this.script.answer?.(path, response)) return;
    const body = await bodyOf(request);
    const answers: Readonly<Record<string, () => Json | Promise<Json>>> = {
      '/.well-known/openid-configuration': () => this.discovery(),
      '/keys': async () => ({ keys: [{ ...(await exportJWK(this.keys.publicKey)), kid: this.keyId, alg: 'RS256', use: 'sig' }] }),
      '/token': () => this.exchange(new URLSearchParams(body)),
      '/me': () => this.userinfo(request.headers.authorization ?? ''),
    };
    const answer = await answers[path]?.();
    response.writeHead(answer === undefined ? 404 : 'error' in answer ? 400 : 200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  }

  private discovery(): Json {
    const good = {
      issuer: this.issuer, authorization_endpoint: `${this.issuer}/authorize`, token_endpoint: `${this.issuer}/token`, jwks_uri: `${this.issuer}/keys`, userinfo_endpoint: `${this.issuer}/me`,
      end_session_endpoint: `${this.issuer}/end`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'], authorization_response_iss_parameter_supported: true,
    };
    return this.script.discovery?.(good) ?? good;
  }

  private async exchange(form: URLSearchParams): Promise<Json> {
    const code = form.get('code') ?? '';
    const issued = this.issued.get(code);
    this.issued.delete(code);
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    if (!issued || issued.challenge !== challenge || issued.redirectUri !== form.get('redirect_uri')) return { error: 'invalid_grant' };
    const now = Math.floor(Date.now() / 1000);
    const good: JWTPayload = { iss: this.issuer, sub: issued.person.sub, aud: this.clientId, iat: now, exp: now + 300, sid: `sid-${issued.person.sub}`, ...(issued.nonce === null ? {} : { nonce: issued.nonce }), ...issued.person.claims };
    const claims = this.script.claims?.(good) ?? good;
    const accessToken = randomUUID();
    this.tokens.set(accessToken, issued.person);
    const answer = { access_token: accessToken, token_type: 'Bearer', expires_in: 60, id_token: await (this.script.sign?.(claims, this) ?? this.sign(claims)) };
    return this.script.tokens?.(answer) ?? answer;
  }

  private userinfo(authorization: string): Json {
    const person = this.tokens.get(authorization.replace('Bearer ', ''));
    if (!person) return { error: 'invalid_token' };
    const good = { sub: person.sub, ...person.claims };
    return this.script.userinfo?.(good) ?? good;
  }
}
