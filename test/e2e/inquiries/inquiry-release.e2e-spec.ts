import { describe, expect, it } from '@jest/globals';
import { until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import {
  InquiryDeskDocument, InquiryRequestPageDocument, ReleaseInquiryAnswerDocument, ReturnInquiryAnswerDocument, SetContributionReleaseDocument, type InquiryRequestFullFragment,
} from '../../../libs/web/data/src/generated/graphql.js';
import { codes, InquiryTester, key } from './inquiry-desk.js';

const application = useApplication();
const tester = (): InquiryTester => new InquiryTester(application());

/** What a link shows; must be there. */
async function asked(token: string): Promise<InquiryRequestFullFragment> {
  const [request] = await tester().desk(token);
  if (!request) throw new Error('nothing is asked');
  return request;
}

describe('the release of answers', () => {
  it('waits for the head where the organisation wants that', async () => {
    const [member, office] = [await application().signIn('welfare'), await tester().office()];
    const { viewer } = await member.get<{ viewer: { person: { uuid: string }; actingOrganisation: { id: string; uuid: string } } }>('{ viewer { person { uuid } actingOrganisation { id uuid } } }');
    await office.get(SetContributionReleaseDocument, { input: { organisationId: viewer.actingOrganisation.id, isRequired: true, idempotencyKey: key() } });
    const inquiry = await tester().ask([viewer.actingOrganisation.id]);
    const { inquiryDesk } = await member.get(InquiryDeskDocument, { token: null });
    const request = inquiryDesk?.requests.find(({ inquiryId }) => inquiryId === inquiry.id);
    if (!request) throw new Error('nothing is asked');
    await tester().save(member, request, { consent: 'agree' });
    await tester().handIn(member, request.id);
    const state = async (): Promise<string | undefined> => (await tester().page(inquiry.uuid)).recipients[0]?.state;
    expect(await state()).toBe('ANSWERED');
    await tester().handIn(member, request.id);
    const release = { input: { requestId: request.id, number: 1, idempotencyKey: key() } };
    await expect(member.get(ReleaseInquiryAnswerDocument, release)).rejects.toThrow(/FORBIDDEN/);
    await application().database.pool.query("UPDATE memberships SET role = 'administrator' WHERE person_id = $1 AND organisation_id = $2", [viewer.person.uuid, viewer.actingOrganisation.uuid]);
    const head = await application().signIn('welfare');
    const releaseNumber = async (number: number): Promise<string[]> => codes((await head.get(ReleaseInquiryAnswerDocument, { input: { ...release.input, number, idempotencyKey: key() } })).releaseInquiryAnswer.errors);
    // What she saw was corrected since.
    expect(await releaseNumber(1)).toEqual(['STALE_VALUE']);
    expect(await state()).toBe('ANSWERED');
    expect(await releaseNumber(2)).toEqual([]);
    expect(await state()).toBe('RELEASED');
  });

  it('can be refused: the return list says so, and whoever handed it in is told; the office reads only what is released', async () => {
    const [member, office] = [await application().signIn('contributor'), await tester().office()];
    const { viewer } = await member.get<{ viewer: { person: { uuid: string }; actingOrganisation: { id: string; uuid: string } } }>('{ viewer { person { uuid } actingOrganisation { id uuid } } }');
    const { id: organisationId, uuid: organisation } = viewer.actingOrganisation;
    const { pool } = application().database;
    await office.get(SetContributionReleaseDocument, { input: { organisationId, isRequired: true, idempotencyKey: key() } });
    const inquiry = await tester().ask([organisationId]);
    const recipient = async () => (await tester().page(inquiry.uuid)).recipients[0];
    const uuid = (await recipient())?.uuid ?? '';
    const read = async (visitor: GraphqlVisitor): Promise<InquiryRequestFullFragment> => (await visitor.get(InquiryRequestPageDocument, { uuid })).inquiryRequest;
    const request = await read(member);
    await tester().save(member, request, { consent: 'object', reason: 'Zu teuer' });
    await tester().handIn(member, request.id);
    expect(await read(member)).toMatchObject({ state: 'ANSWERED', submissionNumber: 1, mayRelease: false });
    expect(await read(office)).toMatchObject({ state: 'ANSWERED', submissionNumber: null, submittedLines: [] });

    await pool.query("UPDATE memberships SET role = 'administrator' WHERE person_id = $1 AND organisation_id = $2", [viewer.person.uuid, organisation]);
    const head = await application().signIn('contributor');
    const toldOf = async (): Promise<string[]> => (await head.get<{ viewer: { notifications: { edges: { node: { kind: string } }[] } } }>('{ viewer { notifications(first: 20) { edges { node { kind } } } } }')).viewer.notifications.edges.map(({ node }) => node.kind);
    const work = '{ viewer { work { openInquiryCount inquiryToReleaseCount } } }';
    const waiting = async (visitor: GraphqlVisitor) => (await visitor.get<{ viewer: { work: { openInquiryCount: number; inquiryToReleaseCount: number } } }>(work)).viewer.work;
    const before = await waiting(head);
    expect(before.inquiryToReleaseCount).toBe(1);
    const giveBack = async (number: number, reason: string): Promise<string[]> => codes((await head.get(ReturnInquiryAnswerDocument, { input: { requestId: request.id, number, reason, idempotencyKey: key() } })).returnInquiryAnswer.errors);
    expect([await giveBack(1, ' '), await giveBack(2, 'Ein anderer Stand'), await giveBack(1, 'x'.repeat(5_001))]).toEqual([['REASON_REQUIRED'], ['STALE_VALUE'], ['ANSWER_TOO_LONG']]);
    expect(await giveBack(1, ' Bitte mit dem Vorstand sprechen ')).toEqual([]);
    expect(await recipient()).toMatchObject({ state: 'OPENED', handedInAt: null, returnedAt: expect.any(String) });
    expect(await read(head)).toMatchObject({ returnReason: 'Bitte mit dem Vorstand sprechen', mayRelease: false });
    expect(await read(office)).toMatchObject({ returnReason: null, submissionNumber: null });
    expect(await waiting(head)).toEqual({ openInquiryCount: before.openInquiryCount + 1, inquiryToReleaseCount: 0 });
    await until(async () => (await toldOf()).includes('INQUIRY_RETURNED'), 'whoever handed it in is told');
    expect(await giveBack(1, 'Noch einmal')).toEqual(['NOT_HANDED_IN']);
    expect(codes((await head.get(ReleaseInquiryAnswerDocument, { input: { requestId: request.id, number: 1, idempotencyKey: key() } })).releaseInquiryAnswer.errors)).toEqual(['NOT_HANDED_IN']);
    expect(codes((await tester().handIn(head, request.id)).errors)).toEqual([]);
    expect(await recipient()).toMatchObject({ state: 'RELEASED', returnedAt: null });
    expect(await read(office)).toMatchObject({ submissionNumber: 2 });
  });

  it('of an answer by link: the head is told that it waits, and what she gives back comes as a mail with a link', async () => {
    const [organisation, nobody, office] = [await tester().organisation(), application().nobody(), await tester().office()];
    const { pool } = application().database;
    await office.get(SetContributionReleaseDocument, { input: { organisationId: organisation.id, isRequired: true, idempotencyKey: key() } });
    await tester().ask([organisation.id]);
    const request = await asked(await tester().tokenFor(organisation.mailbox));
    const { viewer } = await (await application().as('welfare')).get<{ viewer: { person: { uuid: string } } }>('{ viewer { person { uuid } } }');
    await pool.query("INSERT INTO memberships (id, municipality_id, person_id, organisation_id, role) SELECT gen_random_uuid(), municipality_id, $1, id, 'administrator' FROM organisations WHERE id = $2", [viewer.person.uuid, organisation.uuid]);
    const token = await tester().tokenFor(organisation.mailbox);
    await tester().save(nobody, request, { consent: 'agree' }, token);
    expect(codes((await tester().handIn(nobody, request.id, token)).errors)).toEqual([]);
    const told = async (): Promise<string[]> => (await pool.query<{ kind: string }>('SELECT kind FROM notifications WHERE person_id = $1', [viewer.person.uuid])).rows.map(({ kind }) => kind);
    await until(async () => (await told()).includes('inquiry_to_release'), 'the head is told');
    const head = await application().signIn('welfare');
    await head.get<unknown, object>('mutation ($input: ActAsInput!) { actAs(input: $input) { errors { code } } }', { input: { organisationId: organisation.id, idempotencyKey: key() } });
    const { returnInquiryAnswer } = await head.get(ReturnInquiryAnswerDocument, { input: { requestId: request.id, number: 1, reason: 'Geheim unter uns', idempotencyKey: key() } });
    expect(codes(returnInquiryAnswer.errors)).toEqual([]);
    const fresh = await tester().tokenFor(organisation.mailbox, 2);
    const mail = (await tester().mailsTo(organisation.mailbox)).at(-1) ?? '';
    expect([mail.includes('noch einmal abzugeben'), mail.includes('Geheim')]).toEqual([true, false]);
    expect(await asked(fresh)).toMatchObject({ returnReason: 'Geheim unter uns', state: 'OPENED' });
  });
});
