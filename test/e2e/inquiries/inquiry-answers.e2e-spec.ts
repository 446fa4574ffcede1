import { describe, expect, it } from '@jest/globals';
import { until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import {
  AddInquiryLineDocument, CloseInquiryDocument, EditionBeforeAdoptionDocument, ConfirmInquiryLinesDocument, CreateInquiryDocument, EditionContributionsDocument, InquiryReceiptDocument, InquiryRequestPageDocument, InquirySheetDocument, InquirySheetPreviewDocument, MeasureTableDocument, RemoveInquiryLineDocument,
  SaveInquiryAnswersDocument, SetContributionReleaseDocument, type InquiryRequestFullFragment, type MeasureRowFragment,
} from '../../../libs/web/data/src/generated/graphql.js';
import writeXlsxFile from 'write-excel-file/node';
import { addMeasure, newDesk } from '../journeys/desk.js';
import { codes, InquiryTester, key } from './inquiry-desk.js';

const application = useApplication();
const tester = (): InquiryTester => new InquiryTester(application());

/** What a link shows; must be there. */
async function asked(token: string): Promise<InquiryRequestFullFragment> {
  const [request] = await tester().desk(token);
  if (!request) throw new Error('nothing is asked');
  return request;
}

async function measures(count: number): Promise<MeasureRowFragment[]> {
  const [desk, office] = [await newDesk(application()), await tester().office()];
  const made: MeasureRowFragment[] = [];
  for (let number = 1; number <= count; number += 1) made.push(await addMeasure(office, desk, `Maßnahme ${number}`));
  return made;
}

const confirmAll = async (requestId: string, token: string): Promise<string[]> =>
  codes((await application().nobody().get(ConfirmInquiryLinesDocument, { input: { requestId, token, lineIds: null, isUnchanged: true, idempotencyKey: key() } })).confirmInquiryLines.errors);

describe('answering together', () => {
  it('shows the second what the first has written, and overwrites nothing', async () => {
    const [organisation, nobody] = [await tester().organisation(), application().nobody()];
    await tester().ask([organisation.id]);
    const token = await tester().tokenFor(organisation.mailbox);
    const seen = await asked(token);
    expect(codes((await tester().save(nobody, seen, { consent: 'object' }, token)).errors)).toEqual([]);
    const { errors } = await tester().save(nobody, seen, { consent: 'agree' }, token);
    // Whoever sends the same again, because the answer got lost, overwrites nothing either.
    expect(codes((await tester().save(nobody, seen, { consent: 'object' }, token)).errors)).toEqual([]);
    expect(errors).toMatchObject([{ code: 'STALE_VALUE', path: ['answers', '0', 'value'], currentValue: 'object' }]);
    expect((await asked(token)).lines[0]?.answers).toMatchObject([{ value: 'object', revision: 1 }]);
  });

  it('wants a reason with an objection, and keeps markup as the words it is', async () => {
    const [organisation, nobody] = [await tester().organisation(), application().nobody()];
    await tester().ask([organisation.id]);
    const token = await tester().tokenFor(organisation.mailbox);
    const request = await asked(token);
    await tester().save(nobody, request, { consent: 'object' }, token);
    expect((await tester().handIn(nobody, request.id, token)).errors).toMatchObject([{ code: 'REASON_REQUIRED', path: ['lines', request.lines[0]?.uuid, 'reason'] }]);
    await tester().save(nobody, request, { reason: '<script>alert(1)</script>' }, token);
    const { request: handedIn } = await tester().handIn(nobody, request.id, token);
    expect(handedIn?.submittedLines[0]?.answers).toContainEqual({ questionKey: 'reason', value: '<script>alert(1)</script>' });
  });

  it.each([[{ consent: 'vielleicht' }, 'VALUE_INVALID'], [{ reason: 'x'.repeat(5_001) }, 'ANSWER_TOO_LONG'], [{ gibtEsNicht: 'x' }, 'UNKNOWN_QUESTION']])('refuses %j and keeps the rest', async (values, code) => {
    const organisation = await tester().organisation();
    await tester().ask([organisation.id]);
    const token = await tester().tokenFor(organisation.mailbox);
    expect(codes((await tester().save(application().nobody(), await asked(token), values, token)).errors)).toEqual([code]);
  });

  it('refuses a paste of two megabytes without reading it', async () => {
    const organisation = await tester().organisation();
    await tester().ask([organisation.id]);
    const token = await tester().tokenFor(organisation.mailbox);
    await expect(tester().save(application().nobody(), await asked(token), { reason: 'x'.repeat(2_000_000) }, token)).rejects.toThrow(/PAYLOAD_TOO_LARGE/);
  });

  it('ends with the inquiry', async () => {
    const organisation = await tester().organisation();
    const inquiry = await tester().ask([organisation.id]);
    const token = await tester().tokenFor(organisation.mailbox);
    const request = await asked(token);
    await (await tester().office()).get(CloseInquiryDocument, { input: { inquiryId: inquiry.id, idempotencyKey: key() } });
    expect(codes((await tester().save(application().nobody(), request, { consent: 'agree' }, token)).errors)).toEqual(['INQUIRY_CLOSED']);
  });
});

describe('the yearly progress', () => {
  it('begins with the last answers, of which one word says that they still hold', async () => {
    const [organisation, nobody, known] = [await tester().organisation(), application().nobody(), await measures(3)];
    const about = { kind: 'PROGRESS', measureIds: known.map(({ id }) => id) } as const;
    await tester().ask([organisation.id], about);
    const token = await tester().tokenFor(organisation.mailbox);
    const first = await asked(token);
    expect(first.lines.map(({ title }) => title)).toEqual(['Maßnahme 1', 'Maßnahme 2', 'Maßnahme 3']);
    for (const at of [0, 1, 2]) await tester().save(nobody, first, { status: 'running', done: `Stand ${at}` }, token, at);
    expect(codes((await tester().handIn(nobody, first.id, token)).errors)).toEqual([]);

    await tester().passDays(organisation, 8);
    await tester().ask([organisation.id], about);
    const next = (await tester().desk(await tester().tokenFor(organisation.mailbox, 2)))[0];
    const later = await tester().tokenFor(organisation.mailbox, 2);
    if (!next) throw new Error('nothing is asked');
    expect(next.lines.map(({ isUntouched, answers }) => [isUntouched, answers.find(({ questionKey }) => questionKey === 'done')?.value])).toEqual([[true, 'Stand 0'], [true, 'Stand 1'], [true, 'Stand 2']]);
    expect(codes((await tester().handIn(nobody, next.id, later)).errors)).toEqual(['LINE_OPEN', 'LINE_OPEN', 'LINE_OPEN']);
    await tester().save(nobody, next, { status: 'dropped' }, later);
    expect(await confirmAll(next.id, later)).toEqual([]);
    expect(codes((await tester().handIn(nobody, next.id, later)).errors)).toEqual(['REASON_REQUIRED']);
    await tester().save(nobody, next, { reason: 'Kein Geld' }, later);
    const { request } = await tester().handIn(nobody, next.id, later);
    expect(request?.submittedLines.map(({ isUnchanged }) => isUnchanged)).toEqual([false, true, true]);
  });

  it('is handed in as far as it is there, and what nobody has begun is still waited for', async () => {
    const [organisation, nobody, known] = [await tester().organisation(), application().nobody(), await measures(3)];
    const inquiry = await tester().ask([organisation.id], { kind: 'PROGRESS', measureIds: known.map(({ id }) => id) });
    const token = await tester().tokenFor(organisation.mailbox);
    const request = await asked(token);
    const inPart = (): ReturnType<InquiryTester['handIn']> => tester().handIn(nobody, request.id, token, true);
    expect(codes((await inPart()).errors)).toEqual(['ANSWER_REQUIRED', 'ANSWER_REQUIRED', 'ANSWER_REQUIRED']);
    await tester().save(nobody, request, { status: 'dropped' }, token, 1);
    expect((await inPart()).errors).toMatchObject([{ code: 'REASON_REQUIRED', path: ['lines', request.lines[1]?.uuid, 'reason'] }]);
    await tester().save(nobody, request, { reason: 'Kein Geld' }, token, 1);
    const { request: given, errors } = await inPart();
    expect([errors, given?.submittedLines.map(({ title }) => title), given?.handedInAt, given?.lines.map(({ isBegun }) => isBegun)]).toEqual([[], ['Maßnahme 2'], null, [false, true, false]]);
    expect((await tester().page(inquiry.uuid)).recipients).toMatchObject([{ state: 'OPENED', handedInAt: null, submittedLineCount: 1 }]);
    const statuses = 'SELECT measure_id FROM measure_progress WHERE inquiry_id = $1';
    await until(async () => (await application().database.pool.query(statuses, [inquiry.uuid])).rowCount === 1, 'what was handed in counts');

    for (const at of [0, 2]) await tester().save(nobody, request, { status: 'running' }, token, at);
    expect(codes((await tester().handIn(nobody, request.id, token)).errors)).toEqual([]);
    expect((await tester().page(inquiry.uuid)).recipients).toMatchObject([{ state: 'RELEASED', submittedLineCount: 3 }]);
  });

  it('is how far a measure is from then on, each round for itself, and for nobody who only reads', async () => {
    const [organisation, nobody, desk, office] = [await tester().organisation(), application().nobody(), await newDesk(application()), await tester().office()];
    const made = [await addMeasure(office, desk, 'Erste'), await addMeasure(office, desk, 'Zweite')];
    const reportOf = async (visitor: GraphqlVisitor): Promise<unknown> => {
      const text = `query ($uuid: String!, $filter: StandingFilterInput) { edition(uuid: $uuid) { standing(filter: $filter) {
        all { total counts { status count } } reported bySection { tally { total } section { uuid } } byLead { tally { total } organisation { id } } measures { edges { node { status measure { title progress { status done reached organisation { id } } } } } } } } }`;
      const { edition } = await visitor.get<{ edition: { standing: { all: { total: number; counts: { status: string | null; count: number }[] }; reported: number; measures: { edges: { node: unknown }[] } } } }, object>(text, { uuid: desk.editionUuid, filter: { sectionIds: [desk.sectionId] } });
      const { all, reported, measures: list } = edition.standing;
      return { total: all.total, counted: all.counts.filter(({ count }) => count > 0), reported, measures: list.edges.map(({ node }) => node) };
    };
    const untold = (title: string) => ({ status: null, measure: { title, progress: [] } });
    expect(await reportOf(office)).toEqual({ total: 2, counted: [{ status: null, count: 2 }], reported: 0, measures: [untold('Erste'), untold('Zweite')] });

    const about = { kind: 'PROGRESS', measureIds: made.map(({ id }) => id) } as const;
    const answer = async (mail: number, values: readonly Record<string, string>[]): Promise<void> => {
      await tester().ask([organisation.id], about);
      const token = await tester().tokenFor(organisation.mailbox, mail);
      const request = await asked(token);
      for (const [at, value] of values.entries()) await tester().save(nobody, request, value, token, at);
      expect(codes((await tester().handIn(nobody, request.id, token)).errors)).toEqual([]);
    };
    await answer(1, [{ status: 'running', done: 'Begonnen', reached: '12' }, { status: 'planned' }]);
    await tester().passDays(organisation, 8);
    await answer(2, [{ status: 'done', done: 'Fertig', reached: '30' }, { status: 'running' }]);
    const by = { id: organisation.id };
    const told = { total: 2, counted: [{ status: 'RUNNING', count: 1 }, { status: 'DONE', count: 1 }], reported: 2, measures: [
      { status: 'DONE', measure: { title: 'Erste', progress: [{ status: 'DONE', done: 'Fertig', reached: '30', organisation: by }, { status: 'RUNNING', done: 'Begonnen', reached: '12', organisation: by }] } },
      { status: 'RUNNING', measure: { title: 'Zweite', progress: [{ status: 'RUNNING', done: null, reached: null, organisation: by }, { status: 'PLANNED', done: null, reached: null, organisation: by }] } },
    ] };
    await until(async () => JSON.stringify(await reportOf(office)) === JSON.stringify(told), 'both rounds are told');
    expect(await reportOf(office)).toEqual(told);
  });
});

describe('what answers lead to', () => {
  const tableOf = async (editionUuid: string, measureId: string, visitor?: GraphqlVisitor): Promise<{ role: string; reason: string | null; organisation: { id: string } }[]> => {
    const text = 'query ($uuid: String!) { edition(uuid: $uuid) { measures(first: 100) { edges { node { id partyAnswers { role reason organisation { id } } } } } } }';
    const { edition } = await (visitor ?? (await tester().office())).get<{ edition: { measures: { edges: { node: { id: string; partyAnswers: { role: string; reason: string | null; organisation: { id: string } }[] } }[] } } }, object>(text, { uuid: editionUuid });
    return edition.measures.edges.find(({ node }) => node.id === measureId)?.node.partyAnswers ?? [];
  };

  it('of lead and partners stands at the measure, and a correction takes its place', async () => {
    const [organisation, nobody, desk, office] = [await tester().organisation(), application().nobody(), await newDesk(application()), await tester().office()];
    const measure = await addMeasure(office, desk, 'Gemeinsam');
    await tester().ask([organisation.id], { kind: 'RESPONSIBILITY', measureIds: [measure.id] });
    const token = await tester().tokenFor(organisation.mailbox);
    await tester().save(nobody, await asked(token), { role: 'none', reason: 'Kein Personal' }, token);
    await tester().handIn(nobody, (await asked(token)).id, token);
    await until(async () => (await tableOf(desk.editionUuid, measure.id)).length === 1, 'the word is noted');
    expect(await tableOf(desk.editionUuid, measure.id)).toMatchObject([{ role: 'none', reason: 'Kein Personal', organisation: { id: organisation.id } }]);
    await tester().save(nobody, await asked(token), { role: 'partner', reason: '' }, token);
    expect((await asked(token)).hasUnsentChanges).toBe(true);
    await tester().handIn(nobody, (await asked(token)).id, token);
    await until(async () => (await tableOf(desk.editionUuid, measure.id))[0]?.role === 'partner', 'the correction is noted');
    const { edition } = await office.get(MeasureTableDocument, { uuid: desk.editionUuid, filter: { sectionIds: [desk.sectionId] } });
    expect(edition?.measures.edges[0]?.node.lead).toBeNull();
  });

  it('is what the measure says of a party: proposed until it has said yes itself, in table, reading view and file', async () => {
    const [organisation, stranger, nobody, desk, office] = [await tester().organisation(), await tester().organisation(), application().nobody(), await newDesk(application()), await tester().office()];
    const measure = await addMeasure(office, desk, 'Mit Zusage');
    const partner = 'mutation ($input: AddMeasurePartnerInput!) { addMeasurePartner(input: $input) { errors { code } } }';
    for (const { id } of [organisation, stranger]) await office.get(partner, { input: { measureId: measure.id, organisationId: id, idempotencyKey: key() } });
    const stateOf = async ({ id }: { readonly id: string }): Promise<string | undefined> => {
      const { edition } = await office.get(MeasureTableDocument, { uuid: desk.editionUuid, filter: { sectionIds: [desk.sectionId] } });
      return edition?.measures.edges[0]?.node.parties.find((party) => party.organisation?.id === id)?.state;
    };
    const reading = async (): Promise<string> => (await office.get<{ section: { readingHtml: string } }>('query ($uuid: String!) { section(uuid: $uuid) { readingHtml } }', { uuid: desk.sectionUuid })).section.readingHtml;
    expect([await stateOf(organisation), await stateOf(stranger)]).toEqual(['PROPOSED', 'PROPOSED']);
    expect((await reading()).match(/\(vorgeschlagen\)/g)).toHaveLength(2);
    await tester().ask([organisation.id], { kind: 'RESPONSIBILITY', measureIds: [measure.id] });
    const token = await tester().tokenFor(organisation.mailbox);
    const answer = async (values: Readonly<Record<string, string>>, state: string): Promise<void> => {
      await tester().save(nobody, await asked(token), values, token);
      await tester().handIn(nobody, (await asked(token)).id, token);
      await until(async () => (await stateOf(organisation)) === state, `it stands as ${state}`);
    };
    await answer({ role: 'none', reason: 'Kein Personal' }, 'DECLINED');
    expect(await reading()).toContain('(abgesagt)');
    expect(await reading()).not.toContain('Kein Personal');
    const { edition: before } = await office.get(EditionBeforeAdoptionDocument, { uuid: desk.editionUuid });
    expect(before?.unconfirmedMeasures.find((open) => open.measure.id === measure.id)?.parties.map(({ state }) => state).toSorted()).toEqual(['DECLINED', 'PROPOSED']);
    await answer({ role: 'partner', reason: '', reservation: 'Wenn der Haushalt es hergibt' }, 'RESERVED');
    await answer({ role: 'partner', reservation: '' }, 'CONFIRMED');
    // Nobody answers for another.
    expect(await stateOf(stranger)).toBe('PROPOSED');
  });

  it('is for those who take part, not for whoever reads a published concept from elsewhere', async () => {
    const [organisation, nobody, desk, office] = [await tester().organisation(), application().nobody(), await newDesk(application()), await tester().office()];
    const measure = await addMeasure(office, desk, 'Öffentlich');
    await tester().ask([organisation.id], { kind: 'RESPONSIBILITY', measureIds: [measure.id] });
    const token = await tester().tokenFor(organisation.mailbox);
    await tester().save(nobody, await asked(token), { role: 'none', reason: 'Kein Geld im Amt' }, token);
    await tester().handIn(nobody, (await asked(token)).id, token);
    await until(async () => (await tableOf(desk.editionUuid, measure.id)).length === 1, 'the word is noted');
    const { pool } = application().database;
    await pool.query("UPDATE editions SET visibility = 'published' WHERE id = $1", [desk.editionUuid]);
    try {
      const seen = await Promise.all([nobody, application().as('foreignOffice'), application().as('reviewer')].map(async (visitor) => (await tableOf(desk.editionUuid, measure.id, await visitor)).length));
      expect(seen).toEqual([0, 0, 1]);
    } finally {
      await pool.query("UPDATE editions SET visibility = 'participants' WHERE id = $1", [desk.editionUuid]);
    }
  });

  it('is of what was released last, also while a correction waits for its release', async () => {
    const [organisation, nobody, desk, office] = [await tester().organisation(), application().nobody(), await newDesk(application()), await tester().office()];
    const measure = await addMeasure(office, desk, 'Wartet');
    const inquiry = await tester().ask([organisation.id], { kind: 'RESPONSIBILITY', measureIds: [measure.id] });
    const token = await tester().tokenFor(organisation.mailbox);
    const answer = async (role: string): Promise<void> => {
      await tester().save(nobody, await asked(token), { role }, token);
      expect(codes((await tester().handIn(nobody, (await asked(token)).id, token)).errors)).toEqual([]);
    };
    await answer('lead');
    await until(async () => (await tableOf(desk.editionUuid, measure.id)).length === 1, 'the word is noted');
    await office.get(SetContributionReleaseDocument, { input: { organisationId: organisation.id, isRequired: true, idempotencyKey: key() } });
    await answer('partner');
    // As if the first release were told only now: the event is a new one for the relay.
    const { pool } = application().database;
    await pool.query('DELETE FROM measure_party_answers WHERE organisation_id = $1', [organisation.uuid]);
    await pool.query(
      "UPDATE engine.outbox_event SET id = gen_random_uuid(), position = NULL, open_subscribers = NULL, dispatched_at = NULL WHERE name = 'participation.inquiry-answer.released' AND aggregate_id = $1", [inquiry.recipients[0]?.uuid]);
    await until(async () => (await tableOf(desk.editionUuid, measure.id)).length === 1, 'the word is noted again');
    expect(await tableOf(desk.editionUuid, measure.id)).toMatchObject([{ role: 'lead' }]);
  });

  it('of proposals is one contribution for each, and no second one when handed in again', async () => {
    const [organisation, nobody, office, title] = [await tester().organisation(), application().nobody(), await tester().office(), `Vorschlag ${key()}`];
    const inquiry = await tester().ask([organisation.id], { kind: 'PROPOSALS' });
    const token = await tester().tokenFor(organisation.mailbox);
    const { addInquiryLine } = await nobody.get(AddInquiryLineDocument, { input: { requestId: (await asked(token)).id, token, idempotencyKey: key() } });
    if (!addInquiryLine.request) throw new Error('no line');
    await tester().save(nobody, addInquiryLine.request, { title, description: 'Weil es fehlt' }, token);
    const contributions = async (): Promise<{ title?: string | null; state: string; kind: string; organisation?: { id: string } | null }[]> => {
      const { edition } = await office.get(EditionContributionsDocument, { edition: inquiry.edition?.uuid ?? '', filter: { search: 'Weil es fehlt' } });
      return (edition?.contributions.edges ?? []).map(({ node }) => node).filter((node) => node.title?.startsWith(title));
    };
    await tester().handIn(nobody, addInquiryLine.request.id, token);
    await until(async () => (await contributions()).length === 1, 'the proposal is a contribution');
    expect(await contributions()).toMatchObject([{ kind: 'NEW_MEASURE', state: 'SUBMITTED', organisation: { id: organisation.id } }]);
    await tester().handIn(nobody, addInquiryLine.request.id, token);
    await tester().save(nobody, await asked(token), { title: `${title} (neu)` }, token);
    await tester().handIn(nobody, addInquiryLine.request.id, token);
    await until(async () => (await contributions()).some((node) => node.title === `${title} (neu)`), 'the correction is a contribution');
    expect(await contributions()).toHaveLength(1);
    await nobody.get(RemoveInquiryLineDocument, { input: { requestId: addInquiryLine.request.id, token, lineId: addInquiryLine.request.lines[0]?.id ?? '', idempotencyKey: key() } });
    expect(await contributions()).toHaveLength(1);
    await tester().handIn(nobody, addInquiryLine.request.id, token);
    await until(async () => (await contributions()).length === 0, 'the proposal is taken back');
  });
});

describe('the return list', () => {
  it('tells what was entered on behalf from what the organisation handed in', async () => {
    const [organisation, office] = [await tester().organisation(), await tester().office()];
    const inquiry = await tester().ask([organisation.id]);
    await tester().setDeadline(inquiry, -1);
    const { inquiryRequest } = await office.get(InquiryRequestPageDocument, { uuid: inquiry.recipients[0]?.uuid ?? '' });
    await tester().save(office, inquiryRequest, { consent: 'agree' });
    expect(codes((await tester().handIn(office, inquiryRequest.id)).errors)).toEqual([]);
    expect((await tester().page(inquiry.uuid)).recipients).toMatchObject([{ state: 'RELEASED', way: 'PHONE', isLate: false }]);
  });
});

describe('answers as files', () => {
  it('go out as a workbook and come back as differences; one of another request is refused', async () => {
    const [one, other, nobody] = [await tester().organisation(), await tester().organisation(), application().nobody()];
    await tester().ask([one.id]);
    await tester().ask([other.id]);
    const [mine, foreign] = [await tester().tokenFor(one.mailbox), await tester().tokenFor(other.mailbox)];
    const [request, stranger] = [await asked(mine), await asked(foreign)];
    const { inquirySheet } = await nobody.get(InquirySheetDocument, { requestId: request.id, token: mine });
    const preview = async (of: InquiryRequestFullFragment, token: string, content: string) => (await nobody.get(InquirySheetPreviewDocument, { requestId: of.id, token, content })).inquirySheetPreview;
    const content = inquirySheet?.content ?? '';
    expect(await preview(request, mine, content)).toMatchObject({ changes: [], unknownRows: [], errors: [] });
    await tester().save(nobody, request, { consent: 'agree' }, mine);
    expect((await preview(request, mine, content)).changes).toMatchObject([{ row: 2, questionKey: 'consent', before: 'agree', after: '', revision: 1 }]);
    expect(codes((await preview(stranger, foreign, content)).errors)).toEqual(['SHEET_FOREIGN']);
    expect(codes((await preview(request, mine, Buffer.from('Nr.;Antwort').toString('base64'))).errors)).toEqual(['SHEET_UNREADABLE']);
    expect(codes((await preview(request, mine, Buffer.from('PK und sonst nichts').toString('base64'))).errors)).toEqual(['SHEET_UNREADABLE']);
  });

  it('come back with rows that were added: each is an entry, what does not fit is named by row and column, and reading it in twice adds nothing', async () => {
    const [organisation, nobody] = [await tester().organisation(), application().nobody()];
    await tester().ask([organisation.id], { kind: 'PROPOSALS' });
    const token = await tester().tokenFor(organisation.mailbox);
    const request = await asked(token);
    const heads = ['Nr.', 'Worum geht es', ...request.questions.map(({ label }) => label), 'Kennung (bitte nicht ändern)'];
    const preview = async (...rows: string[][]) => {
      const content = (await writeXlsxFile([heads, ...rows]).toBuffer()).toString('base64');
      return (await nobody.get(InquirySheetPreviewDocument, { requestId: request.id, token, content })).inquirySheetPreview;
    };
    const cafe = ['', '', 'Sprachcafé', 'Jeden Samstag, für alle', 'Ja', ''];
    expect((await preview(cafe, ['', '', 'Lotsen', 'Im Rathaus', 'vielleicht', ''])).problems).toMatchObject([{ row: 3, column: request.questions[2]?.label, code: 'VALUE_INVALID' }]);
    const { newRows, problems, unknownRows } = await preview(cafe, ['', '', 'Lotsen', 'Im Rathaus', '', '']);
    expect([newRows.map(({ row }) => row), problems, unknownRows]).toEqual([[2, 3], [], []]);
    const save = async (newLines: { answers: { questionKey: string; value: string }[] }[]) => (await nobody.get(SaveInquiryAnswersDocument, { input: { requestId: request.id, token, answers: [], newLines, idempotencyKey: key() } })).saveInquiryAnswers;
    expect((await save([{ answers: [{ questionKey: 'wouldLead', value: 'vielleicht' }] }])).errors).toMatchObject([{ code: 'VALUE_INVALID', path: ['newLines', '0', 'answers', '0', 'value'] }]);
    expect((await asked(token)).lines).toEqual([]);
    const saved = await save(newRows.map(({ answers }) => ({ answers: answers.map(({ questionKey, value }) => ({ questionKey, value })) })));
    expect(saved.request?.lines.map(({ answers }) => answers.find(({ questionKey }) => questionKey === 'title')?.value)).toEqual(['Sprachcafé', 'Lotsen']);
    expect(await preview(cafe, ['', '', 'Lotsen', 'Im Rathaus', '', ''])).toMatchObject({ newRows: [], changes: [], unknownRows: [] });
    expect(codes((await tester().handIn(nobody, request.id, token)).errors)).toEqual([]);
  });

  it('have a receipt as soon as they are handed in', async () => {
    const [organisation, nobody] = [await tester().organisation(), application().nobody()];
    await tester().ask([organisation.id]);
    const token = await tester().tokenFor(organisation.mailbox);
    const request = await asked(token);
    const receipt = async (): Promise<string | null> => (await nobody.get(InquiryReceiptDocument, { requestId: request.id, token })).inquiryReceipt?.content ?? null;
    expect(await receipt()).toBeNull();
    await tester().save(nobody, request, { consent: 'agree' }, token);
    await tester().handIn(nobody, request.id, token);
    expect(Buffer.from((await receipt()) ?? '', 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('an inquiry', () => {
  it.each([
    [{ title: ' ' }, 'INQUIRY_TITLE_REQUIRED'], [{ closesOn: '2020-01-01' }, 'DEADLINE_INVALID'], [{ remindDays: 0 }, 'REMIND_DAYS_INVALID'], [{ organisationIds: [] }, 'RECIPIENTS_REQUIRED'], [{ kind: 'PROGRESS' as const }, 'MEASURES_REQUIRED'],
    [{ ownQuestions: [{ type: 'CHOICE' as const, label: 'Wo?', options: ['Nord'] }] }, 'OWN_QUESTION_INVALID'],
    [{ ownQuestions: [{ type: 'TEXT' as const, label: 'Zeichnen Sie mit?', options: [] }] }, 'OWN_QUESTION_INVALID'],
  ])('with %j is not begun', async (wrong, code) => {
    const [organisation, office] = [await tester().organisation(), await tester().office()];
    const input = { editionId: await tester().editionId(), kind: 'COSIGNATURE' as const, title: 'Abfrage', introduction: '', closesOn: '2099-06-30', remindDays: 7, organisationIds: [organisation.id], measureIds: [], ownQuestions: [], idempotencyKey: key(), ...wrong };
    expect(codes((await office.get(CreateInquiryDocument, { input })).createInquiry.errors)).toEqual([code]);
  });
});
