import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import {
  AnswerByLinkDocument, ContributionPageDocument, CreateContributionLinkDocument, DraftResponseDocument, EditionContributionsDocument, EndContributionLinkDocument, ForgetSenderNameDocument, LinkedConceptDocument, LinkedPassagesDocument, MarkNotificationsReadDocument, NotificationsDocument,
  PublishResponsesDocument, RefuseContributionDocument, ReleaseContributionDocument, SaveShortVersionDocument, SentContributionsDocument, SharingPageDocument, ShortVersionFieldDocument, WithdrawSentContributionDocument,
} from '../../../libs/web/data/src/generated/graphql.js';
import type { AnswerByLinkInput, CreateContributionLinkInput, SentFactsFragment, ShortVersionFactsFragment } from '../../../libs/web/data/src/generated/graphql.js';
import { addMeasure, key, newDesk, type Desk } from './desk.js';

const application = useApplication();
const office = (): Promise<GraphqlVisitor> => application().as('office');
const nobody = (): GraphqlVisitor => application().nobody();
const codes = (errors: readonly { code: string }[]): string[] => errors.map(({ code }) => code);
const newSenderKey = (): string => randomBytes(32).toString('base64url');
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function factsOf(visitor: GraphqlVisitor, { sectionUuid }: Desk): Promise<ShortVersionFactsFragment> {
  const { section } = await visitor.get(ShortVersionFieldDocument, { uuid: sectionUuid });
  if (!section) throw new Error('no section');
  return section;
}

async function saveShort(desk: Desk, text: string, expectedRevision: number): Promise<string[]> {
  const visitor = await office();
  const { textFingerprint } = await factsOf(visitor, desk);
  return codes((await visitor.get(SaveShortVersionDocument, { input: { sectionId: desk.sectionId, text, textFingerprint, expectedRevision, idempotencyKey: key() } })).saveShortVersion.errors);
}

const wantedLink = (desk: Desk, more: Partial<CreateContributionLinkInput> = {}): CreateContributionLinkInput => ({ editionId: desk.editionId, title: `Für ${key()}`, sectionIds: [desk.sectionId], endsOn: inDays(30), needsRelease: true, idempotencyKey: key(), ...more });

async function tokenOf(desk: Desk, more: Partial<CreateContributionLinkInput> = {}): Promise<string> {
  const { createContributionLink } = await (await office()).get(CreateContributionLinkDocument, { input: wantedLink(desk, more) });
  expect(createContributionLink.errors).toEqual([]);
  return createContributionLink.path?.split('#')[1] ?? '';
}

const answer = async (token: string, desk: Desk, more: Partial<AnswerByLinkInput> = {}) =>
  (await nobody().get(AnswerByLinkDocument, { input: { token, senderKey: newSenderKey(), sectionUuid: desk.sectionUuid, kind: 'PROPOSAL', text: 'Bitte auch abends.', language: 'de', idempotencyKey: key(), ...more } })).answerByLink;
const sentWith = async (senderKey: string): Promise<readonly SentFactsFragment[]> => (await nobody().get(SentContributionsDocument, { senderKey })).sentContributions;
const shownTo = async (visitor: GraphqlVisitor, uuid: string) => (await visitor.get(ContributionPageDocument, { uuid })).contribution;

describe('a short version', () => {
  it('has at most 120 words, says to its writers when the text has outgrown it, and can be confirmed', async () => {
    const [desk, writer] = [await newDesk(application()), await office()];
    expect(await saveShort(desk, Array.from({ length: 121 }, () => 'Wort').join(' '), 0)).toEqual(['SHORT_VERSION_TOO_LONG']);
    expect(await saveShort(desk, 'Worum es geht.', 0)).toEqual([]);
    expect(await saveShort(desk, 'Von jemand anderem.', 0)).toEqual(['STALE_VALUE']);
    expect(await factsOf(writer, desk)).toMatchObject({ hasOutgrownShortVersion: false, shortVersion: { text: 'Worum es geht.', revision: 1 } });
    await addMeasure(writer, desk, 'Abendkurse');
    expect((await factsOf(writer, desk)).hasOutgrownShortVersion).toBe(true);
    expect(await factsOf(await application().as('contributor'), desk)).toMatchObject({ hasOutgrownShortVersion: null, shortVersion: { text: 'Worum es geht.' } });
    expect(await saveShort(desk, 'Worum es geht.', 1)).toEqual([]);
    expect(await factsOf(writer, desk)).toMatchObject({ hasOutgrownShortVersion: false, shortVersion: { revision: 2 } });
    expect(await saveShort(desk, ' ', 2)).toEqual([]);
    expect(await factsOf(writer, desk)).toMatchObject({ shortVersion: null, hasOutgrownShortVersion: null });
  });
});

describe('a link that is passed on', () => {
  it('shows its fields of action and nothing else, until its last day or until the office ends it', async () => {
    const [desk, other] = [await newDesk(application()), await newDesk(application())];
    await saveShort(desk, 'Kurz gesagt.', 0);
    const measure = await addMeasure(await office(), desk, 'Abendkurse');
    const input = wantedLink(desk);
    const { createContributionLink } = await (await office()).get(CreateContributionLinkDocument, { input });
    const token = createContributionLink.path?.split('#')[1] ?? '';
    const { linkedConcept } = await nobody().get(LinkedConceptDocument, { token });
    expect(linkedConcept).toMatchObject({ isLinkValid: true, municipalityName: expect.stringContaining('Leipzig'), needsRelease: true, fields: [{ uuid: desk.sectionUuid, shortVersion: 'Kurz gesagt.' }] });
    const { linkedConcept: opened } = await nobody().get(LinkedPassagesDocument, { token, field: desk.sectionUuid });
    expect(opened.field?.passages).toContainEqual(expect.objectContaining({ kind: 'MEASURE', text: 'Abendkurse', objectUuid: measure.uuid }));
    expect((await nobody().get(LinkedPassagesDocument, { token, field: other.sectionUuid })).linkedConcept.field).toBeNull();
    expect(codes((await answer(token, other)).errors)).toEqual(['UNKNOWN_SECTION']);

    // The same again names the link and not its token, of which only a checksum is stored.
    expect((await (await office()).get(CreateContributionLinkDocument, { input })).createContributionLink).toMatchObject({ path: null, errors: [] });
    const { rows } = await application().database.pool.query<{ stored: string }>('SELECT string_agg(l::text, \' \') AS stored FROM contribution_links l');
    expect(rows[0]?.stored).not.toContain(token);

    const { edition } = await (await office()).get(SharingPageDocument, { edition: desk.editionUuid });
    const link = edition?.contributionLinks?.find(({ title }) => title === input.title);
    expect((await (await application().as('contributor')).get(SharingPageDocument, { edition: desk.editionUuid })).edition?.contributionLinks).toBeNull();
    await (await office()).get(EndContributionLinkDocument, { input: { linkId: link?.id ?? '', idempotencyKey: key() } });
    expect((await nobody().get(LinkedConceptDocument, { token })).linkedConcept).toMatchObject({ isLinkValid: false, title: null, fields: [] });
    expect(codes((await answer(token, desk)).errors)).toEqual(['LINK_UNKNOWN']);

    const late = await tokenOf(desk);
    await application().database.pool.query("UPDATE contribution_links SET expires_at = now() - interval '1 second' WHERE title <> $1 AND $2 = ANY (section_ids)", [input.title, desk.sectionUuid]);
    expect(codes((await answer(late, desk)).errors)).toEqual(['LINK_UNKNOWN']);
  });

  it.each([[{ title: ' ' }, 'LINK_TITLE_REQUIRED'], [{ sectionIds: [] }, 'SECTIONS_REQUIRED'], [{ endsOn: '2020-01-01' }, 'LINK_END_INVALID'], [{ endsOn: inDays(500) }, 'LINK_END_INVALID']])('is refused with %j', async (more, code) => {
    const desk = await newDesk(application());
    expect(codes((await (await office()).get(CreateContributionLinkDocument, { input: wantedLink(desk, more) })).createContributionLink.errors)).toEqual([code]);
  });
});

describe('an answer without an account', () => {
  it('comes in once, waits for the office, and is answered to whoever has the key', async () => {
    const [desk, desks, contributor] = [await newDesk(application()), await office(), await application().as('contributor')];
    const measure = await addMeasure(desks, desk, 'Abendkurse');
    const [token, senderKey, idempotencyKey] = [await tokenOf(desk), newSenderKey(), key()];
    const input = { senderKey, idempotencyKey, measureUuid: measure.uuid, sender: ' Frau B. ', text: '<b>Bitte</b> auch abends', language: 'ar' };
    const first = await answer(token, desk, input);
    expect(first).toMatchObject({ errors: [], contribution: { state: 'HELD', sender: 'Frau B.', text: '<b>Bitte</b> auch abends', mayWithdraw: true, response: null } });
    expect((await answer(token, desk, input)).contribution?.uuid).toBe(first.contribution?.uuid);
    expect(await sentWith(senderKey)).toHaveLength(1);
    const uuid = first.contribution?.uuid ?? '';

    expect(await shownTo(contributor, uuid)).toBeNull();
    const held = await shownTo(desks, uuid);
    expect(held).toMatchObject({ state: 'HELD', way: 'LINK', sender: 'Frau B.', organisation: null, measure: { title: 'Abendkurse' }, mayRelease: true });
    const { edition } = await desks.get(EditionContributionsDocument, { edition: desk.editionUuid, filter: { states: ['HELD'], sectionId: desk.sectionId } });
    expect(edition?.contributions.edges.map(({ node }) => node.uuid)).toEqual([uuid]);
    expect((await contributor.get(EditionContributionsDocument, { edition: desk.editionUuid, filter: { states: ['HELD'], sectionId: desk.sectionId } })).edition?.contributions.edges).toEqual([]);

    const contributionId = held?.id ?? '';
    expect(codes((await desks.get(ReleaseContributionDocument, { input: { contributionId, idempotencyKey: key() } })).releaseContribution.errors)).toEqual([]);
    expect(await shownTo(contributor, uuid)).toMatchObject({ state: 'SUBMITTED', sender: null, contributorName: null });
    await desks.get(DraftResponseDocument, { input: { contributionId, verdict: 'CONSIDERED', reasons: 'Machen wir.', expectedRevision: 0, idempotencyKey: key() } });
    expect((await sentWith(senderKey))[0]?.response).toBeNull();
    await desks.get(PublishResponsesDocument, { input: { responses: [{ contributionId, expectedRevision: 1 }], idempotencyKey: key() } });
    expect(await sentWith(senderKey)).toMatchObject([{ state: 'ANSWERED', mayWithdraw: false, response: { verdict: 'CONSIDERED', reasons: 'Machen wir.' } }]);
    const own = { senderKey, contributionUuid: uuid };
    expect(codes((await nobody().get(WithdrawSentContributionDocument, { input: { ...own, idempotencyKey: key() } })).withdrawSentContribution.errors)).toEqual(['NOT_WITHDRAWABLE']);
    expect((await nobody().get(ForgetSenderNameDocument, { input: { ...own, idempotencyKey: key() } })).forgetSenderName).toMatchObject({ errors: [], contribution: { sender: null, text: '<b>Bitte</b> auch abends' } });
    expect((await shownTo(desks, uuid))?.sender).toBeNull();
  });

  it('is told to those who answer, once for each link until they have looked, and refused with a reason that its sender reads', async () => {
    const [desk, desks, contributor, title] = [await newDesk(application()), await office(), await application().as('contributor'), `Für ${key()}`];
    const [token, senderKey] = [await tokenOf(desk, { title }), newSenderKey()];
    const told = async (visitor: GraphqlVisitor) => (await visitor.get(NotificationsDocument, {})).viewer?.notifications.edges.map(({ node }) => node).filter((one) => one.kind === 'CONTRIBUTION_RECEIVED' && one.title === title) ?? [];
    /** Whether the office was told of it, or was not told because it has not looked. */
    const isHandled = async (uuid: string) => (await application().database.pool.query("SELECT FROM engine.outbox_event WHERE name = 'participation.contribution.received' AND aggregate_id = $1 AND open_subscribers = '{}'", [uuid])).rows.length === 1;
    const uuid = (await answer(token, desk, { senderKey })).contribution?.uuid ?? '';
    await until(async () => (await told(desks)).length === 1, 'the office is told');
    expect([(await told(desks))[0]?.path, await told(contributor)]).toEqual([`/konzepte/${desk.editionUuid}/rueckmeldungen`, []]);
    const second = (await answer(token, desk)).contribution?.uuid ?? '';
    await until(() => isHandled(second), 'the second is handled');
    expect(await told(desks)).toHaveLength(1);
    await desks.get(MarkNotificationsReadDocument, { input: { idempotencyKey: key() } });
    await answer(token, desk);
    await until(async () => (await told(desks)).length === 2, 'the office is told again');

    const contributionId = (await shownTo(desks, uuid))?.id ?? '';
    const refuse = async (reason: string) => codes((await desks.get(RefuseContributionDocument, { input: { contributionId, reason, idempotencyKey: key() } })).refuseContribution.errors);
    expect([await refuse(' '), await refuse('Dafür ist das Land zuständig.'), await refuse('Noch einmal.')]).toEqual([['REASON_REQUIRED'], [], ['NOT_HELD']]);
    expect(await sentWith(senderKey)).toMatchObject([{ state: 'REFUSED', refusalReason: 'Dafür ist das Land zuständig.', mayWithdraw: false, response: null }]);
    expect([await shownTo(contributor, uuid), (await shownTo(desks, uuid))?.refusalReason]).toEqual([null, 'Dafür ist das Land zuständig.']);
    expect(codes((await desks.get(ReleaseContributionDocument, { input: { contributionId, idempotencyKey: key() } })).releaseContribution.errors)).toEqual(['NOT_HELD']);
  });

  it('is taken back with the name until it is answered, by nobody else, and after the link is over too', async () => {
    const desk = await newDesk(application());
    const [token, senderKey] = [await tokenOf(desk, { needsRelease: false }), newSenderKey()];
    const { contribution } = await answer(token, desk, { senderKey, sender: 'Elternrat' });
    expect(contribution).toMatchObject({ state: 'SUBMITTED', sender: 'Elternrat' });
    await application().database.pool.query('UPDATE contribution_links SET revoked_at = now() WHERE $1 = ANY (section_ids)', [desk.sectionUuid]);
    const contributionUuid = contribution?.uuid ?? '';
    await expect(nobody().get(WithdrawSentContributionDocument, { input: { senderKey: newSenderKey(), contributionUuid, idempotencyKey: key() } })).rejects.toThrow(/NOT_FOUND/);
    await expect(nobody().get(ForgetSenderNameDocument, { input: { senderKey: '', contributionUuid, idempotencyKey: key() } })).rejects.toThrow(/NOT_FOUND/);
    expect((await nobody().get(WithdrawSentContributionDocument, { input: { senderKey, contributionUuid, idempotencyKey: key() } })).withdrawSentContribution).toMatchObject({ errors: [], contribution: { state: 'WITHDRAWN', sender: null, mayWithdraw: false } });
    expect(await shownTo(await office(), contributionUuid)).toBeNull();
    const { rows } = await application().database.pool.query<{ stored: string }>('SELECT string_agg(s::text, \' \') AS stored FROM contribution_senders s');
    expect(rows[0]?.stored).not.toContain(senderKey);
  });

  it.each([
    ['words that are gone', { passage: { blockId: null, quote: 'Das stand hier nie.', before: '' } }, 'WORDS_GONE'], ['a measure of another field', { measureUuid: '00000000-0000-4000-8000-000000000000' }, 'UNKNOWN_OBJECT'],
    ['nothing', { text: ' ' }, 'TEXT_REQUIRED'], ['too much', { text: 'x'.repeat(20_001) }, 'TEXT_TOO_LONG'], ['a name without end', { sender: 'x'.repeat(121) }, 'SENDER_TOO_LONG'], ['a key that is none', { senderKey: 'meins' }, 'SENDER_KEY_INVALID'],
    ['a new measure', { kind: 'NEW_MEASURE' as const }, 'LINK_KIND_INVALID'], ['no language', { language: '<script>' }, 'LANGUAGE_INVALID'],
  ])('with %s is refused, and nothing is written', async (_what, more, code) => {
    const desk = await newDesk(application());
    expect(codes((await answer(await tokenOf(desk), desk, more)).errors)).toEqual([code]);
    const { rows } = await application().database.pool.query('SELECT 1 FROM contributions WHERE section_id = $1', [desk.sectionUuid]);
    expect(rows).toEqual([]);
  });
});

// The last ones here: whoever has reached a limit waits for ten minutes, and all tests come from one address.
describe('whoever comes without an account', () => {
  const refusalOf = ({ status, errors }: { readonly status: number; readonly errors: readonly { readonly extensions: { readonly code: string } }[] }) => [status, errors[0]?.extensions.code];

  it('sends sixty answers in ten minutes from one address; more wait, and what has arrived is there', async () => {
    const desk = await newDesk(application());
    const [token, senderKey] = [await tokenOf(desk, { needsRelease: false }), newSenderKey()];
    const send = () => nobody().run(AnswerByLinkDocument, { input: { token, senderKey, sectionUuid: desk.sectionUuid, kind: 'SUPPORT', text: '', language: 'de', idempotencyKey: key() } });
    let arrived = 0;
    let last = await send();
    while (last.status === 200 && arrived < 60) {
      arrived++;
      last = await send();
    }
    expect(refusalOf(last)).toEqual([429, 'RATE_LIMITED']);
    // Tests before this one have sent some, too.
    expect(arrived).toBeGreaterThan(20);
    expect(await sentWith(senderKey)).toHaveLength(arrived);
    // What is wrong with an answer is said all the same, and costs none.
    expect(codes((await answer(token, desk, { text: ' ' })).errors)).toEqual(['TEXT_REQUIRED']);
  });

  it('tries thirty wrong links in ten minutes, and a right one opens all the same', async () => {
    const desk = await newDesk(application());
    const token = await tokenOf(desk);
    const open = (tried: string) => nobody().run(LinkedConceptDocument, { token: tried });
    const tried = [];
    for (let index = 0; index <= 30; index++) tried.push(await open(newSenderKey()));
    expect(tried[0]?.data?.linkedConcept.isLinkValid).toBe(false);
    expect(refusalOf(await open(newSenderKey()))).toEqual([429, 'RATE_LIMITED']);
    expect((await open(token)).data?.linkedConcept.isLinkValid).toBe(true);
  });
});
