import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { addRegion, createTown } from '../../test/figures-town.js';
import { MAX_COMPARED } from './released-indicator.reader.js';

const database = useTestDatabase();

test('a released indicator was changed when a value was taken back, too', async () => {
  const town = await createTown(database(), '03999013');
  const people = await town.add('people');
  await town.release(people);
  await town.observe(people, '100', { year: 2023, recordedAt: '2021-01-01' });
  const wrong = await town.observe(people, '900', { year: 2024, recordedAt: '2022-01-01' });
  const before = await town.find('people');
  await town.pool.query(`UPDATE observations SET superseded_at = '2022-06-01' WHERE id = $1`, [wrong]);
  const after = await town.find('people');
  expect(after.modifiedAt.getTime()).toBeGreaterThan(before.modifiedAt.getTime());
  expect([before.to, after.to]).toEqual(['2024-12-31', '2023-12-31']);
});

test('an indicator is compared with the latest totals of others in their own region, and nothing withheld is among them', async () => {
  const [town, other, unreleased] = [await createTown(database(), '03999021'), await createTown(database(), '03999022'), await createTown(database(), '03999023')];
  for (const { add, release } of [town, other]) await release(await add('compared', { sensitivity: 'personal' }));
  await unreleased.observe(await unreleased.add('compared'), '7');
  const { row } = await other.find('compared');
  await other.observe(row.id, '40', { year: 2024 });
  await other.observe(row.id, '2', { year: 2023 });
  await other.observe(row.id, '30', { breakdown: 'district=Nord', year: 2024 });
  await other.observe(row.id, '10', { breakdown: 'district=Süd', year: 2024 });
  await other.observe(row.id, '9000', { year: 2024, regionId: await addRegion(database(), 'Anderswo', null) });
  expect(await town.released.findComparable((await town.find('compared')).row)).toMatchObject([
    { municipalityId: other.municipalityId, key: 'compared', place: '03999022', populationConcept: 'Menschen in 03999022', totals: [{ periodTo: '2023-12-31', value: null, isSuppressed: true }, { periodTo: '2024-12-31', value: '40', version: 1 }] },
  ]);
});

test('of what ends on the same day the value about the longest time is the latest, in whatever order both were recorded', async () => {
  const town = await createTown(database(), '03999031');
  for (const [key, order] of [['half-first', ['half', 'year']], ['year-first', ['year', 'half']]] as const) {
    const id = await town.add(key);
    for (const one of order) await (one === 'year' ? town.observe(id, '700') : town.observe(id, '350', { from: '2025-07-01' }));
    expect((await town.observations.findLatest(town.municipalityId, [id])).map(({ value }) => value)).toEqual(['700']);
    expect((await town.observations.findSeries(town.municipalityId, [id])).map(({ value }) => value)).toEqual(['350', '700']);
  }
});

test('an indicator is compared with so many others at most', async () => {
  const town = await createTown(database(), '03999100');
  await town.release(await town.add('everywhere'));
  for (let number = 1; number <= MAX_COMPARED + 1; number++) {
    const other = await createTown(database(), String(3999100 + number).padStart(8, '0'));
    await other.release(await other.add('everywhere'));
  }
  expect((await town.released.findComparable((await town.find('everywhere')).row)).map(({ place }) => place)).toEqual(Array.from({ length: MAX_COMPARED }, (_, index) => String(3999101 + index).padStart(8, '0')));
});
