import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { useApplication, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { ConceptCheckDocument, ConceptListDocument, HandInAssessmentDocument, ParticipationFiguresDocument, ParticipationWordsDocument, SaveAssessmentDocument } from '../../../libs/web/data/src/generated/graphql.js';
import type { AssessmentRatingInput } from '../../../libs/web/data/src/generated/graphql.js';
import { key } from './desk.js';

const application = useApplication();

async function edition(): Promise<{ id: string; uuid: string }> {
  const { editions } = await (await application().as('office')).get(ConceptListDocument, {});
  const node = editions.edges[0]?.node;
  if (!node) throw new Error('the demonstration has no concept');
  return node;
}
const figuresOf = async (visitor: GraphqlVisitor) => (await visitor.get(ParticipationFiguresDocument, { edition: (await edition()).uuid })).edition?.participation ?? null;
const assessmentsOf = async (visitor: GraphqlVisitor) => (await visitor.get(ConceptCheckDocument, { edition: (await edition()).uuid })).edition?.assessments ?? null;

describe('who takes part in a concept', () => {
  it('is told by kind, field and month to who takes part, and to nobody else', async () => {
    const figures = await figuresOf(await application().as('contributor'));
    if (figures === null) throw new Error('no figures');
    expect(figures.missingKinds).toContain('BUSINESS');
    expect(figures.kinds.reduce((sum, { contributionCount }) => sum + contributionCount, 0)).toBe(figures.contributionCount);
    for (const { fates, contributionCount } of figures.kinds) expect(fates === null || contributionCount >= 5).toBe(true);
    expect(figures.fields.filter(({ section }) => section !== null)).toHaveLength(8);
    expect(figures.months.reduce((sum, { received }) => sum + received, 0)).toBe(figures.contributionCount);
    expect(await figuresOf(await application().as('foreignOffice'))).toBeNull();
  });

  it('tells which kinds of organisations came to gatherings, and counts no people', async () => {
    const attendance = (await figuresOf(await application().as('contributor')))?.attendance;
    if (!attendance) throw new Error('no attendance');
    const { rows } = await application().database.pool.query<{ gatherings: number; organisations: number }>(`
      SELECT count(DISTINCT g.id)::int AS gatherings, count(DISTINCT a.organisation_id) FILTER (WHERE a.state = 'attended')::int AS organisations
      FROM gatherings g JOIN editions e ON e.process_id = g.process_id LEFT JOIN attendances a ON a.gathering_id = g.id WHERE e.id = $1 AND g.removed_at IS NULL AND g.starts_at - interval '30 minutes' <= now()`, [(await edition()).uuid]);
    expect(attendance.gatherings).toHaveLength(rows[0]?.gatherings ?? -1);
    expect(attendance.kinds.reduce((sum, { organisationCount }) => sum + organisationCount, 0)).toBe(rows[0]?.organisations);
    for (const { gatheringCount, organisationCount } of attendance.kinds) expect(gatheringCount <= attendance.gatherings.length && (organisationCount > 0) === (gatheringCount > 0)).toBe(true);
  });

  it('leaves numbers of words out until the municipality shows them', async () => {
    const words = async () => (await (await application().as('office')).get(ParticipationWordsDocument, { edition: (await edition()).uuid })).edition?.participation?.words;
    expect(await words()).toBeNull();
    await application().database.pool.query("UPDATE municipalities SET shows_authorship_detail = true WHERE ags = '14713000'");
    expect((await words())?.map(({ kind }) => kind)).toContain('WELFARE');
    await application().database.pool.query("UPDATE municipalities SET shows_authorship_detail = false WHERE ags = '14713000'");
  });

  it('is there as tables for a spreadsheet', async () => {
    const { uuid } = await edition();
    const fetched = async ({ origin, headers }: GraphqlVisitor, form: string) => fetch(`${origin}/files/beteiligung-${uuid}.${form}`, { headers });
    const contributor = await application().as('contributor');
    const csv = await (await fetched(contributor, 'arten.csv')).text();
    expect(csv.split('\r\n')[0]).toContain('Art der Organisation;Organisationen;davon mit Rückmeldung;Rückmeldungen;offen');
    expect(csv).toContain('Wirtschaft;1;0;0');
    const book = Buffer.from(await (await fetched(contributor, 'xlsx')).arrayBuffer());
    expect(book.subarray(0, 2).toString()).toBe('PK');
    for (const form of ['felder.csv', 'monate.csv']) expect((await fetched(contributor, form)).status).toBe(200);
    for (const form of ['arten.csv', 'xlsx']) expect((await fetched(await application().as('foreignOffice'), form)).status).toBe(404);
  });
});

describe('a check of a concept', () => {
  it('finds what is missing, with the way to it, at the criteria of the source', async () => {
    const { edition: found } = await (await application().as('contributor')).get(ConceptCheckDocument, { edition: (await edition()).uuid });
    const criteria = found?.check?.criteria ?? [];
    expect([criteria.length, found?.check?.source.endsWith('CC BY 4.0')]).toEqual([16, true]);
    const findings = new Map(criteria.flatMap(({ findings: list }) => list.map((finding) => [finding.kind as string, finding])));
    for (const kind of ['MEASURE_WITHOUT_LEAD', 'GOAL_WITHOUT_INDICATOR', 'OPEN_CONTRIBUTION']) expect(findings.get(kind)?.places.length).toBeGreaterThan(0);
    expect(findings.get('KIND_MISSING')?.organisationKinds).toContain('BUSINESS');
    expect(findings.get('OPEN_CONTRIBUTION')?.places[0]?.contributionId).toEqual(expect.any(String));
  });

  it('by several people is blind until one has handed in her own, and then shows all together, without names and not below five', async () => {
    const { id, uuid } = await edition();
    const { pool } = application().database;
    const [contributor, welfare] = [await application().as('contributor'), await application().as('welfare')];
    const ratings: AssessmentRatingInput[] = [{ criterion: 'STRATEGY', rating: 2, comment: 'Es fehlt ein Ziel.' }, { criterion: 'PARTICIPATORY', rating: null, comment: '' }];
    const refused = await contributor.get(SaveAssessmentDocument, { input: { editionId: id, ratings: [{ criterion: 'STRATEGY', rating: 5 }], idempotencyKey: key() } });
    expect(refused.saveAssessment.errors.map(({ code }) => code)).toEqual(['RATING_INVALID']);
    await contributor.get(SaveAssessmentDocument, { input: { editionId: id, ratings, idempotencyKey: key() } });
    expect(await assessmentsOf(contributor)).toMatchObject({ handedInCount: 0, results: null, own: { handedInAt: null, ratings: expect.arrayContaining([expect.objectContaining({ criterion: 'STRATEGY', rating: 2 })]) } });
    expect((await assessmentsOf(welfare))?.own).toBeNull();

    // Four others have handed theirs in.
    const { rows: [place] } = await pool.query<{ municipality_id: string }>('SELECT municipality_id FROM editions WHERE id = $1', [uuid]);
    for (const rating of [1, 3, 3, 4]) {
      const assessmentId = randomUUID();
      await pool.query('INSERT INTO concept_assessments (id, municipality_id, edition_id, person_id, handed_in_at) VALUES ($1, $2, $3, $4, now())', [assessmentId, place?.municipality_id, uuid, randomUUID()]);
      await pool.query("INSERT INTO concept_assessment_ratings (assessment_id, municipality_id, criterion, rating) VALUES ($1, $2, 'strategy', $3)", [assessmentId, place?.municipality_id, rating]);
    }
    expect(await assessmentsOf(contributor)).toMatchObject({ handedInCount: 4, results: null });
    const { handInAssessment } = await contributor.get(HandInAssessmentDocument, { input: { editionId: id, ratings, idempotencyKey: key() } });
    expect(handInAssessment.errors).toEqual([]);
    const results = (await assessmentsOf(contributor))?.results ?? [];
    expect(results.find(({ criterion }) => criterion === 'STRATEGY')).toEqual(expect.objectContaining({ ratedCount: 5, counts: [1, 1, 2, 1], comments: [expect.objectContaining({ text: 'Es fehlt ein Ziel.', personName: null })] }));
    expect(results.find(({ criterion }) => criterion === 'PARTICIPATORY')).toMatchObject({ ratedCount: 0, counts: null, comments: [] });
    expect(await assessmentsOf(welfare)).toMatchObject({ handedInCount: 5, results: null });
    const again = await contributor.get(SaveAssessmentDocument, { input: { editionId: id, ratings: [], idempotencyKey: key() } });
    expect(again.saveAssessment.errors.map(({ code }) => code)).toEqual(['ASSESSMENT_CLOSED']);
    await pool.query('DELETE FROM concept_assessments');
  });
});
