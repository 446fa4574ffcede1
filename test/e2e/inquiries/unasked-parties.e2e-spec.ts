import { describe, expect, it } from '@jest/globals';
import { until, useApplication } from '@konzeptwerkstatt/test-support';
import {
  AddMeasurePartnerDocument, AskFurtherPartiesDocument, ConceptCheckDocument, ConfirmInquiryLinesDocument, CreateInquiryDocument, EditionInquiriesDocument, InquiryDeskDocument, ReleaseInquiryAnswerDocument, SetContributionReleaseDocument, SetMeasureLeadDocument, type CreateInquiryInput,
} from '../../../libs/web/data/src/generated/graphql.js';
import { addMeasure, newDesk, type Desk } from '../journeys/desk.js';
import { codes, InquiryTester, key } from './inquiry-desk.js';

const application = useApplication();
const tester = (): InquiryTester => new InquiryTester(application());

interface Node {
  readonly id: string;
}

/** Who of these organisations is proposed and not asked, as measure and organisation. */
async function unasked(desk: Desk, organisations: readonly Node[]): Promise<[string, string][]> {
  const { edition } = await (await tester().office()).get(EditionInquiriesDocument, { edition: desk.editionUuid });
  return (edition?.unaskedParties ?? []).filter(({ organisationId }) => organisations.some(({ id }) => id === organisationId)).map(({ measureId, organisationId }) => [measureId, organisationId]);
}

const lead = async (measure: Node, organisation: Node): Promise<unknown> =>
  (await tester().office()).get(SetMeasureLeadDocument, { input: { measureId: measure.id, organisationId: organisation.id, expectedOrganisationId: null, idempotencyKey: key() } });
const partner = async (measure: Node, organisation: Node): Promise<unknown> => (await tester().office()).get(AddMeasurePartnerDocument, { input: { measureId: measure.id, organisationId: organisation.id, idempotencyKey: key() } });

async function furtherTo(inquiry: Node): Promise<string[]> {
  return codes((await (await tester().office()).get(AskFurtherPartiesDocument, { input: { inquiryId: inquiry.id, idempotencyKey: key() } })).askFurtherParties.errors);
}

/** How an organisation stands at a measure of a desk. */
async function standing(desk: Desk, organisation: Node, title: string): Promise<string | undefined> {
  const text = 'query ($uuid: String!, $filter: MeasureFilterInput) { edition(uuid: $uuid) { measures(first: 10, filter: $filter) { edges { node { title parties { state organisation { id } } } } } } }';
  const { edition } = await (await tester().office()).get<{ edition: { measures: { edges: { node: { title: string; parties: { state: string; organisation: Node | null }[] } }[] } } }, object>(text, { uuid: desk.editionUuid, filter: { sectionIds: [desk.sectionId] } });
  return edition.measures.edges.find(({ node }) => node.title === title)?.node.parties.find((party) => party.organisation?.id === organisation.id)?.state;
}

/** What the form sends that asks organisations of measures of which nobody has asked them yet. */
const wanted = (desk: Desk, measures: readonly Node[], organisations: readonly Node[]): CreateInquiryInput => ({
  editionId: desk.editionId, kind: 'RESPONSIBILITY', title: `Abfrage ${key()}`, introduction: '', closesOn: '2099-06-30', remindDays: 7, measureIds: measures.map(({ id }) => id), organisationIds: organisations.map(({ id }) => id),
  ownQuestions: [], isOnlyUnasked: true, idempotencyKey: key(),
});

describe('whoever is proposed for a measure', () => {
  it('is listed until asked, asked of just that, and a measure that comes later is added to the running inquiry', async () => {
    const [desk, office, nobody] = [await newDesk(application()), await tester().office(), application().nobody()];
    const [one, other] = [await tester().organisation(), await tester().organisation()];
    const [first, second] = [await addMeasure(office, desk, 'Erste'), await addMeasure(office, desk, 'Zweite')];
    await lead(first, one);
    await partner(second, one);
    await partner(second, other);
    expect(await unasked(desk, [one, other])).toEqual([[first.id, one.id], [second.id, one.id], [second.id, other.id]]);

    await tester().ask([], wanted(desk, [first], [one]));
    expect(await unasked(desk, [one, other])).toEqual([[second.id, one.id], [second.id, other.id]]);
    const inquiry = await tester().ask([], wanted(desk, [first, second], [one, other]));
    expect(await unasked(desk, [one, other])).toEqual([]);
    expect(codes((await office.get(CreateInquiryDocument, { input: wanted(desk, [first, second], [one, other]) })).createInquiry.errors)).toEqual(['NOTHING_TO_ASK']);

    const [firstMail, mail] = [await tester().tokenFor(one.mailbox), await tester().tokenFor(other.mailbox)];
    const linesOf = async (token: string) => (await tester().desk(token)).flatMap(({ lines }) => lines.map(({ title }) => title));
    expect([await linesOf(mail), (await linesOf(firstMail)).includes('Erste')]).toEqual([['Zweite'], true]);

    const [request] = await tester().desk(mail);
    if (!request) throw new Error('nothing is asked');
    await tester().save(nobody, request, { role: 'partner', reservation: 'Wenn es Geld gibt' }, mail);
    expect(codes((await tester().handIn(nobody, request.id, mail)).errors)).toEqual([]);
    const third = await addMeasure(office, desk, 'Dritte');
    await lead(third, other);
    expect(await unasked(desk, [one, other])).toEqual([[third.id, other.id]]);
    expect(await furtherTo(inquiry)).toEqual([]);
    expect([await unasked(desk, [one, other]), await furtherTo(inquiry)]).toEqual([[], ['NOTHING_TO_ASK']]);
    expect((await tester().page(inquiry.uuid)).recipients.find(({ organisation }) => organisation?.id === other.id)).toMatchObject({ state: 'OPENED', handedInAt: null, isReminderWanted: true });
    const [longer] = await tester().desk(mail);
    expect(longer?.lines.map(({ title, answers }) => [title, answers.find(({ questionKey }) => questionKey === 'role')?.value])).toEqual([['Zweite', 'partner'], ['Dritte', undefined]]);
    await nobody.get(ConfirmInquiryLinesDocument, { input: { requestId: request.id, token: mail, lineIds: null, isUnchanged: true, idempotencyKey: key() } });
    if (longer) await tester().save(nobody, longer, { role: 'none', reason: 'Keine Leute' }, mail, 1);
    expect(codes((await tester().handIn(nobody, request.id, mail)).errors)).toEqual([]);
    await until(async () => (await standing(desk, other, 'Dritte')) === 'DECLINED', 'the answer stands at the measure');
    expect(await standing(desk, other, 'Zweite')).toBe('RESERVED');
  });

  it('is asked once by two who press at the same moment, and what is sent again gets its first answer', async () => {
    const [desk, office, one] = [await newDesk(application()), await tester().office(), await tester().organisation()];
    const measure = await addMeasure(office, desk, 'Zugleich');
    await lead(measure, one);
    const [first, second] = [wanted(desk, [measure], [one]), wanted(desk, [measure], [one])];
    const send = async (input: CreateInquiryInput) => (await office.get(CreateInquiryDocument, { input })).createInquiry;
    const { pool } = application().database;
    const other = await pool.connect();
    try {
      await other.query('BEGIN');
      await other.query('LOCK TABLE inquiries IN EXCLUSIVE MODE');
      const sending = Promise.all([send(first), send(second)]);
      const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ~ 'INSERT INTO inquiries |pg_advisory_xact_lock'";
      await until(async () => (await pool.query(waiting)).rowCount === 2, 'both are about to ask');
      await other.query('COMMIT');
      const answers = await sending;
      expect(answers.flatMap(({ errors }) => codes(errors))).toEqual(['NOTHING_TO_ASK']);
      const [input, answer] = answers[0].inquiry === null ? [second, answers[1]] : [first, answers[0]];
      expect(await send(input)).toEqual(answer);
    } finally {
      other.release();
    }
  });

  it('is not taken into an inquiry that would ask about more measures than one may', async () => {
    const [desk, office, one] = [await newDesk(application()), await tester().office(), await tester().organisation()];
    const [first, second] = [await addMeasure(office, desk, 'Gefragt'), await addMeasure(office, desk, 'Zu viel')];
    const inquiry = await tester().ask([one.id], { kind: 'RESPONSIBILITY', measureIds: [first.id] });
    await lead(second, one);
    const { pool } = application().database;
    const further = 'INSERT INTO inquiry_lines (id, municipality_id, recipient_id, position, measure_id) SELECT gen_random_uuid(), municipality_id, id, 1 + number, gen_random_uuid() FROM inquiry_recipients, generate_series(1, 299) number WHERE inquiry_id = $1';
    await pool.query(further, [inquiry.uuid]);
    expect([await furtherTo(inquiry), await unasked(desk, [one])]).toEqual([['TOO_MANY'], [[second.id, one.id]]]);
    await pool.query('DELETE FROM inquiry_lines WHERE position > 1 AND recipient_id IN (SELECT id FROM inquiry_recipients WHERE inquiry_id = $1)', [inquiry.uuid]);
    expect([await furtherTo(inquiry), await unasked(desk, [one])]).toEqual([[], []]);
  });

  it('has something to answer again after further measures, also when what was handed in is released only then', async () => {
    const [desk, office, member] = [await newDesk(application()), await tester().office(), await application().signIn('welfare')];
    const { viewer } = await member.get<{ viewer: { person: { uuid: string }; actingOrganisation: { id: string } } }>('{ viewer { person { uuid } actingOrganisation { id } } }');
    const organisation = viewer.actingOrganisation;
    const setRelease = (isRequired: boolean) => office.get(SetContributionReleaseDocument, { input: { organisationId: organisation.id, isRequired, idempotencyKey: key() } });
    const setRole = (role: string) => application().database.pool.query('UPDATE memberships SET role = $2 WHERE person_id = $1', [viewer.person.uuid, role]);
    await setRelease(true);
    const [first, second] = [await addMeasure(office, desk, 'Früher'), await addMeasure(office, desk, 'Später')];
    await lead(first, organisation);
    const inquiry = await tester().ask([organisation.id], { kind: 'RESPONSIBILITY', measureIds: [first.id] });
    const { inquiryDesk } = await member.get(InquiryDeskDocument, { token: null });
    const request = inquiryDesk?.requests.find(({ inquiryId }) => inquiryId === inquiry.id);
    if (!request) throw new Error('nothing is asked');
    await tester().save(member, request, { role: 'lead' });
    expect(codes((await tester().handIn(member, request.id)).errors)).toEqual([]);
    await lead(second, organisation);
    expect(await furtherTo(inquiry)).toEqual([]);

    await setRole('administrator');
    const head = await application().signIn('welfare');
    const { releaseInquiryAnswer } = await head.get(ReleaseInquiryAnswerDocument, { input: { requestId: request.id, number: 1, idempotencyKey: key() } });
    expect(codes(releaseInquiryAnswer.errors)).toEqual([]);
    await until(async () => (await standing(desk, organisation, 'Früher')) === 'CONFIRMED', 'what was released holds');
    expect((await tester().page(inquiry.uuid)).recipients.find((recipient) => recipient.organisation?.id === organisation.id)).toMatchObject({ state: 'OPENED', handedInAt: null });
    await setRole('member');
    await setRelease(false);
  });

  it('is a finding of the check, and is told to nobody who does not ask', async () => {
    const [desk, office, contributor, one] = [await newDesk(application()), await tester().office(), await application().as('contributor'), await tester().organisation()];
    const measure = await addMeasure(office, desk, `Ungefragt ${key()}`);
    const check = async () => {
      const { edition } = await office.get(ConceptCheckDocument, { edition: desk.editionUuid });
      const networks = edition?.check?.criteria.find(({ criterion }) => criterion === 'LOCAL_NETWORKS');
      return { mayAsk: edition?.mayManageInquiries, count: networks?.findings.find(({ kind }) => kind === 'PARTY_UNCONFIRMED')?.count ?? 0 };
    };
    const before = await check();
    await lead(measure, one);
    expect(await check()).toEqual({ mayAsk: true, count: before.count + 1 });
    expect((await contributor.get(EditionInquiriesDocument, { edition: desk.editionUuid })).edition).toMatchObject({ mayManageInquiries: false, unaskedParties: [] });
  });
});
