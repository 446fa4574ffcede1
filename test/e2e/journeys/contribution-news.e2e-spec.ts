import { describe, expect, it } from '@jest/globals';
import { pause, until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { DraftResponseDocument, LinkOutcomeDocument, MyWorkDocument, AssignContributionsDocument, PublishResponsesDocument, NotificationsDocument, MarkNotificationsReadDocument, ReplyToContributionDocument, SetNotificationChoiceDocument, SubmitContributionDocument } from '../../../libs/web/data/src/generated/graphql.js';
import { addMeasure, key, newDesk, type Desk } from './desk.js';

const application = useApplication();

async function submit(visitor: GraphqlVisitor, desk: Desk): Promise<{ id: string; uuid: string }> {
  const { submitContribution } = await visitor.get(SubmitContributionDocument, { input: { editionId: desk.editionId, sectionId: desk.sectionId, kind: 'QUESTION', text: 'Wann beginnt es?', language: 'de', isForOrganisation: true, idempotencyKey: key() } });
  if (!submitContribution.contribution) throw new Error(JSON.stringify(submitContribution.errors));
  return submitContribution.contribution;
}

/** Kinds of the mails that lead to a contribution, in their order. */
async function mailsAbout({ uuid }: { uuid: string }): Promise<string[]> {
  const { rows } = await application().database.pool.query<{ kind: string }>("SELECT kind FROM mails WHERE text LIKE '%/rueckmeldungen/' || $1 || '%' ORDER BY created_at, id", [uuid]);
  return rows.map(({ kind }) => kind);
}

async function answer(office: GraphqlVisitor, contributionId: string): Promise<void> {
  await office.get(DraftResponseDocument, { input: { contributionId, verdict: 'CONSIDERED', reasons: '', expectedRevision: 0, idempotencyKey: key() } });
  await office.get(PublishResponsesDocument, { input: { responses: [{ contributionId, expectedRevision: 1 }], idempotencyKey: key() } });
}

describe('whoever said something', () => {
  it('is told by mail when it has arrived, when it is answered, and when the measure behind it stands differently; once each, however often it is delivered', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const measure = await addMeasure(office, desk, 'Abendkurs');
    const question = await submit(contributor, desk);
    await until(async () => (await mailsAbout(question)).length === 1, 'it has arrived');
    await office.get(LinkOutcomeDocument, { input: { contributionId: question.id, measureId: measure.id, idempotencyKey: key() } });
    await answer(office, question.id);
    await until(async () => (await mailsAbout(question)).length === 2, 'it is answered');
    await office.get('mutation ($input: SetMeasureStatusInput!) { setMeasureStatus(input: $input) { errors { code } } }', { input: { measureId: measure.id, status: 'RUNNING', expected: null, idempotencyKey: key() } });
    await until(async () => (await mailsAbout(question)).length === 3, 'the measure has begun');
    const { pool } = application().database;
    // Of a second change on the same day she is not told by mail.
    const settled = async () => (await pool.query("SELECT 1 FROM engine.outbox_event WHERE name = 'concept.measure.changed' AND (position IS NULL OR cardinality(open_subscribers) > 0)")).rowCount === 0;
    await office.get('mutation ($input: SetMeasureStatusInput!) { setMeasureStatus(input: $input) { errors { code } } }', { input: { measureId: measure.id, status: 'DONE', expected: 'RUNNING', idempotencyKey: key() } });
    await until(settled, 'the second change is told');
    // The relay delivers again what it does not know to be delivered.
    await pool.query("UPDATE engine.outbox_event SET position = NULL, open_subscribers = NULL WHERE name = 'participation.response.published'");
    await until(async () => (await pool.query("SELECT 1 FROM engine.outbox_event WHERE name = 'participation.response.published' AND position IS NULL")).rowCount === 0, 'it is delivered again');
    await pause(500);
    expect(await mailsAbout(question)).toEqual(['notification.contribution-arrived', 'notification.contribution-answered', 'notification.contribution-measure-changed']);
    const { rows } = await pool.query<{ text: string }>("SELECT text FROM mails WHERE kind LIKE 'notification.%'");
    for (const { text } of rows) expect(text).not.toContain('Wann beginnt es?');
  });

  it('finds it in the application too, until she has seen it, and nobody else does', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const question = await submit(contributor, desk);
    const mine = async (visitor = contributor) => (await visitor.get(NotificationsDocument, {})).viewer?.notifications.edges.map(({ node }) => node).filter(({ path }) => path.endsWith(question.uuid)) ?? [];
    await until(async () => (await mine()).length === 1, 'it has arrived');
    await office.get(ReplyToContributionDocument, { input: { contributionId: question.id, text: 'Meinen Sie den Abendkurs?', language: 'de', idempotencyKey: key() } });
    await contributor.get(ReplyToContributionDocument, { input: { contributionId: question.id, text: 'Ja.', language: 'de', idempotencyKey: key() } });
    await until(async () => (await mine()).length === 2, 'somebody replied');
    await answer(office, question.id);
    await until(async () => (await mine()).length === 3, 'it is answered');
    const [answered, ...older] = await mine();
    expect([answered, ...older].map((one) => one?.kind)).toEqual(['CONTRIBUTION_ANSWERED', 'CONTRIBUTION_REPLIED', 'CONTRIBUTION_ARRIVED']);
    expect(answered).toMatchObject({ isRead: false, title: expect.any(String) });
    const ids = [answered?.id ?? ''];
    await office.get(MarkNotificationsReadDocument, { input: { notificationIds: ids, idempotencyKey: key() } });
    expect((await mine())[0]?.isRead).toBe(false);
    await contributor.get(MarkNotificationsReadDocument, { input: { notificationIds: ids, idempotencyKey: key() } });
    expect((await mine()).map(({ isRead }) => isRead)).toEqual([true, false, false]);
    await contributor.get(MarkNotificationsReadDocument, { input: { idempotencyKey: key() } });
    expect((await mine()).map(({ isRead }) => isRead)).toEqual([true, true, true]);
    expect(await mine(office)).toEqual([]);
  });

  it('gets no mail when she wants none', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('welfare'), await application().as('office')];
    const choose = (mail: 'NONE' | 'AT_ONCE') => contributor.get(SetNotificationChoiceDocument, { input: { category: 'CONTRIBUTIONS', mail, idempotencyKey: key() } });
    await choose('NONE');
    const [quiet, loud] = [await submit(contributor, desk), await submit(await application().as('contributor'), desk)];
    await answer(office, quiet.id);
    await answer(office, loud.id);
    await until(async () => (await mailsAbout(loud)).length === 2, 'the other one is told');
    expect(await mailsAbout(quiet)).toEqual([]);
    await choose('AT_ONCE');
  });
});

describe('an organisation that is to answer', () => {
  it('finds it among its tasks until it is answered', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const question = await submit(contributor, desk);
    const tasks = async () => (await office.get(MyWorkDocument, {})).viewer?.work.contributionsToAnswer.edges.map(({ node }) => node.id) ?? [];
    const { viewer } = await office.get<{ viewer: { actingOrganisation: { id: string } } }>('{ viewer { actingOrganisation { id } } }');
    await office.get(AssignContributionsDocument, { input: { contributionIds: [question.id], organisationId: viewer.actingOrganisation.id, idempotencyKey: key() } });
    expect(await tasks()).toContain(question.id);
    await answer(office, question.id);
    expect(await tasks()).not.toContain(question.id);
  });
});

describe('the file of one’s own data', () => {
  it('holds what one said, and erasing the account leaves the words as nobody’s', async () => {
    const { pool } = application().database;
    const [desk, reviewer] = [await newDesk(application()), await application().signIn('reviewer')];
    const question = await submit(reviewer, desk);
    const response = await fetch(`${application().origin}/files/meine-daten.json`, { headers: reviewer.headers });
    expect((await response.json()) as object).toMatchObject({ contributions: expect.arrayContaining([expect.objectContaining({ kind: 'question', text: 'Wann beginnt es?' })]), contributionReplies: [] });
    await reviewer.get('mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { errors { code } } }', { input: { currentPassword: 'beispiel-2026', idempotencyKey: key() } });
    await until(async () => (await pool.query('SELECT 1 FROM contributions WHERE id = $1 AND contributor_id IS NULL', [question.uuid])).rowCount === 1, 'she is forgotten');
  });
});
