import { describe, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { ScriptedProvider } from '@konzeptwerkstatt/test-support';
import { addAccount, post, signIn, useApi } from '../api/api-harness.js';
import { PROVIDER_ENV, useProviderStage } from './provider-stage.js';

const stage = useProviderStage();
const CONFIGURATION = '{ viewer { signInConfiguration { settings { issuer clientId label groupsClaim requiredGroups createsAccounts isEnabled rules { group role } } registration { callback afterLogout backchannelLogout } } } }';

describe('what an administrator enters', () => {
  it('is read by her alone, and the secret by nobody', async () => {
    const seen = await post(stage().api, CONFIGURATION, { cookie: stage().adminCookie });
    expect(seen.data).toMatchObject({ viewer: { signInConfiguration: { settings: { issuer: stage().provider.issuer, rules: [{ group: '', role: 'MEMBER' }] }, registration: { callback: expect.stringMatching(/\/oidc\/callback$/), backchannelLogout: expect.stringMatching(new RegExp(`/oidc/logout/${stage().rawId}$`)) } } } });
    const { pool } = stage().api.database;
    const colleague = await signIn(stage().api, await addAccount(stage().api, stage().administrator.municipalityId));
    expect((await post(stage().api, CONFIGURATION, { cookie: colleague })).data).toEqual({ viewer: { signInConfiguration: null } });
    const { rows } = await pool.query<{ row: string }>('SELECT p::text AS row FROM sign_in_providers p UNION ALL SELECT e::text FROM engine.outbox_event e UNION ALL SELECT m::text FROM engine.idempotent_mutation m');
    expect(rows.map(({ row }) => row).join()).not.toContain(stage().provider.clientSecret);
  });

  it.each([
    ['http://login.stadt.example', 'ISSUER_NOT_ALLOWED'], ['https://169.254.169.254/', 'ISSUER_NOT_ALLOWED'], ['https://[fe80::1]/', 'ISSUER_NOT_ALLOWED'], ['https://0.0.0.0/', 'ISSUER_NOT_ALLOWED'],
    ['https://gibt-es-nicht.invalid', 'ISSUER_UNREACHABLE'], ['unsinn', 'ISSUER_INVALID'],
  ])('is refused for the issuer %s', async (issuer, code) => {
    expect(await stage().configure({ issuer })).toEqual([{ code, path: ['issuer'], message: expect.stringMatching(/\.$/) }]);
  });

  it('is refused where nobody answers, or somebody who calls herself otherwise', async () => {
    expect(await stage().configure({ issuer: 'http://127.0.0.1:9' })).toMatchObject([{ code: 'ISSUER_UNREACHABLE' }]);
    stage().provider.script = { discovery: (good) => ({ ...good, issuer: 'https://boese.example' }) };
    expect(await stage().configure()).toMatchObject([{ code: 'ISSUER_UNUSABLE' }]);
    stage().provider.script = { discovery: ({ jwks_uri: _keys, ...rest }) => rest };
    expect(await stage().configure()).toMatchObject([{ code: 'ISSUER_UNUSABLE' }]);
  });

  it('needs the secret again for another address, and a known organisation for each group', async () => {
    const other = await ScriptedProvider.start();
    expect(await stage().configure({ issuer: other.issuer, clientSecret: null })).toMatchObject([{ code: 'SECRET_REQUIRED', path: ['clientSecret'] }]);
    expect(other.asked).toEqual([]);
    await other.stop();
    expect(await stage().configure({ clientSecret: null })).toEqual([]);
    const foreign = await addAccount(stage().api);
    const foreignId = Buffer.from(`Organisation:${foreign.organisationId}`).toString('base64url');
    expect(await stage().configure({ rules: [{ group: '', organisationId: foreignId, role: 'MEMBER' }] })).toMatchObject([{ code: 'RULE_ORGANISATION_UNKNOWN' }]);
    expect(await stage().configure({ rules: [stage().rule('', 'club', 'MUNICIPALITY_ADMINISTRATOR')] })).toMatchObject([{ code: 'RULE_NOT_ADMINISTRATION' }]);
    expect(await stage().configure({ groupsClaim: null, requiredGroups: ['amt'] })).toMatchObject([{ code: 'CLAIM_REQUIRED' }]);
  });
});

describe('an installation that does not allow addresses inside the house', () => {
  const api = useApi({ env: { ...PROVIDER_ENV, OIDC_PRIVATE_ISSUERS: '' } });

  it('asks none, whatever they are called', async () => {
    const administrator = await addAccount(api);
    const { municipalityId, personId } = administrator;
    await api.database.prisma.client.grant.create({ data: { id: newId(), municipalityId, subjectKind: 'person', subjectId: personId, role: 'administrator', scopeKind: 'municipality', scopeId: municipalityId, originKind: 'test', originId: newId() } });
    const cookie = await signIn(api, administrator);
    const { issuer } = stage().provider;
    for (const address of [issuer, issuer.replace('127.0.0.1', 'localhost'), 'https://127.0.0.1', 'https://10.0.0.1', 'https://2130706433', 'https://[::ffff:127.0.0.1]', 'https://localhost']) {
      const input = { idempotencyKey: newId(), issuer: address, clientId: 'x', clientSecret: 'x', label: 'x', requiredGroups: [], createsAccounts: false, isEnabled: true, rules: [] };
      const answer = await post(api, 'mutation ($input: SetSignInProviderInput!) { setSignInProvider(input: $input) { errors { code } } }', { variables: { input }, cookie });
      expect({ address, data: answer.data }).toEqual({ address, data: { setSignInProvider: { errors: [{ code: 'ISSUER_NOT_ALLOWED' }] } } });
    }
    expect(stage().provider.asked).toEqual([]);
  });
});
