import { describe, expect, it } from '@jest/globals';
import { addAccount, PASSWORD, post, SIGN_IN, signIn, useApi } from './api-harness.js';

const api = useApi();

describe('signing in', () => {
  it('sets an HttpOnly cookie and answers with the viewer at once', async () => {
    const account = await addAccount(api);
    const answer = await post(api, SIGN_IN, { variables: { email: account.email.toUpperCase(), password: PASSWORD } });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ signIn: { viewer: { person: { email: account.email }, actingOrganisation: { uuid: account.organisationId } }, errors: [] } });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^kw_session=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
    const viewer = await post(api, '{ viewer { person { email } } }', { cookie: answer.cookie });
    expect(viewer.data).toEqual({ viewer: { person: { email: account.email } } });
  });

  it('stores only a hash of the token, and an event without mail address', async () => {
    const account = await addAccount(api);
    const token = (await signIn(api, account)).split('=')[1] ?? '';
    const { rows } = await api.database.pool.query<{ row: string }>('SELECT s::text AS row FROM sessions s UNION ALL SELECT e::text FROM engine.outbox_event e');
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map(({ row }) => row).join()).not.toContain(token);
    const events = await api.database.pool.query<{ row: string }>('SELECT e::text AS row FROM engine.outbox_event e');
    expect(events.rows.map(({ row }) => row).join()).not.toContain(account.email);
  });

  it('gives a new session each time and ends the one the browser had', async () => {
    const account = await addAccount(api);
    const first = await signIn(api, account);
    const second = await post(api, SIGN_IN, { variables: { email: account.email, password: PASSWORD }, cookie: first });
    expect(second.cookie).not.toEqual(first);
    expect((await post(api, '{ viewer { person { email } } }', { cookie: first })).data).toEqual({ viewer: null });
  });
});

describe('signing in that fails', () => {
  it('answers the same for an unknown address and a wrong password', async () => {
    const account = await addAccount(api);
    const wrong = await post(api, SIGN_IN, { variables: { email: account.email, password: 'falsch' } });
    const unknown = await post(api, SIGN_IN, { variables: { email: 'niemand@example.org', password: 'falsch' } });
    expect(wrong.data).toEqual({ signIn: { viewer: null, errors: [{ code: 'INVALID_CREDENTIALS', path: ['password'], message: 'E-Mail-Adresse oder Passwort stimmen nicht.' }] } });
    expect(unknown.data).toEqual(wrong.data);
    expect(wrong.cookie).toBe('');
  });

  it('is limited per account, and then refuses the right password too', async () => {
    const account = await addAccount(api);
    for (let attempt = 0; attempt < 10; attempt += 1) await post(api, SIGN_IN, { variables: { email: account.email, password: 'falsch' } });
    const answer = await post(api, SIGN_IN, { variables: { email: account.email, password: PASSWORD } });
    expect(answer.status).toBe(429);
    expect(answer.errors[0]?.extensions.code).toBe('RATE_LIMITED');
    expect(Number(answer.headers.get('retry-after'))).toBe(answer.errors[0]?.extensions.retryAfter);
  });

  it('is refused twice in one document', async () => {
    const attempt = 'signIn(input: { email: "a@example.org", password: "x" }) { errors { code } }';
    const answer = await post(api, `mutation { a: ${attempt} b: ${attempt} }`);
    expect([answer.status, answer.errors[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_COMPLEX']);
  });

  it('takes the stored text apart from what cannot be stored', async () => {
    const answer = await post(api, SIGN_IN, { variables: { email: 'a\u0000b', password: 'x' } });
    expect(answer.data).toMatchObject({ signIn: { viewer: null, errors: [{ code: 'TEXT_NOT_STORABLE', path: ['email'] }] } });
  });
});
