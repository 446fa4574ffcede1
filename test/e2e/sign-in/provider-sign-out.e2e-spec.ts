import { describe, expect, it } from '@jest/globals';
import type { JWTPayload } from 'jose';
import type { ScriptedPerson } from '@konzeptwerkstatt/test-support';
import { post, signIn } from '../api/api-harness.js';
import { closed, connect } from '../api/socket-client.js';
import { someone, useProviderStage } from './provider-stage.js';

const stage = useProviderStage();
const sidOf = ({ sub }: ScriptedPerson): string => `sid-${sub}`;

/** Somebody who is signed in by the provider. */
async function signedIn(): Promise<{ person: ScriptedPerson; session: string }> {
  const person = someone();
  return { person, session: (await stage().signIn(person)).session };
}

const isIn = async (session: string): Promise<boolean> => (await stage().standing(session)) !== null;
const signed = (claims: JWTPayload): Promise<string> => stage().provider.sign(stage().provider.notice(claims), { typ: 'logout+jwt' });

describe('signing out here', () => {
  it('also leads to the provider, which is told who it is and where to send her back', async () => {
    const { session } = await signedIn();
    const answer = await post(stage().api, 'mutation { signOut(input: { idempotencyKey: "aus" }) { providerLogoutUrl errors { code } } }', { cookie: session });
    const url = new URL((answer.data as { signOut: { providerLogoutUrl: string } }).signOut.providerLogoutUrl);
    expect(url.href).toMatch(new RegExp(`^${stage().provider.issuer}/end\\?`));
    expect([url.searchParams.get('client_id'), url.searchParams.get('post_logout_redirect_uri')]).toEqual([stage().provider.clientId, expect.stringMatching(/\/anmelden$/)]);
    expect(url.searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await isIn(session)).toBe(false);
    const { rows } = await stage().api.database.pool.query('SELECT 1 FROM provider_sessions k JOIN sessions s ON s.id = k.session_id WHERE s.ended_at IS NOT NULL');
    expect(rows).toEqual([]);
  });

  it('leads nowhere else after a sign-in with a password', async () => {
    const cookie = await signIn(stage().api, stage().administrator);
    const answer = await post(stage().api, 'mutation { signOut(input: { idempotencyKey: "aus" }) { providerLogoutUrl errors { code } } }', { cookie });
    expect(answer.data).toEqual({ signOut: { providerLogoutUrl: null, errors: [] } });
  });
});

describe('signing out there', () => {
  it('ends the session here and closes its sockets within two seconds, by session or by person', async () => {
    for (const by of ['sid', 'sub'] as const) {
      const { person, session } = await signedIn();
      const { session: bystander } = await signedIn();
      const socket = await connect(stage().api, { origin: stage().api.origin, cookie: session });
      const end = closed(socket);
      const started = performance.now();
      expect(await stage().say(await signed(by === 'sid' ? { sid: sidOf(person) } : { sub: person.sub }))).toBe(200);
      expect(await end).toBe(4403);
      expect(performance.now() - started).toBeLessThan(2_000);
      expect([await isIn(session), await isIn(bystander)]).toEqual([false, true]);
    }
  });

  it('does not end a session that began with a password', async () => {
    const cookie = await signIn(stage().api, stage().administrator);
    expect(await stage().say(await signed({ sub: stage().administrator.personId }))).toBe(200);
    expect(await isIn(cookie)).toBe(true);
  });

  it('counts once: a notice that was heard before ends no session that began since', async () => {
    const { person, session } = await signedIn();
    const notice = await signed({ sub: person.sub });
    expect(await stage().say(notice)).toBe(200);
    const later = await stage().signIn(person);
    expect([await stage().say(notice), await isIn(session), await isIn(later.session)]).toEqual([400, false, true]);
  });

  type Forgery = (person: ScriptedPerson) => Promise<string> | string;
  const notice = (claims: JWTPayload): JWTPayload => stage().provider.notice(claims);
  const at = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
  it.each<[string, Forgery]>([
    ['with a nonce, as tokens for signing in have', ({ sub }) => signed({ sub, nonce: 'x' })],
    ['of another event', ({ sub }) => signed({ sub, events: { 'http://schemas.openid.net/event/something': {} } })],
    ['whose event is a word', ({ sub }) => signed({ sub, events: { 'http://schemas.openid.net/event/backchannel-logout': 'ja' } })],
    ['without event', ({ sub }) => signed({ sub, events: undefined })],
    ['of nobody', () => signed({})],
    ['without id', ({ sub }) => signed({ sub, jti: undefined })],
    ['without time', ({ sub }) => signed({ sub, iat: undefined })],
    ['that has expired', ({ sub }) => signed({ sub, exp: at(-300) })],
    ['that is an hour old', ({ sub }) => signed({ sub, iat: at(-3_600), exp: at(3_600) })],
    ['of another issuer', ({ sub }) => signed({ sub, iss: 'https://boese.example' })],
    ['for another audience', ({ sub }) => signed({ sub, aud: 'anderer-dienst' })],
    ['signed with another key', ({ sub }) => stage().provider.sign(notice({ sub }), {}, stage().provider.otherKeys)],
    ['without signature', ({ sub }) => stage().provider.unsigned(notice({ sub }))],
    ['signed with the public key as secret', ({ sub }) => stage().provider.signedWithPublicKey(notice({ sub }))],
    ['that is a token of another kind', ({ sub }) => stage().provider.sign(notice({ sub }), { typ: 'at+jwt' })],
    ['that is none', () => 'kein-token'],
  ])('does not count by a notice %s', async (_what, forge) => {
    const { person, session } = await signedIn();
    expect(await stage().say(await forge(person))).toBe(400);
    expect(await isIn(session)).toBe(true);
  });

  it('is refused in another form, or for a provider that is not there', async () => {
    const { origin } = stage().api;
    const to = (id: string, init: RequestInit): Promise<number> => fetch(`${origin}/oidc/logout/${id}`, { method: 'POST', ...init }).then(({ status }) => status);
    const token = await signed({ sub: 'x' });
    expect(await to(stage().rawId, { body: JSON.stringify({ logout_token: token }), headers: { 'Content-Type': 'application/json' } })).toBe(400);
    expect(await to('0190a000-0000-7000-8000-000000000000', { body: new URLSearchParams({ logout_token: token }) })).toBe(400);
    expect(await to('unsinn', { body: new URLSearchParams({ logout_token: token }) })).toBe(400);
    expect(await to(stage().rawId, { body: new URLSearchParams({ logout_token: 'x'.repeat(64 * 1024) }) })).toBe(413);
    expect((await fetch(`${origin}/oidc/logout/${stage().rawId}`)).status).toBe(404);
  });
});

describe('switching the provider off', () => {
  it('ends the sessions that it opened and takes the button away, also while it is away', async () => {
    const { session } = await signedIn();
    stage().provider.script = { answer: (_path, response) => { response.destroy(); return true; } };
    expect(await stage().configure({ isEnabled: false, clientSecret: null })).toEqual([]);
    expect(await isIn(session)).toBe(false);
    expect((await post(stage().api, '{ signInProviders { id } }')).data).toEqual({ signInProviders: [] });
    await expect(stage().start()).rejects.toThrow('PROVIDER_UNKNOWN');
    stage().provider.script = {};
    expect(await stage().configure({ clientSecret: null })).toEqual([]);
  });
});
