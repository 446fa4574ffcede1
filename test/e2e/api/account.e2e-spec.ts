import { describe, expect, it } from '@jest/globals';
import { addAccount, PASSWORD, post, SIGN_IN, signIn, useApi } from './api-harness.js';

const api = useApi();
const CHANGE = 'mutation ($current: String!, $next: String!, $key: String!) { changePassword(input: { currentPassword: $current, newPassword: $next, idempotencyKey: $key }) { errors { code path } } }';
const ISSUE = 'mutation ($name: String!, $days: Int!) { issueApiToken(input: { name: $name, expiresInDays: $days, idempotencyKey: "once" }) { token apiToken { id name } errors { code path } } }';

interface Issued {
  readonly issueApiToken: { readonly token: string | null; readonly apiToken: { readonly id: string } | null; readonly errors: unknown[] };
}

describe('changing the password', () => {
  it('ends the other sessions, keeps this one, and the new password counts', async () => {
    const account = await addAccount(api);
    const [here, elsewhere] = [await signIn(api, account), await signIn(api, account)];
    const answer = await post(api, CHANGE, { cookie: here, variables: { current: PASSWORD, next: 'ein ganz neues Passwort', key: 'a' } });
    expect(answer.data).toEqual({ changePassword: { errors: [] } });
    expect((await post(api, '{ viewer { person { uuid } } }', { cookie: elsewhere })).data).toEqual({ viewer: null });
    expect((await post(api, '{ viewer { person { uuid } } }', { cookie: here })).data).not.toEqual({ viewer: null });
    const again = await post(api, SIGN_IN, { variables: { email: account.email, password: PASSWORD } });
    expect(again.data).toMatchObject({ signIn: { errors: [{ code: 'INVALID_CREDENTIALS' }] } });
    const { rows } = await api.database.pool.query<{ row: string }>('SELECT m::text AS row FROM engine.idempotent_mutation m');
    expect(rows.map(({ row }) => row).join()).not.toContain('neues Passwort');
  });

  it('is refused with a wrong or a short password, at the field', async () => {
    const cookie = await signIn(api, await addAccount(api));
    const wrong = await post(api, CHANGE, { cookie, variables: { current: 'falsch', next: 'ein ganz neues Passwort', key: 'b' } });
    expect(wrong.data).toEqual({ changePassword: { errors: [{ code: 'INVALID_CREDENTIALS', path: ['currentPassword'] }] } });
    const short = await post(api, CHANGE, { cookie, variables: { current: PASSWORD, next: 'kurz', key: 'c' } });
    expect(short.data).toEqual({ changePassword: { errors: [{ code: 'PASSWORD_TOO_SHORT', path: ['newPassword'] }] } });
  });
});

describe('a token for scripts', () => {
  it('is shown once, works as bearer, and is issued once for the same key', async () => {
    const account = await addAccount(api);
    const cookie = await signIn(api, account);
    const first = ((await post(api, ISSUE, { cookie, variables: { name: 'Skript', days: 30 } })).data as unknown as Issued).issueApiToken;
    const second = ((await post(api, ISSUE, { cookie, variables: { name: 'Skript', days: 30 } })).data as unknown as Issued).issueApiToken;
    expect(second).toMatchObject({ token: null, apiToken: { id: first.apiToken?.id }, errors: [] });
    const viewer = await post(api, '{ viewer { person { email } apiTokens { totalCount } } }', { bearer: first.token ?? '' });
    expect(viewer.data).toEqual({ viewer: { person: { email: account.email }, apiTokens: { totalCount: 1 } } });
  });

  it('needs a name and a sensible time', async () => {
    const cookie = await signIn(api, await addAccount(api));
    const { data } = await post(api, ISSUE, { cookie, variables: { name: ' ', days: 1000 } });
    expect(data).toMatchObject({ issueApiToken: { token: null, errors: [{ code: 'NAME_REQUIRED', path: ['name'] }, { code: 'EXPIRY_OUT_OF_RANGE', path: ['expiresInDays'] }] } });
  });

  it('that is wrong is nobody, whatever cookie comes with it', async () => {
    const cookie = await signIn(api, await addAccount(api));
    expect((await post(api, '{ viewer { person { uuid } } }', { cookie, bearer: 'kwt_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' })).data).toEqual({ viewer: null });
  });
});

describe('acting for another organisation', () => {
  it('switches the session and leaves other sessions alone', async () => {
    const account = await addAccount(api);
    const other = await addAccount(api, account.municipalityId);
    const { client } = api.database.prisma;
    await client.membership.create({ data: { id: crypto.randomUUID(), municipalityId: account.municipalityId, personId: account.personId, organisationId: other.organisationId } });
    const [here, elsewhere] = [await signIn(api, account), await signIn(api, account)];
    const node = Buffer.from(`Organisation:${other.organisationId}`).toString('base64url');
    const acting = '{ viewer { actingOrganisation { uuid } memberships { organisation { uuid } } } }';
    const answer = await post(api, 'mutation ($id: ID!) { actAs(input: { organisationId: $id, idempotencyKey: "s" }) { viewer { actingOrganisation { uuid } } errors { code } } }', { cookie: here, variables: { id: node } });
    expect(answer.data).toEqual({ actAs: { viewer: { actingOrganisation: { uuid: other.organisationId } }, errors: [] } });
    expect((await post(api, acting, { cookie: here })).data).toMatchObject({ viewer: { actingOrganisation: { uuid: other.organisationId } } });
    expect((await post(api, acting, { cookie: elsewhere })).data).toMatchObject({ viewer: { actingOrganisation: { uuid: account.organisationId } } });
  });
});
