import { describe, expect, it } from '@jest/globals';
import { GraphqlVisitor, until, useApplication } from '@konzeptwerkstatt/test-support';
import {
  AddPhaseDocument, BundleCardsDocument, CardToGoalDocument, ChangeGuestCodeDocument, ChangePhaseDocument, DeskPeopleDocument, EndGatheringDocument, EnterCardDocument, GatheringPageDocument, GuestHomeDocument, NameModeratorDocument, ReleaseCardsDocument, RemovePhaseDocument,
  UnbundleCardDocument, WallDocument, WithdrawModeratorDocument,
} from '../../../libs/web/data/src/generated/graphql.js';
import { key, newDesk } from './desk.js';
import { guestAt, newWorkshop, townTime, write, type Workshop } from './workshop-stage.js';

const application = useApplication();

describe('a gathering that belongs to a phase', () => {
  it('lets guests write until the phase closes, follows it when it is moved, and goes on without it', async () => {
    const [office, desk] = [await application().as('office'), await newDesk(application())];
    const { edition } = await office.get<{ edition: { process: { id: string } } }, object>('query ($uuid: String!) { edition(uuid: $uuid) { process { id } } }', { uuid: desk.editionUuid });
    const fields = { title: 'Werkstätten', kind: 'workshop', summary: '', isExclusive: false, rules: [] };
    const { addPhase: { phase } } = await office.get(AddPhaseDocument, { input: { ...fields, processId: edition.process.id, opensAt: townTime(-2), closesAt: townTime(5), idempotencyKey: key() } });
    const phaseId = phase?.id ?? '';
    const workshop = await newWorkshop(application(), { phaseId });
    const guest = await guestAt(application(), workshop);
    const codes = async () => (await write(guest, workshop, 'Mehr Bänke')).errors.map(({ code }) => code);
    const seen = async () => (await office.get(GatheringPageDocument, { uuid: workshop.uuid })).gathering;
    expect(await codes()).toEqual([]);
    expect(await seen()).toMatchObject({ phase: { title: 'Werkstätten' }, isOutsidePhase: false });
    await office.get(ChangePhaseDocument, { input: { ...fields, phaseId, opensAt: townTime(-2), closesAt: townTime(-1), expectedRevision: 1, idempotencyKey: key() } });
    await until(async () => (await codes())[0] === 'GATHERING_OVER', 'the phase is over for guests, too');
    expect((await guest.get(GuestHomeDocument)).guest?.gathering?.state).toBe('OVER');
    expect(await seen()).toMatchObject({ isOutsidePhase: true });
    await office.get(RemovePhaseDocument, { input: { phaseId, idempotencyKey: key() } });
    await until(async () => (await codes()).length === 0, 'the gathering goes on without a phase');
    expect(await seen()).toMatchObject({ phase: null, isOutsidePhase: false });
  });

  it('names only a phase of its own process', async () => {
    await expect(newWorkshop(application(), { phaseId: Buffer.from(`Phase:${key()}`).toString('base64url') })).rejects.toThrow('PHASE_UNKNOWN');
  });
});

describe('a moderator of one gathering', () => {
  const named = (office: GraphqlVisitor, { id }: Workshop, personEmail: string) => office.get(NameModeratorDocument, { input: { gatheringId: id, personEmail, idempotencyKey: key() } });
  /** Somebody of an organisation that takes part in nothing. */
  async function helper(): Promise<{ readonly email: string; readonly visitor: GraphqlVisitor }> {
    const { pool } = application().database;
    const [organisationId, personId] = [key(), key()];
    const email = `${personId}@example.org`;
    await pool.query("INSERT INTO organisations (id, municipality_id, kind, name) SELECT $1, id, 'administration', $2 FROM municipalities WHERE ags = '14713000'", [organisationId, `Verein ${organisationId}`]);
    await pool.query("INSERT INTO persons (id, email, display_name, password_hash) SELECT $1, $2, 'Erna Beispiel', password_hash FROM persons WHERE email = 'verein.leipzig@example.org'", [personId, email]);
    await pool.query("INSERT INTO memberships (id, municipality_id, person_id, organisation_id) SELECT $1, id, $2, $3 FROM municipalities WHERE ags = '14713000'", [key(), personId, organisationId]);
    return { email, visitor: await GraphqlVisitor.signIn(application().origin, email) };
  }
  const seesDesk = async (visitor: GraphqlVisitor, { uuid }: Workshop) => (await visitor.get(GatheringPageDocument, { uuid })).gathering?.mayModerate === true;

  it('is told, runs that gathering and no other, bundles its cards, takes over into its texts and no other, and does not any more once it has ended', async () => {
    const [here, there] = [await newWorkshop(application()), await newWorkshop(application())];
    const { office } = here;
    const { email, visitor: moderator } = await helper();
    expect(await seesDesk(moderator, here)).toBe(false);
    const { nameModerator } = await named(office, here, email);
    expect(nameModerator.gathering?.moderators.map(({ name }) => name)).toEqual(['Erna Beispiel']);
    expect((await named(office, here, email)).nameModerator.errors.map(({ code }) => code)).toEqual(['ALREADY_MODERATOR']);
    await until(() => seesDesk(moderator, here), 'she runs it');
    expect(await seesDesk(moderator, there)).toBe(false);
    expect((await moderator.get<{ viewer: { notifications: { edges: { node: { kind: string; path: string } }[] } } }>('{ viewer { notifications(first: 5) { edges { node { kind path } } } } }')).viewer.notifications.edges.map(({ node }) => node)).toEqual([{ kind: 'MODERATOR_NAMED', path: `/treffen/${here.uuid}` }]);
    const [card, foreign] = [(await write(await guestAt(application(), here), here, 'Mehr Licht')).card, (await write(await guestAt(application(), there), there, 'Nebenan')).card];
    const release = (id: string | undefined) => moderator.run(ReleaseCardsDocument, { input: { cardIds: [id ?? ''], idempotencyKey: key() } });
    expect((await release(card?.id)).data?.releaseCards.cards).toHaveLength(1);
    expect((await release(foreign?.id)).errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    const takeOver = (sectionId: string) => moderator.run(CardToGoalDocument, { input: { sectionId, title: 'Licht', origin: { kind: 'participation.contribution', uuid: card?.uuid ?? '' }, idempotencyKey: key() } });
    expect((await takeOver(here.desk.sectionId)).data?.addGoal.errors).toEqual([]);
    expect((await takeOver(there.desk.sectionId)).errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    const hung = async () => ((await moderator.get(WallDocument, { uuid: here.uuid })).wall?.cards ?? []).map(({ text, bundleTitle, isTakenOver }) => ({ text, bundleTitle, isTakenOver }));
    await until(async () => (await hung())[0]?.isTakenOver === true, 'the goal is tied to the card it came from');
    const another = (await write(await guestAt(application(), here), here, 'Lampen am Weg')).card;
    await release(another?.id);
    const bundle = (other: string | undefined) => moderator.run(BundleCardsDocument, { input: { cardIds: [card?.id ?? '', other ?? ''], title: ' Licht ', idempotencyKey: key() } });
    expect((await bundle(foreign?.id)).errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    expect((await bundle(another?.id)).data?.bundleCards.errors).toEqual([]);
    expect(await hung()).toEqual([{ text: 'Mehr Licht', bundleTitle: 'Licht', isTakenOver: true }, { text: 'Lampen am Weg', bundleTitle: 'Licht', isTakenOver: false }]);
    expect((await moderator.get(UnbundleCardDocument, { input: { cardId: another?.id ?? '', idempotencyKey: key() } })).unbundleCard.errors).toEqual([]);
    expect((await hung()).map(({ bundleTitle }) => bundleTitle)).toEqual(['Licht', null]);
    await expect(named(moderator, here, email)).rejects.toThrow('NOT_FOUND');
    await office.get(EndGatheringDocument, { input: { gatheringId: here.id, idempotencyKey: key() } });
    await until(async () => !(await seesDesk(moderator, here)), 'it ended with the gathering');
    expect((await takeOver(here.desk.sectionId)).errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  });

  it('enters what came on paper with a photograph of it, which those see who run it or read the register, and no guest', async () => {
    const workshop = await newWorkshop(application());
    const { email, visitor: moderator } = await helper();
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const { origin } = application();
    const bring = ({ headers }: GraphqlVisitor) => fetch(`${origin}/files?purpose=participation.attachment&name=Karte.png`, { method: 'POST', headers: { ...headers, origin, 'content-type': 'image/png' }, body: new Uint8Array(png) });
    expect((await bring(moderator)).status).toBe(403);
    await named(workshop.office, workshop, email);
    await until(() => seesDesk(moderator, workshop), 'she runs it');
    const { file } = (await (await bring(moderator)).json()) as { file: { id: string } };
    const enter = async (visitor: GraphqlVisitor, attachmentIds: string[]) => (await visitor.get(EnterCardDocument, { input: { tableUuid: workshop.tables[0] ?? '', way: 'PAPER', kind: 'PROPOSAL', text: 'Vom Papier', language: 'de', attachmentIds, idempotencyKey: key() } })).enterCard;
    expect((await enter(workshop.office, [file.id])).errors.map(({ code }) => code)).toEqual(['FILE_GONE']);
    expect((await enter(moderator, Array.from({ length: 6 }, () => file.id))).errors.map(({ code }) => code)).toEqual(['TOO_MANY_FILES']);
    expect((await enter(moderator, [file.id])).card?.attachments).toEqual([{ uuid: file.id, name: 'Karte.png' }]);
    const guest = await guestAt(application(), workshop);
    expect((await guest.get(WallDocument, { uuid: workshop.uuid })).wall?.cards.map(({ text, attachments }) => [text, attachments])).toEqual([['Vom Papier', []]]);
    const statusFor = async ({ headers }: GraphqlVisitor) => (await fetch(`${origin}/files/${file.id}`, { headers })).status;
    expect([await statusFor(moderator), await statusFor(workshop.office), await statusFor(guest), await statusFor((await helper()).visitor)]).toEqual([200, 200, 404, 404]);
  });

  it('is one no more as soon as the office says so', async () => {
    const workshop = await newWorkshop(application());
    const { email, visitor: moderator } = await helper();
    const { nameModerator } = await named(workshop.office, workshop, email);
    await until(() => seesDesk(moderator, workshop), 'she runs it');
    await workshop.office.get(WithdrawModeratorDocument, { input: { gatheringId: workshop.id, moderatorId: nameModerator.gathering?.moderators[0]?.id ?? '', idempotencyKey: key() } });
    await until(async () => !(await seesDesk(moderator, workshop)), 'she does not any more');
  });

  it('gives out another code: the old one opens nothing, and who is inside goes on', async () => {
    const workshop = await newWorkshop(application(), { releasesCards: false });
    const { email, visitor: moderator } = await helper();
    await named(workshop.office, workshop, email);
    const inside = await guestAt(application(), workshop);
    await until(() => seesDesk(moderator, workshop), 'she runs it');
    const { changeGuestCode } = await moderator.get(ChangeGuestCodeDocument, { input: { gatheringId: workshop.id, idempotencyKey: key() } });
    expect(changeGuestCode.guestCode).not.toBe(workshop.code);
    await expect(guestAt(application(), workshop)).rejects.toThrow('GUEST_CODE_UNKNOWN');
    expect((await write(inside, workshop, 'Ich bin noch da')).errors).toEqual([]);
    await guestAt(application(), { ...workshop, code: changeGuestCode.guestCode ?? '' });
    // Planned anew, the door keeps the new code.
    expect((await moderator.get(DeskPeopleDocument, { uuid: workshop.uuid })).gathering?.guestCode).toBe(changeGuestCode.guestCode);
  });
});
