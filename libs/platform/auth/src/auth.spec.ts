import { describe, expect, it } from '@jest/globals';
import { AttemptLimiter } from './attempt.limiter.js';
import { clientAddressReader } from './client-address.js';
import { credentialOf, sessionCookie } from './credential.js';
import { PasswordHasher } from './password-hasher.js';
import { newApiToken, newSessionToken } from './token.js';
import { isUpgradeAllowed } from './upgrade-origin.js';

describe('a credential', () => {
  const token = newSessionToken();

  it('is the cookie, under its bound name where the address is https', () => {
    expect(credentialOf({ cookie: `a=b; kw_session=${token}`, authorization: undefined }, false)).toEqual({ kind: 'session', token });
    expect(credentialOf({ cookie: `kw_session=${token}`, authorization: undefined }, true)).toBeNull();
    expect(sessionCookie(token, 60, true)).toBe(`__Host-kw_session=${token}; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax`);
  });

  it('is the bearer token when there is one, and then never the cookie', () => {
    const bearer = newApiToken();
    expect(credentialOf({ cookie: `kw_session=${token}`, authorization: `Bearer ${bearer}` }, false)).toEqual({ kind: 'apiToken', token: bearer });
    expect(credentialOf({ cookie: `kw_session=${token}`, authorization: 'Basic abc' }, false)).toBeNull();
    expect(credentialOf({ cookie: undefined, authorization: `Bearer ${token}` }, false)).toBeNull();
  });
});

describe('an upgrade', () => {
  const upgrade = (headers: Record<string, string>, publicOrigin?: string): boolean => isUpgradeAllowed({ headers: { host: 'konzept.example:3000', ...headers } }, publicOrigin);

  it.each([
    ['the own host', { origin: 'http://konzept.example:3000', cookie: 'x' }, undefined, true], ['another host', { origin: 'http://evil.example' }, undefined, false],
    ['another port', { origin: 'http://konzept.example:3001' }, undefined, false], ['an opaque origin', { origin: 'null' }, undefined, false],
    ['a foreign origin with a token', { origin: 'http://evil.example', authorization: 'Bearer x' }, undefined, false], ['no origin with a token', { authorization: 'Bearer x' }, undefined, true],
    ['no origin with a cookie', { cookie: 'x' }, undefined, false], ['the public origin', { origin: 'https://k.example' }, 'https://k.example', true],
    ['its own host where another origin is public', { origin: 'http://konzept.example:3000' }, 'https://k.example', false],
  ])('from %s', (_name, headers, publicOrigin, allowed) => expect(upgrade(headers as Record<string, string>, publicOrigin)).toBe(allowed));
});

describe("the visitor's address", () => {
  const from = (remoteAddress: string, forwarded?: string) => ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } });

  it('is the socket, whatever a stranger claims', () => {
    expect(clientAddressReader([])(from('203.0.113.9', '1.2.3.4'))).toBe('203.0.113.9');
    expect(clientAddressReader(['10.0.0.0/8'])(from('203.0.113.9', '1.2.3.4'))).toBe('203.0.113.9');
  });

  it('behind trusted proxies is the last address that is none of them', () => {
    expect(clientAddressReader(['10.0.0.0/8'])(from('::ffff:10.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2'))).toBe('203.0.113.9');
    expect(clientAddressReader(['10.0.0.1'])(from('10.0.0.1'))).toBe('10.0.0.1');
  });
});

describe('attempts', () => {
  it('are limited within a window and free again after it', () => {
    let now = 0;
    const limiter = new AttemptLimiter({ attempts: 2, windowMs: 10_000 }, { now: () => new Date(now) });
    limiter.take('a');
    limiter.take('a');
    limiter.take('b');
    now = 4_000;
    expect(() => limiter.take('a')).toThrow(expect.objectContaining({ code: 'RATE_LIMITED', retryAfter: 6 }));
    now = 10_000;
    expect(() => limiter.take('a')).not.toThrow();
  });

  it('that were good do not count', () => {
    const limiter = new AttemptLimiter({ attempts: 1, windowMs: 10_000 }, { now: () => new Date(0) });
    for (let count = 0; count < 5; count += 1) {
      limiter.take('a');
      limiter.giveBack('a');
    }
    expect(() => limiter.take('a')).not.toThrow();
  });
});

describe('a password', () => {
  it('is argon2id with 19 MiB and two passes, and nobody has that of an unknown account', async () => {
    const hasher = new PasswordHasher();
    const stored = await hasher.hash('ein langes Passwort');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect([await hasher.verify(stored, 'ein langes Passwort'), await hasher.verify(stored, 'falsch'), await hasher.verify(null, 'nobody has this password')]).toEqual([true, false, false]);
  });
});
