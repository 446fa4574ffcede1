import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { INDICATOR_DIRECTORY } from '@konzeptwerkstatt/concept';
import type { IndicatorDirectory } from '@konzeptwerkstatt/concept';
import { newId } from '@konzeptwerkstatt/kernel';
import {
  AddIndicatorCommand, AddStarterIndicatorsCommand, EditIndicatorCommand, IndicatorReader, IndicatorWithoutDataGapSource, ObservationReader, RecordObservationCommand, SetSuppressionThresholdCommand, ShareCheckReader,
} from '@konzeptwerkstatt/monitoring';
import type { EditIndicator, RecordObservation } from '@konzeptwerkstatt/monitoring';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { INestApplication } from '@nestjs/common';
import { loadDemonstration } from './load-demonstration.js';
import { actorOf, mutationOf, refusalOf, rowOf, rowsOf } from '../test/scene.js';
import { startTestApplication } from '../test/test-application.js';

const database = useTestDatabase();
let application: INestApplication;

beforeAll(async () => {
  application = await startTestApplication(database().url);
  await loadDemonstration({ container: application });
}, 120_000);
afterAll(async () => application.close());

const indicator = async (key: string, ags = '14713000') =>
  (await rowOf<{ id: string }>(database().pool, 'SELECT i.id FROM indicators i JOIN municipalities m ON m.id = i.municipality_id WHERE i.key = $1 AND m.ags = $2', key, ags)).id;

async function record(facts: Partial<RecordObservation> & { indicatorId: string }, email = 'amt.leipzig@example.org', key?: string): Promise<string> {
  const input: RecordObservation = { regionId: null, period: '2023', value: null, missingReason: null, status: 'final', note: null, source: null, retrievedOn: null, breakdown: [], supersedesId: null, ...facts };
  return application.get(RecordObservationCommand, { strict: false }).run(mutationOf(await actorOf(database().pool, email), 'recordObservation', input, key), input);
}

const draft = { key: 'employment_rate', name: 'Beschäftigungsquote', unit: 'percent', unitLabel: '%', decimals: 1, direction: 'up' as const, definition: 'Beschäftigte geteilt durch Personen von 15 bis 64.' };

async function addIndicator(facts: Partial<Omit<typeof draft, 'unit' | 'unitLabel'>> & { unit?: string; unitLabel?: string }, email = 'amt.leipzig@example.org'): Promise<string> {
  const input = { ...draft, ...facts };
  return application.get(AddIndicatorCommand, { strict: false }).run(mutationOf(await actorOf(database().pool, email), 'addIndicator', input), input);
}

describe('defining an indicator', () => {
  it('stores it with the first version of its definition and tells of it', async () => {
    const id = await addIndicator({});
    expect(await rowOf(database().pool, 'SELECT sensitivity, revision, path_version FROM indicators WHERE id = $1', id)).toEqual({ sensitivity: 'open', revision: 1, path_version: null });
    expect(await rowOf(database().pool, 'SELECT version, text FROM indicator_definitions WHERE indicator_id = $1', id)).toEqual({ version: 1, text: draft.definition });
    expect(await rowsOf(database().pool, "SELECT 1 FROM engine.outbox_event WHERE name = 'monitoring.indicator.added' AND aggregate_id = $1", id)).toHaveLength(1);
  });

  it('is refused for a key that is taken, also at the same moment, but not when another municipality has it', async () => {
    expect((await Promise.all([refusalOf(addIndicator({ key: 'twin' })), refusalOf(addIndicator({ key: 'twin' }))])).flat()).toEqual(['KEY_TAKEN at key']);
    expect(await refusalOf(addIndicator({ key: 'twin' }, 'amt.rostock@example.org'))).toEqual([]);
  });

  it('is FORBIDDEN for those who only contribute', async () => {
    expect(await refusalOf(addIndicator({ key: 'other' }, 'verein.leipzig@example.org'))).toEqual(['FORBIDDEN']);
  });
});

async function edit(indicatorId: string, facts: Partial<EditIndicator>, email = 'amt.leipzig@example.org'): Promise<string> {
  const { key: _, ...rest } = draft;
  const input: EditIndicator = { ...rest, indicatorId, expectedRevision: 1, ...facts };
  return application.get(EditIndicatorCommand, { strict: false }).run(mutationOf(await actorOf(database().pool, email), 'editIndicator', input), input);
}

describe('changing an indicator', () => {
  it('keeps the version of its definition for other words, and begins another one for another way of counting', async () => {
    const id = await addIndicator({ key: 'changing' });
    await edit(id, { name: 'Quote der Beschäftigten', definition: 'Besser gesagt.', numerator: 'Beschäftigte', baselineValue: '50', baselineYear: 2020, targetValue: '60', targetYear: 2030 });
    await edit(id, { numerator: 'Beschäftigte mit Minijobs', baselineValue: '50', baselineYear: 2020, targetValue: '60', targetYear: 2030, expectedRevision: 2 });
    expect(await rowsOf(database().pool, 'SELECT version, text, numerator FROM indicator_definitions WHERE indicator_id = $1 ORDER BY version', id)).toEqual([
      { version: 1, text: 'Besser gesagt.', numerator: 'Beschäftigte' }, { version: 2, text: draft.definition, numerator: 'Beschäftigte mit Minijobs' },
    ]);
    // Baseline and target stay with the way of counting they were set for.
    expect(await rowOf(database().pool, 'SELECT key, name, revision, path_version FROM indicators WHERE id = $1', id)).toEqual({ key: 'changing', name: draft.name, revision: 3, path_version: 1 });
    expect(await rowsOf(database().pool, "SELECT 1 FROM engine.outbox_event WHERE name = 'monitoring.indicator.changed' AND aggregate_id = $1", id)).toHaveLength(2);
  });

  it('is refused when somebody else was quicker, for a unit that has values, for an unknown office, and for those who may not', async () => {
    const id = await addIndicator({ key: 'contested' });
    expect((await Promise.all([refusalOf(edit(id, { name: 'Eins' })), refusalOf(edit(id, { name: 'Zwei' }))])).flat()).toEqual(['STALE_VALUE at ']);
    await record({ indicatorId: id, value: '50.0' });
    expect(await refusalOf(edit(id, { unit: 'count', unitLabel: 'Anzahl', expectedRevision: 2 }))).toEqual(['UNIT_IN_USE at unit']);
    expect(await refusalOf(edit(id, { responsibleOrganisationId: newId(), expectedRevision: 2 }))).toEqual(['UNKNOWN_ORGANISATION at responsibleOrganisationId']);
    expect(await refusalOf(edit(id, { expectedRevision: 2 }, 'verein.leipzig@example.org'))).toEqual(['FORBIDDEN']);
    expect(await refusalOf(edit(id, { expectedRevision: 2 }, 'amt.rostock@example.org'))).toEqual(['NOT_FOUND']);
  });
});

describe('a share and its counts', () => {
  it('are held against each other: the one of the source that does not fit is found, and no other', async () => {
    const shares = await rowsOf<{ id: string }>(database().pool, "SELECT o.id FROM observations o JOIN indicators i ON i.id = o.indicator_id JOIN municipalities m ON m.id = i.municipality_id WHERE m.ags = '14713000' AND i.numerator_id IS NOT NULL");
    const actor = await actorOf(database().pool, 'amt.leipzig@example.org');
    const values = await Promise.all(shares.map(({ id }) => application.get(ObservationReader, { strict: false }).find(actor, id)));
    const found = await application.get(ShareCheckReader, { strict: false }).find(actor.municipalityId ?? '', values.filter((value) => value !== null));
    expect(values.length).toBeGreaterThan(6);
    expect(found.map(({ computed, numerator, denominator }) => [numerator.regionKey, computed, numerator.value, denominator.value])).toEqual([['solingen', '36.9', '60082', '162790']]);
  });

  it('are two counts of the same municipality, both or none', async () => {
    const [people, foreign, share] = await Promise.all([indicator('population_total'), indicator('foreign_population'), indicator('foreign_population_share')]);
    const id = await addIndicator({ key: 'recomputed', unit: 'percent', unitLabel: '%', decimals: 1 });
    const refused = (counts: { numeratorId: string | null; denominatorId: string | null }) => refusalOf(edit(id, { unit: 'percent', unitLabel: '%', decimals: 1, ...counts }));
    expect(await refused({ numeratorId: foreign, denominatorId: null })).toEqual(['SHARE_INCOMPLETE at denominatorId']);
    expect(await refused({ numeratorId: share, denominatorId: people })).toEqual(['COUNT_EXPECTED at numeratorId']);
    expect(await refused({ numeratorId: foreign, denominatorId: newId() })).toEqual(['COUNT_EXPECTED at denominatorId']);
    expect(await refused({ numeratorId: foreign, denominatorId: foreign })).toEqual(['COUNT_EXPECTED at denominatorId']);
    await edit(id, { unit: 'percent', unitLabel: '%', decimals: 1, numeratorId: foreign, denominatorId: people });
    expect(await rowOf(database().pool, 'SELECT numerator_id, denominator_id FROM indicators WHERE id = $1', id)).toEqual({ numerator_id: foreign, denominator_id: people });
  });
});

describe('values of groups only', () => {
  it('are found as the latest there is, so that the indicator is not empty', async () => {
    const id = await addIndicator({ key: 'by_groups' });
    const municipalityId = (await actorOf(database().pool, 'amt.leipzig@example.org')).municipalityId ?? '';
    for (const [period, value, group] of [['2021', '40', 'Frauen'], ['2022', '41.5', 'Frauen'], ['2022', '50', 'Männer']] as const) await record({ indicatorId: id, period, value, breakdown: [{ dimension: 'group', value: group }] });
    const reader = application.get(ObservationReader, { strict: false });
    expect(await reader.findLatest(municipalityId, [id])).toEqual([]);
    expect(await reader.findLatestParts(municipalityId, [id])).toMatchObject([{ indicatorId: id, periodTo: '2022-12-31', value: '41.5' }]);
  });
});

describe('the starter set', () => {
  it('adds what is not there yet, and nothing the second time', async () => {
    const starters = application.get(AddStarterIndicatorsCommand, { strict: false });
    const add = async (): Promise<string[]> => starters.run(mutationOf(await actorOf(database().pool, 'amt.rostock@example.org'), 'addStarterIndicators', {}));
    const keysBefore = await rowsOf<{ key: string }>(database().pool, "SELECT i.key FROM indicators i JOIN municipalities m ON m.id = i.municipality_id WHERE m.ags = '13003000'");
    const added = await add();
    expect(added).not.toHaveLength(0);
    const keysAdded = await rowsOf<{ key: string }>(database().pool, 'SELECT key FROM indicators WHERE id = ANY ($1)', added);
    expect(keysAdded.filter(({ key }) => keysBefore.some((before) => before.key === key))).toEqual([]);
    expect(await add()).toEqual([]);
  });
});

/** What anybody reads of the values of an indicator, by part of the population. */
async function valuesOf(indicatorId: string, period: string): Promise<Record<string, string | null>> {
  const { municipalityId } = await actorOf(database().pool, 'amt.leipzig@example.org');
  const rows = await application.get(ObservationReader, { strict: false }).findByIndicators(municipalityId ?? '', [indicatorId], { offset: 0, limit: 100 });
  return Object.fromEntries(rows.filter(({ periodTo }) => periodTo === period).map(({ breakdown, value, isSuppressed }) => [breakdown, isSuppressed ? 'withheld' : value]));
}

describe('values of a part of the people', () => {
  const district = (value: string) => [{ dimension: 'district' as const, value }];

  it('are withheld when they are small, together with what would give them away', async () => {
    expect(await valuesOf(await indicator('advice_participants'), '2025-12-31')).toEqual({ '': '705', 'district=Mitte': '240', 'district=Ost': '312', 'district=West': 'withheld', 'district=Nord': 'withheld' });
    expect(await valuesOf(await indicator('advice_participants'), '2024-12-31')).toEqual({ '': '640', 'district=Mitte': '225', 'district=Ost': '290', 'district=West': '125' });
  });

  it('stand beside the total and beside each other, and each only once', async () => {
    const indicatorId = await addIndicator({ key: 'learners', unit: 'persons', unitLabel: 'Personen', decimals: 0 });
    await record({ indicatorId, value: '60' });
    await record({ indicatorId, value: '35', breakdown: district('Nord') });
    await record({ indicatorId, value: '25', breakdown: district('Süd') });
    expect(await refusalOf(record({ indicatorId, value: '36', breakdown: district(' Nord ') }))).toEqual(['OBSERVATION_EXISTS at period']);
    expect(await valuesOf(indicatorId, '2023-12-31')).toEqual({ '': '60', 'district=Nord': '35', 'district=Süd': '25' });
  });

  it('stay about the same part when they are corrected, and what stood before stays readable unless it would tell', async () => {
    const indicatorId = await indicator('learners');
    const { municipalityId } = await actorOf(database().pool, 'amt.leipzig@example.org');
    const north = await rowOf<{ id: string }>(database().pool, "SELECT id FROM observations WHERE indicator_id = $1 AND breakdown = 'district=Nord' AND superseded_at IS NULL", indicatorId);
    const right = await record({ indicatorId, value: '33', supersedesId: north.id, breakdown: district('Süd') });
    const reader = application.get(ObservationReader, { strict: false });
    expect(await valuesOf(indicatorId, '2023-12-31')).toEqual({ '': '60', 'district=Nord': '33', 'district=Süd': '25' });
    expect((await reader.findEarlier(municipalityId ?? '', [right])).map(({ value, standingId }) => [value, standingId])).toEqual([['35', right]]);
    const small = await record({ indicatorId, value: '4', supersedesId: right });
    expect(await valuesOf(indicatorId, '2023-12-31')).toEqual({ '': '60', 'district=Nord': 'withheld', 'district=Süd': 'withheld' });
    expect((await reader.findEarlier(municipalityId ?? '', [small])).map(({ value, isSuppressed }) => [value, isSuppressed])).toEqual([[null, true], [null, true]]);
    expect(await reader.find(await actorOf(database().pool, 'amt.leipzig@example.org'), small)).toMatchObject({ value: null, isSuppressed: true });
  });

  it('are withheld below the number that the municipality has set, which only its administrators may', async () => {
    const set = async (threshold: number, email: string): Promise<number> =>
      application.get(SetSuppressionThresholdCommand, { strict: false }).run(mutationOf(await actorOf(database().pool, email), 'setSuppressionThreshold', { threshold }), threshold);
    expect(await refusalOf(set(10, 'verein.leipzig@example.org'))).toEqual(['FORBIDDEN']);
    expect(await refusalOf(set(2, 'amt.leipzig@example.org'))).toEqual(['THRESHOLD_INVALID at threshold']);
    await set(3, 'amt.leipzig@example.org');
    expect(await valuesOf(await indicator('advice_participants'), '2025-12-31')).toMatchObject({ 'district=Nord': '3', 'district=West': '150' });
    await set(5, 'amt.leipzig@example.org');
    expect(await valuesOf(await indicator('advice_participants'), '2025-12-31')).toMatchObject({ 'district=Nord': 'withheld' });
  });
});

describe('recording a value', () => {
  it('keeps it exactly, in the region of the own municipality, and it is the latest from then on', async () => {
    const indicatorId = await indicator('foreign_population_share');
    const id = await record({ indicatorId, value: '12.0' });
    expect(await rowOf(database().pool, 'SELECT round(o.value, o.decimals)::text AS value, o.decimals, r.key FROM observations o JOIN regions r ON r.id = o.region_id WHERE o.id = $1', id)).toEqual({ value: '12.0', decimals: 1, key: 'leipzig' });
    const { municipalityId } = await actorOf(database().pool, 'amt.leipzig@example.org');
    const [latest] = await application.get(ObservationReader, { strict: false }).findLatest(municipalityId ?? '', [indicatorId]);
    expect(latest).toMatchObject({ id, value: '12.0', periodTo: '2023-12-31' });
  });

  it('may record the reason why there is none instead', async () => {
    const id = await record({ indicatorId: await indicator('training_starts'), missingReason: 'Noch nicht erhoben' });
    expect(await rowOf(database().pool, 'SELECT value, missing_reason, qualifier FROM observations WHERE id = $1', id)).toEqual({ value: null, missing_reason: 'Noch nicht erhoben', qualifier: 'not_available' });
  });

  it('corrects without overwriting: the old value stays, the new one stands', async () => {
    const indicatorId = await indicator('population_total');
    const wrong = await record({ indicatorId, period: '2022', value: '61000' });
    const right = await record({ indicatorId, period: '2022', value: '616093', status: 'revised', supersedesId: wrong });
    expect(await rowsOf(database().pool, 'SELECT id, superseded_at IS NOT NULL AS old FROM observations WHERE id = ANY ($1) ORDER BY value', [wrong, right])).toEqual([{ id: wrong, old: true }, { id: right, old: false }]);
    expect(await refusalOf(record({ indicatorId, period: '2022', value: '1', supersedesId: wrong }))).toEqual(['OBSERVATION_SUPERSEDED at supersedesId']);
    const { payload } = await rowOf<{ payload: unknown }>(database().pool, "SELECT payload FROM engine.outbox_event WHERE name = 'monitoring.observation.recorded' AND payload->>'observationId' = $1", right);
    expect(payload).toEqual({ observationId: right, indicatorId, supersedes: wrong });
  });

  it('is refused beside the field, and changes nothing', async () => {
    const indicatorId = await indicator('daycare_migration_background_share');
    const before = await rowsOf(database().pool, 'SELECT id FROM observations');
    expect(await refusalOf(record({ indicatorId }))).toEqual(['VALUE_OR_REASON_REQUIRED at value']);
    expect(await refusalOf(record({ indicatorId, value: '18,2', period: '20' }))).toEqual(['VALUE_INVALID at value', 'PERIOD_INVALID at period']);
    expect(await refusalOf(record({ indicatorId, value: '18.2', period: '2020' }))).toEqual(['OBSERVATION_EXISTS at period']);
    expect(await refusalOf(record({ indicatorId, value: '18.2', regionId: newId() }))).toEqual(['UNKNOWN_REGION at regionId']);
    expect(await refusalOf(record({ indicatorId, value: '18.2', supersedesId: newId() }))).toEqual(['UNKNOWN_OBSERVATION at supersedesId']);
    expect(await rowsOf(database().pool, 'SELECT id FROM observations')).toEqual(before);
  });

  it('at the same moment twice gives one value', async () => {
    const indicatorId = await indicator('foreign_population');
    const outcomes = await Promise.all([refusalOf(record({ indicatorId, value: '70000' })), refusalOf(record({ indicatorId, value: '70001' }))]);
    expect(outcomes.flat()).toEqual(['OBSERVATION_EXISTS at period']);
  });

  it('done again with the same key gives one value', async () => {
    const [indicatorId, key] = [await indicator('funded_projects'), newId()];
    expect(await record({ indicatorId, value: '40' }, undefined, key)).toBe(await record({ indicatorId, value: '40' }, undefined, key));
    expect(await rowsOf(database().pool, 'SELECT 1 FROM observations WHERE indicator_id = $1', indicatorId)).toHaveLength(1);
  });

  it('is NOT_FOUND for an indicator of another municipality and FORBIDDEN for those who only read', async () => {
    const foreign = await indicator('population_total', '13003000');
    expect(await refusalOf(record({ indicatorId: foreign, value: '1' }))).toEqual(['NOT_FOUND']);
    expect(await refusalOf(record({ indicatorId: await indicator('population_total'), value: '1' }, 'beirat.leipzig@example.org'))).toEqual(['FORBIDDEN']);
  });
});

describe('reading indicators', () => {
  it('shows those of the own municipality only', async () => {
    const reader = application.get(IndicatorReader, { strict: false });
    const actor = await actorOf(database().pool, 'verein.leipzig@example.org');
    const foreign = await indicator('population_total', '13003000');
    expect((await reader.findVisible(actor, { skip: 0, take: 100 })).rows.every((row) => row.municipalityId === actor.municipalityId)).toBe(true);
    expect(await reader.find(actor, foreign)).toBeNull();
    expect(await reader.find(null, foreign)).toBeNull();
  });

  it('tells concept which indicators exist, and no others', async () => {
    const directory = application.get<IndicatorDirectory>(INDICATOR_DIRECTORY, { strict: false });
    const { municipalityId } = await actorOf(database().pool, 'amt.leipzig@example.org');
    const [own, foreign] = [await indicator('population_total'), await indicator('population_total', '13003000')];
    const known = await directory.existing(application.get(PrismaDatabase, { strict: false }).client, municipalityId ?? '', [own, foreign, newId()]);
    expect([...known]).toEqual([own]);
  });

  it('finds the gap of an indicator without data until a value or a reason is recorded', async () => {
    const source = application.get(IndicatorWithoutDataGapSource, { strict: false });
    const { municipalityId } = await actorOf(database().pool, 'amt.leipzig@example.org');
    const [empty, full] = [await indicator('neighbourhood_meetings'), await indicator('population_total')];
    const place = { sectionId: newId(), blockId: newId(), measureId: null, goalId: null };
    const edition = { editionId: newId(), municipalityId: municipalityId ?? '', indicators: [empty, full].map((indicatorId) => ({ indicatorId, ...place })) };
    expect(await source.find(edition)).toEqual([{ kind: 'indicator_without_data', title: 'Treffen in Begegnungsorten je Jahr (Beispiel)', ...place, indicatorId: empty }]);
    await record({ indicatorId: empty, missingReason: 'Wird ab 2027 gezählt' });
    expect(await source.find(edition)).toEqual([]);
  });
});
