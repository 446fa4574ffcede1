import { beforeAll, describe, expect, it } from '@jest/globals';
import { appendBlocks, newBlockId } from '@konzeptwerkstatt/document-model';
import { until, useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { ContributionPageDocument, DraftResponseDocument, EditionAdoptionDocument, EditionComparisonDocument, EditionContributionsDocument, EditionOverviewDocument, LinkOutcomeDocument, PublishResponsesDocument, SectionComparisonDocument, SectionsComparisonDocument, SetMeasureStatusDocument, SubmitContributionDocument } from '../../../libs/web/data/src/generated/graphql.js';
import { change } from '../setting-up/founder.js';
import { addMeasure, key, newDesk, type Desk } from './desk.js';
import { plainGet } from './plain-get.js';

const application = useApplication();
let [office, desk]: [GraphqlVisitor, Desk] = [undefined as never, undefined as never];
/** A contribution that has led to the measure “Bleibt”. */
let contributionUuid = '';

interface Copy { readonly id: string; readonly uuid: string }
const begin = (input: object, visitor = office) => change<{ edition: Copy | null }>(visitor, 'beginNextEdition', { editionId: desk.editionId, title: 'Zweite Fortschreibung', year: 2028, ...input }, 'edition { id uuid }');
const SHAPE = `query ($uuid: String!) { edition(uuid: $uuid) { title year frozenAt correctionReason basedOn { uuid } sections(first: 50) { edges { node { id uuid title kind documentId readingHtml } } } measures(first: 50) { edges { node { id title status decisionState lead { name } } } totalCount } goals(first: 1) { totalCount } } }`;
interface Shape { readonly edition: { title: string; frozenAt: string | null; correctionReason: string | null; basedOn: { uuid: string } | null; sections: { edges: { node: { id: string; uuid: string; title: string; kind: string; documentId: string; readingHtml: string } }[] }; measures: { edges: { node: { id: string; title: string; status: string | null; decisionState: string; lead: { name: string } | null } }[]; totalCount: number }; goals: { totalCount: number } } }
const shapeOf = async (uuid: string): Promise<Shape['edition']> => (await office.get<Shape, { uuid: string }>(SHAPE, { uuid })).edition;
/** Who wrote how much of a section, by organisation. */
const authors = async (uuid: string): Promise<string[]> => {
  const { section } = await office.get<{ section: { authorship: { shares: { characters: number | null; percent: number; organisation: { name: string } | null }[] } } }, object>('query ($uuid: String!) { section(uuid: $uuid) { authorship { shares { percent characters organisation { name } } } } }', { uuid });
  return section.authorship.shares.map(({ percent, organisation }) => `${organisation?.name ?? ''} ${percent}`).sort();
};

beforeAll(async () => {
  office = await application().as('office');
  desk = await newDesk(application(), 'Wird fortgeschrieben');
  const kept = await addMeasure(await application().as('contributor'), desk, 'Bleibt');
  const said = { editionId: desk.editionId, sectionId: desk.sectionId, kind: 'QUESTION', text: 'Bleibt das?', language: 'de', isForOrganisation: true, idempotencyKey: key() } as const;
  const { submitContribution: { contribution } } = await (await application().as('contributor')).get(SubmitContributionDocument, { input: said });
  contributionUuid = contribution?.uuid ?? '';
  const contributionId = contribution?.id ?? '';
  await office.get(LinkOutcomeDocument, { input: { contributionId, measureId: kept.id, idempotencyKey: key() } });
  await office.get(DraftResponseDocument, { input: { contributionId, verdict: 'CONSIDERED', reasons: '', expectedRevision: 0, idempotencyKey: key() } });
  await office.get(PublishResponsesDocument, { input: { responses: [{ contributionId, expectedRevision: 1 }], idempotencyKey: key() } });
  const welfare = await application().join(await application().as('welfare'), desk.documentId);
  appendBlocks(welfare.doc, [{ type: 'paragraph', id: newBlockId(), text: 'Von der Wohlfahrt geschrieben.' }]);
  await until(async () => (await shapeOf(desk.editionUuid)).sections.edges.some(({ node }) => node.readingHtml.includes('Von der Wohlfahrt geschrieben.')), 'the words are stored');
  welfare.leave();
  expect((await begin({})).codes).toEqual(['NOT_ADOPTED']);
  expect((await change(office, 'recordResolution', { editionId: desk.editionId, bodyName: 'Rat', decidedOn: '2026-03-14', result: 'UNCHANGED', adopts: true })).codes).toEqual([]);
  await until(async () => (await office.get(EditionAdoptionDocument, { uuid: desk.editionUuid })).edition?.adoption !== null, 'the edition is frozen', 30_000);
}, 240_000);

describe('the next edition', () => {
  it('says the same as the adopted one, with rows of its own, and its words keep their authors', async () => {
    const before = await shapeOf(desk.editionUuid);
    const { payload, codes } = await begin({});
    expect(codes).toEqual([]);
    const copy = await shapeOf(payload.edition?.uuid ?? '');
    expect(copy).toMatchObject({ title: 'Zweite Fortschreibung', frozenAt: null, correctionReason: null, basedOn: { uuid: desk.editionUuid }, goals: { totalCount: before.goals.totalCount } });
    expect(copy.sections.edges.map(({ node }) => [node.title, node.kind])).toEqual(before.sections.edges.map(({ node }) => [node.title, node.kind]));
    const bare = (html: string): string => html.replaceAll('<div><dt>Beschlusslage</dt><dd dir="auto">beschlossen</dd></div>', '').replaceAll('<dl></dl>', '');
    expect(copy.sections.edges.map(({ node }) => bare(node.readingHtml))).toEqual(before.sections.edges.map(({ node }) => bare(node.readingHtml)));
    expect(copy.measures.edges.map(({ node }) => [node.title, node.status, node.lead])).toEqual(before.measures.edges.map(({ node }) => [node.title, node.status, node.lead]));
    expect(copy.measures.edges.filter(({ node }) => before.measures.edges.some((other) => other.node.id === node.id))).toEqual([]);
    expect(new Set(copy.measures.edges.map(({ node }) => node.decisionState))).toEqual(new Set(['DRAFT', 'REJECTED']));
    const sectionOf = ({ sections }: Shape['edition']): string => sections.edges.find(({ node }) => node.title === 'Wird fortgeschrieben')?.node.uuid ?? '';
    const known = await authors(sectionOf(before));
    expect(known.length).toBeGreaterThan(1);
    expect(await authors(sectionOf(copy))).toEqual(known);
  }, 60_000);

  it('can be written in, and is compared with the adopted one, which stays as it is', async () => {
    const uuid = (await begin({})).payload.edition?.uuid ?? '';
    const copy = await shapeOf(uuid);
    const section = copy.sections.edges.find(({ node }) => node.title === 'Wird fortgeschrieben')!.node;
    const [kept, gone] = [copy.measures.edges.find(({ node }) => node.title === 'Bleibt')!.node, copy.measures.edges[0]!.node];
    await office.get(SetMeasureStatusDocument, { input: { measureId: kept.id, status: 'RUNNING', expected: null, idempotencyKey: key() } });
    expect((await change(office, 'removeMeasure', { measureId: gone.id })).codes).toEqual([]);
    await addMeasure(office, { ...desk, sectionId: section.id }, 'Ganz neu');
    const room = await application().join(await application().as('contributor'), section.documentId);
    appendBlocks(room.doc, [{ type: 'paragraph', text: 'Weitergeschrieben' }]);
    await until(async () => (await shapeOf(uuid)).sections.edges.some(({ node }) => node.readingHtml.includes('Weitergeschrieben')), 'what is typed in the copy is stored');
    room.leave();
    const { edition } = await office.get(EditionComparisonDocument, { uuid });
    const fates = edition?.measureComparison?.edges.map(({ node }) => [node.fate, node.titleBefore, node.title, node.fields]) ?? [];
    expect(fates).toContainEqual(['CHANGED', 'Bleibt', 'Bleibt', ['status']]);
    expect(fates).toContainEqual(['NEW', null, 'Ganz neu', []]);
    expect(fates).toContainEqual(['DROPPED', gone.title, null, []]);
    expect(fates.filter(([fate]) => fate === 'TAKEN_OVER')).toHaveLength(copy.measures.totalCount - 2);
    expect((await shapeOf(desk.editionUuid)).measures.edges.map(({ node }) => node.title)).toContain(gone.title);
  }, 60_000);

  it('is held against the adopted one section by section and word by word, and each is found from the other', async () => {
    const uuid = (await begin({ title: 'Verglichen' })).payload.edition?.uuid ?? '';
    const sectionsOf = async () => (await office.get(SectionsComparisonDocument, { uuid })).edition?.sectionComparison?.edges.map(({ node }) => node) ?? [];
    const untouched = await sectionsOf();
    expect(untouched.length).toBeGreaterThan(1);
    expect(new Set(untouched.map(({ fate }) => fate))).toEqual(new Set(['TAKEN_OVER']));
    const written = untouched.find(({ section }) => section?.title === 'Wird fortgeschrieben')?.section;
    const dropped = untouched.find(({ section }) => section?.title !== 'Wird fortgeschrieben')?.section;
    const room = await application().join(await application().as('contributor'), (await shapeOf(uuid)).sections.edges.find(({ node }) => node.uuid === written?.uuid)?.node.documentId ?? '');
    appendBlocks(room.doc, [{ type: 'paragraph', text: 'Nur in der neuen' }]);
    await until(async () => (await shapeOf(uuid)).sections.edges.some(({ node }) => node.readingHtml.includes('Nur in der neuen')), 'the words are stored');
    room.leave();
    expect((await change(office, 'removeSection', { sectionId: dropped?.id })).codes).toEqual([]);
    expect((await change(office, 'addSection', { editionId: (await office.get(EditionComparisonDocument, { uuid })).edition?.id, title: 'Kam dazu', kind: 'CHAPTER' })).codes).toEqual([]);
    const compared = await sectionsOf();
    const fateOf = (title: string) => compared.filter(({ before, section }) => (section ?? before)?.title === title).map(({ fate, addedCount, removedCount, changedCount }) => [fate, addedCount, removedCount, changedCount]);
    expect(fateOf('Wird fortgeschrieben')).toEqual([['CHANGED', 1, 0, 0]]);
    expect(fateOf('Kam dazu')).toEqual([['NEW', 0, 0, 0]]);
    expect(fateOf(dropped?.title ?? '')).toEqual([['DROPPED', 0, 0, 0]]);
    const { section } = await office.get(SectionComparisonDocument, { uuid: written?.uuid ?? '', changedOnly: true });
    expect(section?.comparison?.before?.edition.uuid).toBe(desk.editionUuid);
    expect(section?.comparison?.blocks.edges.map(({ node }) => [node.change, node.words.map(({ text }) => text).join('')])).toEqual([['ADDED', 'Nur in der neuen']]);
    const { edition } = await office.get(EditionOverviewDocument, { uuid: desk.editionUuid, signedIn: true });
    expect(edition?.nextEditions?.edges.map(({ node }) => node.uuid)).toContain(uuid);
  }, 60_000);

  it('goes on telling what became of contributions: the measure there and its status, or that it is gone', async () => {
    const contributor = await application().as('contributor');
    const read = async () => {
      const { contribution } = await contributor.get(ContributionPageDocument, { uuid: contributionUuid });
      return contribution?.outcomes.map(({ followUp }) => followUp && [followUp.edition.title, followUp.measure?.title ?? null, followUp.measure?.status ?? null]);
    };
    const title = `Dritte ${key()}`;
    const uuid = (await begin({ title })).payload.edition?.uuid ?? '';
    const { measures, sections } = await shapeOf(uuid);
    const there = measures.edges.find(({ node }) => node.title === 'Bleibt')!.node;
    expect(await read()).toEqual([[title, 'Bleibt', null]]);
    await office.get(SetMeasureStatusDocument, { input: { measureId: there.id, status: 'PAUSED', expected: null, idempotencyKey: key() } });
    expect(await read()).toEqual([[title, 'Bleibt', 'PAUSED']]);
    // Behind the copied measure stands what led to the first one.
    const { rows: [row] } = await application().database.pool.query<{ id: string }>('SELECT m.id FROM measures m JOIN sections s ON s.id = m.section_id WHERE s.id = $1 AND m.title = $2', [sections.edges.find(({ node }) => node.title === 'Wird fortgeschrieben')!.node.uuid, 'Bleibt']);
    const { edition } = await office.get(EditionContributionsDocument, { edition: uuid, filter: { objectUuid: row?.id } });
    expect(edition?.contributions.edges.map(({ node }) => node.uuid)).toEqual([contributionUuid]);
    expect((await change(office, 'removeMeasure', { measureId: there.id })).codes).toEqual([]);
    expect(await read()).toEqual([[title, null, null]]);
  }, 60_000);

  it('as a correction names its reason, and leaves what was adopted alone', async () => {
    const { rows: [before] } = await application().database.pool.query('SELECT hash FROM adopted_editions WHERE edition_id = $1', [desk.editionUuid]);
    expect((await begin({ correctionReason: '  ' })).codes).toEqual(['REASON_REQUIRED']);
    const { payload } = await begin({ title: 'Berichtigung', year: 2026, correctionReason: 'Zahlendreher in der Tabelle' });
    expect(await shapeOf(payload.edition?.uuid ?? '')).toMatchObject({ correctionReason: 'Zahlendreher in der Tabelle', basedOn: { uuid: desk.editionUuid } });
    expect((await change(office, 'recordResolution', { editionId: payload.edition?.id, bodyName: 'Referat', decidedOn: '2026-04-01', result: 'NOTED', adopts: true })).codes).toEqual([]);
    await until(async () => (await shapeOf(payload.edition?.uuid ?? '')).frozenAt !== null, 'the correction is frozen', 30_000);
    const { rows: [after] } = await application().database.pool.query('SELECT hash FROM adopted_editions WHERE edition_id = $1', [desk.editionUuid]);
    expect(after).toEqual(before);

    // What was reported of a measure of the first stands with it in the public data of the correction, too.
    for (const editionId of [desk.editionId, payload.edition?.id]) expect((await change(office, 'publishEdition', { editionId })).codes).toEqual([]);
    await application().database.pool.query(
      `WITH round AS (INSERT INTO inquiries (id, municipality_id, edition_id, kind, title, introduction, questions, closes_at, remind_days)
         SELECT gen_random_uuid(), municipality_id, edition_id, 'progress', 'Jahresstand', '', '[]', now(), 7 FROM measures WHERE edition_id = $1 LIMIT 1 RETURNING id)
       INSERT INTO measure_progress (measure_id, inquiry_id, organisation_id, municipality_id, status, submission_id, reported_at)
       SELECT m.id, round.id, gen_random_uuid(), m.municipality_id, 'paused', gen_random_uuid(), '2026-05-03T10:00:00Z' FROM measures m, round WHERE m.edition_id = $1 AND m.title = 'Bleibt'`, [desk.editionUuid],
    );
    const path = (await office.get(EditionAdoptionDocument, { uuid: payload.edition?.uuid ?? '' })).edition?.publication?.path ?? '';
    expect((await plainGet(application().origin, `${path}/massnahmen.csv`)).body.toString()).toMatch(/,Bleibt,.*,paused,2026-05-03,/);
    const old = (await office.get(EditionAdoptionDocument, { uuid: desk.editionUuid })).edition?.publication?.path ?? '';
    const page = (await plainGet(application().origin, old)).body.toString();
    expect(page).toMatch(new RegExp(`Berichtigte Fassung</dt><dd[^>]*><a href="${path}"`));
    expect(page).not.toContain('Neueste Fassung');
  }, 60_000);

  it('is found from the address of the one before once it is public, whatever it is called', async () => {
    const addressOf = async (uuid: string): Promise<string> => (await office.get(EditionAdoptionDocument, { uuid })).edition?.publication?.path ?? '';
    const { payload } = await begin({ title: 'Vielfalt gestalten', year: 2030 });
    const uuid = payload.edition?.uuid ?? '';
    expect((await change(office, 'recordResolution', { editionId: payload.edition?.id, bodyName: 'Rat', decidedOn: '2026-05-01', result: 'UNCHANGED', adopts: true })).codes).toEqual([]);
    await until(async () => (await shapeOf(uuid)).frozenAt !== null, 'the next one is frozen', 30_000);
    const old = await addressOf(desk.editionUuid);
    expect((await plainGet(application().origin, old)).body.toString()).not.toContain('Neueste Fassung');
    expect((await change(office, 'publishEdition', { editionId: payload.edition?.id })).codes).toEqual([]);
    const { status, body } = await plainGet(application().origin, old);
    expect(status).toBe(200);
    expect(body.toString()).toMatch(new RegExp(`Neueste Fassung</dt><dd[^>]*><a href="${await addressOf(uuid)}"[^>]*>.*Vielfalt gestalten \\(2030\\)`));
  }, 60_000);
});
