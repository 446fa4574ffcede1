import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { createTown } from '../../test/figures-town.js';

const database = useTestDatabase();

test('a share is withheld where one of its counts is, so that nobody can multiply', async () => {
  const town = await createTown(database(), '03999011');
  const [part, all] = [await town.add('part', { sensitivity: 'personal' }), await town.add('all', { sensitivity: 'personal' })];
  const share = await town.add('share', { counts: [part, all] });
  for (const [breakdown, counted, of, percent] of [['', '68', '400', '17.0'], ['district=Nord', '3', '120', '2.5'], ['district=Süd', '15', '130', '11.5'], ['district=West', '50', '150', '33.3']] as const) {
    await town.observe(part, counted, { breakdown });
    await town.observe(all, of, { breakdown });
    await town.observe(share, percent, { breakdown: breakdown.toLowerCase() });
  }
  await town.observe(share, '2.5', { breakdown: 'district=Nord', year: 2019 });
  expect(await town.shown(part)).toEqual({ '': '68', 'district=Nord': 'withheld', 'district=Süd': 'withheld', 'district=West': '50' });
  expect(await town.shown(all)).toEqual({ '': '400', 'district=Nord': '120', 'district=Süd': '130', 'district=West': '150' });
  expect(await town.shown(share)).toEqual({ '': '17.0', 'district=nord': 'withheld', 'district=süd': 'withheld', 'district=west': '33.3', 'district=Nord': '2.5' });
  await town.pool.query('UPDATE indicators SET numerator_id = NULL, denominator_id = NULL WHERE id = $1', [share]);
  expect(await town.shown(share)).toMatchObject({ 'district=nord': '2.5', 'district=süd': '11.5' });
});

test('an earlier share is withheld where an earlier count is; the one that stands is not', async () => {
  const town = await createTown(database(), '03999012');
  const [part, all] = [await town.add('part', { sensitivity: 'personal' }), await town.add('all')];
  const share = await town.add('share', { counts: [part, all] });
  await town.observe(all, '120');
  await town.observe(part, '60', { supersedes: await town.observe(part, '3', { supersededAt: '2022-01-01' }) });
  const standing = await town.observe(share, '50.0', { supersedes: await town.observe(share, '2.5', { supersededAt: '2022-01-01' }) });
  expect(await town.shown(share)).toEqual({ '': '50.0' });
  expect(await town.observations.findEarlier(town.municipalityId, [standing])).toMatchObject([{ value: null, isSuppressed: true }]);
});
