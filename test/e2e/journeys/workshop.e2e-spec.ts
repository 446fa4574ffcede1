import { describe, expect, it } from '@jest/globals';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { GraphqlVisitor, until, useApplication } from '@konzeptwerkstatt/test-support';
import {
  BlockGuestDocument, BundleCardsDocument, BundleContributionsDocument, CardToGoalDocument, ChangeGatheringDocument, ClearWallDocument, ConfirmGuestOrganisationDocument, ContributionPageDocument, DeskPeopleDocument, DraftResponseDocument, EndGatheringDocument, EnterCardDocument, GatheringPageDocument, GuestHomeDocument,
  GuestTextDocument, HideCardDocument, MoveCardDocument, OrganisationMembersDocument, OwnContributionsDocument, RecordAttendanceDocument, RecordGatheringResultsDocument, RefuseContributionDocument, ReleaseCardsDocument, ReleaseContributionDocument, ReportCardDocument, RestoreWallDocument, ReturnToGatheringDocument, SplitContributionDocument, SubmitCardDocument, SubmitContributionDocument, UnbundleCardDocument, WallChangedDocument, WallDocument, WithdrawCardDocument,
} from '../../../libs/web/data/src/generated/graphql.js';
import { key, organisationNamed } from './desk.js';
import { guestAt as guestIn, newWorkshop as workshopAt, townTime, write, type Workshop } from './workshop-stage.js';

const application = useApplication();

const newWorkshop = (more: object = {}): Promise<Workshop> => workshopAt(application(), more);
const guestAt = (workshop: Workshop): Promise<GraphqlVisitor> => guestIn(application(), workshop);
const wallOf = async (visitor: GraphqlVisitor, { uuid }: Workshop) => (await visitor.get(WallDocument, { uuid })).wall?.cards ?? [];
const textsOf = async (visitor: GraphqlVisitor, workshop: Workshop): Promise<string[]> => (await wallOf(visitor, workshop)).filter(({ place }) => place === 'WALL').map(({ text }) => text);

describe('ten guests in a room', () => {
  it('write cards that wait for their release, and everybody hears of each as soon as it hangs', async () => {
    const workshop = await newWorkshop();
    const guests = await Promise.all(Array.from({ length: 10 }, () => guestAt(workshop)));
    const follower = guests[0]?.follow(WallChangedDocument, { uuid: workshop.uuid });
    await until(() => follower?.received.length === 1, 'the wall is followed');
    const cards = await Promise.all(guests.map((guest, index) => write(guest, workshop, `Karte ${index}`)));
    expect(cards.map(({ card }) => card?.place)).toEqual(Array.from({ length: 10 }, () => 'WAITING'));
    expect(new Set(cards.map(({ card }) => card?.pseudonym)).size).toBe(10);
    expect((await wallOf(guests[1] as GraphqlVisitor, workshop)).map(({ text }) => text)).toEqual(['Karte 1']);
    const { office } = workshop;
    const { releaseCards } = await office.get(ReleaseCardsDocument, { input: { cardIds: cards.slice(0, 9).map(({ card }) => card?.id ?? ''), idempotencyKey: key() } });
    expect(releaseCards.cards).toHaveLength(9);
    await until(() => follower !== undefined && new Set(follower.received.map(({ wallChanged }) => wallChanged.card?.id)).size >= 9, 'each release is told');
    expect(await textsOf(guests[1] as GraphqlVisitor, workshop)).toHaveLength(9);
    guests.forEach((guest) => guest.leave());
  });

  it('are all released at once but for a card that was just taken back; only those who run it learn which guest wrote which card', async () => {
    const workshop = await newWorkshop();
    const guests = await Promise.all([guestAt(workshop), guestAt(workshop)]);
    const cards = await Promise.all(guests.map((guest, index) => write(guest, workshop, `Karte ${index}`)));
    const [withdrawn, kept] = cards.map(({ card }) => card?.id ?? '');
    await guests[0]?.get(WithdrawCardDocument, { input: { cardId: withdrawn ?? '', idempotencyKey: key() } });
    const { releaseCards } = await workshop.office.get(ReleaseCardsDocument, { input: { cardIds: [withdrawn ?? '', kept ?? ''], idempotencyKey: key() } });
    expect([releaseCards.errors, releaseCards.cards.map(({ id }) => id)]).toEqual([[], [kept]]);
    expect(await textsOf(guests[0], workshop)).toEqual(['Karte 1']);
    const { gathering } = await workshop.office.get(DeskPeopleDocument, { uuid: workshop.uuid });
    expect(gathering?.guests.map(({ id }) => id)).toContain((await wallOf(workshop.office, workshop))[0]?.guestId);
    expect((await wallOf(guests[1], workshop)).map(({ guestId }) => guestId)).toEqual([null]);
    const { errors } = await guests[1]?.run(ReleaseCardsDocument, { input: { cardIds: [kept ?? ''], idempotencyKey: key() } }) ?? { errors: [] };
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  it('keep nothing of the time or of the device with a card', async () => {
    const workshop = await newWorkshop();
    const { card } = await write(await guestAt(workshop), workshop, 'Ohne Uhrzeit');
    const { rows } = await application().database.pool.query<{ created_at: Date; starts_at: Date }>('SELECT c.created_at, g.starts_at FROM contributions c JOIN cards k ON k.id = c.id JOIN gatherings g ON g.id = k.gathering_id WHERE c.id = $1', [card?.uuid]);
    expect(rows[0]?.created_at).toEqual(rows[0]?.starts_at);
    const { rows: columns } = await application().database.pool.query<{ column_name: string }>("SELECT column_name FROM information_schema.columns WHERE table_name = 'guests' ORDER BY 1");
    expect(columns.map(({ column_name: name }) => name)).toEqual(['blocked_reason', 'gathering_id', 'id', 'language', 'municipality_id', 'organisation_id', 'phrase_hash', 'pseudonym', 'stated_organisation', 'token_hash']);
  });
});

describe('a card', () => {
  it('that is sent again after a lost answer is one card, also when the organisation was confirmed meanwhile', async () => {
    const workshop = await newWorkshop();
    const [guest, again] = [await guestAt(workshop), key()];
    const first = await write(guest, workshop, 'Nur einmal', again);
    const organisation = await organisationNamed(workshop.office, 'Viele Stimmen');
    const people = await workshop.office.get(DeskPeopleDocument, { uuid: workshop.uuid });
    await workshop.office.get(ConfirmGuestOrganisationDocument, { input: { guestId: people.gathering?.guests[0]?.id ?? '', organisationId: organisation.id, idempotencyKey: key() } });
    expect((await write(guest, workshop, 'Nur einmal', again)).card?.uuid).toBe(first.card?.uuid);
    await until(async () => (await wallOf(workshop.office, workshop))[0]?.organisation?.id === organisation.id, 'what was written before counts for the organisation');
    expect(await wallOf(workshop.office, workshop)).toHaveLength(1);
  });

  it('that is hidden tells its author why and nobody else, one that is reported is seen by moderators, and the wall comes back after it was cleared', async () => {
    const workshop = await newWorkshop({ releasesCards: false });
    const { office } = workshop;
    const [writer, other] = [await guestAt(workshop), await guestAt(workshop)];
    const [bad, good] = [(await write(writer, workshop, 'Grob')).card, (await write(writer, workshop, '<script>alert(1)</script>')).card];
    expect((await other.get(ReportCardDocument, { input: { cardId: bad?.id ?? '', reason: 'Beleidigung', idempotencyKey: key() } })).reportCard.errors).toEqual([]);
    expect((await wallOf(office, workshop)).find(({ id }) => id === bad?.id)?.report).toBe('Beleidigung');
    expect((await wallOf(writer, workshop)).find(({ id }) => id === bad?.id)?.report).toBeNull();
    await office.get(HideCardDocument, { input: { cardId: bad?.id ?? '', reason: 'Bitte ohne Namen', idempotencyKey: key() } });
    expect((await wallOf(writer, workshop)).find(({ id }) => id === bad?.id)).toMatchObject({ place: 'HIDDEN', reason: 'Bitte ohne Namen' });
    expect(await wallOf(other, workshop)).toMatchObject([{ id: good?.id, text: '<script>alert(1)</script>' }]);
    await office.get(ClearWallDocument, { input: { gatheringId: workshop.id, idempotencyKey: key() } });
    expect(await textsOf(other, workshop)).toEqual([]);
    await office.get(RestoreWallDocument, { input: { gatheringId: workshop.id, idempotencyKey: key() } });
    expect(await textsOf(other, workshop)).toHaveLength(1);
    await writer.get(WithdrawCardDocument, { input: { cardId: good?.id ?? '', idempotencyKey: key() } });
    expect(await textsOf(other, workshop)).toEqual([]);
  });

  it('that the office has in hand is bundled by the office alone; of those that hang, two or more to one concept', async () => {
    const workshop = await newWorkshop({ releasesCards: false });
    const { office, desk: { editionId, sectionId } } = workshop;
    const [first, second, third] = [await guestAt(workshop), await guestAt(workshop), await guestAt(workshop)];
    const [answered, taken, free] = [(await write(first, workshop, 'Bank')).card, (await write(second, workshop, 'Baum')).card, (await write(third, workshop, 'Brunnen')).card];
    const bundle = async (cards: readonly (typeof free)[], title = 'Platz') => {
      const { bundleCards } = await office.get(BundleCardsDocument, { input: { cardIds: cards.map((card) => card?.id ?? ''), title, idempotencyKey: key() } });
      return bundleCards.errors.map(({ code, path }) => `${code} at ${path.join('.')}`);
    };
    await office.get(DraftResponseDocument, { input: { contributionId: answered?.contributionId ?? '', verdict: 'NOTED', reasons: 'Danke.', expectedRevision: 0, idempotencyKey: key() } });
    const { submitContribution } = await office.get(SubmitContributionDocument, { input: { editionId, sectionId, kind: 'PROPOSAL', text: 'Bäume', language: 'de', isForOrganisation: true, idempotencyKey: key() } });
    await office.get(BundleContributionsDocument, { input: { contributionIds: [taken?.contributionId ?? '', submitContribution.contribution?.id ?? ''], title: 'Grün', idempotencyKey: key() } });
    const { card: cut } = await write(third, workshop, 'Weg und Teich');
    await office.get(SplitContributionDocument, { input: { contributionId: cut?.contributionId ?? '', parts: ['Weg', 'Teich'], idempotencyKey: key() } });
    expect([await bundle([answered, free]), await bundle([taken, free]), await bundle([cut, free])]).toEqual(Array.from({ length: 3 }, () => ['HANDLED_BY_OFFICE at cardIds']));
    const { unbundleCard } = await office.get(UnbundleCardDocument, { input: { cardId: taken?.id ?? '', idempotencyKey: key() } });
    expect(unbundleCard.errors.map(({ code }) => code)).toEqual(['HANDLED_BY_OFFICE']);
    expect([await bundle([free, free]), await bundle([taken, free], ' ')]).toEqual([['SEVERAL_REQUIRED at cardIds'], ['TITLE_REQUIRED at title']]);
    await office.get(HideCardDocument, { input: { cardId: free?.id ?? '', reason: 'Doppelt', idempotencyKey: key() } });
    expect(await bundle([taken, free])).toEqual(['NOT_OPEN at cardIds']);
    expect((await wallOf(office, workshop)).map(({ text, bundleTitle }) => [text, bundleTitle])).toEqual([['Bank', null], ['Baum', 'Grün'], ['Brunnen', null], ['Weg und Teich', null]]);
  });

  it('that waits or is hidden is released by the moderators alone, also where it counts for an organisation whose head looks at it', async () => {
    const workshop = await newWorkshop();
    const { office } = workshop;
    const { pool } = application().database;
    const [member, guest] = [await application().signIn('welfare'), await guestAt(workshop)];
    const { viewer } = await member.get<{ viewer: { person: { uuid: string }; actingOrganisation: { id: string } } }>('{ viewer { person { uuid } actingOrganisation { id } } }');
    const [own, other] = [(await write(member, workshop, 'Vom Mitglied')).card, (await write(guest, workshop, 'Vom Gast')).card];
    const cardIds = [own?.id ?? '', other?.id ?? ''];
    const guestId = (await wallOf(office, workshop)).find(({ id }) => id === other?.id)?.guestId ?? '';
    await office.get(ConfirmGuestOrganisationDocument, { input: { guestId, organisationId: viewer.actingOrganisation.id, idempotencyKey: key() } });
    await until(async () => (await wallOf(office, workshop)).every(({ organisation }) => organisation?.id === viewer.actingOrganisation.id), 'both cards count for the organisation');
    await pool.query("UPDATE memberships SET role = 'administrator' WHERE person_id = $1", [viewer.person.uuid]);
    const head = await application().signIn('welfare');
    /** What the head of the organisation finds to release, and what she hears when she releases and refuses both all the same. */
    const triesOfHead = async (): Promise<unknown[]> => {
      const found = (await head.get(OwnContributionsDocument, { whose: 'TO_RELEASE' })).contributions.totalCount;
      const answers: unknown[] = [];
      for (const contributionId of [own?.contributionId ?? '', other?.contributionId ?? '']) {
        const { errors: released } = await head.run(ReleaseContributionDocument, { input: { contributionId, idempotencyKey: key() } });
        const { errors: refused } = await head.run(RefuseContributionDocument, { input: { contributionId, reason: 'Das sagen wir anders.', idempotencyKey: key() } });
        answers.push(released[0]?.extensions.code, refused[0]?.extensions.code);
      }
      return [found, ...answers];
    };
    const nothing = [0, 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND'];
    expect([await triesOfHead(), (await head.get(ContributionPageDocument, { uuid: other?.uuid ?? '' })).contribution]).toEqual([nothing, null]);
    const release = () => office.get(ReleaseCardsDocument, { input: { cardIds, idempotencyKey: key() } });
    await release();
    for (const cardId of cardIds) await office.get(HideCardDocument, { input: { cardId, reason: 'Bitte ohne Namen', idempotencyKey: key() } });
    expect([await triesOfHead(), await textsOf(office, workshop)]).toEqual([nothing, []]);
    await release();
    expect(await textsOf(office, workshop)).toEqual(['Vom Mitglied', 'Vom Gast']);
    expect((await head.get(ContributionPageDocument, { uuid: other?.uuid ?? '' })).contribution?.state).toBe('SUBMITTED');
    await pool.query("UPDATE memberships SET role = 'member' WHERE person_id = $1", [viewer.person.uuid]);
  });

  it('from paper hangs at once, moves before another one, and goes into the text as a goal that knows where it came from', async () => {
    const workshop = await newWorkshop();
    const { office, tables, desk } = workshop;
    const enter = async (text: string) => (await office.get(EnterCardDocument, { input: { tableUuid: tables[1] ?? '', way: 'PAPER', kind: 'PROPOSAL', text, language: 'de', idempotencyKey: key() } })).enterCard.card;
    const [first, second] = [await enter('Erste'), await enter('Zweite')];
    await office.get(MoveCardDocument, { input: { cardId: second?.id ?? '', tableUuid: tables[1] ?? '', beforeCardId: first?.id ?? '', idempotencyKey: key() } });
    expect(await textsOf(office, workshop)).toEqual(['Zweite', 'Erste']);
    const { addGoal } = await office.get(CardToGoalDocument, { input: { sectionId: desk.sectionId, title: 'Zweite', origin: { kind: 'participation.contribution', uuid: second?.uuid ?? '' }, idempotencyKey: key() } });
    expect(addGoal.errors).toEqual([]);
    await until(async () => (await wallOf(office, workshop)).find(({ id }) => id === second?.id)?.isTakenOver === true, 'the card knows what became of it');
  });

  it('that says nothing or far too much is refused with the reason', async () => {
    const workshop = await newWorkshop();
    const guest = await guestAt(workshop);
    const codes = await Promise.all([' ', 'x'.repeat(2_001), 'x'.repeat(400_000)].map(async (text) => (await write(guest, workshop, text)).errors[0]?.code));
    expect(codes).toEqual(['TEXT_REQUIRED', 'CARD_TOO_LONG', 'CARD_TOO_LONG']);
  });

  it('of two megabytes is refused whole', async () => {
    const workshop = await newWorkshop();
    const { status } = await (await guestAt(workshop)).run(SubmitCardDocument, { input: { tableUuid: workshop.tables[0] ?? '', kind: 'PROPOSAL', text: 'x'.repeat(2_000_000), language: 'de', idempotencyKey: key() } }).catch(() => ({ status: 413 }));
    expect(status).toBe(413);
  });
});

describe('a guest', () => {
  it('writes in the text of her table and is shown by her pseudonym only; her words are a guest’s of this gathering', async () => {
    const workshop = await newWorkshop();
    const guest = await guestAt(workshop);
    const { guest: self } = await guest.get(GuestTextDocument);
    const documentId = self?.gathering?.tables[0]?.documentId ?? '';
    const reader = await application().join(workshop.office, documentId);
    const room = await application().join(guest, documentId, { params: { acks: '1' } });
    room.provider.awareness.setLocalState({ user: { name: 'Jemand anderes', organisation: 'Rathaus' } });
    appendBlocks(room.doc, [{ type: 'paragraph', text: 'Von einem Gast.' }]);
    await until(() => room.isSaved && room.sent > 0 && reader.text.includes('Von einem Gast.'), 'others see it');
    await until(() => [...reader.provider.awareness.getStates().values()].some(({ user }) => (user as { name?: string } | undefined)?.name === self?.pseudonym), 'she is shown by her pseudonym');
    expect(JSON.stringify([...reader.provider.awareness.getStates().values()])).not.toMatch(/Jemand anderes|Rathaus/);
    const { rows } = await application().database.pool.query<{ gathering_id: string }>('SELECT gathering_id::text FROM engine.document_client WHERE document_id = $1 AND guest_id = $2', [documentId, self?.uuid]);
    expect(rows).toEqual([{ gathering_id: workshop.uuid }]);
    await workshop.office.get(EndGatheringDocument, { input: { gatheringId: workshop.id, idempotencyKey: key() } });
    expect(await until(() => room.closeCode === 4403, 'the end closes her text')).toBeLessThan(2_000);
  });

  it('reaches no other section, and no table of another workshop', async () => {
    const [here, there] = [await newWorkshop(), await newWorkshop()];
    const guest = await guestAt(here);
    const room = application().room(guest, there.desk.documentId);
    await until(() => room.closeCode === 4404, 'the other text does not exist for her');
    const { errors } = await guest.run(SubmitCardDocument, { input: { tableUuid: there.tables[0] ?? '', kind: 'PROPOSAL', text: 'Falscher Tisch', language: 'de', idempotencyKey: key() } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    expect((await guest.get(WallDocument, { uuid: there.uuid })).wall).toBeNull();
  });

  it('who is blocked reads why and writes nothing more; after the end nobody writes and the code opens no more', async () => {
    const workshop = await newWorkshop();
    const { office } = workshop;
    const [blocked, late] = [await guestAt(workshop), await guestAt(workshop)];
    const { guest: self } = await blocked.get(GuestHomeDocument);
    await office.get(BlockGuestDocument, { input: { guestId: self?.id ?? '', reason: 'Bitte sachlich', idempotencyKey: key() } });
    expect((await write(blocked, workshop, 'Noch etwas')).errors.map(({ code }) => code)).toEqual(['GUEST_BLOCKED']);
    expect((await blocked.get(GuestHomeDocument)).guest?.blockedReason).toBe('Bitte sachlich');
    await office.get(EndGatheringDocument, { input: { gatheringId: workshop.id, idempotencyKey: key() } });
    await until(async () => (await write(late, workshop, 'Zu spät')).errors[0]?.code === 'GATHERING_OVER', 'it is over for guests');
    await until(async () => {
      const { joinGathering } = await application().nobody().get<{ joinGathering: { errors: { code: string }[] } }, object>('mutation ($input: JoinGatheringInput!) { joinGathering(input: $input) { errors { code } } }', { input: { code: workshop.code, language: 'de', idempotencyKey: key() } });
      return joinGathering.errors[0]?.code === 'GATHERING_OVER';
    }, 'the code opens no more');
    expect((await late.get(GuestHomeDocument)).guest?.pseudonym).toBeTruthy();
  });

  it('comes back with her five words as who she was, and is then no longer on the old device', async () => {
    const workshop = await newWorkshop();
    const origin = application().origin;
    const joined = await fetch(`${origin}/graphql`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query: 'mutation ($input: JoinGatheringInput!) { joinGathering(input: $input) { guest { pseudonym } recoveryPhrase } }', variables: { input: { code: workshop.code, language: 'de', idempotencyKey: key() } } }) });
    const { data } = (await joined.json()) as { data: { joinGathering: { guest: { pseudonym: string }; recoveryPhrase: string } } };
    const cookie = joined.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/^kw_guest=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
    const other = application().nobody();
    const { returnToGathering } = await other.get(ReturnToGatheringDocument, { input: { code: workshop.code.toLowerCase(), phrase: data.joinGathering.recoveryPhrase.toUpperCase(), idempotencyKey: key() } });
    expect(returnToGathering.guest?.pseudonym).toBe(data.joinGathering.guest.pseudonym);
    const old = await fetch(`${origin}/graphql`, { method: 'POST', headers: { 'Content-Type': 'application/json', Cookie: cookie.split(';')[0] ?? '' }, body: JSON.stringify({ query: '{ guest { pseudonym } }' }) });
    expect(await old.json()).toEqual({ data: { guest: null } });
  });
});

describe('two people who work on a gathering at once', () => {
  const gatheringOf = async ({ office, uuid }: Workshop) => (await office.get(GatheringPageDocument, { uuid })).gathering;
  /** What a form sends that was opened at a revision and has these tables in it. */
  const change = async ({ office, id }: Workshop, expectedRevision: number, tables: { id?: string; title: string; sectionId: string }[]) => {
    const input = { gatheringId: id, expectedRevision, kind: 'WORKSHOP' as const, title: 'Werkstatt', startsAt: townTime(-1), endsAt: townTime(3), welcomesGuests: true, tables: tables.map((table) => ({ question: '', ...table })), idempotencyKey: key() };
    return (await office.get(ChangeGatheringDocument, { input })).changeGathering.errors.map(({ code }) => code);
  };
  const record = async ({ office, id }: Workshop, expectedRevision: number, minutes: string) =>
    (await office.get(RecordGatheringResultsDocument, { input: { gatheringId: id, expectedRevision, minutes, results: '', idempotencyKey: key() } })).recordGatheringResults.errors.map(({ code }) => code);

  it('put away no table that the other one has added, with the cards on it', async () => {
    const workshop = await newWorkshop({ releasesCards: false });
    const { sectionId } = workshop.desk;
    const known = (await gatheringOf(workshop))?.tables.map(({ id, title }) => ({ id, title, sectionId })) ?? [];
    const answers = await Promise.all(['Drei', 'Vier'].map((title) => change(workshop, 1, [...known, { title, sectionId }])));
    expect(answers.flat()).toEqual(['STALE_VALUE']);
    const now = await gatheringOf(workshop);
    expect([now?.revision, now?.tables.length]).toEqual([2, 3]);
    const added = now?.tables.at(-1);
    await workshop.office.get(EnterCardDocument, { input: { tableUuid: added?.uuid ?? '', way: 'PAPER', kind: 'PROPOSAL', text: 'Am neuen Tisch', language: 'de', idempotencyKey: key() } });
    expect(await change(workshop, 1, known)).toEqual(['STALE_VALUE']);
    expect((await gatheringOf(workshop))?.tables).toEqual(now?.tables);
    expect(await textsOf(workshop.office, workshop)).toEqual(['Am neuen Tisch']);
    expect(await change(workshop, 2, [...known, { id: added?.id ?? '', title: 'Drei', sectionId }])).toEqual([]);
  });

  it('write over none of the other one’s minutes, also when the plan was changed in between', async () => {
    const workshop = await newWorkshop();
    expect((await Promise.all(['Erste Fassung', 'Zweite Fassung'].map((minutes) => record(workshop, 1, minutes)))).flat()).toEqual(['STALE_VALUE']);
    const now = await gatheringOf(workshop);
    expect(await record(workshop, 1, 'Zu spät')).toEqual(['STALE_VALUE']);
    expect(await gatheringOf(workshop)).toMatchObject({ revision: 2, minutes: now?.minutes });
    expect(await record(workshop, 2, `${now?.minutes ?? ''} und mehr`)).toEqual([]);
    expect(await change(workshop, 2, [{ title: 'Eins', sectionId: workshop.desk.sectionId }])).toEqual(['STALE_VALUE']);
  });

  it('learn that it was removed in the very moment they save', async () => {
    const workshop = await newWorkshop();
    const { pool } = application().database;
    const other = await pool.connect();
    try {
      await other.query('BEGIN');
      await other.query('UPDATE gatherings SET removed_at = now() WHERE id = $1', [workshop.uuid]);
      const input = { gatheringId: workshop.id, expectedRevision: 1, minutes: 'Gut besucht', results: '', idempotencyKey: key() };
      const saving = workshop.office.run(RecordGatheringResultsDocument, { input });
      await until(async () => (await pool.query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%gatherings%'")).rowCount === 1, 'the one who saves waits for the other one');
      await other.query('COMMIT');
      expect((await saving).errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    } finally {
      other.release();
    }
  });
});

it('a gathering takes five hundred guests; whoever is in and comes again after a lost answer is still let in', async () => {
  const workshop = await newWorkshop();
  const join = async (idempotencyKey: string): Promise<string[]> => {
    const { joinGathering } = await application().nobody().get<{ joinGathering: { errors: { code: string }[] } }, object>(
      'mutation ($input: JoinGatheringInput!) { joinGathering(input: $input) { errors { code } } }', { input: { code: workshop.code, language: 'de', idempotencyKey } });
    return joinGathering.errors.map(({ code }) => code);
  };
  const known = key();
  expect(await join(known)).toEqual([]);
  const { pool } = application().database;
  await pool.query(`INSERT INTO guests (id, municipality_id, gathering_id, pseudonym, language, phrase_hash)
    SELECT gen_random_uuid(), municipality_id, gathering_id, 'Gast ' || number, 'de', 'hash ' || number FROM guest_doors, generate_series(1, 498) number WHERE gathering_id = $1`, [workshop.uuid]);
  // Two at the same moment for the one place that is left.
  expect((await Promise.all([join(key()), join(key())])).flat()).toEqual(['GATHERING_FULL']);
  expect(await join(known)).toEqual([]);
  const { rows } = await pool.query<{ guests: string }>('SELECT count(*) AS guests FROM guests WHERE gathering_id = $1', [workshop.uuid]);
  expect(rows).toEqual([{ guests: '500' }]);
});

it('a guest who names an organisation counts for it once its head has said so, on its page; the head says it of nobody else', async () => {
  const workshop = await newWorkshop({ releasesCards: false });
  const { origin, database: { pool } } = application();
  const { viewer } = await (await application().signIn('welfare')).get<{ viewer: { person: { uuid: string }; actingOrganisation: { id: string; uuid: string; name: string } } }>('{ viewer { person { uuid } actingOrganisation { id uuid name } } }');
  const { id: organisationId, uuid, name } = viewer.actingOrganisation;
  await write(await GraphqlVisitor.asGuest(origin, workshop.code, 'de', name.toUpperCase()), workshop, 'Von uns');
  await write(await GraphqlVisitor.asGuest(origin, workshop.code, 'de', 'Ganz andere Leute'), workshop, 'Von anderen');
  const statingIn = async (visitor: GraphqlVisitor) => (await visitor.get(OrganisationMembersDocument, { uuid })).organisation?.statedGuests?.filter(({ gathering }) => gathering?.uuid === workshop.uuid).map(({ id }) => id) ?? null;
  expect(await statingIn(await application().as('contributor'))).toBeNull();
  await pool.query("UPDATE memberships SET role = 'administrator' WHERE person_id = $1", [viewer.person.uuid]);
  const head = await application().signIn('welfare');
  const confirm = async (guestId: string | undefined, idempotencyKey = key()): Promise<unknown[]> => {
    const { data, errors } = await head.run(ConfirmGuestOrganisationDocument, { input: { guestId: guestId ?? '', organisationId, idempotencyKey } });
    return data?.confirmGuestOrganisation.errors ?? errors.map(({ extensions }) => extensions.code);
  };
  const waiting = async () => (await head.get<{ viewer: { work: { statedGuestCount: number } } }>('{ viewer { work { statedGuestCount } } }')).viewer.work.statedGuestCount;
  const [ours, ...more] = (await statingIn(head)) ?? [];
  const before = await waiting();
  const { gathering } = await workshop.office.get(DeskPeopleDocument, { uuid: workshop.uuid });
  const once = key();
  expect([more, await confirm(gathering?.guests.find(({ id }) => id !== ours)?.id), await confirm(ours, once)]).toEqual([[], ['FORBIDDEN'], []]);
  // A lost answer comes again; whoever is confirmed is not confirmed anew.
  expect([await confirm(ours, once), await confirm(ours)]).toEqual([[], ['FORBIDDEN']]);
  expect(await statingIn(head)).toEqual([]);
  expect(await waiting()).toBe(before - 1);
  await until(async () => (await wallOf(workshop.office, workshop)).find(({ text }) => text === 'Von uns')?.organisation?.id === organisationId, 'what she has written counts for it');
  expect((await wallOf(workshop.office, workshop)).find(({ text }) => text === 'Von anderen')?.organisation).toBeNull();
  await pool.query("UPDATE memberships SET role = 'member' WHERE person_id = $1", [viewer.person.uuid]);
});

it('two decisions about a guest at the same moment both hold, also for what she has written', async () => {
  const workshop = await newWorkshop();
  const { pool } = application().database;
  await write(await guestAt(workshop), workshop, 'Von uns');
  const guest = (await workshop.office.get(DeskPeopleDocument, { uuid: workshop.uuid })).gathering?.guests[0];
  const organisation = await organisationNamed(workshop.office, 'Viele Stimmen');
  const other = await pool.connect();
  try {
    await other.query('BEGIN');
    await other.query('UPDATE guests SET organisation_id = $1 WHERE gathering_id = $2', [organisation.uuid, workshop.uuid]);
    const blocking = workshop.office.get(BlockGuestDocument, { input: { guestId: guest?.id ?? '', reason: 'Bitte sachlich', idempotencyKey: key() } });
    await until(async () => (await pool.query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%guests%'")).rowCount === 1, 'the second decision waits for the first one');
    await other.query('COMMIT');
    expect((await blocking).blockGuest.errors).toEqual([]);
  } finally {
    other.release();
  }
  const { rows } = await pool.query<{ payload: object }>("SELECT payload FROM engine.outbox_event WHERE name = 'identity.guest.changed' AND payload->>'gatheringId' = $1", [workshop.uuid]);
  expect(rows).toMatchObject([{ payload: { isBlocked: true, organisationId: organisation.uuid } }]);
  await until(async () => (await wallOf(workshop.office, workshop))[0]?.organisation?.id === organisation.id, 'what she has written counts for the organisation');
});

it('who was there is written down by organisation, however many people came', async () => {
  const workshop = await newWorkshop();
  const organisation = await organisationNamed(workshop.office, 'Viele Stimmen');
  const { recordAttendance } = await workshop.office.get(RecordAttendanceDocument, { input: { gatheringId: workshop.id, organisationId: organisation.id, state: 'ATTENDED', people: 4, idempotencyKey: key() } });
  expect(recordAttendance.gathering?.attendances).toMatchObject([{ state: 'ATTENDED', people: 4 }]);
  const { recordAttendance: wrong } = await workshop.office.get(RecordAttendanceDocument, { input: { gatheringId: workshop.id, organisationId: organisation.id, state: 'ATTENDED', people: -1, idempotencyKey: key() } });
  expect(wrong.errors.map(({ code }) => code)).toEqual(['PEOPLE_INVALID']);
});

it('a code cannot be guessed: the sixth wrong one within a minute has to wait, and the right one then too', async () => {
  const workshop = await newWorkshop();
  const ask = (code: string) => application().nobody().run('query ($code: String!) { guestDoor(code: $code) { gathering { title } errors { code } } }', { code });
  const answers = [];
  for (let index = 0; index < 5; index++) answers.push(await ask(`0000-000${index}`));
  expect(answers.map(({ data }) => (data as { guestDoor: { errors: { code: string }[] } }).guestDoor.errors[0]?.code)).toEqual(Array.from({ length: 5 }, () => 'GUEST_CODE_UNKNOWN'));
  const refused = await ask(workshop.code);
  expect([refused.status, refused.errors[0]?.extensions.code]).toEqual([429, 'RATE_LIMITED']);
});
