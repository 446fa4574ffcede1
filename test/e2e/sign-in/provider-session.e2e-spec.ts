import { describe, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { hashToken, newLinkToken } from '@konzeptwerkstatt/platform-auth';
import type { ScriptedPerson } from '@konzeptwerkstatt/test-support';
import { addAccount, post, signIn, type Account, type GraphqlAnswer } from '../api/api-harness.js';
import { expectRefused, someone, useProviderStage } from './provider-stage.js';

const stage = useProviderStage();
const sql = async <Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> => (await stage().api.database.pool.query<Row>(text, values)).rows;
const globalId = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString('base64url');

/** Runs a mutation whose input is ids and words. */
function mutate(cookie: string, name: string, input: object, fields = ''): Promise<GraphqlAnswer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return post(stage().api, `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} errors { code message } } }`, { variables: { input: { ...input, idempotencyKey: newId() } }, cookie });
}
const refusal = ({ errors }: GraphqlAnswer): object => ({ code: errors[0]?.extensions.code, message: errors[0]?.message });

/** Somebody with a password who has linked her account, signed in both ways. */
async function linked(): Promise<{ account: Account; person: ScriptedPerson; cookie: string; session: string }> {
  const account = await addAccount(stage().api, stage().administrator.municipalityId);
  const person = someone({ email: account.email });
  const cookie = await signIn(stage().api, account);
  const way = await stage().startLinking(cookie);
  expect((await stage().arrive(stage().provider.answer(way.url, person), way.cookie)).location).toBe('/konto?verbunden=ja');
  return { account, person, cookie, session: (await stage().signIn(person)).session };
}

/** A link that was mailed to whoever has the mailbox, used. */
async function resetPassword(personId: string): Promise<void> {
  const token = newLinkToken();
  await sql(`INSERT INTO one_time_links (id, purpose, token_hash, payload, expires_at) VALUES ($1, 'password-reset', $2, $3, now() + interval '1 hour')`, newId(), hashToken(token), { personId });
  expect((await mutate('', 'resetPassword', { token, newPassword: 'ein langes Passwort' })).data).toEqual({ resetPassword: { errors: [] } });
}

describe('a session that a provider opened', () => {
  it("issues no token for scripts, which would outlive it, and gets no file with what all municipalities keep", async () => {
    const { cookie, session } = await linked();
    const issue = (by: string) => mutate(by, 'issueApiToken', { name: 'Auswertung', expiresInDays: 30 }, 'token');
    expect(refusal(await issue(session))).toEqual({ code: 'FORBIDDEN', message: 'Dafür melden Sie sich bitte mit Ihrem Passwort an.' });
    expect((await issue(cookie)).data).toMatchObject({ issueApiToken: { token: expect.any(String), errors: [] } });
    const file = (by: string): Promise<number> => fetch(`${stage().api.origin}/files/meine-daten.json`, { headers: { Cookie: by } }).then(({ status }) => status);
    expect([await file(session), await file(cookie)]).toEqual([404, 200]);
    const isBound = async (by: string) => (await post(stage().api, '{ viewer { isProviderSession } }', { cookie: by })).data;
    expect([await isBound(session), await isBound(cookie)]).toEqual([{ viewer: { isProviderSession: true } }, { viewer: { isProviderSession: false } }]);
  });

  it('neither shows nor changes what the account has elsewhere, and ends itself only', async () => {
    const { account, cookie, session } = await linked();
    const foreign = await addAccount(stage().api);
    const [providerId, identityId] = [newId(), newId()];
    await sql(`INSERT INTO sign_in_providers (id, municipality_id, issuer, client_id, client_secret, label) VALUES ($1, $2, 'https://anmelden.example', 'c', 's', 'Andere Stadt')`, providerId, foreign.municipalityId);
    await sql('INSERT INTO external_identities (id, municipality_id, provider_id, person_id, subject_hash) VALUES ($1, $2, $3, $4, $5)', identityId, foreign.municipalityId, providerId, account.personId, 'x');
    await mutate(cookie, 'issueApiToken', { name: 'Auswertung', expiresInDays: 30 });
    const [token] = await sql<{ id: string }>('SELECT id FROM api_tokens WHERE person_id = $1', account.personId);
    const [other] = await sql<{ id: string }>('SELECT s.id FROM sessions s LEFT JOIN provider_sessions k ON k.session_id = s.id WHERE s.person_id = $1 AND k.session_id IS NULL', account.personId);
    const seen = async (by: string) => (await post(stage().api, '{ viewer { sessions { edges { node { isCurrent } } } apiTokens { edges { node { name } } } externalIdentities { label } } }', { cookie: by })).data;
    expect(await seen(session)).toEqual({ viewer: { sessions: { edges: [{ node: { isCurrent: true } }] }, apiTokens: { edges: [] }, externalIdentities: [{ label: 'Stadt' }] } });
    expect(await seen(cookie)).toMatchObject({ viewer: { sessions: { edges: { length: 2 } }, apiTokens: { edges: { length: 1 } }, externalIdentities: { length: 2 } } });
    const answers = [
      await mutate(session, 'unlinkExternalIdentity', { identityId: globalId('ExternalIdentity', identityId) }),
      await mutate(session, 'endSession', { sessionId: globalId('Session', other?.id ?? '') }),
      await mutate(session, 'revokeApiToken', { apiTokenId: globalId('ApiToken', token?.id ?? '') }),
    ];
    expect(answers.map((answer) => answer.errors[0]?.extensions.code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(await seen(cookie)).toMatchObject({ viewer: { sessions: { edges: { length: 2 } }, apiTokens: { edges: { length: 1 } }, externalIdentities: { length: 2 } } });
    const [own] = await sql<{ id: string }>('SELECT session_id AS id FROM provider_sessions k JOIN sessions s ON s.id = k.session_id WHERE s.person_id = $1', account.personId);
    expect((await mutate(session, 'endSession', { sessionId: globalId('Session', own?.id ?? '') })).errors).toEqual([]);
    expect([await stage().standing(session), (await stage().standing(cookie)) !== null]).toEqual([null, true]);
  });

  it('ends twelve hours after its sign-in, however much it is used', async () => {
    const { account, cookie, session } = await linked();
    await sql("UPDATE sessions SET created_at = created_at - interval '11 hours', last_seen_at = now() - interval '10 minutes', expires_at = expires_at - interval '11 hours' WHERE person_id = $1", account.personId);
    for (const used of [session, cookie]) expect(await stage().standing(used)).not.toBeNull();
    const rows = await sql(`
      SELECT extract(epoch FROM s.expires_at - s.created_at)::int / 3600 AS hours, s.last_seen_at > now() - interval '5 minutes' AS "isSeen", k.session_id IS NOT NULL AS "isProviders"
      FROM sessions s LEFT JOIN provider_sessions k ON k.session_id = s.id WHERE s.person_id = $1 ORDER BY 1`, account.personId);
    expect(rows).toEqual([{ hours: 12, isSeen: true, isProviders: true }, { hours: 14 * 24 + 11, isSeen: true, isProviders: false }]);
    await sql("UPDATE sessions SET created_at = created_at - interval '1 hour', expires_at = expires_at - interval '1 hour' WHERE person_id = $1", account.personId);
    expect(await stage().standing(session)).toBeNull();
  });
});

describe('a provider that was changed while somebody was there', () => {
  const meanwhile = (change: object) => { stage().provider.script = { sign: async (claims, provider) => { await stage().configure({ clientSecret: null, ...change }); return provider.sign(claims); } }; };

  it('opens no session and links nothing when it is switched off', async () => {
    const account = await addAccount(stage().api, stage().administrator.municipalityId);
    const linking = await stage().startLinking(await signIn(stage().api, account));
    const way = await stage().start();
    const before = await stage().counts();
    meanwhile({ isEnabled: false });
    await expectRefused(stage(), before, await stage().arrive(stage().provider.answer(way.url, someone()), way.cookie), 'PROVIDER_UNKNOWN');
    await stage().configure();
    const answer = stage().provider.answer(linking.url, someone({ email: account.email }));
    expect((await stage().arrive(answer, linking.cookie)).location).toBe('/konto?fehler=PROVIDER_UNKNOWN');
    expect(await stage().counts()).toBe(before);
    stage().provider.script = {};
    await stage().configure();
  });

  it('opens none when it is another client now, and gives what its present rules say', async () => {
    const way = await stage().start();
    const before = await stage().counts();
    meanwhile({ clientId: 'ein-anderer-dienst' });
    await expectRefused(stage(), before, await stage().arrive(stage().provider.answer(way.url, someone()), way.cookie), 'PROVIDER_UNKNOWN');
    await stage().configure();
    meanwhile({ rules: [stage().rule('', 'office', 'MEMBER')] });
    const { session } = await stage().signIn(someone());
    expect(await stage().standing(session)).toEqual({ places: ['office MEMBER'], administers: false });
    stage().provider.script = {};
    await stage().configure();
  });
});

describe('whoever has the mailbox', () => {
  it('takes over an account that a provider made for her address: nobody it names opens it any more', async () => {
    await stage().configure({ rules: [stage().rule('leitung', 'office', 'MUNICIPALITY_ADMINISTRATOR')] });
    const person = someone({ groups: ['leitung'] });
    const { session } = await stage().signIn(person);
    expect(await stage().standing(session)).toEqual({ places: ['office MEMBER'], administers: true });
    const email = `${person.sub}@stadt.example`;
    const [row] = await sql<{ id: string }>('SELECT id FROM persons WHERE email = $1', email);
    await resetPassword(row?.id ?? '');
    expect(await stage().standing(session)).toBeNull();
    const before = await stage().counts();
    await expectRefused(stage(), before, await stage().signIn(person), 'EMAIL_HAS_ACCOUNT');
    expect(await stage().standing(await signIn(stage().api, { email }))).toEqual({ places: ['office MEMBER'], administers: false });
    await stage().configure();
  });

  it('keeps the link that she made herself, to an account with a password', async () => {
    const { account, person, session } = await linked();
    await resetPassword(account.personId);
    expect(await stage().standing(session)).toBeNull();
    expect((await stage().signIn(person)).session).not.toBe('');
  });
});
