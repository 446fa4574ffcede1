import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import type { MeasureStatus } from '@konzeptwerkstatt/document-model';
import { newId } from '@konzeptwerkstatt/kernel';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { MeasureProgressRepository } from './measure-progress.repository.js';

const database = useTestDatabase();
const repository = new MeasureProgressRepository();
type Saved = Parameters<MeasureProgressRepository['save']>;

it('each measure is as far as its newest report says, newest first; one without any report, or of another municipality, is in no row', async () => {
  const [municipalityId, elsewhere, twice, once, never] = [newId(), newId(), newId(), newId(), newId()];
  const report = (measureId: string, status: MeasureStatus, day: string): Promise<void> => repository.save(
    database().prisma.client, { municipalityId, organisationId: newId(), inquiryId: newId() } as unknown as Saved[1],
    { id: newId(), lines: [{ measureId, answers: { status } }], handedInAt: new Date(day) } as unknown as Saved[2],
  );
  await report(twice, 'done', '2026-05-03T10:00:00Z');
  await report(twice, 'running', '2025-05-03T10:00:00Z');
  await report(once, 'paused', '2026-06-01T10:00:00Z');
  const newest = (of: string): Promise<unknown> => repository.findNewestStatuses(database().prisma.client, [twice, once, never].map((id) => ({ id, municipalityId: of })));
  expect(await newest(municipalityId)).toEqual([
    { measureId: once, status: 'paused', reportedAt: new Date('2026-06-01T10:00:00Z') }, { measureId: twice, status: 'done', reportedAt: new Date('2026-05-03T10:00:00Z') },
  ]);
  expect(await newest(elsewhere)).toEqual([]);
});
