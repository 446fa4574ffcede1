import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { ReportAssemblyRepository } from './report-assembly.repository.js';

const database = useTestDatabase();
const assemblies = new ReportAssemblyRepository();
const client = () => database().prisma.client;

async function wanted(requestedBy = newId(), municipalityId = newId()): Promise<string> {
  const id = newId();
  await assemblies.insert(client(), { id, municipalityId, editionId: newId(), kind: 'council_paper', title: 'Vorlage', year: 2026, language: 'en', requestedBy, actingOrganisationId: null });
  return id;
}

test('a report that two workers have assembled at the same time is that of the first, and nobody begins it again', async () => {
  const [id, first, second] = [await wanted(), newId(), newId()];
  expect([(await assemblies.begin(client(), id))?.attempts, (await assemblies.begin(client(), id))?.attempts]).toEqual([1, 2]);
  expect([await assemblies.finish(client(), id, first), await assemblies.finish(client(), id, second)]).toEqual([true, false]);
  await assemblies.fail(client(), id, 'assembling_failed');
  await assemblies.noteProgress(client(), id, 40);
  expect(await assemblies.begin(client(), id)).toBeNull();
  expect(await assemblies.find(client(), id)).toMatchObject({ state: 'ready', progress: 100, problem: null, reportId: first, language: 'en' });
});

test('a report of which nothing is heard is found, unless it is finished or failed', async () => {
  const [waiting, begun, alive, ready, failed] = [await wanted(), await wanted(), await wanted(), await wanted(), await wanted()];
  for (const id of [begun, alive, ready]) await assemblies.begin(client(), id);
  await assemblies.finish(client(), ready, newId());
  await assemblies.fail(client(), failed, 'gone');
  await database().pool.query(`UPDATE report_assemblies SET updated_at = now() - interval '1 minute' WHERE id = ANY ($1::uuid[])`, [[waiting, begun, alive, ready, failed]]);
  await assemblies.noteAlive(client(), alive);
  expect((await assemblies.findLost(client(), 30_000)).sort()).toEqual([waiting, begun].sort());
});

test('counted are the unfinished ones of one person in one municipality, and kept for some days', async () => {
  const [person, municipalityId] = [newId(), newId()];
  const [old, failed] = [await wanted(person, municipalityId), await wanted(person, municipalityId), await wanted(person), await wanted(newId(), municipalityId)];
  await assemblies.fail(client(), failed, 'gone');
  expect(await assemblies.countUnfinished(client(), municipalityId, person)).toBe(1);
  await database().pool.query(`UPDATE report_assemblies SET requested_at = now() - interval '8 days' WHERE id = $1`, [old]);
  await assemblies.removeOld(client(), 7);
  expect([await assemblies.find(client(), old), (await assemblies.find(client(), failed))?.problem]).toEqual([null, 'gone']);
});
