import { describe, expect, it } from '@jest/globals';
import { appendBlocks, newBlockId } from '@konzeptwerkstatt/document-model';
import { pause, until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import {
  AskForAdviceDocument, AssignContributionsDocument, BundleContributionsDocument, ContributionPageDocument, DraftResponseDocument, PublishResponsesDocument, SplitContributionDocument, SubmitContributionDocument, TakeOverMeasureDocument,
  TakeOverWordsDocument, WithdrawContributionDocument, AssignProcessRoleDocument, GiveAdviceDocument, LinkOutcomeDocument, MyWorkDocument, NotificationsDocument, WithdrawAdviceRequestDocument,
} from '../../../libs/web/data/src/generated/graphql.js';
import type { AskForAdviceInput, ContributionFullFragment, DraftResponseInput, SubmitContributionInput } from '../../../libs/web/data/src/generated/graphql.js';
import { key, newDesk, organisationNamed, type Desk } from './desk.js';

const application = useApplication();

const said = (desk: Desk, more: Partial<SubmitContributionInput> = {}): SubmitContributionInput => ({
  editionId: desk.editionId, sectionId: desk.sectionId, kind: 'QUESTION', text: 'Wann beginnt es?', language: 'de', isForOrganisation: true, idempotencyKey: key(), ...more,
});

async function submit(visitor: GraphqlVisitor, input: SubmitContributionInput): Promise<{ id: string; uuid: string }> {
  const { submitContribution } = await visitor.get(SubmitContributionDocument, { input });
  if (!submitContribution.contribution) throw new Error(JSON.stringify(submitContribution.errors));
  return submitContribution.contribution;
}

async function read(visitor: GraphqlVisitor, { uuid }: { uuid: string }): Promise<ContributionFullFragment> {
  const { contribution } = await visitor.get(ContributionPageDocument, { uuid });
  if (!contribution) throw new Error('not visible');
  return contribution;
}

const draftOf = ({ id }: { id: string }, more: Partial<DraftResponseInput> = {}): { input: DraftResponseInput } => ({
  input: { contributionId: id, verdict: 'NOT', reasons: 'Dafür ist das Land zuständig.', expectedRevision: 0, idempotencyKey: key(), ...more },
});
const publicationOf = (contributionId: string, expectedRevision = 1) => ({ input: { responses: [{ contributionId, expectedRevision }], idempotencyKey: key() } });
const publish = (visitor: GraphqlVisitor, contributionId: string, seen?: number) => visitor.get(PublishResponsesDocument, publicationOf(contributionId, seen));
const codes = (errors: readonly { code: string }[]): string[] => errors.map(({ code }) => code);

describe('an answer', () => {
  it('gives reasons where it says no, is seen when it is published, and ends withdrawing', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const question = await submit(contributor, said(desk));
    for (const verdict of ['NOT', 'PARTLY'] as const) {
      expect(codes((await office.get(DraftResponseDocument, draftOf(question, { verdict, reasons: ' ' }))).draftResponse.errors)).toEqual(['REASONS_REQUIRED']);
    }
    expect(codes((await publish(office, question.id)).publishResponses.errors)).toEqual(['NO_DRAFT']);
    await office.get(DraftResponseDocument, draftOf(question));
    expect(await read(contributor, question)).toMatchObject({ state: 'SUBMITTED', response: null, treatment: null });
    await publish(office, question.id);
    expect(await read(contributor, question)).toMatchObject({ state: 'ANSWERED', response: { verdict: 'NOT', reasons: 'Dafür ist das Land zuständig.', contact: { name: expect.any(String) } } });
    expect(codes((await contributor.get(WithdrawContributionDocument, { input: { contributionId: question.id, idempotencyKey: key() } })).withdrawContribution.errors)).toEqual(['NOT_WITHDRAWABLE']);
  });

  it('given by two at once is one: the second sees the first', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const question = await submit(contributor, said(desk));
    const answers = await Promise.all((['NOTED', 'FORWARDED'] as const).map((verdict) => office.get(DraftResponseDocument, draftOf(question, { verdict }))));
    expect(answers.map(({ draftResponse }) => codes(draftResponse.errors).join()).toSorted()).toEqual(['', 'STALE_VALUE']);
    const { treatment } = await read(office, question);
    expect(treatment?.response).toMatchObject({ revision: 1 });
    await office.get(DraftResponseDocument, draftOf(question, { verdict: 'CONSIDERED', expectedRevision: 1 }));
    expect((await read(office, question)).treatment?.response).toMatchObject({ verdict: 'CONSIDERED', revision: 2 });
  });

  it('is published as the publisher saw it, or not at all', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const question = await submit(contributor, said(desk));
    await office.get(DraftResponseDocument, draftOf(question));
    await office.get(DraftResponseDocument, draftOf(question, { verdict: 'NOTED', expectedRevision: 1 }));
    expect((await publish(office, question.id, 1)).publishResponses.errors).toMatchObject([{ code: 'STALE_VALUE', path: ['responses'] }]);
    expect(await read(contributor, question)).toMatchObject({ state: 'SUBMITTED', response: null });
    expect((await publish(office, question.id, 2)).publishResponses.errors).toEqual([]);
    expect(await read(contributor, question)).toMatchObject({ state: 'ANSWERED', response: { verdict: 'NOTED' } });
  });

  it('to a bundle is given only by who may answer everything in it', async () => {
    const [office, contributor, reviewer] = [await application().as('office'), await application().as('contributor'), await application().as('reviewer')];
    const [own, other] = [await newDesk(application()), await newDesk(application())];
    const { edition } = await office.get<{ edition: { process: { id: string } } }>('query ($uuid: String!) { edition(uuid: $uuid) { process { id } } }', { uuid: own.editionUuid });
    const { id: organisationId } = await organisationNamed(office, 'Migrantenbeirat');
    await office.get(AssignProcessRoleDocument, { input: { processId: edition.process.id, organisationId, role: 'EDITOR', sectionIds: [own.sectionId], idempotencyKey: key() } });
    const [alone, one, two] = [await submit(contributor, said(own)), await submit(contributor, said(own)), await submit(contributor, said(other))];
    await until(async () => (await reviewer.get<{ contribution: { mayAnswer: boolean } }>('query ($uuid: String!) { contribution(uuid: $uuid) { mayAnswer } }', { uuid: alone.uuid })).contribution.mayAnswer, 'she answers her section');
    expect((await reviewer.get(DraftResponseDocument, draftOf(alone))).draftResponse.errors).toEqual([]);
    expect((await publish(reviewer, alone.id)).publishResponses.errors).toEqual([]);
    await office.get(BundleContributionsDocument, { input: { contributionIds: [one.id, two.id], title: 'Beides', idempotencyKey: key() } });
    expect((await reviewer.run(DraftResponseDocument, draftOf(one))).errors[0]?.extensions.code).toBe('FORBIDDEN');
    await office.get(DraftResponseDocument, draftOf(one));
    expect((await reviewer.run(PublishResponsesDocument, publicationOf(one.id))).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await read(contributor, two)).state).toBe('SUBMITTED');
  });

  it('to a bundle is the answer to all of it, and each keeps its words', async () => {
    const [desk, contributor, welfare, office] = [await newDesk(application()), await application().as('contributor'), await application().as('welfare'), await application().as('office')];
    const [one, other] = [await submit(contributor, said(desk, { text: 'Mehr Kurse!' })), await submit(welfare, said(desk, { text: 'Es fehlen Kurse.' }))];
    const input = { contributionIds: [one.id, other.id], title: 'Mehr Kurse', idempotencyKey: key() };
    expect(codes((await office.get(BundleContributionsDocument, { input: { ...input, contributionIds: [one.id], idempotencyKey: key() } })).bundleContributions.errors)).toEqual(['SEVERAL_REQUIRED']);
    expect((await office.get(BundleContributionsDocument, { input })).bundleContributions.errors).toEqual([]);
    expect((await read(office, one)).treatment).toMatchObject({ bundleTitle: 'Mehr Kurse', bundledWith: [{ uuid: other.uuid, text: 'Es fehlen Kurse.' }] });
    await office.get(DraftResponseDocument, draftOf(one, { verdict: 'CONSIDERED', reasons: '' }));
    await publish(office, other.id);
    expect(await read(contributor, one)).toMatchObject({ state: 'ANSWERED', text: 'Mehr Kurse!', response: { verdict: 'CONSIDERED' } });
    expect(await read(welfare, other)).toMatchObject({ state: 'ANSWERED', text: 'Es fehlen Kurse.', response: { verdict: 'CONSIDERED' } });
  });

  it('to the parts of a contribution is the answer to the whole once all parts have one', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const whole = await submit(contributor, said(desk, { text: 'Mehr Kurse.\n\nUnd abends.' }));
    await office.get(SplitContributionDocument, { input: { contributionId: whole.id, parts: ['Mehr Kurse.', 'Und abends.'], idempotencyKey: key() } });
    const { parts } = await read(office, whole);
    expect(parts.map(({ text }) => text)).toEqual(['Mehr Kurse.', 'Und abends.']);
    expect(parts.map(({ part }) => part)).toMatchObject([{ wholeUuid: whole.uuid, number: 1, count: 2 }, { wholeUuid: whole.uuid, number: 2, count: 2 }]);
    expect((await read(office, whole)).part).toBeNull();
    for (const [index, part] of parts.entries()) {
      expect((await read(contributor, whole)).state).toBe('SUBMITTED');
      await office.get(DraftResponseDocument, draftOf(part, { verdict: index === 0 ? 'CONSIDERED' : 'NOT' }));
      await publish(office, part.id);
    }
    expect(await read(contributor, whole)).toMatchObject({ state: 'ANSWERED', text: 'Mehr Kurse.\n\nUnd abends.', parts: [{ response: { verdict: 'CONSIDERED' } }, { response: { verdict: 'NOT' } }] });
  });

  it('is no longer asked for the parts of what was taken back', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const whole = await submit(contributor, said(desk));
    await office.get(SplitContributionDocument, { input: { contributionId: whole.id, parts: ['Eins.', 'Zwei.'], idempotencyKey: key() } });
    const { parts: [part] } = await read(office, whole);
    if (part === undefined) throw new Error('no part');
    await contributor.get(WithdrawContributionDocument, { input: { contributionId: whole.id, idempotencyKey: key() } });
    expect((await office.get(ContributionPageDocument, { uuid: part.uuid })).contribution).toBeNull();
    expect((await office.run(DraftResponseDocument, draftOf(part))).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await read(contributor, whole)).parts.map(({ state }) => state)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  });

  it('is asked of an office, of the same municipality only', async () => {
    const [desk, contributor, office, foreign] = [await newDesk(application()), await application().as('contributor'), await application().as('office'), await application().as('foreignOffice')];
    const question = await submit(contributor, said(desk));
    const organisationOf = async (visitor: GraphqlVisitor): Promise<string> => (await visitor.get<{ viewer: { actingOrganisation: { id: string } } }>('{ viewer { actingOrganisation { id } } }')).viewer.actingOrganisation.id;
    const assign = async (organisationId: string, answerBy = '2099-03-01') => office.get(AssignContributionsDocument, { input: { contributionIds: [question.id], organisationId, answerBy, idempotencyKey: key() } });
    expect(codes((await assign(await organisationOf(foreign))).assignContributions.errors)).toEqual(['UNKNOWN_ORGANISATION']);
    expect(codes((await assign(await organisationOf(office), '2026-01-01')).assignContributions.errors)).toEqual(['DEADLINE_INVALID']);
    await assign(await organisationOf(office));
    expect((await read(office, question)).treatment).toMatchObject({ answerBy: '2099-03-01', assignedTo: { id: await organisationOf(office) } });
  });
});

describe('what is taken over', () => {
  it('puts the proposed words into the passage in one step, keeps what others typed, and is tied to the contribution', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const writer = await application().join(office, desk.documentId);
    appendBlocks(writer.doc, [{ type: 'paragraph', id: newBlockId(), text: 'Viele Menschen leben gern in der Stadt.' }]);
    let proposal = { id: '', uuid: '' };
    const passage = { quote: 'Menschen leben gern in der Stadt', before: 'Viele ' };
    await until(async () => {
      const { submitContribution } = await contributor.get(SubmitContributionDocument, { input: said(desk, { kind: 'PROPOSAL', text: '', passage, replacement: 'Menschen leben gern in Stadt und Umland' }) });
      proposal = submitContribution.contribution ?? proposal;
      return proposal.id !== '';
    }, 'the words are committed');
    const take = (words: string) => office.get(TakeOverWordsDocument, { input: { sectionId: desk.sectionId, words, before: 'Viele ', replacement: 'Menschen leben gern in Stadt und Umland', origin: { kind: 'participation.contribution', uuid: proposal.uuid }, idempotencyKey: key() } });
    expect(codes((await take('Leute leben gern')).takeOverWords.errors)).toEqual(['WORDS_GONE']);
    expect((await take('a'.repeat(2_001))).takeOverWords.errors).toMatchObject([{ code: 'TEXT_TOO_LONG', path: ['words'] }]);
    expect((await take(passage.quote)).takeOverWords.errors).toEqual([]);
    expect(codes((await take(passage.quote)).takeOverWords.errors)).toEqual(['WORDS_GONE']);
    const text = await office.get<{ section: { readingHtml: string } }>('query ($uuid: String!) { section(uuid: $uuid) { readingHtml } }', { uuid: desk.sectionUuid });
    expect(text.section.readingHtml).toContain('Viele Menschen leben gern in Stadt und Umland.');
    await until(async () => (await read(office, proposal)).outcomes.length === 1, 'the outcome is linked');
    expect((await read(office, proposal)).outcomes).toMatchObject([{ kind: 'passage', section: { id: desk.sectionId } }]);
  });

  it('counts for an answered contribution only from who may answer it', async () => {
    const [desk, contributor, welfare, office] = [await newDesk(application()), await application().as('contributor'), await application().as('welfare'), await application().as('office')];
    const idea = await submit(welfare, said(desk, { kind: 'NEW_MEASURE', title: 'Lesepaten', text: 'In jeder Schule.' }));
    await office.get(DraftResponseDocument, draftOf(idea));
    await publish(office, idea.id);
    const take = (visitor: GraphqlVisitor, title: string) => visitor.get(TakeOverMeasureDocument, { input: { sectionId: desk.sectionId, title, description: '', origin: { kind: 'participation.contribution', uuid: idea.uuid }, idempotencyKey: key() } });
    expect((await take(contributor, 'Behauptet')).addMeasure.errors).toEqual([]);
    await take(office, 'Übernommen');
    await until(async () => (await read(office, idea)).outcomes.length > 0, 'the office’s is linked');
    await pause(300);
    expect((await read(office, idea)).outcomes.map(({ measure }) => measure?.title)).toEqual(['Übernommen']);
  });

  it('makes a proposed measure one of the concept, and shows its status to whoever proposed it once she is answered', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const idea = await submit(contributor, said(desk, { kind: 'NEW_MEASURE', title: 'Lesepaten', text: 'In jeder Schule.' }));
    const origin = { kind: 'participation.contribution', uuid: idea.uuid };
    const { addMeasure } = await office.get(TakeOverMeasureDocument, { input: { sectionId: desk.sectionId, title: 'Lesepaten', description: 'In jeder Schule.', origin, idempotencyKey: key() } });
    await until(async () => (await read(office, idea)).outcomes.length === 1, 'the outcome is linked');
    expect((await read(contributor, idea)).outcomes).toEqual([]);
    await office.get(DraftResponseDocument, draftOf(idea, { verdict: 'CONSIDERED', reasons: '' }));
    await publish(office, idea.id);
    await office.get('mutation ($input: SetMeasureStatusInput!) { setMeasureStatus(input: $input) { errors { code } } }', { input: { measureId: addMeasure.measure?.id, status: 'RUNNING', expected: null, idempotencyKey: key() } });
    expect((await read(contributor, idea)).outcomes).toMatchObject([{ kind: 'measure', measure: { title: 'Lesepaten', status: 'RUNNING' } }]);
  });
});

describe('the passage a contribution is about', () => {
  it('is tied to it where the text was changed by hand, and nothing of another text is', async () => {
    const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
    const writer = await application().join(office, desk.documentId);
    const blockId = newBlockId();
    appendBlocks(writer.doc, [{ type: 'paragraph', id: blockId, text: 'Kurse am Vormittag' }]);
    let question = { id: '', uuid: '' };
    await until(async () => {
      const { submitContribution } = await contributor.get(SubmitContributionDocument, { input: said(desk, { kind: 'OBJECTION', passage: { quote: 'am Vormittag', before: 'Kurse ', blockId } }) });
      question = submitContribution.contribution ?? question;
      return question.id !== '';
    }, 'the words are committed');
    const link = (block: string) => office.get(LinkOutcomeDocument, { input: { contributionId: question.id, blockId: block, idempotencyKey: key() } });
    expect((await link(newBlockId())).linkOutcome.errors).toMatchObject([{ code: 'UNKNOWN_OBJECT', path: ['blockId'] }]);
    expect((await link(blockId)).linkOutcome.errors).toEqual([]);
    await office.get(DraftResponseDocument, draftOf(question, { verdict: 'CONSIDERED', reasons: '' }));
    await publish(office, question.id);
    expect((await read(contributor, question)).outcomes).toMatchObject([{ kind: 'passage', blockId, section: { uuid: desk.sectionUuid } }]);
  });
});

it('an answer that is written while somebody bundles what it answers is not laid where nobody looks for it', async () => {
  const [desk, contributor, office] = [await newDesk(application()), await application().as('contributor'), await application().as('office')];
  const question = await submit(contributor, said(desk));
  const [{ pool }, bundleId] = [application().database, key()];
  const draft = async () => codes((await office.get(DraftResponseDocument, draftOf(question))).draftResponse.errors);
  const other = await pool.connect();
  try {
    await other.query('BEGIN');
    await other.query("INSERT INTO contribution_bundles (id, municipality_id, edition_id, title) SELECT $1, municipality_id, edition_id, 'Zusammen' FROM contributions WHERE id = $2", [bundleId, question.uuid]);
    await other.query('UPDATE contributions SET bundle_id = $1 WHERE id = $2', [bundleId, question.uuid]);
    const drafting = draft();
    await until(async () => (await pool.query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%contributions%FOR UPDATE%'")).rowCount === 1, 'who answers waits for who bundles');
    await other.query('COMMIT');
    expect([await drafting, await draft()]).toEqual([['BUNDLED_MEANWHILE'], []]);
  } finally {
    other.release();
  }
});

describe('advice', () => {
  const ask = async (visitor: GraphqlVisitor, { id: contributionId }: { id: string }, organisationId: string, more: Partial<AskForAdviceInput> = {}) =>
    codes((await visitor.get(AskForAdviceDocument, { input: { contributionId, organisationId, question: 'Geht das auch samstags?', language: 'de', idempotencyKey: key(), ...more } })).askForAdvice.errors);
  const give = async (visitor: GraphqlVisitor, adviceId: string, advice: string, expectedRevision = 0) =>
    codes((await visitor.get(GiveAdviceDocument, { input: { adviceId, advice, language: 'ar', expectedRevision, idempotencyKey: key() } })).giveAdvice.errors);
  const told = async (visitor: GraphqlVisitor, { uuid }: { uuid: string }, kind: string) => (await visitor.get(NotificationsDocument, {})).viewer?.notifications.edges.filter(({ node }) => node.kind === kind && node.path.endsWith(uuid)).length;

  it('is asked of another organisation, waits among its tasks, and is seen by it and by those who answer alone', async () => {
    const [desk, contributor, welfare, office] = [await newDesk(application()), await application().as('contributor'), await application().as('welfare'), await application().as('office')];
    const question = await submit(contributor, said(desk));
    const { id: organisationId } = await organisationNamed(office, (await welfare.get<{ viewer: { actingOrganisation: { name: string } } }>('{ viewer { actingOrganisation { name } } }')).viewer.actingOrganisation.name);
    expect([await ask(office, question, organisationId, { dueOn: '2020-01-01', question: ' ' }), await ask(office, question, organisationId, { dueOn: '2099-01-31' }), await ask(office, question, organisationId)])
      .toEqual([['TEXT_REQUIRED', 'DEADLINE_INVALID'], [], ['ALREADY_ASKED']]);
    await until(async () => (await told(welfare, question, 'ADVICE_REQUESTED')) === 1, 'they are told');
    const waiting = async () => (await welfare.get(MyWorkDocument, {})).viewer?.work.contributionsToAdvise.edges.map(({ node }) => node.uuid);
    expect(await waiting()).toContain(question.uuid);
    const [asked] = (await read(welfare, question)).advices;
    expect(asked).toMatchObject({ question: 'Geht das auch samstags?', dueOn: '2099-01-31', mayGive: true, revision: 0, advice: null });
    expect((await read(contributor, question)).advices).toEqual([]);
    const adviceId = asked?.id ?? '';
    expect(await give(welfare, adviceId, 'نعم')).toEqual([]);
    expect(await waiting()).not.toContain(question.uuid);
    await until(async () => (await told(office, question, 'ADVICE_GIVEN')) === 1, 'who asked is told');
    // Of two colleagues the second sees the first.
    expect([await give(welfare, adviceId, 'Nein'), await give(welfare, adviceId, 'نعم، صباحًا', 1)]).toEqual([['STALE_VALUE'], []]);
    expect((await read(office, question)).advices).toMatchObject([{ advice: 'نعم، صباحًا', adviceLanguage: 'ar', mayGive: false, revision: 2 }]);
    expect((await read(contributor, question)).advices).toEqual([]);
    expect(codes((await office.get(WithdrawAdviceRequestDocument, { input: { adviceId, idempotencyKey: key() } })).withdrawAdviceRequest.errors)).toEqual(['ADVICE_GIVEN']);
    await office.get(DraftResponseDocument, draftOf(question));
    await publish(office, question.id);
    expect([await give(welfare, adviceId, 'Zu spät', 2), await ask(office, question, organisationId)]).toEqual([['ADVICE_OVER'], ['ADVICE_OVER']]);
  });

  it('is not asked of those who may not read what it is about, and a question can be taken back', async () => {
    const [desk, contributor, welfare, office] = [await newDesk(application()), await application().as('contributor'), await application().as('welfare'), await application().as('office')];
    const question = await submit(contributor, said(desk));
    const outside = key();
    await application().database.pool.query("INSERT INTO organisations (id, municipality_id, kind, name) SELECT $1, id, 'business', 'Kammer am Rand' FROM municipalities WHERE ags = '14713000'", [outside]);
    expect(await ask(office, question, (await organisationNamed(office, 'Kammer am Rand')).id)).toEqual(['ADVISER_MAY_NOT_READ']);
    const { id: organisationId } = await organisationNamed(office, (await welfare.get<{ viewer: { actingOrganisation: { name: string } } }>('{ viewer { actingOrganisation { name } } }')).viewer.actingOrganisation.name);
    await ask(office, question, organisationId);
    const adviceId = (await read(office, question)).advices[0]?.id ?? '';
    expect((await contributor.run(GiveAdviceDocument, { input: { adviceId, advice: 'Ich weiß es.', language: 'de', expectedRevision: 0, idempotencyKey: key() } })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const withdrawal = { input: { adviceId, idempotencyKey: key() } };
    // The second time, as after a lost answer.
    for (let time = 1; time <= 2; time++) expect(codes((await office.get(WithdrawAdviceRequestDocument, withdrawal)).withdrawAdviceRequest.errors)).toEqual([]);
    expect((await read(welfare, question)).advices).toEqual([]);
    expect((await welfare.run(GiveAdviceDocument, { input: { adviceId, advice: 'Noch etwas.', language: 'de', expectedRevision: 0, idempotencyKey: key() } })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
