import { describe, expect, it } from '@jest/globals';
import { until, useApplication } from '@konzeptwerkstatt/test-support';
import { CloseInquiryDocument, ConceptListDocument, ExtendInquiryDeadlineDocument, InquiryChoicesDocument, PassOnInquiryDocument, RemindInquiryRecipientsDocument, RevokeInquiryLinksDocument, SetInquiryRepeatDocument, type InquiryRequestFullFragment } from '../../../libs/web/data/src/generated/graphql.js';
import { addMeasure, newDesk } from '../journeys/desk.js';
import { codes, InquiryTester, key } from './inquiry-desk.js';

const application = useApplication();
const tester = (): InquiryTester => new InquiryTester(application());

/** Lets a round of the job run: somebody else is asked, and her mail is waited for. */
async function round(): Promise<void> {
  const other = await tester().organisation();
  await tester().ask([other.id]);
  await tester().tokenFor(other.mailbox);
}

describe('mails about inquiries', () => {
  it('are one in a week for each organisation, with everything open and one link', async () => {
    const organisation = await tester().organisation();
    const first = await tester().ask([organisation.id], { title: 'Erste Abfrage' });
    await tester().tokenFor(organisation.mailbox);
    await tester().ask([organisation.id], { title: 'Zweite Abfrage' });
    await round();
    expect(await tester().mailsTo(organisation.mailbox)).toHaveLength(1);
    await tester().passDays(organisation, 8);
    await round();
    const token = await tester().tokenFor(organisation.mailbox, 2);
    await round();
    const mails = await tester().mailsTo(organisation.mailbox);
    expect(mails).toHaveLength(2);
    expect(mails[1]).toMatch(/Erste Abfrage[^]*Zweite Abfrage/);
    expect((await tester().desk(token)).map(({ title }) => title).toSorted()).toEqual(['Erste Abfrage', 'Zweite Abfrage']);
    expect((await tester().page(first.uuid)).recipients[0]?.askedAt).not.toBeNull();
  });

  it('are in the language of the organisation, and their link opens in it', async () => {
    const [arabic, german] = [await tester().organisation('ar'), await tester().organisation()];
    await tester().ask([arabic.id, german.id]);
    const token = await tester().tokenFor(arabic.mailbox);
    await tester().tokenFor(german.mailbox);
    expect([(await tester().mailsTo(arabic.mailbox))[0], (await tester().mailsTo(german.mailbox))[0]]).toEqual([expect.stringMatching(/نرجو[^]*\/abfrage\?lang=ar#\S+\n/), expect.stringMatching(/wir bitten[^]*\/abfrage#\S+\n/)]);
    expect(await tester().desk(token)).toHaveLength(1);
  });

  it('go to whoever has an address, and only those who run inquiries are told who that is', async () => {
    const [organisation, edition] = [await tester().organisation(), (await (await tester().office()).get(ConceptListDocument, {})).editions.edges[0]?.node.uuid ?? ''];
    const known = async (account: 'office' | 'welfare') => (await (await application().as(account)).get(InquiryChoicesDocument, { edition })).edition?.organisationIdsByMail;
    expect(await known('office')).toContain(organisation.id);
    await application().database.pool.query('UPDATE organisations SET mailbox = NULL WHERE id = $1', [organisation.uuid]);
    expect(await known('office')).toContain(organisation.id);
    await application().database.pool.query('DELETE FROM organisation_contacts WHERE organisation_id = $1', [organisation.uuid]);
    expect([(await known('office'))?.includes(organisation.id), await known('welfare')]).toEqual([false, []]);
  });

  it('remind before the deadline, go to the deputy after it, and a week later to the office; each once', async () => {
    const organisation = await tester().organisation();
    const inquiry = await tester().ask([organisation.id], { title: 'Wird nicht beantwortet' });
    await tester().tokenFor(organisation.mailbox);
    await tester().passDays(organisation, 8);
    await tester().setDeadline(inquiry, 3);
    await round();
    await tester().tokenFor(organisation.mailbox, 2);
    expect((await tester().mailsTo(organisation.mailbox))[1]).toContain('fehlt uns noch eine Antwort');
    await tester().passDays(organisation, 8);
    await round();
    await tester().tokenFor(organisation.deputy);
    expect((await tester().page(inquiry.uuid)).recipients[0]).toMatchObject({ isLate: true });
    await tester().passDays(organisation, 8);
    await round();
    const late = (): Promise<string[]> => tester().mailsTo('amt.leipzig@example.org', 'participation.inquiry-late').then((mails) => mails.filter((text) => text.includes(inquiry.uuid)));
    await until(async () => (await late()).length > 0, 'the office is told');
    await round();
    expect([(await late()).length, (await tester().mailsTo(organisation.deputy)).length, (await tester().mailsTo(organisation.mailbox)).length]).toEqual([1, 1, 2]);
  });

  it('about something new go to the mailbox; the word to the deputy waits for the next one', async () => {
    const organisation = await tester().organisation();
    const late = await tester().ask([organisation.id], { title: 'Überfällig' });
    await tester().tokenFor(organisation.mailbox);
    await tester().ask([organisation.id], { title: 'Ganz neu' });
    await tester().setDeadline(late, -1);
    await tester().passDays(organisation, 8);
    await round();
    await until(async () => [...(await tester().mailsTo(organisation.mailbox)), ...(await tester().mailsTo(organisation.deputy))].length === 2, 'the second mail is written');
    expect((await tester().mailsTo(organisation.mailbox))[1]).toContain('Ganz neu');
    await tester().passDays(organisation, 8);
    await round();
    await tester().tokenFor(organisation.deputy);
    expect([(await tester().mailsTo(organisation.mailbox)).length, (await tester().mailsTo(organisation.deputy)).length]).toEqual([2, 1]);
  });

  it('stop once something is handed in, and come again when the office wants a reminder', async () => {
    const [organisation, office] = [await tester().organisation(), await tester().office()];
    const inquiry = await tester().ask([organisation.id]);
    const token = await tester().tokenFor(organisation.mailbox);
    await tester().passDays(organisation, 8);
    await office.get(RemindInquiryRecipientsDocument, { input: { inquiryId: inquiry.id, requestIds: [inquiry.recipients[0]?.id ?? ''], idempotencyKey: key() } });
    await tester().tokenFor(organisation.mailbox, 2);
    const [request] = await tester().desk(token);
    if (!request) throw new Error('nothing is asked');
    await tester().save(application().nobody(), request, { consent: 'agree' }, token);
    expect(codes((await tester().handIn(application().nobody(), request.id, token)).errors)).toEqual([]);
    await tester().passDays(organisation, 8);
    await tester().setDeadline(inquiry, 2);
    await round();
    expect(await tester().mailsTo(organisation.mailbox)).toHaveLength(2);
  });
});

describe('reminding several at once', () => {
  it('says of each whether it is reminded or why not, and stays at one mail a week', async () => {
    const [silent, recent, answered, mute] = [await tester().organisation(), await tester().organisation(), await tester().organisation(), await tester().organisation()];
    const { pool } = application().database;
    await pool.query('UPDATE organisations SET mailbox = NULL WHERE id = $1', [mute.uuid]);
    await pool.query("UPDATE organisation_contacts SET email = NULL, phone = '0341 123-45' WHERE organisation_id = $1", [mute.uuid]);
    const inquiry = await tester().ask([silent, recent, answered, mute].map(({ id }) => id));
    const requestOf = ({ id }: { readonly id: string }): string => inquiry.recipients.find(({ organisation }) => organisation?.id === id)?.id ?? '';
    for (const { mailbox } of [silent, recent]) await tester().tokenFor(mailbox);
    const token = await tester().tokenFor(answered.mailbox);
    const [request] = await tester().desk(token);
    if (!request) throw new Error('nothing is asked');
    await tester().save(application().nobody(), request, { consent: 'agree' }, token);
    await tester().handIn(application().nobody(), request.id, token);
    await pool.query("UPDATE inquiry_notices SET written_at = written_at - interval '8 days' WHERE organisation_id = $1", [silent.uuid]);

    const office = await tester().office();
    const remind = async (requestIds: readonly string[]) => (await office.get(RemindInquiryRecipientsDocument, { input: { inquiryId: inquiry.id, requestIds: [...requestIds], idempotencyKey: key() } })).remindInquiryRecipients;
    const all = [silent, recent, answered, mute].map(requestOf);
    const { reminders, errors } = await remind(all);
    expect([codes(errors), reminders.map(({ requestId }) => requestId), reminders.map(({ outcome }) => outcome)]).toEqual([[], all, ['NOW', 'LATER', 'HANDED_IN', 'NO_ADDRESS']]);
    await tester().tokenFor(silent.mailbox, 2);
    expect((await remind([requestOf(silent)])).reminders[0]?.outcome).toBe('LATER');
    await round();
    expect([(await tester().mailsTo(silent.mailbox)).length, (await tester().mailsTo(recent.mailbox)).length, (await tester().mailsTo(answered.mailbox)).length]).toEqual([2, 1, 1]);

    const other = await tester().ask([silent.id]);
    expect([codes((await remind([other.recipients[0]?.id ?? ''])).errors), codes((await remind([])).errors)]).toEqual([['UNKNOWN_OBJECT'], ['RECIPIENTS_REQUIRED']]);
  });

  it('or ringing up whoever has not answered: the number of the contact person, or else of the deputy', async () => {
    const [organisation, { pool }] = [await tester().organisation(), application().database];
    const inquiry = await tester().ask([organisation.id]);
    const contact = async () => (await tester().page(inquiry.uuid)).recipients[0]?.phoneContact;
    expect(await contact()).toBeNull();
    await pool.query("UPDATE organisation_contacts SET phone = '0341 123-45' WHERE organisation_id = $1", [organisation.uuid]);
    expect(await contact()).toMatchObject({ name: 'Vertretung', phone: '0341 123-45' });
    await pool.query(
      "INSERT INTO organisation_contacts (id, municipality_id, organisation_id, role, name, phone) SELECT gen_random_uuid(), municipality_id, id, 'contact_person', 'Erika Beispiel', '0341 678' FROM organisations WHERE id = $1", [organisation.uuid]);
    expect(await contact()).toMatchObject({ name: 'Erika Beispiel', phone: '0341 678' });
    await pool.query('UPDATE inquiry_recipients SET handed_in_at = now() WHERE organisation_id = $1', [organisation.uuid]);
    expect(await contact()).toBeNull();
  });
});

describe('a link in a mail', () => {
  it('that was taken back, is unknown or belongs to somebody else opens nothing', async () => {
    const [one, other, office] = [await tester().organisation(), await tester().organisation(), await tester().office()];
    const inquiry = await tester().ask([one.id]);
    await tester().ask([other.id]);
    const [mine, foreign] = [await tester().tokenFor(one.mailbox), await tester().tokenFor(other.mailbox)];
    const [request] = await tester().desk(mine);
    if (!request) throw new Error('nothing is asked');
    await expect(tester().save(application().nobody(), request, { consent: 'agree' }, foreign)).rejects.toThrow(/NOT_FOUND/);
    expect(codes((await tester().save(application().nobody(), request, { consent: 'agree' }, 'geraten')).errors)).toEqual(['LINK_UNKNOWN']);
    await office.get(RevokeInquiryLinksDocument, { input: { requestId: request.id, idempotencyKey: key() } });
    expect(codes((await tester().save(application().nobody(), request, { consent: 'agree' }, mine)).errors)).toEqual(['LINK_UNKNOWN']);
    expect(await tester().desk(mine)).toEqual([]);
    expect((await tester().page(inquiry.uuid)).recipients[0]?.state).toBe('ASKED');
  });

  it('that was taken back ends what was passed on from it, and the next mail brings one for what is still open', async () => {
    const [organisation, office, nobody, colleague] = [await tester().organisation(), await tester().office(), application().nobody(), `kollegin-${key()}@example.org`];
    const first = await tester().ask([organisation.id], { title: 'Erste Abfrage' });
    await tester().tokenFor(organisation.mailbox);
    await tester().ask([organisation.id], { title: 'Zweite Abfrage' });
    await tester().passDays(organisation, 8);
    await round();
    const token = await tester().tokenFor(organisation.mailbox, 2);
    const second = (await tester().desk(token)).find(({ title }) => title === 'Zweite Abfrage');
    await nobody.get(PassOnInquiryDocument, { input: { requestId: second?.id ?? '', token, email: colleague, idempotencyKey: key() } });
    const own = await tester().tokenFor(colleague);
    expect((await tester().desk(own)).map(({ title }) => title)).toEqual(['Zweite Abfrage']);
    await office.get(CloseInquiryDocument, { input: { inquiryId: first.id, idempotencyKey: key() } });
    const { revokeInquiryLinks } = await office.get(RevokeInquiryLinksDocument, { input: { requestId: first.recipients[0]?.id ?? '', idempotencyKey: key() } });
    expect([codes(revokeInquiryLinks.errors), await tester().desk(token), await tester().desk(own)]).toEqual([[], [], []]);
    await tester().passDays(organisation, 8);
    await round();
    expect((await tester().desk(await tester().tokenFor(organisation.mailbox, 3))).map(({ title }) => title)).toEqual(['Zweite Abfrage']);
  });

  it('is not prolonged by passing it on, and is not passed on when its time is over', async () => {
    const [organisation, nobody] = [await tester().organisation(), application().nobody()];
    const inquiry = await tester().ask([organisation.id]);
    const token = await tester().tokenFor(organisation.mailbox);
    const { pool } = application().database;
    await pool.query("UPDATE inquiry_links SET expires_at = now() + interval '1 day' WHERE organisation_id = $1", [organisation.uuid]);
    const passOn = async (): Promise<string[]> => codes((await nobody.get(PassOnInquiryDocument, { input: { requestId: inquiry.recipients[0]?.id ?? '', token, email: null, idempotencyKey: key() } })).passOnInquiry.errors);
    expect(await passOn()).toEqual([]);
    const { rows } = await pool.query<{ links: number; longer: number }>("SELECT count(*)::int AS links, count(*) FILTER (WHERE expires_at > now() + interval '1 day')::int AS longer FROM inquiry_links WHERE organisation_id = $1", [organisation.uuid]);
    expect(rows).toEqual([{ links: 2, longer: 0 }]);
    await tester().setDeadline(inquiry, -29);
    expect(await passOn()).toEqual(['DEADLINE_PASSED']);
  });

  it('is stored as a hash only', async () => {
    const organisation = await tester().organisation();
    await tester().ask([organisation.id]);
    const token = await tester().tokenFor(organisation.mailbox);
    const { rows } = await application().database.pool.query<{ found: boolean }>("SELECT bool_or(to_jsonb(l)::text LIKE '%' || $1 || '%') AS found FROM inquiry_links l", [token]);
    expect([token.length, rows[0]?.found]).toEqual([43, false]);
  });

  it('can be passed on: the colleague gets one of her own, and the office sees it', async () => {
    const [organisation, nobody] = [await tester().organisation(), application().nobody()];
    const inquiry = await tester().ask([organisation.id]);
    const token = await tester().tokenFor(organisation.mailbox);
    const [request] = await tester().desk(token);
    const colleague = `kollegin-${key()}@example.org`;
    const passOn = async (email: string | null): Promise<string[]> => codes((await nobody.get(PassOnInquiryDocument, { input: { requestId: request?.id ?? '', token, email, idempotencyKey: key() } })).passOnInquiry.errors);
    expect([await passOn('keine Adresse'), await passOn(colleague), await passOn(null)]).toEqual([['EMAIL_INVALID'], [], []]);
    const own = await tester().tokenFor(colleague);
    expect(own).not.toBe(token);
    expect((await tester().desk(own)).map(({ id }) => id)).toEqual([request?.id]);
    await tester().tokenFor(organisation.deputy);
    expect((await tester().page(inquiry.uuid)).recipients[0]?.passedOnAt).not.toBeNull();
  });
});

describe('the deadline', () => {
  it('ends handing in, not writing: drafts are kept, and an extension lets them be handed in', async () => {
    const [organisation, nobody, office] = [await tester().organisation(), application().nobody(), await tester().office()];
    const inquiry = await tester().ask([organisation.id]);
    const token = await tester().tokenFor(organisation.mailbox);
    await tester().setDeadline(inquiry, -1);
    const [request] = await tester().desk(token);
    if (!request) throw new Error('nothing is asked');
    expect(request.isPast).toBe(true);
    expect(codes((await tester().save(nobody, request, { consent: 'agree' }, token)).errors)).toEqual([]);
    expect(codes((await tester().handIn(nobody, request.id, token)).errors)).toEqual(['DEADLINE_PASSED']);
    expect((await tester().desk(token))[0]?.lines[0]?.answers[0]?.value).toBe('agree');
    await office.get(ExtendInquiryDeadlineDocument, { input: { requestId: request.id, closesOn: '2099-12-31', idempotencyKey: key() } });
    expect(codes((await tester().handIn(nobody, request.id, token)).errors)).toEqual([]);
  });
});

describe('a round', () => {
  /** As if an inquiry had begun, and ended, so many months earlier. */
  const passMonths = (uuid: string, months: number) => application().database.pool.query('UPDATE inquiries SET created_at = created_at - make_interval(months => $2::int), closes_at = closes_at - make_interval(months => $2::int) WHERE id = $1', [uuid, months]);
  const roundsOf = async (uuid: string) => (await application().database.pool.query<{ id: string; title: string; day: string; repeat: number }>(
    `SELECT id, title, (closes_at AT TIME ZONE 'Europe/Berlin')::date::text AS day, repeat_months AS repeat FROM inquiries WHERE previous_id = $1`, [uuid])).rows;

  it('begins a year later by itself, once, with the same questions for those who are still there', async () => {
    const [organisation, office, desk] = [await tester().organisation(), await tester().office(), await newDesk(application())];
    const measure = await addMeasure(office, desk, 'Jedes Jahr');
    const inquiry = await tester().ask([organisation.id], { kind: 'PROGRESS', title: 'Jahresstand 2098', measureIds: [measure.id], repeatMonths: 12, ownQuestions: [{ type: 'YES_NO', label: 'Hat es sich gelohnt?', options: [] }] });
    await passMonths(inquiry.uuid, 11);
    await round();
    expect(await roundsOf(inquiry.uuid)).toEqual([]);
    await passMonths(inquiry.uuid, 1);
    await round();
    await until(async () => (await roundsOf(inquiry.uuid)).length > 0, 'the next round begins');
    await round();
    const [next, ...more] = await roundsOf(inquiry.uuid);
    expect([next?.title, next?.day, next?.repeat, more]).toEqual(['Jahresstand 2099', '2099-06-30', 12, []]);
    const { questions, recipients } = await tester().page(next?.id ?? '');
    expect([questions.at(-1)?.label, recipients.map((one) => one.organisation?.id)]).toEqual(['Hat es sich gelohnt?', [organisation.id]]);
    const { rows } = await application().database.pool.query('SELECT measure_id FROM inquiry_lines WHERE recipient_id = $1', [recipients[0]?.uuid]);
    expect(rows).toEqual([{ measure_id: measure.uuid }]);
  });

  it('does not begin once it is no longer wanted', async () => {
    const [organisation, office, desk] = [await tester().organisation(), await tester().office(), await newDesk(application())];
    const measure = await addMeasure(office, desk, 'Nur einmal');
    const inquiry = await tester().ask([organisation.id], { kind: 'PROGRESS', measureIds: [measure.id], repeatMonths: 24 });
    const repeat = (repeatMonths: number | null) => office.get(SetInquiryRepeatDocument, { input: { inquiryId: inquiry.id, repeatMonths, idempotencyKey: key() } });
    expect(codes((await repeat(13)).setInquiryRepeat.errors)).toEqual(['REPEAT_INVALID']);
    const { setInquiryRepeat } = await repeat(null);
    expect([setInquiryRepeat.errors, setInquiryRepeat.inquiry?.repeatMonths]).toEqual([[], null]);
    await passMonths(inquiry.uuid, 25);
    await round();
    expect(await roundsOf(inquiry.uuid)).toEqual([]);
  });

  it('is for the yearly progress alone', async () => {
    const organisation = await tester().organisation();
    await expect(tester().ask([organisation.id], { repeatMonths: 12 })).rejects.toThrow(/REPEAT_INVALID/);
  });
});

describe('a round of three parties', () => {
  async function asked(token: string): Promise<InquiryRequestFullFragment> {
    const [request] = await tester().desk(token);
    if (!request) throw new Error('nothing is asked');
    return request;
  }

  /** Delivers what was answered in an inquiry once more, behind the back of what notes that it was delivered already; waits until that is done. */
  async function deliverAgain(inquiryUuid: string): Promise<void> {
    const { pool } = application().database;
    const released = "name = 'participation.inquiry-answer.released' AND aggregate_id IN (SELECT id FROM inquiry_recipients WHERE inquiry_id = $1)";
    const open = async (): Promise<number> => (await pool.query(`SELECT 1 FROM engine.outbox_event WHERE ${released} AND (position IS NULL OR open_subscribers <> '{}')`, [inquiryUuid])).rows.length;
    const again = `WITH event AS (SELECT * FROM engine.outbox_event WHERE ${released}),
      taken AS (UPDATE engine.aggregate_sequence s SET last = s.last + 1 FROM event WHERE s.aggregate_id = event.aggregate_id RETURNING s.aggregate_id, s.last)
      INSERT INTO engine.outbox_event (id, name, version, municipality_id, aggregate_type, aggregate_id, sequence, edition_id, actor, correlation_id, causation_id, payload)
      SELECT gen_random_uuid(), name, version, municipality_id, aggregate_type, event.aggregate_id, taken.last, edition_id, actor, correlation_id, causation_id, payload FROM event JOIN taken USING (aggregate_id) RETURNING id`;
    expect((await pool.query(again, [inquiryUuid])).rows.length).toBeGreaterThan(0);
    await until(async () => (await open()) === 0, 'the answers are delivered once more', 20_000);
  }

  it('of whom one says yes, one declines and one is late leaves each answer once, however often it is delivered, and shows who is missing', async () => {
    const [office, nobody, desk] = [await tester().office(), application().nobody(), await newDesk(application())];
    const [leading, declining, late] = [await tester().organisation(), await tester().organisation(), await tester().organisation()];
    const measure = await addMeasure(office, desk, 'Zu dritt');
    const inquiry = await tester().ask([leading.id, declining.id, late.id], { kind: 'RESPONSIBILITY', measureIds: [measure.id] });
    const tokens = { leading: await tester().tokenFor(leading.mailbox), declining: await tester().tokenFor(declining.mailbox), late: await tester().tokenFor(late.mailbox) };
    const answer = async (token: string, values: Readonly<Record<string, string>>): Promise<string[]> => {
      await tester().save(nobody, await asked(token), values, token);
      return codes((await tester().handIn(nobody, (await asked(token)).id, token)).errors);
    };
    const states = async (): Promise<[string, boolean][]> => {
      const { recipients } = await tester().page(inquiry.uuid);
      return [leading, declining, late].map(({ id }) => {
        const found = recipients.find(({ organisation }) => organisation?.id === id);
        return [found?.state ?? 'gone', found?.isLate ?? false];
      });
    };
    expect(await answer(tokens.leading, { role: 'lead' })).toEqual([]);
    expect(await answer(tokens.declining, { role: 'none' })).toEqual(['REASON_REQUIRED']);
    expect(await answer(tokens.declining, { reason: 'Kein Personal' })).toEqual([]);
    await tester().setDeadline(inquiry, -1);
    expect(await answer(tokens.late, { role: 'partner', reservation: 'Wenn der Haushalt es hergibt' })).toEqual(['DEADLINE_PASSED']);
    expect(await states()).toEqual([['RELEASED', false], ['RELEASED', false], ['OPENED', true]]);
    // What was typed too late is kept, and handed in once there is more time.
    const request = await asked(tokens.late);
    await office.get(ExtendInquiryDeadlineDocument, { input: { requestId: request.id, closesOn: '2099-12-31', idempotencyKey: key() } });
    expect(codes((await tester().handIn(nobody, request.id, tokens.late)).errors)).toEqual([]);
    expect(await states()).toEqual([['RELEASED', false], ['RELEASED', false], ['RELEASED', false]]);

    const words = async (): Promise<string[]> => {
      const text = 'query ($uuid: String!, $filter: MeasureFilterInput) { edition(uuid: $uuid) { measures(first: 5, filter: $filter) { edges { node { partyAnswers { role reason reservation organisation { id } } } } } } }';
      const { edition } = await office.get<{ edition: { measures: { edges: { node: { partyAnswers: { role: string; reason: string | null; reservation: string | null; organisation: { id: string } }[] } }[] } } }, object>(text, { uuid: desk.editionUuid, filter: { sectionIds: [desk.sectionId] } });
      return (edition.measures.edges[0]?.node.partyAnswers ?? []).map(({ role, reason, reservation }) => [role, reason ?? reservation ?? ''].join(': ')).toSorted();
    };
    const said = ['lead: ', 'none: Kein Personal', 'partner: Wenn der Haushalt es hergibt'];
    await until(async () => (await words()).length === 3, 'all three stand at the measure');
    await deliverAgain(inquiry.uuid);
    expect(await words()).toEqual(said);

    // The same with the yearly progress, asked when the next mail may go out.
    await tester().passDays(leading, 8);
    const progress = await tester().ask([leading.id], { kind: 'PROGRESS', measureIds: [measure.id] });
    const next = await tester().tokenFor(leading.mailbox, 2);
    const open = (await tester().desk(next)).find(({ inquiryId }) => inquiryId === progress.id);
    if (!open) throw new Error('nothing is asked');
    await tester().save(nobody, open, { status: 'paused', done: 'Begonnen' }, next);
    expect(codes((await tester().handIn(nobody, open.id, next)).errors)).toEqual(['REASON_REQUIRED']);
    await tester().save(nobody, open, { reason: 'Umbau' }, next);
    expect(codes((await tester().handIn(nobody, open.id, next)).errors)).toEqual([]);
    const told = async (): Promise<number> => (await application().database.pool.query('SELECT 1 FROM measure_progress WHERE measure_id = $1', [measure.uuid])).rows.length;
    await until(async () => (await told()) === 1, 'the progress is told');
    await deliverAgain(progress.uuid);
    expect(await told()).toBe(1);
  }, 60_000);
});
