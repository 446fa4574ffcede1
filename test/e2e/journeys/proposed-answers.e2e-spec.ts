import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import {
  BundleContributionsDocument, ContributionPageDocument, DraftResponseDocument, EditionContributionsDocument, MyWorkDocument, NotificationsDocument, OwnContributionsDocument, ProposeResponsesDocument, PublishDespiteObjectionDocument, PublishResponsesDocument,
  ReactToProposalDocument, SetResponseConsentDocument, SubmitContributionDocument,
} from '../../../libs/web/data/src/generated/graphql.js';
import type { ContributionFullFragment, DraftResponseInput, ReactToProposalInput, ResponseStanding } from '../../../libs/web/data/src/generated/graphql.js';
import { key, newDesk, type Desk } from './desk.js';

interface Addressed {
  readonly id: string;
  readonly uuid: string;
}

const application = useApplication();
const codes = (errors: readonly { code: string }[]): string[] => errors.map(({ code }) => code);

async function submit(visitor: GraphqlVisitor, desk: Desk): Promise<Addressed> {
  const { submitContribution } = await visitor.get(SubmitContributionDocument, { input: { editionId: desk.editionId, sectionId: desk.sectionId, kind: 'QUESTION', text: 'Wann beginnt es?', language: 'de', isForOrganisation: true, idempotencyKey: key() } });
  if (!submitContribution.contribution) throw new Error(JSON.stringify(submitContribution.errors));
  return submitContribution.contribution;
}

async function read(visitor: GraphqlVisitor, { uuid }: Addressed): Promise<ContributionFullFragment> {
  const { contribution } = await visitor.get(ContributionPageDocument, { uuid });
  if (!contribution) throw new Error('not visible');
  return contribution;
}

async function draft(office: GraphqlVisitor, { id }: Addressed, more: Partial<DraftResponseInput> = {}): Promise<void> {
  const { draftResponse } = await office.get(DraftResponseDocument, { input: { contributionId: id, verdict: 'NOT', reasons: 'Dafür ist das Land zuständig.', expectedRevision: 0, idempotencyKey: key(), ...more } });
  expect(codes(draftResponse.errors)).toEqual([]);
}

const answersOf = (chosen: readonly Addressed[], expectedRevision: number) => ({ input: { responses: chosen.map(({ id }) => ({ contributionId: id, expectedRevision })), idempotencyKey: key() } });
const propose = async (office: GraphqlVisitor, one: Addressed, seen = 1) => codes((await office.get(ProposeResponsesDocument, answersOf([one], seen))).proposeResponses.errors);
const publish = async (office: GraphqlVisitor, one: Addressed, seen: number) => codes((await office.get(PublishResponsesDocument, answersOf([one], seen))).publishResponses.errors);
const reactionTo = ({ id }: Addressed, more: Partial<ReactToProposalInput> = {}) => ({ input: { contributionId: id, isAccepted: false, reason: 'Der Abendkurs fehlt.', expectedRevision: 2, expectedReaction: 0, idempotencyKey: key(), ...more } });
const react = async (visitor: GraphqlVisitor, one: Addressed, more: Partial<ReactToProposalInput> = {}) => codes((await visitor.get(ReactToProposalDocument, reactionTo(one, more))).reactToProposal.errors);
const passDeadline = ({ uuid }: Addressed) => application().database.pool.query("UPDATE contribution_responses SET proposed_until = now() - interval '1 second' WHERE subject_id = $1", [uuid]);

/** Whether the register shows a contribution among those whose answer stands so. */
async function isListed(office: GraphqlVisitor, desk: Desk, { id }: Addressed, standing: ResponseStanding): Promise<boolean> {
  const { edition } = await office.get(EditionContributionsDocument, { edition: desk.editionUuid, filter: { sectionId: desk.sectionId, standing } });
  return edition?.contributions.edges.some(({ node }) => node.id === id) ?? false;
}

async function setConsent(days: number | null): Promise<string[]> {
  const office = await application().as('office');
  const { processes } = await office.get<{ processes: { edges: { node: { id: string; editions: { edges: unknown[] } } }[] } }>('{ processes(first: 10) { edges { node { id editions(first: 1) { edges { node { id } } } } } } }');
  const process = processes.edges.find(({ node }) => node.editions.edges.length > 0)?.node;
  const { setResponseConsent } = await office.get(SetResponseConsentDocument, { input: { processId: process?.id ?? '', days, idempotencyKey: key() } });
  return codes(setResponseConsent.errors);
}

describe('where a process proposes answers first, an answer', () => {
  beforeAll(async () => expect(await setConsent(7)).toEqual([]));
  afterAll(async () => setConsent(null));

  it('is proposed to the organisation alone, objected to with a reason, changed, accepted, and only then seen by all', async () => {
    const [desk, contributor, welfare, office] = [await newDesk(application()), await application().as('contributor'), await application().as('welfare'), await application().as('office')];
    const question = await submit(contributor, desk);
    await draft(office, question);
    expect(await publish(office, question, 1)).toEqual(['PROPOSE_FIRST']);
    expect(await react(contributor, question)).toEqual(['NOT_PROPOSED']);
    expect([await propose(office, question), await propose(office, question, 2)]).toEqual([[], ['ALREADY_PROPOSED']]);
    expect(await publish(office, question, 2)).toEqual(['PROPOSAL_OPEN']);
    expect(await read(contributor, question)).toMatchObject({ response: null, consent: null, proposal: { mayReact: true, reaction: null, response: { verdict: 'NOT', reasons: 'Dafür ist das Land zuständig.' } } });
    expect(await read(welfare, question)).toMatchObject({ response: null, consent: null, proposal: null });
    expect((await welfare.run(ReactToProposalDocument, reactionTo(question))).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await react(contributor, question, { reason: ' ' })).toEqual(['REASON_REQUIRED']);
    expect(await react(contributor, question)).toEqual([]);
    expect([await isListed(office, desk, question, 'OBJECTED'), await isListed(office, desk, question, 'OPEN'), await isListed(welfare, desk, question, 'OBJECTED')]).toEqual([true, false, false]);
    expect((await read(office, question)).consent).toMatchObject({ days: 7, standing: 'OBJECTED', reactions: [{ isAccepted: false, reason: 'Der Abendkurs fehlt.', isCurrent: true, organisation: { name: expect.any(String) } }] });
    expect(await publish(office, question, 2)).toEqual(['OBJECTED']);
    await draft(office, question, { verdict: 'PARTLY', reasons: 'Abends ab Herbst.', expectedRevision: 2 });
    expect([(await read(contributor, question)).proposal, await react(contributor, question)]).toEqual([null, ['NOT_PROPOSED']]);
    expect(await propose(office, question, 3)).toEqual([]);
    expect([await react(contributor, question, { isAccepted: true }), await react(contributor, question, { isAccepted: true, expectedRevision: 4 })]).toEqual([['STALE_VALUE'], []]);
    expect(await isListed(office, desk, question, 'ACCEPTED')).toBe(true);
    expect(await publish(office, question, 4)).toEqual([]);
    expect(await read(welfare, question)).toMatchObject({ state: 'ANSWERED', response: { verdict: 'PARTLY', despiteObjection: null } });
    expect((await read(office, question)).consent?.reactions.map(({ isAccepted, isCurrent }) => [isAccepted, isCurrent])).toEqual([[true, true], [false, false]]);
  });

  it('that two of the organisation speak to at once has one word; the second sees the first, and can change it until the deadline', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const question = await submit(contributor, desk);
    await draft(office, question);
    await propose(office, question);
    const said = await Promise.all([react(contributor, question, { isAccepted: true }), react(contributor, question)]);
    expect(said.map((list) => list.join()).toSorted()).toEqual(['', 'ALREADY_REACTED']);
    expect((await read(contributor, question)).proposal?.reaction).toMatchObject({ revision: 1 });
    expect(await react(contributor, question, { expectedReaction: 1 })).toEqual([]);
    expect((await read(contributor, question)).proposal?.reaction).toMatchObject({ revision: 2, isAccepted: false });
    await passDeadline(question);
    expect(await react(contributor, question, { isAccepted: true, expectedReaction: 2 })).toEqual(['PROPOSAL_OVER']);
    expect(await isListed(office, desk, question, 'OBJECTED')).toBe(true);
  });

  it('counts as accepted when the deadline has passed without a word; of many those are published, and the others are named', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const [passed, open, objected] = [await submit(contributor, desk), await submit(contributor, desk), await submit(contributor, desk)];
    for (const one of [passed, open, objected]) await draft(office, one);
    await office.get(ProposeResponsesDocument, answersOf([passed, open, objected], 1));
    await react(contributor, objected);
    await passDeadline(passed);
    expect([await isListed(office, desk, passed, 'ACCEPTED'), await isListed(office, desk, open, 'OPEN')]).toEqual([true, true]);
    const waiting = (await contributor.get(OwnContributionsDocument, { whose: 'TO_ACCEPT' })).contributions.edges.map(({ node }) => node.id);
    expect([passed, open, objected].map(({ id }) => waiting.includes(id))).toEqual([false, true, false]);
    const tasks = (await contributor.get(MyWorkDocument, {})).viewer?.work.contributionsToAccept.edges.map(({ node }) => node) ?? [];
    expect([passed, open, objected].map(({ id }) => tasks.find((task) => task.id === id)?.proposal?.until !== undefined)).toEqual([false, true, false]);
    const { publishResponses } = await office.get(PublishResponsesDocument, answersOf([passed, open, objected], 2));
    expect(publishResponses).toMatchObject({ errors: [], contribution: { id: passed.id }, leftOut: [{ contributionUuid: open.uuid, standing: 'OPEN' }, { contributionUuid: objected.uuid, standing: 'OBJECTED' }] });
    expect([(await read(contributor, passed)).state, (await read(contributor, open)).state, (await read(contributor, objected)).state]).toEqual(['ANSWERED', 'SUBMITTED', 'SUBMITTED']);
  });

  it('is published in spite of an objection with a reason only, which stands with it', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const question = await submit(contributor, desk);
    const insist = async (reason: string) => codes((await office.get(PublishDespiteObjectionDocument, { input: { contributionId: question.id, expectedRevision: 2, reason, idempotencyKey: key() } })).publishDespiteObjection.errors);
    await draft(office, question);
    await propose(office, question);
    expect(await insist('Das Geld fehlt.')).toEqual(['NOT_OBJECTED']);
    await react(contributor, question);
    expect([await insist(' '), await insist('Das Geld fehlt.')]).toEqual([['REASON_REQUIRED'], []]);
    expect(await read(contributor, question)).toMatchObject({ state: 'ANSWERED', proposal: null, response: { verdict: 'NOT', despiteObjection: 'Das Geld fehlt.' } });
    expect(await react(contributor, question, { expectedReaction: 1 })).toEqual(['NOT_PROPOSED']);
  });

  it('is told to the organisation with the end of the last day in Germany, an objection to the office; bundling ends it', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const [question, other] = [await submit(contributor, desk), await submit(contributor, desk)];
    await draft(office, question);
    await propose(office, question);
    const told = async (visitor: GraphqlVisitor, kind: string) => (await visitor.get(NotificationsDocument, {})).viewer?.notifications.edges.map(({ node }) => node).filter((one) => one.path.endsWith(question.uuid) && one.kind === kind) ?? [];
    await until(async () => (await told(contributor, 'RESPONSE_PROPOSED')).length === 1, 'she is asked');
    const due = new Date((await told(contributor, 'RESPONSE_PROPOSED'))[0]?.dueAt ?? '');
    expect(new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', timeStyle: 'short' }).format(due)).toBe('23:59');
    await react(contributor, question);
    await until(async () => (await told(office, 'RESPONSE_OBJECTED')).length === 1, 'the office is told');
    await office.get(BundleContributionsDocument, { input: { contributionIds: [question.id, other.id], title: 'Beginn', idempotencyKey: key() } });
    expect([(await read(contributor, question)).proposal, await react(contributor, question, { expectedReaction: 1 })]).toEqual([null, ['NOT_PROPOSED']]);
  });

  it('is proposed for 1 to 60 days', async () => {
    for (const days of [0, 61, -3]) expect(await setConsent(days)).toEqual(['CONSENT_DAYS_INVALID']);
  });
});
