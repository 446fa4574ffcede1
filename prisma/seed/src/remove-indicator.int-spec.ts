import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOCUMENT_WRITER } from '@konzeptwerkstatt/contracts';
import type { DocumentWriter } from '@konzeptwerkstatt/contracts';
import { newId, newRandomId, ValidationError } from '@konzeptwerkstatt/kernel';
import { AddIndicatorCommand, AddStarterIndicatorsCommand, EditIndicatorCommand, RecordObservationCommand, ReleaseIndicatorCommand, RemoveIndicatorCommand } from '@konzeptwerkstatt/monitoring';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { encodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { INestApplication } from '@nestjs/common';
import { loadDemonstration } from './load-demonstration.js';
import { actorOf, mutationOf, refusalOf, rowOf, rowsOf } from '../test/scene.js';
import { ask, startTestApplication } from '../test/test-application.js';

const database = useTestDatabase();
const OFFICE = 'amt.leipzig@example.org';
let application: INestApplication;

beforeAll(async () => {
  application = await startTestApplication(database().url);
  await loadDemonstration({ container: application });
}, 120_000);
afterAll(async () => application.close());

const office = () => actorOf(database().pool, OFFICE);
const count = { unit: 'count', unitLabel: 'Anzahl', decimals: 0, direction: 'up' } as const;
const share = { unit: 'percent', unitLabel: '%', decimals: 1, direction: 'up' } as const;

async function add(name: string, facts: object = {}): Promise<string> {
  const input = { ...count, name, definition: 'Gezählt.', ...facts };
  return application.get(AddIndicatorCommand, { strict: false }).run(mutationOf(await office(), 'addIndicator', input), input);
}

async function remove(indicatorId: string, email = OFFICE, key?: string): Promise<string> {
  return application.get(RemoveIndicatorCommand, { strict: false }).run(mutationOf(await actorOf(database().pool, email), 'removeIndicator', { indicatorId }, key), indicatorId);
}

/** The sentence of the only reason. */
async function reasonOf(indicatorId: string): Promise<string> {
  const error: unknown = await remove(indicatorId).catch((thrown: unknown) => thrown);
  return error instanceof ValidationError ? error.details.map(({ message }) => message).join() : String(error);
}

async function record(indicatorId: string, supersedesId: string | null = null): Promise<string> {
  const input = { indicatorId, regionId: null, period: '2023', value: '7', missingReason: null, status: 'final' as const, note: null, source: null, retrievedOn: null, breakdown: [], supersedesId };
  return application.get(RecordObservationCommand, { strict: false }).run(mutationOf(await office(), 'recordObservation', input), input);
}

const isThere = async (id: string): Promise<boolean> => (await rowsOf(database().pool, 'SELECT 1 FROM indicators WHERE id = $1', id)).length === 1;

/** A section of the concept that is being written. */
const draftSection = () => rowOf<{ id: string; title: string; document_id: string }>(database().pool,
  `SELECT s.id, s.title, s.document_id FROM sections s JOIN editions e ON e.id = s.edition_id JOIN municipalities m ON m.id = s.municipality_id
   WHERE m.ags = '14713000' AND e.frozen_at IS NULL AND s.removed_at IS NULL AND s.kind = 'field_of_action' ORDER BY s.position LIMIT 1`);

describe('an indicator that nobody needs', () => {
  it('is taken away with its definitions, tells of it, and frees its key', async () => {
    const id = await add('Überflüssig', { key: 'needless' });
    const edited = { ...count, name: 'Überflüssig', definition: 'Gezählt.', numerator: 'Anderes' };
    await application.get(EditIndicatorCommand, { strict: false }).run(mutationOf(await office(), 'editIndicator', edited), { ...edited, indicatorId: id, expectedRevision: 1 });
    expect(await remove(id)).toBe(id);
    expect([await isThere(id), await rowsOf(database().pool, 'SELECT 1 FROM indicator_definitions WHERE indicator_id = $1', id)]).toEqual([false, []]);
    const { payload } = await rowOf<{ payload: unknown }>(database().pool, "SELECT payload FROM engine.outbox_event WHERE name = 'monitoring.indicator.removed' AND aggregate_id = $1", id);
    expect(payload).toEqual({ indicatorId: id, key: 'needless', name: 'Überflüssig' });
    expect(await refusalOf(add('Wieder da', { key: 'needless' }))).toEqual([]);
  });

  it('is gone once when it is asked for again with the same key, and for everybody else it does not exist', async () => {
    const [id, key] = [await add('Zweimal'), newId()];
    expect([await remove(id, OFFICE, key), await remove(id, OFFICE, key)]).toEqual([id, id]);
    expect(await rowsOf(database().pool, "SELECT 1 FROM engine.outbox_event WHERE name = 'monitoring.indicator.removed' AND aggregate_id = $1", id)).toHaveLength(1);
    expect(await refusalOf(remove(id))).toEqual(['NOT_FOUND']);
  });

  it('comes back with the starter set, which can be taken over in part', async () => {
    const starters = application.get(AddStarterIndicatorsCommand, { strict: false });
    const keys = ['life_satisfaction', 'report_timeliness'];
    const take = async (wanted: string[] | null): Promise<string[]> => {
      const added = await starters.run(mutationOf(await office(), 'addStarterIndicators', { wanted }), wanted);
      return (await rowsOf<{ key: string }>(database().pool, 'SELECT key FROM indicators WHERE id = ANY ($1) ORDER BY key', added)).map(({ key }) => key);
    };
    expect(await take([...keys, 'nothing_of_the_set'])).toEqual(keys);
    const { id } = await rowOf<{ id: string }>(database().pool, "SELECT i.id FROM indicators i JOIN municipalities m ON m.id = i.municipality_id WHERE i.key = 'life_satisfaction' AND m.ags = '14713000'");
    await remove(id);
    expect(await take(keys)).toEqual(['life_satisfaction']);
    expect(await take(keys)).toEqual([]);
  });

  it('leaves no words behind that statistics files were understood by', async () => {
    const [id, other] = [await add('Gemeint'), await add('Nicht gemeint')];
    const { municipalityId } = await office();
    const remembered = [['indicator', 'wort', JSON.stringify(id)], ['column', 'spalte', JSON.stringify({ role: 'value', indicatorId: id })], ['indicator', 'anderes', JSON.stringify(other)]] as const;
    for (const [about, words, meaning] of remembered) await database().pool.query('INSERT INTO observation_import_words (municipality_id, about, words, meaning) VALUES ($1, $2, $3, $4::jsonb)', [municipalityId, about, words, meaning]);
    await remove(id);
    expect(await rowsOf(database().pool, "SELECT words FROM observation_import_words WHERE municipality_id = $1 AND words IN ('wort', 'spalte', 'anderes')", municipalityId)).toEqual([{ words: 'anderes' }]);
  });
});

describe('an indicator stays', () => {
  it('once it had a value, also when that was corrected or stands no longer', async () => {
    const id = await add('Mit Werten');
    const first = await record(id);
    expect(await refusalOf(remove(id))).toEqual(['HAS_VALUES at ']);
    await record(id, first);
    await database().pool.query('UPDATE observations SET superseded_at = now() WHERE indicator_id = $1', [id]);
    expect(await refusalOf(remove(id))).toEqual(['HAS_VALUES at ']);
    expect(await isThere(id)).toBe(true);
  });

  it('while it is for everybody', async () => {
    const id = await add('Für alle', { licence: 'dl-de/by-2-0' });
    await application.get(ReleaseIndicatorCommand, { strict: false }).release(mutationOf(await office(), 'releaseIndicator', { id }), id);
    expect(await refusalOf(remove(id))).toEqual(['STILL_RELEASED at ']);
    await application.get(ReleaseIndicatorCommand, { strict: false }).withdraw(mutationOf(await office(), 'withdrawIndicator', { id }), id);
    expect(await refusalOf(remove(id))).toEqual([]);
  });

  it('while a share is made of it, which is named', async () => {
    const [numeratorId, denominatorId] = [await add('Gezählte'), await add('Alle')];
    const shareId = await add('Ihr Anteil', { ...share, numeratorId, denominatorId });
    expect(await refusalOf(remove(numeratorId))).toEqual(['IS_COUNT at ']);
    expect(await reasonOf(denominatorId)).toContain('„Ihr Anteil“');
    await remove(shareId);
    expect(await refusalOf(remove(numeratorId))).toEqual([]);
  });

  it('while a goal is observed by it, which is named', async () => {
    const id = await add('Am Ziel');
    const section = await draftSection();
    const { addGoal } = await ask<{ addGoal: { goal: { id: string } } }>(application, await office(), 'mutation ($input: AddGoalInput!) { addGoal(input: $input) { goal { id } errors { code } } }',
      { input: { sectionId: encodeGlobalId('Section', section.id), title: 'Beobachtet werden', idempotencyKey: newId() } });
    const link = async (name: 'linkGoalIndicator' | 'unlinkGoalIndicator'): Promise<void> => {
      const input = { goalId: addGoal.goal.id, indicatorId: encodeGlobalId('Indicator', id), idempotencyKey: newId() };
      await ask(application, await office(), `mutation ($input: ${name.replace(/^./, (letter) => letter.toUpperCase())}Input!) { ${name}(input: $input) { errors { code } } }`, { input });
    };
    await link('linkGoalIndicator');
    expect(await refusalOf(remove(id))).toEqual(['IS_LINKED at ']);
    expect(await reasonOf(id)).toContain(`„Beobachtet werden“ (${section.title}, `);
    await link('unlinkGoalIndicator');
    expect(await refusalOf(remove(id))).toEqual([]);
  });

  it('while it stands in a text, which is named, until it is taken out', async () => {
    const [id, blockId, section] = [await add('Im Text'), newRandomId(), await draftSection()];
    const writer = application.get<DocumentWriter>(DOCUMENT_WRITER, { strict: false });
    const write = async (change: Parameters<DocumentWriter['append']>[2]): Promise<void> => {
      const actor = await office();
      await application.get(PrismaDatabase, { strict: false }).runInTransaction((tx) => writer.append(tx, section.document_id, change, actor));
    };
    await write({ kind: 'appendBlocks', blocks: [{ type: 'indicator', id: blockId, indicatorId: id }] });
    expect(await refusalOf(remove(id))).toEqual(['STANDS_IN_TEXT at ']);
    expect(await reasonOf(id)).toContain(`„${section.title}“ (`);
    const told = await ask<{ indicator: { removal: { problems: { code: string }[]; places: { kind: string; blockId: string; section: { uuid: string } }[] } } }>(
      application, await office(), 'query ($uuid: String!) { indicator(uuid: $uuid) { removal { problems { code } places { kind blockId section { uuid } } shares { id } } } }', { uuid: id });
    expect(told.indicator.removal).toEqual({ problems: [{ code: 'STANDS_IN_TEXT' }], places: [{ kind: 'TEXT', blockId, section: { uuid: section.id } }], shares: [] });
    await write({ kind: 'removeBlocks', blockIds: [blockId] });
    expect(await refusalOf(remove(id))).toEqual([]);
  });

  it('is NOT_FOUND for another municipality and FORBIDDEN for those who only read, who are not told what needs it', async () => {
    const id = await add('Meins');
    expect(await refusalOf(remove(id, 'amt.rostock@example.org'))).toEqual(['NOT_FOUND']);
    expect(await refusalOf(remove(id, 'beirat.leipzig@example.org'))).toEqual(['FORBIDDEN']);
    const told = await ask(application, await actorOf(database().pool, 'beirat.leipzig@example.org'), 'query ($uuid: String!) { indicator(uuid: $uuid) { removal { problems { code } } } }', { uuid: id });
    expect(told).toEqual({ indicator: { removal: null } });
    expect(await isThere(id)).toBe(true);
  });
});
