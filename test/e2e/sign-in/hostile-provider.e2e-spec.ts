import { describe, expect, it } from '@jest/globals';
import type { Script } from '@konzeptwerkstatt/test-support';
import { post, SIGN_IN } from '../api/api-harness.js';
import { expectRefused, someone, useProviderStage } from './provider-stage.js';

const stage = useProviderStage();
const hour = 3_600;
const now = (): number => Math.floor(Date.now() / 1000);

/** Comes back from a provider that does as scripted. */
async function refusedWith(script: Script, code: string, change: Readonly<Record<string, string | null>> = {}): Promise<void> {
  const at = stage();
  const way = await at.start();
  at.provider.script = script;
  const before = await at.counts();
  await expectRefused(at, before, await at.arrive(at.provider.answer(way.url, someone(), change), way.cookie), code);
}

describe('an answer to the browser', () => {
  it.each([
    ['without state', { state: null }, 'SIGN_IN_INTERRUPTED'],
    ['with an empty state', { state: '' }, 'SIGN_IN_INTERRUPTED'],
    ['with another state', { state: 'x'.repeat(43) }, 'SIGN_IN_INTERRUPTED'],
    ['without code', { code: null }, 'SIGN_IN_UNTRUSTED'],
    ['with a made-up code', { code: 'erfunden' }, 'SIGN_IN_UNTRUSTED'],
    ['without issuer, although the provider names itself', { iss: null }, 'SIGN_IN_UNTRUSTED'],
    ['of another issuer (mix-up)', { iss: 'https://boese.example' }, 'SIGN_IN_UNTRUSTED'],
    ['that says access_denied', { code: null, error: 'access_denied' }, 'SIGN_IN_DENIED'],
    ['with words in place of an error', { code: null, error: '<script>alert(1)</script>', error_description: 'Rufen Sie 0900 an' }, 'SIGN_IN_UNTRUSTED'],
    ['with a token in the address (hybrid flow)', { id_token: 'a.b.c' }, 'SIGN_IN_UNTRUSTED'],
  ])('%s signs nobody in', (_what, change, code) => refusedWith({}, code, change));

  it('with two states is refused', async () => {
    const way = await stage().start();
    const before = await stage().counts();
    const query = stage().provider.answer(way.url, someone());
    await expectRefused(stage(), before, await stage().arrive(`${query}&state=zweiter`, way.cookie), 'SIGN_IN_UNTRUSTED');
  });

  it('of another browser signs nobody in, even with its state (login CSRF)', async () => {
    const [attacker, victim] = [await stage().start(), await stage().start()];
    const before = await stage().counts();
    const stolen = stage().provider.answer(attacker.url, someone());
    await expectRefused(stage(), before, await stage().arrive(stolen, victim.cookie), 'SIGN_IN_INTERRUPTED');
    await expectRefused(stage(), before, await stage().arrive(stolen, ''), 'SIGN_IN_INTERRUPTED');
  });

  it('counts once: the same address again signs nobody in', async () => {
    const way = await stage().start();
    const query = stage().provider.answer(way.url, someone());
    expect((await stage().arrive(query, way.cookie)).session).not.toBe('');
    const before = await stage().counts();
    await expectRefused(stage(), before, await stage().arrive(query, way.cookie), 'SIGN_IN_INTERRUPTED');
  });

  it('after ten minutes is too late', async () => {
    const way = await stage().start();
    await stage().api.database.pool.query("UPDATE sign_in_attempts SET expires_at = now() - interval '1 second'");
    const before = await stage().counts();
    await expectRefused(stage(), before, await stage().arrive(stage().provider.answer(way.url, someone()), way.cookie), 'SIGN_IN_INTERRUPTED');
  });

  it('with a code that was used in another browser signs nobody in (code reuse and injection)', async () => {
    const [first, second] = [await stage().start(), await stage().start()];
    const code = new URLSearchParams(stage().provider.answer(first.url, someone())).get('code');
    const before = await stage().counts();
    // The verifier of the second browser does not fit the challenge of the first.
    await expectRefused(stage(), before, await stage().arrive(stage().provider.answer(second.url, someone(), { code }), second.cookie), 'SIGN_IN_UNTRUSTED');
  });
});

describe('a token', () => {
  const claims = (change: object): Script => ({ claims: (good) => ({ ...good, ...change }) });

  it.each<[string, Script]>([
    ['without signature (alg none)', { sign: (good, provider) => provider.unsigned(good) }],
    ['without signature, announced by the provider', { sign: (good, provider) => provider.unsigned(good), discovery: (good) => ({ ...good, id_token_signing_alg_values_supported: ['none', 'RS256'] }) }],
    ['signed with the public key as secret (HS256)', { sign: (good, provider) => provider.signedWithPublicKey(good) }],
    ['signed with the public key, announced by the provider', { sign: (good, provider) => provider.signedWithPublicKey(good), discovery: (good) => ({ ...good, id_token_signing_alg_values_supported: ['HS256', 'RS256'] }) }],
    ['signed with another key', { sign: (good, provider) => provider.sign(good, {}, provider.otherKeys) }],
    ['whose signature was changed', { sign: async (good, provider) => `${(await provider.sign(good)).slice(0, -8)}AAAAAAAA` }],
    ['whose claims were changed', { sign: async (good, provider) => { const [head, , end] = (await provider.sign(good)).split('.'); return [head, Buffer.from(JSON.stringify({ ...good, sub: 'somebody' })).toString('base64url'), end].join('.'); } }],
    ['of another issuer', claims({ iss: 'https://boese.example' })],
    ['for another audience', claims({ aud: 'anderer-dienst' })],
    ['for many, of whom another one was meant (azp)', claims({ aud: ['konzeptwerkstatt', 'anderer-dienst'], azp: 'anderer-dienst' })],
    ['for many, without saying who was meant', claims({ aud: ['konzeptwerkstatt', 'anderer-dienst'] })],
    ['that has expired', claims({ exp: now() - hour })],
    ['that is of the future', claims({ nbf: now() + hour })],
    ['with another nonce', claims({ nonce: 'x'.repeat(43) })],
    ['without nonce', claims({ nonce: undefined })],
    ['without subject', claims({ sub: undefined })],
    ['with an empty subject', claims({ sub: '' })],
    ['whose subject is a number', claims({ sub: 7 })],
    ['without end', claims({ exp: undefined })],
    ['that is none', { sign: () => 'kein-token' }],
    ['that is missing', { tokens: ({ id_token: _token, ...rest }) => rest }],
    ['of somebody else than is described afterwards', { userinfo: (good) => ({ ...good, sub: 'jemand-anderes' }) }],
  ])('%s signs nobody in', (_what, script) => refusedWith(script, 'SIGN_IN_UNTRUSTED'));
});

describe('a provider', () => {
  const endless = (path: string): Script => ({ answer: (asked, response) => {
    if (asked !== path) return false;
    response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"keys": ["');
    const timer = setInterval(() => response.write('x'.repeat(64 * 1024)), 5);
    response.on('close', () => clearInterval(timer));
    return true;
  } });
  const redirecting = (path: string): Script => ({ answer: (asked, response) => asked === path && Boolean(response.writeHead(302, { Location: 'http://169.254.169.254/latest/meta-data' }).end()) });

  it.each<[string, Script, string]>([
    ['whose key set never ends', endless('/keys'), 'SIGN_IN_UNTRUSTED'],
    ['whose discovery never ends', endless('/.well-known/openid-configuration'), 'SIGN_IN_UNTRUSTED'],
    ['that sends on from its discovery', redirecting('/.well-known/openid-configuration'), 'SIGN_IN_UNTRUSTED'],
    ['that sends on from its token endpoint', redirecting('/token'), 'SIGN_IN_UNTRUSTED'],
    ['that sends on from its keys', redirecting('/keys'), 'SIGN_IN_UNTRUSTED'],
    ['that names another issuer in its discovery', { discovery: (good) => ({ ...good, issuer: 'https://boese.example' }) }, 'SIGN_IN_UNTRUSTED'],
    ['whose token endpoint is inside the network of clouds', { discovery: (good) => ({ ...good, token_endpoint: 'https://169.254.169.254/token' }) }, 'SIGN_IN_UNTRUSTED'],
    ['whose keys lie on another machine without TLS', { discovery: (good) => ({ ...good, jwks_uri: 'http://schluessel.example/keys' }) }, 'SIGN_IN_UNTRUSTED'],
    ['that does not take the secret', { tokens: () => ({ error: 'invalid_client' }) }, 'PROVIDER_REFUSES_CLIENT'],
  ])('%s signs nobody in', (_what, script, code) => refusedWith(script, code));

  it('that does not answer is given five seconds', async () => {
    const started = performance.now();
    await refusedWith({ answer: (path) => path === '/token' }, 'PROVIDER_UNREACHABLE');
    expect(performance.now() - started).toBeLessThan(9_000);
  }, 20_000);

  it('that is away leaves a sentence, and the password works', async () => {
    const { administrator, api, provider, providerId } = stage();
    provider.script = { answer: (_path, response) => { response.destroy(); return true; } };
    const answer = await post(api, 'mutation ($id: ID!) { startProviderSignIn(input: { providerId: $id }) { url errors { code message } } }', { variables: { id: providerId } });
    expect(answer.data).toEqual({ startProviderSignIn: { url: null, errors: [{ code: 'PROVIDER_UNREACHABLE', message: expect.stringMatching(/^Der Anmeldedienst antwortet gerade nicht.*Passwort.*\.$/) }] } });
    expect((await post(api, SIGN_IN, { variables: { email: administrator.email, password: 'ein langes Passwort' } })).cookie).toMatch(/^kw_session=/);
  });

  it.each(['javascript:alert(1)', 'http://boese.example/authorize', 'https://169.254.169.254/authorize'])('sends nobody to %s', async (address) => {
    stage().provider.script = { discovery: (good) => ({ ...good, authorization_endpoint: address }) };
    await expect(stage().start()).rejects.toThrow('SIGN_IN_UNTRUSTED');
  });
});

describe('the way back', () => {
  it.each(['https://boese.example', '//boese.example', '/\\boese.example', 'javascript:alert(1)', '/a/..//boese.example'])('leads to the start page, not to %s', async (path) => {
    const way = await stage().start(path);
    expect(await stage().arrive(stage().provider.answer(way.url, someone()), way.cookie)).toMatchObject({ status: 303, location: '/' });
  });

  it('leads to the page that somebody wanted, with a new session each time, and the old one ends', async () => {
    const person = someone();
    const first = await stage().signIn(person);
    expect(first).toMatchObject({ status: 303, location: '/konzepte', session: expect.stringMatching(/^kw_session=[\w-]{43}$/) });
    const second = await stage().signIn(person, first.session);
    expect(second.session).not.toBe(first.session);
    expect([await stage().standing(first.session), await stage().standing(second.session)]).toEqual([null, { places: ['club MEMBER'], administers: false }]);
  });
});
