import 'reflect-metadata';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { MeasureStatus } from '@konzeptwerkstatt/document-model';
import { newId } from '@konzeptwerkstatt/kernel';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { MeasureProgressReader } from '../../queries/inquiry/measure-progress.reader.js';
import { MeasureProgressRepository } from './measure-progress.repository.js';

const database = useTestDatabase();
const repository = new MeasureProgressRepository();
type Saved = Parameters<MeasureProgressRepository['save']>;
const [municipalityId, elsewhere, office, club] = [newId(), newId(), newId(), newId()];
const [lastYear, thisYear, toPartners] = [newId(), newId(), newId()];

const states = (of: string, measures: readonly string[], leadOrganisationId: string | null = office) =>
  new MeasureProgressReader(database().prisma, repository).states(of, measures.map((id) => ({ lineageId: `of ${id}`, ids: [id], leadOrganisationId })));
const report = (measureId: string, inquiryId: string, organisationId: string, status: MeasureStatus, day: string): Promise<void> => repository.save(
  database().prisma.client, { municipalityId, organisationId, inquiryId } as unknown as Saved[1],
  { id: newId(), lines: [{ measureId, answers: { status } }], handedInAt: new Date(day) } as unknown as Saved[2],
);

beforeAll(async () => {
  for (const [id, begun] of [[lastYear, '2025-03-01'], [thisYear, '2026-03-01'], [toPartners, '2026-05-01']]) {
    await database().pool.query(`INSERT INTO inquiries (id, municipality_id, edition_id, kind, title, introduction, questions, closes_at, remind_days, created_at) VALUES ($1, $2, $3, 'progress', '', '', '[]', $4, 7, $4)`, [id, municipalityId, newId(), begun]);
  }
});

describe('how far a measure is', () => {
  it('follows its newest round, what was reported last first; one without any report, or of another municipality, is in no row', async () => {
    const [twice, once, never] = [newId(), newId(), newId()];
    await report(twice, thisYear, office, 'done', '2026-05-03T10:00:00Z');
    await report(twice, lastYear, office, 'running', '2025-05-03T10:00:00Z');
    await report(once, thisYear, office, 'paused', '2026-06-01T10:00:00Z');
    expect(await states(municipalityId, [twice, once, never])).toEqual([
      { lineageId: `of ${once}`, status: 'paused', reportedAt: new Date('2026-06-01T10:00:00Z') }, { lineageId: `of ${twice}`, status: 'done', reportedAt: new Date('2026-05-03T10:00:00Z') },
    ]);
    expect(await states(elsewhere, [twice, once, never])).toEqual([]);
  });

  it('is what its lead says, also when a partner reports later; what the partner says stays beside it', async () => {
    const both = newId();
    await report(both, thisYear, office, 'done', '2026-05-03T10:00:00Z');
    await report(both, thisYear, club, 'paused', '2026-06-03T10:00:00Z');
    expect(await states(municipalityId, [both])).toMatchObject([{ status: 'done' }]);
    expect(await states(municipalityId, [both], null)).toMatchObject([{ status: 'paused' }]);
    expect((await repository.findByMeasures(database().prisma.client, [{ id: both, municipalityId }])).map(({ organisationId, status }) => [organisationId, status])).toEqual([[club, 'paused'], [office, 'done']]);
  });

  it('is what its lead says, also when partners are asked later in an inquiry of their own', async () => {
    const apart = newId();
    await report(apart, thisYear, office, 'done', '2026-05-03T10:00:00Z');
    await report(apart, toPartners, club, 'paused', '2026-06-03T10:00:00Z');
    expect(await states(municipalityId, [apart])).toMatchObject([{ status: 'done' }]);
  });

  it('is what a partner says where the lead has not reported in the newest round, and stays so when an earlier round is corrected later', async () => {
    const late = newId();
    await report(late, thisYear, club, 'paused', '2026-05-03T10:00:00Z');
    await report(late, lastYear, office, 'done', '2026-06-03T10:00:00Z');
    expect(await states(municipalityId, [late])).toMatchObject([{ status: 'paused' }]);
  });
});
