import { describe, expect, it } from '@jest/globals';
import { GraphqlVisitor, pause, until, useApplication } from '@konzeptwerkstatt/test-support';
import { ContributionPageDocument, MentionablesDocument, DraftResponseDocument, LinkOutcomeDocument, MyWorkDocument, AssignContributionsDocument, PublishResponsesDocument, NotificationsDocument, MarkNotificationsReadDocument, ReplyToContributionDocument, SetMailLanguageDocument, SetNotificationChoiceDocument, SubmitContributionDocument } from '../../../libs/web/data/src/generated/graphql.js';
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

  it('gets mails in the language that was chosen for them', async () => {
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    const choose = async (language: string) => (await contributor.get(SetMailLanguageDocument, { input: { language, idempotencyKey: key() } })).setMailLanguage;
    expect((await choose('klingonisch')).errors.map(({ code }) => code)).toEqual(['LANGUAGE_INVALID']);
    expect((await choose('ar')).viewer?.person.locale).toBe('ar');
    const question = await submit(contributor, desk);
    await until(async () => (await mailsAbout(question)).length === 1, 'it has arrived');
    const { rows } = await application().database.pool.query("SELECT language FROM mails WHERE text LIKE '%/rueckmeldungen/' || $1 || '%'", [question.uuid]);
    expect(rows).toEqual([{ language: 'ar' }]);
    await choose('de');
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

describe('somebody who is mentioned', () => {
  const AGS = '14713000';
  /** Somebody of an organisation of her own that takes part in nothing. */
  async function outsider(): Promise<{ readonly organisationId: string; readonly personId: string }> {
    const [organisationId, personId] = [key(), key()];
    const { pool } = application().database;
    await pool.query("INSERT INTO organisations (id, municipality_id, kind, name) SELECT $1, id, 'administration', $3 FROM municipalities WHERE ags = $2", [organisationId, AGS, `Verein am Rand ${organisationId}`]);
    await pool.query("INSERT INTO persons (id, email, display_name, password_hash) SELECT $1, $2, 'Erna Beispiel', password_hash FROM persons WHERE email = 'verein.leipzig@example.org'", [personId, `${personId}@example.org`]);
    await pool.query('INSERT INTO memberships (id, municipality_id, person_id, organisation_id) SELECT $1, id, $2, $3 FROM municipalities WHERE ags = $4', [key(), personId, organisationId, AGS]);
    return { organisationId, personId };
  }
  const reply = (visitor: GraphqlVisitor, contributionId: string, text: string) => visitor.get(ReplyToContributionDocument, { input: { contributionId, text, language: 'de', idempotencyKey: key() } });
  const told = async (visitor: GraphqlVisitor, uuid: string) => (await visitor.get(NotificationsDocument, {})).viewer?.notifications.edges.filter(({ node }) => node.path.endsWith(uuid) && node.kind === 'CONTRIBUTION_MENTIONED').length;

  it('is told with the people of her organisation once each, and the writer is told who may not read it; a name is in no text', async () => {
    const { pool } = application().database;
    await pool.query('UPDATE municipalities SET shows_authorship_detail = true WHERE ags = $1', [AGS]);
    const [desk, contributor, welfare, office] = [await newDesk(application()), await application().as('contributor'), await application().as('welfare'), await application().as('office')];
    const question = await submit(contributor, desk);
    const outside = await outsider();
    const { viewer } = await welfare.get<{ viewer: { person: { uuid: string; displayName: string }; actingOrganisation: { uuid: string; name: string } } }>('{ viewer { person { uuid displayName } actingOrganisation { uuid name } } }');
    const { mentionables } = await contributor.get(MentionablesDocument, { edition: desk.editionUuid, section: desk.sectionUuid, search: viewer.actingOrganisation.name.slice(2).toUpperCase() });
    expect(mentionables).toContainEqual({ kind: 'ORGANISATION', uuid: viewer.actingOrganisation.uuid, name: viewer.actingOrganisation.name, organisationName: null });
    const { replyToContribution: sent } = await reply(office, question.id, `Frag @[person:${viewer.person.uuid}] und @[organisation:${viewer.actingOrganisation.uuid}], nicht @[person:${outside.personId}] und @[organisation:${outside.organisationId}].`);
    expect(sent.unreached.map(({ name }) => name)).toEqual(['Erna Beispiel', `Verein am Rand ${outside.organisationId}`]);
    expect(sent.contribution?.replies.at(-1)?.text).toBe(`Frag @${viewer.person.displayName} und @${viewer.actingOrganisation.name}, nicht @Erna Beispiel und @Verein am Rand ${outside.organisationId}.`);
    await until(async () => (await told(welfare, question.uuid)) === 1, 'she is told');
    expect((await pool.query('SELECT 1 FROM notifications WHERE person_id = $1', [outside.personId])).rowCount).toBe(0);
    expect((await pool.query<{ text: string }>('SELECT text FROM contribution_replies WHERE contribution_id = $1', [question.uuid])).rows[0]?.text).not.toContain(viewer.person.displayName);
    await pool.query("UPDATE engine.outbox_event SET position = NULL, open_subscribers = NULL WHERE name = 'participation.contribution.replied'");
    await until(async () => (await pool.query("SELECT 1 FROM engine.outbox_event WHERE name = 'participation.contribution.replied' AND position IS NULL")).rowCount === 0, 'it is delivered again');
    await pause(500);
    expect(await told(welfare, question.uuid)).toBe(1);
    expect(await told(contributor, question.uuid)).toBe(0);
  });

  it('is nobody the municipality does not show or does not know, and after her account is erased her name is gone', async () => {
    const { pool } = application().database;
    const [desk, contributor] = [await newDesk(application()), await application().as('contributor')];
    const { personId } = await outsider();
    await pool.query('UPDATE municipalities SET shows_authorship_detail = true WHERE ags = $1', [AGS]);
    const question = await submit(contributor, desk);
    await reply(contributor, question.id, `@[person:${personId}] weiß es.`);
    const erna = await GraphqlVisitor.signIn(application().origin, `${personId}@example.org`);
    await erna.get('mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { errors { code } } }', { input: { currentPassword: 'beispiel-2026', idempotencyKey: key() } });
    await until(async () => (await pool.query('SELECT 1 FROM contribution_mentions WHERE person_id = $1', [personId])).rowCount === 0, 'she is forgotten');
    const { contribution } = await contributor.get(ContributionPageDocument, { uuid: question.uuid });
    expect(contribution?.replies.map(({ text, mentions }) => ({ text, names: mentions.map(({ name }) => name) }))).toEqual([{ text: '@… weiß es.', names: [null] }]);
    await pool.query('UPDATE municipalities SET shows_authorship_detail = false WHERE ags = $1', [AGS]);
    expect((await reply(contributor, question.id, `@[person:${personId}]`)).replyToContribution.errors).toMatchObject([{ code: 'MENTION_UNKNOWN', path: ['text'] }]);
    const hidden = await contributor.get(MentionablesDocument, { edition: desk.editionUuid, section: null, search: '' });
    expect(hidden.mentionables?.filter(({ kind }) => kind === 'PERSON')).toEqual([]);
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

describe('an office that answers', () => {
  it('finds what nobody is asked to answer among its tasks, until somebody is or begins to', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const [assigned, begun] = [await submit(contributor, desk), await submit(contributor, desk)];
    const tasks = async (person: typeof office) => (await person.get(MyWorkDocument, {})).viewer?.work.contributionsToAssign.edges.map(({ node }) => node.id) ?? [];
    expect(await tasks(office)).toEqual(expect.arrayContaining([assigned.id, begun.id]));
    expect(await tasks(contributor)).toEqual([]);
    const { viewer } = await office.get<{ viewer: { actingOrganisation: { id: string } } }>('{ viewer { actingOrganisation { id } } }');
    await office.get(AssignContributionsDocument, { input: { contributionIds: [assigned.id], organisationId: viewer.actingOrganisation.id, idempotencyKey: key() } });
    await office.get(DraftResponseDocument, { input: { contributionId: begun.id, verdict: 'NOTED', reasons: '', expectedRevision: 0, idempotencyKey: key() } });
    expect((await tasks(office)).filter((id) => [assigned.id, begun.id].includes(id))).toEqual([]);
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
