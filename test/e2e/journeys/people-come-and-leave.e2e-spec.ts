import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { GraphqlVisitor, until, useApplication } from '@konzeptwerkstatt/test-support';
import { newDesk, organisationNamed } from './desk.js';
import { codesOf, mutate, newcomer, tokenInMailTo, waitingFor } from './newcomer.js';

const application = useApplication();
let organisation: { readonly id: string; readonly uuid: string };

beforeAll(async () => {
  const office = await application().as('office');
  const { organisation: added } = await mutate(office, 'addOrganisation', { details: { name: `Verein ${randomUUID()}`, kind: 'MIGRANT_ORGANISATION', language: 'de' } }, 'organisation { id uuid }');
  organisation = added as { id: string; uuid: string };
}, 240_000);

const look = async (token: string) => (await application().nobody().get<{ invitation: { state: string; offer: { emailHint: string | null; hasAccount: boolean } | null } }, object>('query ($token: String!) { invitation(token: $token) { state offer { emailHint hasAccount } } }', { token })).invitation;
const invite = async (more: object) => mutate(await application().as('office'), 'invitePerson', { organisationId: organisation.id, name: 'Gast', role: 'MEMBER', language: 'de', ...more }, 'letterAddress');
const account = (token: string, more: object = {}) => mutate(application().nobody(), 'createAccount', { token, name: 'Neue Person', password: 'ein langes Passwort', ...more });
const viewerOf = async (visitor: GraphqlVisitor) => (await visitor.get<{ viewer: { person: { email: string }; actingOrganisation: { uuid: string }; memberships: { id: string; role: string; organisation: { id: string; uuid: string } }[] } | null }>('{ viewer { person { email } actingOrganisation { uuid } memberships { id role organisation { id uuid } } } }')).viewer;

describe('an invitation by mail', () => {
  it('is looked at as often as one likes, makes one account with its own address, and is used then', async () => {
    const email = `${randomUUID()}@example.org`;
    await invite({ way: 'MAIL', email: email.toUpperCase() });
    const token = await tokenInMailTo(application(), email, 'identity.invitation');
    expect(await look(token)).toEqual({ state: 'OPEN', offer: { emailHint: `${email[0]}…@example.org`, hasAccount: false } });
    expect((await look(token)).state).toBe('OPEN');
    // Whoever it was passed on to cannot take it for another address.
    expect(codesOf(await account(token, { email: 'jemand.anders@example.org' }))).toEqual([]);
    expect((await viewerOf(await GraphqlVisitor.signIn(application().origin, email, 'ein langes Passwort')))?.actingOrganisation.uuid).toBe(organisation.uuid);
    expect((await look(token)).state).toBe('USED');
    expect(codesOf(await account(token))).toEqual(['LINK_USED']);
  });

  it('goes to nobody else who has an account, and not to whoever guesses', async () => {
    const email = `${randomUUID()}@example.org`;
    await invite({ way: 'MAIL', email });
    const token = await tokenInMailTo(application(), email, 'identity.invitation');
    expect(codesOf(await mutate(await application().as('welfare'), 'acceptInvitation', { token }))).toEqual(['INVITATION_FOR_OTHERS']);
    expect((await look(token)).state).toBe('OPEN');
    expect((await look(`${token}x`)).state).toBe('UNKNOWN');
  });

  it('whose mail did not arrive says so to those who administer the organisation, until a newer one is on its way', async () => {
    const [email, office] = [`${randomUUID()}@example.org`, await application().as('office')];
    const open = async () => (await office.get<{ organisation: { invitations: { email: string | null; isUndelivered: boolean }[] } }, object>('query ($uuid: String!) { organisation(uuid: $uuid) { invitations { email isUndelivered } } }', { uuid: organisation.uuid })).organisation.invitations.filter((one) => one.email === email);
    await invite({ way: 'MAIL', email });
    await application().database.pool.query("UPDATE mails SET state = 'refused', text = NULL WHERE recipient = $1", [email]);
    expect(await open()).toEqual([{ email, isUndelivered: true }]);
    expect([codesOf(await invite({ way: 'MAIL', email })), await open()]).toEqual([[], [{ email, isUndelivered: false }]]);
  });

  it('stops with a newer one to the same address, when it is withdrawn, and when its time is over', async () => {
    const email = `${randomUUID()}@example.org`;
    await invite({ way: 'MAIL', email });
    const first = await tokenInMailTo(application(), email, 'identity.invitation');
    await invite({ way: 'MAIL', email });
    const second = await tokenInMailTo(application(), email, 'identity.invitation');
    expect([(await look(first)).state, (await look(second)).state]).toEqual(['EXPIRED', 'OPEN']);
    await application().database.pool.query("UPDATE one_time_links SET expires_at = now() WHERE purpose = 'invitation' AND used_at IS NULL");
    expect(codesOf(await account(second))).toEqual(['LINK_EXPIRED']);
  });
});

describe('whoever has lost her last membership', () => {
  it('comes back with an invitation and the password of her account, and by no other', async () => {
    const person = await newcomer(application(), organisation.id);
    await mutate(person.visitor, 'endMembership', { membershipId: (await viewerOf(person.visitor))?.memberships[0]?.id });
    expect(codesOf(await mutate(application().nobody(), 'signIn', { email: person.email, password: person.password }))).toEqual(['NO_MEMBERSHIP']);
    await invite({ way: 'MAIL', email: person.email });
    const token = await tokenInMailTo(application(), person.email, 'identity.invitation');
    expect(codesOf(await account(token, { password: 'ein falsches Passwort' }))).toEqual(['INVALID_CREDENTIALS']);
    expect((await look(token)).state).toBe('OPEN');
    expect(codesOf(await account(token, { password: person.password }))).toEqual([]);
    const back = await viewerOf(await GraphqlVisitor.signIn(application().origin, person.email, person.password));
    expect(back?.memberships.map((membership) => membership.organisation.uuid)).toEqual([organisation.uuid]);
    expect(codesOf(await account(token, { password: person.password }))).toEqual(['LINK_USED']);
  });

  it('is not asked for her password more often than at sign-in', async () => {
    const person = await newcomer(application(), organisation.id);
    const { organisation: other } = await mutate(await application().as('office'), 'addOrganisation', { details: { name: `Verein ${randomUUID()}`, kind: 'CIVIL_SOCIETY', language: 'de' } }, 'organisation { id }');
    await invite({ organisationId: (other as { id: string }).id, way: 'MAIL', email: person.email });
    const token = await tokenInMailTo(application(), person.email, 'identity.invitation');
    for (let turn = 0; turn < 4; turn += 1) await account(token, { password: 'ein falsches Passwort' });
    for (let turn = 0; turn < 6; turn += 1) await mutate(application().nobody(), 'signIn', { email: person.email, password: 'ein falsches Passwort' });
    await expect(account(token, { password: person.password })).rejects.toThrow('RATE_LIMITED');
  });
});

describe('an invitation by letter', () => {
  it('has a code that can be typed, and takes the address of whoever holds it, unless that has an account', async () => {
    const { letterAddress } = await invite({ way: 'LETTER' });
    const code = String(letterAddress).split('#')[1] ?? '';
    expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect(codesOf(await account(code, { email: 'amt.leipzig@example.org' }))).toEqual(['ACCOUNT_EXISTS']);
    expect(codesOf(await account(code.toLowerCase().replaceAll('-', ' '), { email: `${randomUUID()}@example.org` }))).toEqual([]);
  });

  it('makes no account before it is used; then the address that was named is told, and its mailbox takes the account over', async () => {
    const email = `${randomUUID()}@example.org`;
    const { pool } = application().database;
    const known = async () => (await pool.query('SELECT 1 FROM persons WHERE email = $1', [email])).rowCount;
    const { letterAddress } = await invite({ way: 'LETTER', email });
    expect(await known()).toBe(0);
    expect(codesOf(await account(String(letterAddress).split('#')[1] ?? ''))).toEqual([]);
    expect(await known()).toBe(1);
    const { rows } = await pool.query<{ kind: string; text: string }>('SELECT kind, text FROM mails WHERE recipient = $1', [email]);
    expect(rows.map(({ kind }) => kind)).toEqual(['identity.account-by-letter']);
    expect(rows[0]?.text).toMatch(/^https?:\/\/\S+\/passwort-vergessen$/m);
    const holder = await GraphqlVisitor.signIn(application().origin, email, 'ein langes Passwort');
    await pool.query(
      `INSERT INTO calendar_feeds (id, municipality_id, process_id, person_id, organisation_id, token_hash)
       SELECT gen_random_uuid(), m.municipality_id, c.id, m.person_id, m.organisation_id, gen_random_uuid()::text
       FROM memberships m JOIN persons p ON p.id = m.person_id JOIN planning_processes c ON c.municipality_id = m.municipality_id WHERE p.email = $1`, [email]);
    const calendars = async () => (await pool.query('SELECT FROM calendar_feeds f JOIN persons p ON p.id = f.person_id WHERE p.email = $1', [email])).rowCount ?? 0;
    expect(await calendars()).toBeGreaterThan(0);
    await mutate(application().nobody(), 'requestPasswordReset', { email });
    expect(codesOf(await mutate(application().nobody(), 'resetPassword', { token: await tokenInMailTo(application(), email, 'identity.password-reset'), newPassword: 'ein anderes Passwort' }))).toEqual([]);
    expect(await viewerOf(holder)).toBeNull();
    await until(async () => (await calendars()) === 0, 'the calendars that the holder took along end');
  });

  it('finds no accounts out: it does not say whether its address has one, and pauses with the fifth try, which its organisation sees', async () => {
    const person = await newcomer(application(), organisation.id);
    const { organisation: other } = await mutate(await application().as('office'), 'addOrganisation', { details: { name: `Verein ${randomUUID()}`, kind: 'CIVIL_SOCIETY', language: 'de' } }, 'organisation { id }');
    const { letterAddress: named } = await invite({ organisationId: (other as { id: string }).id, way: 'LETTER', email: person.email });
    expect((await look(String(named).split('#')[1] ?? '')).offer?.hasAccount).toBe(false);
    const { letterAddress } = await invite({ way: 'LETTER' });
    const code = String(letterAddress).split('#')[1] ?? '';
    for (let turn = 0; turn < 5; turn += 1) expect(codesOf(await account(code, { email: person.email }))).toEqual(['ACCOUNT_EXISTS']);
    await expect(account(code, { email: person.email })).rejects.toThrow('RATE_LIMITED');
    expect((await look(code)).state).toBe('OPEN');
    const office = await application().as('office');
    const paused = async () => (await office.get<{ organisation: { invitations: { pausedUntil: string | null }[] } }, object>('query ($uuid: String!) { organisation(uuid: $uuid) { invitations { pausedUntil } } }', { uuid: organisation.uuid })).organisation.invitations.flatMap(({ pausedUntil }) => (pausedUntil === null ? [] : [new Date(pausedUntil).getTime()]));
    const [until] = await paused();
    expect((until ?? 0) - Date.now()).toBeLessThanOrEqual(15 * 60_000);
    // When the pause is over the invitation goes on, for whoever it was meant for.
    await application().database.pool.query('UPDATE one_time_links SET paused_until = now()');
    expect(await paused()).toEqual([]);
    expect(codesOf(await account(code, { email: `${randomUUID()}@example.org` }))).toEqual([]);
  });

  it('is told once and stored nowhere', async () => {
    const { letterAddress } = await invite({ way: 'LETTER' });
    const code = (String(letterAddress).split('#')[1] ?? '').replaceAll('-', '');
    for (const table of ['one_time_links', 'invitations', 'engine.idempotent_mutation', 'engine.outbox_event']) {
      const { rows } = await application().database.pool.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t`);
      expect(rows.some(({ row }) => row.replaceAll('-', '').includes(code))).toBe(false);
    }
  });
});

describe('an organisation’s own administrator', () => {
  it('invites, gives the role and takes it away, in her organisation and in no other', async () => {
    const chair = await newcomer(application(), organisation.id, 'ADMINISTRATOR');
    const member = await newcomer(application(), organisation.id);
    const people = async (visitor: GraphqlVisitor) => (await visitor.get<{ organisation: { mayAdminister: boolean; members: { id: string; email: string; role: string }[] | null } }, object>('query ($uuid: String!) { organisation(uuid: $uuid) { mayAdminister members { id email role } } }', { uuid: organisation.uuid })).organisation;
    expect(await people(member.visitor)).toEqual({ mayAdminister: false, members: null });
    const { members } = await people(chair.visitor);
    const membershipId = members?.find(({ email }) => email === member.email)?.id;
    await expect(mutate(member.visitor, 'invitePerson', { organisationId: organisation.id, name: 'X', role: 'MEMBER', way: 'LETTER', language: 'de' })).rejects.toThrow('FORBIDDEN');
    await mutate(chair.visitor, 'setMembershipRole', { membershipId, role: 'ADMINISTRATOR' });
    expect((await people(member.visitor)).mayAdminister).toBe(true);
    await mutate(chair.visitor, 'setMembershipRole', { membershipId, role: 'MEMBER' });
    expect((await people(member.visitor)).mayAdminister).toBe(false);
    const { id: other } = await organisationNamed(await application().as('office'), 'Migrantenbeirat');
    await expect(mutate(chair.visitor, 'invitePerson', { organisationId: other, name: 'X', role: 'MEMBER', way: 'LETTER', language: 'de' })).rejects.toThrow('FORBIDDEN');
  });

  it('stays it when she opens an invitation to her own organisation, which nobody has used then', async () => {
    const chair = await newcomer(application(), organisation.id, 'ADMINISTRATOR');
    const { letterAddress } = await invite({ way: 'LETTER' });
    const token = String(letterAddress).split('#')[1] ?? '';
    expect(codesOf(await mutate(chair.visitor, 'acceptInvitation', { token }))).toEqual(['ALREADY_MEMBER']);
    expect((await viewerOf(chair.visitor))?.memberships.map(({ role }) => role)).toEqual(['ADMINISTRATOR']);
    expect((await look(token)).state).toBe('OPEN');
  });

  it('stays it when what she once said of herself is confirmed afterwards', async () => {
    const chair = await newcomer(application(), organisation.id, 'ADMINISTRATOR');
    const { organisation: otherOrganisation } = await mutate(await application().as('office'), 'addOrganisation', { details: { name: `Verein ${randomUUID()}`, kind: 'CIVIL_SOCIETY', language: 'de' } }, 'organisation { id }');
    const otherId = (otherOrganisation as { id: string }).id;
    await mutate(chair.visitor, 'claimMembership', { organisationId: otherId });
    await mutate(await application().as('office'), 'invitePerson', { organisationId: otherId, name: 'X', role: 'ADMINISTRATOR', way: 'MAIL', language: 'de', email: chair.email });
    await mutate(chair.visitor, 'acceptInvitation', { token: await tokenInMailTo(application(), chair.email, 'identity.invitation') });
    const { viewer } = await chair.visitor.get<{ viewer: { claims: { id: string }[] } }>('{ viewer { claims { id } } }');
    await mutate(await application().as('office'), 'decideMembershipClaim', { claimId: viewer.claims[0]?.id, confirmed: true });
    expect((await viewerOf(chair.visitor))?.memberships.map(({ role }) => role)).toEqual(['ADMINISTRATOR', 'ADMINISTRATOR']);
  });

  it('confirms what somebody says of herself; until then it gives no right', async () => {
    const chair = await newcomer(application(), organisation.id, 'ADMINISTRATOR');
    const { organisation: otherOrganisation } = await mutate(await application().as('office'), 'addOrganisation', { details: { name: `Verein ${randomUUID()}`, kind: 'CIVIL_SOCIETY', language: 'de' } }, 'organisation { id }');
    const stranger = await newcomer(application(), (otherOrganisation as { id: string }).id);
    await mutate(stranger.visitor, 'claimMembership', { organisationId: organisation.id });
    expect(codesOf(await mutate(stranger.visitor, 'claimMembership', { organisationId: organisation.id }))).toEqual(['ALREADY_CLAIMED']);
    expect(codesOf(await mutate(stranger.visitor, 'actAs', { organisationId: organisation.id }))).toEqual(['UNKNOWN_ORGANISATION']);
    const { claims } = (await chair.visitor.get<{ organisation: { claims: { id: string; email: string }[] } }, object>('query ($uuid: String!) { organisation(uuid: $uuid) { claims { id email } } }', { uuid: organisation.uuid })).organisation;
    const claimId = claims.find(({ email }) => email === stranger.email)?.id;
    await expect(mutate(stranger.visitor, 'decideMembershipClaim', { claimId, confirmed: true })).rejects.toThrow('FORBIDDEN');
    expect(await waitingFor(stranger.visitor)).toEqual([]);
    expect(await waitingFor(chair.visitor)).toEqual([organisation.id]);
    expect(await waitingFor(await application().as('office'))).not.toContain(organisation.id);
    await mutate(chair.visitor, 'decideMembershipClaim', { claimId, confirmed: true });
    expect(codesOf(await mutate(stranger.visitor, 'actAs', { organisationId: organisation.id }))).toEqual([]);
    expect(await waitingFor(chair.visitor)).toEqual([]);
  });

  it('leaves it to the office where nobody administers the organisation', async () => {
    const office = await application().as('office');
    const other = (await mutate(office, 'addOrganisation', { details: { name: `Verein ${randomUUID()}`, kind: 'CIVIL_SOCIETY', language: 'de' } }, 'organisation { id }'))['organisation'] as { id: string };
    const stranger = await newcomer(application(), organisation.id);
    await mutate(stranger.visitor, 'claimMembership', { organisationId: other.id });
    expect(await waitingFor(office)).toContain(other.id);
  });
});

describe('a forgotten password', () => {
  it('is answered alike with and without an account, and a mail comes only with one', async () => {
    const person = await newcomer(application(), organisation.id);
    const unknown = `${randomUUID()}@example.org`;
    const answers = [];
    for (const email of [person.email, unknown]) answers.push(await mutate(application().nobody(), 'requestPasswordReset', { email }));
    expect(answers[0]).toEqual(answers[1]);
    await tokenInMailTo(application(), person.email, 'identity.password-reset');
    const { rows } = await application().database.pool.query('SELECT FROM mails WHERE recipient = $1', [unknown]);
    expect(rows).toEqual([]);
    for (let turn = 0; turn < 2; turn += 1) await mutate(application().nobody(), 'requestPasswordReset', { email: unknown });
    await expect(mutate(application().nobody(), 'requestPasswordReset', { email: unknown })).rejects.toThrow('RATE_LIMITED');
  });

  it('is set anew once, signs out everywhere, and the old one is over', async () => {
    const person = await newcomer(application(), organisation.id);
    await mutate(application().nobody(), 'requestPasswordReset', { email: person.email });
    const token = await tokenInMailTo(application(), person.email, 'identity.password-reset');
    expect(codesOf(await mutate(application().nobody(), 'resetPassword', { token, newPassword: 'kurz' }))).toEqual(['PASSWORD_TOO_SHORT']);
    expect(codesOf(await mutate(application().nobody(), 'resetPassword', { token, newPassword: person.email }))).toEqual(['PASSWORD_GUESSABLE']);
    expect(codesOf(await mutate(application().nobody(), 'resetPassword', { token, newPassword: 'ein anderes Passwort' }))).toEqual([]);
    expect(codesOf(await mutate(application().nobody(), 'resetPassword', { token, newPassword: 'ein anderes Passwort' }))).toEqual(['LINK_USED']);
    expect(await viewerOf(person.visitor)).toBeNull();
    expect(codesOf(await mutate(application().nobody(), 'signIn', { email: person.email, password: person.password }))).toEqual(['INVALID_CREDENTIALS']);
    expect(codesOf(await mutate(application().nobody(), 'signIn', { email: person.email, password: 'ein anderes Passwort' }))).toEqual([]);
  });

  it.each(['resetPassword', 'changePassword'])('throws out whoever knew the old one, with what he prepared: by %s', async (way) => {
    const person = await newcomer(application(), organisation.id);
    const { token: apiToken } = await mutate(person.visitor, 'issueApiToken', { name: 'Skript', expiresInDays: 30 }, 'token');
    const script = GraphqlVisitor.withToken(application().origin, String(apiToken));
    expect((await viewerOf(script))?.person.email).toBe(person.email);
    const foreign = `${randomUUID()}@example.org`;
    await mutate(person.visitor, 'requestEmailChange', { email: foreign, currentPassword: person.password });
    const confirmation = await tokenInMailTo(application(), foreign, 'identity.email-change');
    await mutate(application().nobody(), 'requestPasswordReset', { email: person.email });
    const reset = await tokenInMailTo(application(), person.email, 'identity.password-reset');
    const newPassword = 'ein anderes Passwort';
    if (way === 'resetPassword') expect(codesOf(await mutate(application().nobody(), way, { token: reset, newPassword }))).toEqual([]);
    else expect(codesOf(await mutate(person.visitor, way, { currentPassword: person.password, newPassword }))).toEqual([]);
    expect(codesOf(await mutate(application().nobody(), 'confirmEmailChange', { token: confirmation }))).toEqual(['LINK_EXPIRED']);
    expect(codesOf(await mutate(application().nobody(), 'resetPassword', { token: reset, newPassword: 'noch ein Passwort' }))).toEqual([way === 'resetPassword' ? 'LINK_USED' : 'LINK_EXPIRED']);
    expect(await viewerOf(script)).toBeNull();
  });

  it('takes no link of another purpose', async () => {
    const { letterAddress } = await invite({ way: 'LETTER' });
    expect(codesOf(await mutate(application().nobody(), 'resetPassword', { token: String(letterAddress).split('#')[1], newPassword: 'ein anderes Passwort' }))).toEqual(['LINK_UNKNOWN']);
  });
});

describe('another mail address', () => {
  it('counts when it is confirmed from its mailbox, and the old one is told', async () => {
    const person = await newcomer(application(), organisation.id);
    const email = `${randomUUID()}@example.org`;
    expect(codesOf(await mutate(person.visitor, 'requestEmailChange', { email, currentPassword: 'falsch' }))).toEqual(['INVALID_CREDENTIALS']);
    expect(codesOf(await mutate(person.visitor, 'requestEmailChange', { email, currentPassword: person.password }))).toEqual([]);
    expect((await viewerOf(person.visitor))?.person.email).toBe(person.email);
    const { rows: notices } = await application().database.pool.query<{ kind: string; text: string }>("SELECT kind, text FROM mails WHERE recipient = $1 AND kind = 'identity.email-change-asked'", [person.email]);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.text).not.toContain('#');
    const token = await tokenInMailTo(application(), email, 'identity.email-change');
    const look = async () => (await application().nobody().get<{ emailChangeLink: string }>('query ($token: String!) { emailChangeLink(token: $token) }', { token })).emailChangeLink;
    expect([await look(), await look()]).toEqual(['OPEN', 'OPEN']);
    expect(codesOf(await mutate(application().nobody(), 'confirmEmailChange', { token }))).toEqual([]);
    expect(await look()).toBe('USED');
    expect((await viewerOf(person.visitor))?.person.email).toBe(email);
    const { rows } = await application().database.pool.query<{ kind: string }>('SELECT kind FROM mails WHERE recipient = $1', [person.email]);
    expect(rows.map(({ kind }) => kind)).toContain('identity.email-changed');
  });

  it('that has an account already is not told, and does not become that of another one', async () => {
    const person = await newcomer(application(), organisation.id);
    const other = await newcomer(application(), organisation.id);
    expect(codesOf(await mutate(person.visitor, 'requestEmailChange', { email: other.email, currentPassword: person.password }))).toEqual([]);
    const token = await tokenInMailTo(application(), other.email, 'identity.email-change');
    expect(codesOf(await mutate(application().nobody(), 'confirmEmailChange', { token }))).toEqual(['ADDRESS_TAKEN']);
  });
});

describe('leaving', () => {
  it('an organisation closes its texts within two seconds, and others go on', async () => {
    const office = await application().as('office');
    const desk = await newDesk(application());
    const { id } = await organisationNamed(office, 'Wohlfahrtsverband');
    const member = await newcomer(application(), id);
    const room = await application().join(member.visitor, desk.documentId);
    const membershipId = (await viewerOf(member.visitor))?.memberships[0]?.id;
    const { viewer } = await mutate(member.visitor, 'endMembership', { membershipId }, 'viewer { person { uuid } }');
    expect(viewer).toBeNull();
    expect(await until(() => room.closeCode !== null && room.closeCode >= 4400, 'the text is closed')).toBeLessThan(2_000);
    room.leave();
  });

  it('for good takes the name, keeps the text, and closes everything within two seconds', async () => {
    const office = await application().as('office');
    const desk = await newDesk(application());
    const { id } = await organisationNamed(office, 'Wohlfahrtsverband');
    const member = await newcomer(application(), id);
    const room = await application().join(member.visitor, desk.documentId);
    const { rows: persons } = await application().database.pool.query<{ id: string }>('SELECT id FROM persons WHERE email = $1', [member.email]);
    const personId = persons[0]?.id ?? '';
    expect(codesOf(await mutate(member.visitor, 'eraseAccount', { currentPassword: 'falsch' }))).toEqual(['INVALID_CREDENTIALS']);
    expect(codesOf(await mutate(member.visitor, 'eraseAccount', { currentPassword: member.password }))).toEqual([]);
    expect(await until(() => room.closeCode !== null && room.closeCode >= 4400, 'the text is closed')).toBeLessThan(2_000);
    room.leave();
    expect(await viewerOf(member.visitor)).toBeNull();
    const everything = async (): Promise<string> => {
      const { rows } = await application().database.pool.query<{ tables: string }>("SELECT query_to_xml(format('SELECT t::text FROM %I.%I t', table_schema, table_name), false, true, '')::text AS tables FROM information_schema.tables WHERE table_schema IN ('public', 'engine') AND table_type = 'BASE TABLE'");
      return rows.map(({ tables }) => tables).join('\n');
    };
    expect(await everything()).not.toContain(member.email);
    await until(async () => ((await application().database.pool.query('SELECT FROM engine.document_client WHERE person_id = $1 UNION ALL SELECT FROM engine.document_update WHERE person_id = $1', [personId])).rowCount ?? 0) === 0, 'the texts know her no more');
    expect(codesOf(await mutate(application().nobody(), 'signIn', { email: member.email, password: member.password }))).toEqual(['INVALID_CREDENTIALS']);
  });

  it('is not possible for the only one who administers a municipality, nor can she leave its last organisation or be taken out of it', async () => {
    const foreignOffice = await application().as('foreignOffice');
    const viewer = await viewerOf(foreignOffice);
    expect(viewer?.memberships).toHaveLength(1);
    const own = viewer?.memberships[0];
    expect(codesOf(await mutate(foreignOffice, 'endMembership', { membershipId: own?.id }))).toEqual(['LAST_ADMINISTRATOR']);
    const email = `${randomUUID()}@example.org`;
    await mutate(foreignOffice, 'invitePerson', { organisationId: own?.organisation.id, name: 'Kollegin', email, role: 'ADMINISTRATOR', way: 'MAIL', language: 'de' });
    await account(await tokenInMailTo(application(), email, 'identity.invitation'));
    const colleague = await GraphqlVisitor.signIn(application().origin, email, 'ein langes Passwort');
    expect(codesOf(await mutate(colleague, 'endMembership', { membershipId: own?.id }))).toEqual(['LAST_ADMINISTRATOR']);
    expect(codesOf(await mutate(await application().as('foreignOffice'), 'eraseAccount', { currentPassword: 'beispiel-2026' }))).toEqual(['LAST_ADMINISTRATOR']);
  });
});

describe('administering a municipality', () => {
  it('is handed on to a colleague, taken back from all but the last, and ends with the last place in the administration', async () => {
    const office = await application().as('foreignOffice');
    const own = (await viewerOf(office))?.memberships[0];
    const uuid = own?.organisation.uuid;
    const colleague = async () => {
      const email = `${randomUUID()}@example.org`;
      await mutate(office, 'invitePerson', { organisationId: own?.organisation.id, name: 'Kollegin', email, role: 'MEMBER', way: 'MAIL', language: 'de' });
      await account(await tokenInMailTo(application(), email, 'identity.invitation'));
      const visitor = await GraphqlVisitor.signIn(application().origin, email, 'ein langes Passwort');
      return { visitor, membershipId: (await viewerOf(visitor))?.memberships[0]?.id };
    };
    const mayAdminister = async (visitor: GraphqlVisitor) => (await visitor.get<{ viewer: { mayAdminister: boolean } }>('{ viewer { mayAdminister } }')).viewer.mayAdminister;
    const administrators = async () => (await office.get<{ organisation: { members: { id: string; administersMunicipality: boolean }[] } }, object>('query ($uuid: String!) { organisation(uuid: $uuid) { members { id administersMunicipality } } }', { uuid })).organisation.members.filter((member) => member.administersMunicipality).map(({ id }) => id);
    const [first, second] = [await colleague(), await colleague()];
    // Several times: it must not depend on the fraction of the millisecond.
    for (let time = 0; time < 12; time++) expect(codesOf(await mutate(office, 'dismissAdministrator', { membershipId: own?.id }))).toEqual(['LAST_ADMINISTRATOR']);
    await expect(mutate(first.visitor, 'appointAdministrator', { membershipId: first.membershipId })).rejects.toThrow('FORBIDDEN');
    for (const { membershipId } of [first, second]) expect(codesOf(await mutate(office, 'appointAdministrator', { membershipId }))).toEqual([]);
    expect(await mayAdminister(first.visitor)).toBe(true);
    expect(await administrators()).toHaveLength(3);
    expect(codesOf(await mutate(first.visitor, 'dismissAdministrator', { membershipId: second.membershipId }))).toEqual([]);
    expect(await mayAdminister(second.visitor)).toBe(false);
    expect(codesOf(await mutate(first.visitor, 'endMembership', { membershipId: first.membershipId }))).toEqual([]);
    const { rows } = await application().database.pool.query("SELECT FROM grants WHERE scope_kind = 'municipality' AND valid_to IS NULL AND subject_id = (SELECT person_id FROM memberships WHERE ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT 1)");
    expect(rows).toHaveLength(0);
    expect(await administrators()).toEqual([own?.id]);
  });

  it('is nothing for members of other organisations', async () => {
    const member = await newcomer(application(), organisation.id);
    const membershipId = (await viewerOf(member.visitor))?.memberships[0]?.id;
    expect(codesOf(await mutate(await application().as('office'), 'appointAdministrator', { membershipId }))).toEqual(['NOT_IN_ADMINISTRATION']);
  });
});

describe('one’s own data', () => {
  it('is there to be taken along, for oneself alone, and that it was taken is an event', async () => {
    const member = await newcomer(application(), organisation.id);
    const fetched = await fetch(`${application().origin}/files/meine-daten.json`, { headers: member.visitor.headers });
    expect(fetched.headers.get('content-disposition')).toContain('attachment');
    const data = (await fetched.json()) as { account: { email: string }; memberships: unknown[]; sessions: unknown[]; activities: unknown[] };
    expect(data.account.email).toBe(member.email);
    expect(data.memberships).toHaveLength(1);
    expect(JSON.stringify(data)).not.toMatch(/argon2|amt\.leipzig|token_?hash/i);
    expect((await fetch(`${application().origin}/files/meine-daten.json`)).status).toBe(404);
    const { rows } = await application().database.pool.query("SELECT FROM engine.outbox_event WHERE name = 'identity.personal-data.exported'");
    expect(rows.length).toBeGreaterThan(0);
  });
});
