import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { AddIndicatorCommand, EditIndicatorCommand, RecordObservationCommand, RemoveIndicatorCommand } from '@konzeptwerkstatt/monitoring';
import { encodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import { until, useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { INestApplication } from '@nestjs/common';
import { loadDemonstration } from './load-demonstration.js';
import { actorOf, mutationOf, refusalOf, rowOf, rowsOf } from '../test/scene.js';
import { ask, startTestApplication } from '../test/test-application.js';

const database = useTestDatabase();
let application: INestApplication;

beforeAll(async () => {
  application = await startTestApplication(database().url);
  await loadDemonstration({ container: application });
}, 120_000);
afterAll(async () => application.close());

const office = () => actorOf(database().pool, 'amt.leipzig@example.org');
const count = { unit: 'count', unitLabel: 'Anzahl', decimals: 0, direction: 'up', definition: 'Gezählt.' } as const;
const share = { unit: 'percent', unitLabel: '%', decimals: 1, direction: 'up', definition: 'Gerechnet.' } as const;

async function add(name: string, facts: object = {}): Promise<string> {
  const input = { ...count, name, ...facts };
  return application.get(AddIndicatorCommand, { strict: false }).run(mutationOf(await office(), 'addIndicator', input), input);
}

async function edit(indicatorId: string, name: string, facts: object): Promise<string> {
  const input = { ...count, name, ...facts };
  return application.get(EditIndicatorCommand, { strict: false }).run(mutationOf(await office(), 'editIndicator', input), { ...input, indicatorId, expectedRevision: 1 });
}

const remove = async (indicatorId: string): Promise<string> => application.get(RemoveIndicatorCommand, { strict: false }).run(mutationOf(await office(), 'removeIndicator', { indicatorId }), indicatorId);

async function record(indicatorId: string): Promise<string> {
  const input = { indicatorId, regionId: null, period: '2023', value: '7', missingReason: null, status: 'final' as const, note: null, source: null, retrievedOn: null, breakdown: [], supersedesId: null };
  return application.get(RecordObservationCommand, { strict: false }).run(mutationOf(await office(), 'recordObservation', input), input);
}

/** A new goal of the concept that is being written. */
async function addGoal(): Promise<{ id: string; uuid: string }> {
  const { id } = await rowOf<{ id: string }>(database().pool, `SELECT s.id FROM sections s JOIN editions e ON e.id = s.edition_id JOIN municipalities m ON m.id = s.municipality_id
    WHERE m.ags = '14713000' AND e.frozen_at IS NULL AND s.removed_at IS NULL AND s.kind = 'field_of_action' ORDER BY s.position LIMIT 1`);
  const answer = await ask<{ addGoal: { goal: { id: string; uuid: string } } }>(application, await office(), 'mutation ($input: AddGoalInput!) { addGoal(input: $input) { goal { id uuid } } }',
    { input: { sectionId: encodeGlobalId('Section', id), title: 'Ankommen', idempotencyKey: newId() } });
  return answer.addGoal.goal;
}

/** Links the goal. @returns codes of what stood against it */
async function link(goalId: string, indicatorId: string): Promise<string[]> {
  const input = { goalId, indicatorId: encodeGlobalId('Indicator', indicatorId), idempotencyKey: newId() };
  const answer = await ask<{ linkGoalIndicator: { errors: { code: string }[] } }>(application, await office(), 'mutation ($input: LinkGoalIndicatorInput!) { linkGoalIndicator(input: $input) { errors { code } } }', { input });
  return answer.linkGoalIndicator.errors.map(({ code }) => code);
}

/** Carries statements out in a transaction that ends only when the others wait for it. @returns what became of the others */
async function whileOpen<Answer>(statements: readonly (readonly [sql: string, ...values: unknown[]])[], others: () => Promise<Answer>): Promise<Answer> {
  const client = await database().pool.connect();
  try {
    await client.query('BEGIN');
    for (const [sql, ...values] of statements) await client.query(sql, values);
    const answer = others();
    await until(async () => (await rowsOf(database().pool, "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%indicators%'")).length === 1, 'the other one waits');
    await client.query('COMMIT');
    return await answer;
  } finally {
    client.release(true);
  }
}

const removal = (id: string) => [['SELECT FROM indicators WHERE id = $1 FOR UPDATE', id], ['DELETE FROM indicator_definitions WHERE indicator_id = $1', id], ['DELETE FROM indicators WHERE id = $1', id]] as const;

describe('while an indicator is taken away', () => {
  it('nobody makes a share of it: of counts that are gone none is made', async () => {
    const [numeratorId, denominatorId, shareId] = [await add('Gezählte'), await add('Alle'), await add('Anteil', share)];
    expect(await whileOpen(removal(numeratorId), () => refusalOf(edit(shareId, 'Anteil', { ...share, numeratorId, denominatorId })))).toEqual(['COUNT_EXPECTED at numeratorId']);
    const other = await add('Andere');
    expect(await whileOpen(removal(denominatorId), () => refusalOf(add('Neuer Anteil', { ...share, numeratorId: other, denominatorId })))).toEqual(['COUNT_EXPECTED at denominatorId']);
  });

  it('nobody links it to a goal, and nobody records a value', async () => {
    const [linked, recorded, goal] = [await add('Verknüpft'), await add('Eingetragen'), await addGoal()];
    expect(await whileOpen(removal(linked), () => link(goal.id, linked))).toEqual(['UNKNOWN_INDICATOR']);
    expect(await rowsOf(database().pool, 'SELECT FROM goal_indicators WHERE indicator_id = $1', linked)).toEqual([]);
    expect(await whileOpen(removal(recorded), () => refusalOf(record(recorded)))).toEqual(['NOT_FOUND']);
  });
});

describe('an indicator is not taken away', () => {
  it('while somebody makes a share of it or links it to a goal', async () => {
    const [numeratorId, denominatorId, linked, shareId, goal] = [await add('Zähler'), await add('Nenner'), await add('Am Ziel'), await add('Ihr Anteil', share), await addGoal()];
    expect(await whileOpen([['UPDATE indicators SET numerator_id = $2, denominator_id = $3 WHERE id = $1', shareId, numeratorId, denominatorId]], () => refusalOf(remove(numeratorId)))).toEqual(['IS_COUNT at ']);
    const { municipalityId } = await office();
    const linking = [['SELECT FROM indicators WHERE id = $1 FOR KEY SHARE', linked], ['INSERT INTO goal_indicators (municipality_id, goal_id, indicator_id) VALUES ($1, $2, $3)', municipalityId, goal.uuid, linked]] as const;
    expect(await whileOpen(linking, () => refusalOf(remove(linked)))).toEqual(['IS_LINKED at ']);
  });
});

describe('who changes an indicator or records its values', () => {
  it('does not wait for who only names it', async () => {
    const id = await add('Wird genannt');
    const client = await database().pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT FROM indicators WHERE id = $1 FOR KEY SHARE', [id]);
      expect(await edit(id, 'Wird genannt und geändert', {})).toBe(id);
      await record(id);
    } finally {
      client.release(true);
    }
  });
});
