import { describe, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { addAccount, post, signIn, type Account } from '../api/api-harness.js';
import { expectRefused, someone, useProviderStage } from './provider-stage.js';

const stage = useProviderStage();
const in_ = (...groups: string[]) => ({ groups });

/** An account with a password in the municipality of the provider. */
const member = (): Promise<Account> => addAccount(stage().api, stage().administrator.municipalityId);
const asMail = ({ email }: Account, isVerified: unknown = true) => ({ email: email.toUpperCase(), email_verified: isVerified });

const UNLINK = 'mutation ($id: ID!, $key: String!) { unlinkExternalIdentity(input: { identityId: $id, idempotencyKey: $key }) { errors { code } } }';
const IDENTITIES = '{ viewer { hasPassword externalIdentities { id label municipalityName lastSignInAt } } }';

async function identitiesOf(cookie: string): Promise<{ hasPassword: boolean; externalIdentities: { id: string; label: string }[] }> {
  return ((await post(stage().api, IDENTITIES, { cookie })).data as { viewer: { hasPassword: boolean; externalIdentities: { id: string; label: string }[] } }).viewer;
}

async function link(cookie: string, person = someone()): Promise<string> {
  const way = await stage().startLinking(cookie);
  return (await stage().arrive(stage().provider.answer(way.url, person), way.cookie)).location;
}

describe('somebody who comes for the first time', () => {
  it('gets an account with her checked address and the places of her groups', async () => {
    await stage().configure({ rules: [stage().rule('amt', 'office', 'MEMBER'), stage().rule('leitung', 'club', 'ORGANISATION_ADMINISTRATOR')] });
    const { session } = await stage().signIn(someone(in_('/amt', 'leitung', 'andere')));
    expect(await stage().standing(session)).toEqual({ places: ['club ADMINISTRATOR', 'office MEMBER'], administers: false });
    const viewer = await post(stage().api, '{ viewer { person { displayName email } hasPassword } }', { cookie: session });
    expect(viewer.data).toMatchObject({ viewer: { person: { displayName: 'Sara Beispiel', email: expect.stringMatching(/@stadt\.example$/) }, hasPassword: false } });
    await stage().configure();
  });

  it.each([['is not said to be checked', { email_verified: false }], ['is said nothing of', { email_verified: undefined }], ['is called checked by a word', { email_verified: 'true' }], ['is missing', { email: undefined }], ['is none', { email: 'niemand' }]])(
    'whose address %s gets none', async (_what, claims) => {
      const before = await stage().counts();
      await expectRefused(stage(), before, await stage().signIn(someone(claims)), 'EMAIL_UNVERIFIED');
    });

  it("with another person's address gets neither that account nor a new one, whether it is said to be checked or not", async () => {
    const victim = await member();
    const before = await stage().counts();
    await expectRefused(stage(), before, await stage().signIn(someone(asMail(victim))), 'EMAIL_HAS_ACCOUNT');
    await expectRefused(stage(), before, await stage().signIn(someone(asMail(victim, false))), 'EMAIL_UNVERIFIED');
  });

  it('gets none where accounts are made by invitation, without a place, or outside the groups that may sign in', async () => {
    await stage().configure({ createsAccounts: false });
    let before = await stage().counts();
    await expectRefused(stage(), before, await stage().signIn(someone()), 'NO_ACCOUNT_HERE');
    await stage().configure({ rules: [stage().rule('amt', 'office', 'MEMBER')] });
    before = await stage().counts();
    await expectRefused(stage(), before, await stage().signIn(someone(in_('rat'))), 'NO_ORGANISATION_GIVEN');
    await stage().configure({ requiredGroups: ['amt'] });
    await expectRefused(stage(), before, await stage().signIn(someone(in_('rat'))), 'NOT_IN_GROUP');
    await stage().configure();
  });

  it('gets none where her organisation has been removed since', async () => {
    const [{ client }, id] = [stage().api.database.prisma, newId()];
    await client.organisation.create({ data: { id, municipalityId: stage().administrator.municipalityId, kind: 'civil_society', name: `Verein ${id}` } });
    await stage().configure({ rules: [{ group: '', organisationId: Buffer.from(`Organisation:${id}`).toString('base64url'), role: 'MEMBER' }] });
    await stage().api.database.pool.query('UPDATE organisations SET removed_at = now() WHERE id = $1', [id]);
    const before = await stage().counts();
    await expectRefused(stage(), before, await stage().signIn(someone()), 'NO_ORGANISATION_GIVEN');
    await stage().configure();
  });

  it('twice at once is one person', async () => {
    const person = someone();
    const ways = await Promise.all([stage().start(), stage().start(), stage().start()]);
    const before = Number((await stage().counts()).split(' ')[1]);
    await Promise.all(ways.map((way) => stage().arrive(stage().provider.answer(way.url, person), way.cookie)));
    expect(Number((await stage().counts()).split(' ')[1])).toBe(before + 1);
  });
});

describe('groups', () => {
  it('are looked at at each sign-in, and what they gave ends with them', async () => {
    await stage().configure({ rules: [stage().rule('', 'club', 'MEMBER'), stage().rule('amt', 'office', 'MEMBER'), stage().rule('leitung', 'office', 'MUNICIPALITY_ADMINISTRATOR')] });
    const person = someone(in_('leitung'));
    const first = await stage().signIn(person);
    expect(await stage().standing(first.session)).toEqual({ places: ['club MEMBER', 'office MEMBER'], administers: true });
    const second = await stage().signIn({ ...person, claims: { ...person.claims, ...in_('amt') } });
    expect(await stage().standing(second.session)).toEqual({ places: ['club MEMBER', 'office MEMBER'], administers: false });
    const third = await stage().signIn({ ...person, claims: { ...person.claims, ...in_() } });
    expect(await stage().standing(third.session)).toEqual({ places: ['club MEMBER'], administers: false });
    const { rows } = await stage().api.database.pool.query<{ name: string }>("SELECT DISTINCT name FROM engine.outbox_event WHERE name IN ('identity.access.granted', 'identity.access.withdrawn', 'identity.membership.ended', 'identity.external-identity.linked') ORDER BY 1");
    expect(rows.map(({ name }) => name)).toEqual(['identity.access.granted', 'identity.access.withdrawn', 'identity.external-identity.linked', 'identity.membership.ended']);
    await stage().configure();
  });

  it('end sessions and places of somebody who may not sign in any more', async () => {
    await stage().configure({ requiredGroups: ['amt'], rules: [stage().rule('', 'club', 'MEMBER')] });
    const person = someone(in_('amt'));
    const { session } = await stage().signIn(person);
    expect(await stage().standing(session)).not.toBeNull();
    const refused = await stage().signIn({ ...person, claims: { ...person.claims, ...in_('rat') } });
    expect(refused).toMatchObject({ location: expect.stringMatching(/NOT_IN_GROUP/), session: '' });
    expect(await stage().standing(session)).toBeNull();
    await stage().configure();
  });

  it('never touch what people gave or ended by hand', async () => {
    const account = await member();
    const { client } = stage().api.database.prisma;
    await client.membership.create({ data: { id: newId(), municipalityId: account.municipalityId, personId: account.personId, organisationId: stage().office, role: 'administrator' } });
    await client.membership.create({ data: { id: newId(), municipalityId: account.municipalityId, personId: account.personId, organisationId: stage().club, endedAt: new Date() } });
    const person = someone({ ...asMail(account), ...in_('amt') });
    await stage().configure({ rules: [stage().rule('amt', 'office', 'MEMBER'), stage().rule('amt', 'club', 'MEMBER')] });
    expect(await link(await signIn(stage().api, account), person)).toBe('/konto?verbunden=ja');
    for (const groups of [['amt'], []]) {
      const { session } = await stage().signIn({ ...person, claims: { ...person.claims, groups } });
      expect(await stage().standing(session)).toEqual({ places: ['office ADMINISTRATOR', 'other MEMBER'], administers: false });
    }
    await stage().configure();
  });

  it('do not give back by themselves what an administrator has taken, and do not take what she has given since', async () => {
    await stage().configure({ rules: [stage().rule('amt', 'office', 'MEMBER'), stage().rule('amt', 'club', 'MEMBER')] });
    const person = someone(in_('amt'));
    const { session } = await stage().signIn(person);
    const { rows } = await stage().api.database.pool.query<{ id: string; organisation: string }>(
      'SELECT m.id, m.organisation_id AS organisation FROM memberships m JOIN persons p ON p.id = m.person_id WHERE p.email = $1', [`${person.sub}@stadt.example`]);
    const global = (organisation: string): string => Buffer.from(`Membership:${rows.find((row) => row.organisation === organisation)?.id}`).toString('base64url');
    const mutate = (text: string) => post(stage().api, `mutation { ${text} { errors { code } } }`, { cookie: stage().adminCookie });
    await mutate(`endMembership(input: { membershipId: "${global(stage().club)}", idempotencyKey: "${newId()}" })`);
    await mutate(`setMembershipRole(input: { membershipId: "${global(stage().office)}", role: ADMINISTRATOR, idempotencyKey: "${newId()}" })`);
    expect(await stage().standing(session)).toEqual({ places: ['office ADMINISTRATOR'], administers: false });
    const again = await stage().signIn(person);
    expect(await stage().standing(again.session)).toEqual({ places: ['office ADMINISTRATOR'], administers: false });
    const without = await stage().signIn({ ...person, claims: { ...person.claims, ...in_() } });
    expect(await stage().standing(without.session)).toEqual({ places: ['office ADMINISTRATOR'], administers: false });
    await stage().configure();
  });

  it('never take the last administrator who has a password away', async () => {
    const other = await addAccount(stage().api);
    const { municipalityId, personId } = stage().administrator;
    const { pool } = stage().api.database;
    // Somebody with a password who administers by her group alone, after everybody else has gone.
    const account = await member();
    const person = someone({ ...asMail(account), ...in_('leitung') });
    await stage().configure({ rules: [stage().rule('leitung', 'office', 'MUNICIPALITY_ADMINISTRATOR')] });
    await link(await signIn(stage().api, account), person);
    expect(other.municipalityId).not.toBe(municipalityId);
    await pool.query('UPDATE grants SET valid_to = now() WHERE subject_id = $1', [personId]);
    const { session } = await stage().signIn({ ...person, claims: { ...person.claims, ...in_() } });
    expect((await stage().standing(session))?.administers).toBe(true);
    await pool.query('UPDATE grants SET valid_to = NULL WHERE subject_id = $1', [personId]);
    const later = await stage().signIn({ ...person, claims: { ...person.claims, ...in_() } });
    expect((await stage().standing(later.session))?.administers).toBe(false);
    await stage().configure();
  });
});

describe('an account with a password', () => {
  it('is linked by its signed-in person with the same checked address, and unlinked again', async () => {
    const account = await member();
    const cookie = await signIn(stage().api, account);
    const person = someone(asMail(account));
    expect(await link(cookie, person)).toBe('/konto?verbunden=ja');
    const { session } = await stage().signIn(person);
    const [identity] = (await identitiesOf(session)).externalIdentities;
    expect(identity).toMatchObject({ label: 'Stadt' });
    expect((await post(stage().api, UNLINK, { variables: { id: identity?.id, key: newId() }, cookie })).data).toEqual({ unlinkExternalIdentity: { errors: [] } });
    expect(await stage().standing(session)).toBeNull();
    expect(await stage().standing(cookie)).not.toBeNull();
  });

  it.each([['with another address', { email: 'anders@stadt.example', email_verified: true }, 'EMAIL_DIFFERS'], ['whose address is not checked', { email_verified: false }, 'EMAIL_UNVERIFIED']])('is not linked to somebody %s', async (_what, claims, code) => {
    const account = await member();
    const cookie = await signIn(stage().api, account);
    expect(await link(cookie, someone({ ...asMail(account), ...claims }))).toBe(`/konto?fehler=${code}`);
    expect((await identitiesOf(cookie)).externalIdentities).toEqual([]);
  });

  it('is not linked in a browser where somebody else, or nobody, is signed in when it comes back', async () => {
    const [account, other] = [await member(), await member()];
    const way = await stage().startLinking(await signIn(stage().api, account));
    const attempt = way.cookie.split('; ')[1] ?? '';
    const query = stage().provider.answer(way.url, someone(asMail(account)));
    const otherCookie = await signIn(stage().api, other);
    expect((await stage().arrive(query, `${otherCookie}; ${attempt}`)).location).toBe('/konto?fehler=SIGN_IN_INTERRUPTED');
    expect((await stage().arrive(query, way.cookie)).location).toMatch(/SIGN_IN_INTERRUPTED/);
  });

  it('of another person is not taken, and one that only a provider opens is not unlinked', async () => {
    const [first, second] = [await member(), await member()];
    const person = someone(asMail(first));
    await link(await signIn(stage().api, first), person);
    const secondCookie = await signIn(stage().api, second);
    expect(await link(secondCookie, { ...person, claims: { ...person.claims, ...asMail(second) } })).toBe('/konto?fehler=IDENTITY_TAKEN');
    const { session } = await stage().signIn(someone());
    const [identity] = (await identitiesOf(session)).externalIdentities;
    expect((await post(stage().api, UNLINK, { variables: { id: identity?.id, key: newId() }, cookie: session })).data).toEqual({ unlinkExternalIdentity: { errors: [{ code: 'PASSWORD_NEEDED' }] } });
    expect((await post(stage().api, UNLINK, { variables: { id: identity?.id, key: newId() }, cookie: secondCookie })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('an account that was ended', () => {
  it('does not come back by signing in, until its person has a new one and links it', async () => {
    const account = await member();
    const person = someone(asMail(account));
    await link(await signIn(stage().api, account), person);
    const erased = await post(stage().api, `mutation { eraseAccount(input: { currentPassword: "ein langes Passwort", idempotencyKey: "${newId()}" }) { errors { code } } }`, { cookie: await signIn(stage().api, account) });
    expect(erased.data).toEqual({ eraseAccount: { errors: [] } });
    const before = await stage().counts();
    await expectRefused(stage(), before, await stage().signIn(person), 'ACCOUNT_ENDED');
    const again = await member();
    expect(await link(await signIn(stage().api, again), { ...person, claims: { ...person.claims, ...asMail(again) } })).toBe('/konto?verbunden=ja');
    expect((await stage().signIn(person)).session).not.toBe('');
  });

  it('leaves nothing by which its person could be named', async () => {
    const account = await member();
    const person = someone(asMail(account));
    await link(await signIn(stage().api, account), person);
    const { rows } = await stage().api.database.pool.query<{ row: string }>('SELECT i::text AS row FROM external_identities i UNION ALL SELECT k::text FROM provider_sessions k');
    expect(rows.map(({ row }) => row).join()).not.toContain(person.sub);
  });
});

describe('who runs the installation', () => {
  it('signs in with a password only', async () => {
    const account = await member();
    const person = someone(asMail(account));
    const cookie = await signIn(stage().api, account);
    await link(cookie, person);
    const nil = '00000000-0000-0000-0000-000000000000';
    await stage().api.database.prisma.client.grant.create({ data: { id: newId(), municipalityId: nil, subjectKind: 'person', subjectId: account.personId, role: 'administrator', scopeKind: 'installation', scopeId: nil, originKind: 'test', originId: newId() } });
    const before = await stage().counts();
    await expectRefused(stage(), before, await stage().signIn(person), 'INSTALLATION_LOCAL_ONLY');
  });
});

describe("a municipality's provider", () => {
  it('opens that municipality and no other, whoever it says somebody is', async () => {
    const account = await member();
    const foreign = await addAccount(stage().api);
    await stage().api.database.prisma.client.membership.create({ data: { id: newId(), municipalityId: foreign.municipalityId, personId: account.personId, organisationId: foreign.organisationId } });
    const cookie = await signIn(stage().api, account);
    const person = someone(asMail(account));
    await link(cookie, person);
    const { session } = await stage().signIn(person);
    expect((await stage().standing(cookie))?.places).toHaveLength(3);
    expect((await stage().standing(session))?.places).toHaveLength(2);
    const organisationId = Buffer.from(`Organisation:${foreign.organisationId}`).toString('base64url');
    const actAs = await post(stage().api, `mutation { actAs(input: { organisationId: "${organisationId}", idempotencyKey: "${newId()}" }) { errors { code } } }`, { cookie: session });
    expect(actAs.data).toEqual({ actAs: { errors: [{ code: 'OTHER_MUNICIPALITY' }] } });
    await stage().api.database.pool.query('UPDATE sessions SET acting_organisation_id = $1, acting_municipality_id = $2 WHERE person_id = $3', [foreign.organisationId, foreign.municipalityId, account.personId]);
    const acting = await post(stage().api, '{ viewer { municipality { uuid } } }', { cookie: session });
    expect(acting.data).toEqual({ viewer: { municipality: { uuid: account.municipalityId } } });
  });
});
