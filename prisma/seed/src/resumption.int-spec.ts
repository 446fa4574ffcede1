import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FillSectionCommand } from '@konzeptwerkstatt/concept';
import { AccessPolicy, grantsOfRole, identityWorkerParts } from '@konzeptwerkstatt/identity';
import type { EventEnvelope, Subscriber } from '@konzeptwerkstatt/contracts';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { createTestDatabase } from '@konzeptwerkstatt/test-support';
import type { TestDatabase } from '@konzeptwerkstatt/test-support';
import type { INestApplication } from '@nestjs/common';
import { loadDemonstration } from './load-demonstration.js';
import { startTestApplication } from '../test/test-application.js';

interface Scene {
  readonly database: TestDatabase;
  readonly application: INestApplication;
}

async function withScene(): Promise<Scene> {
  const database = await createTestDatabase();
  return { database, application: await startTestApplication(database.url) };
}

let scene: Scene;
beforeEach(async () => { scene = await withScene(); }, 60_000);
afterEach(async () => {
  await scene.application.close();
  await scene.database.drop();
});

const rowsOf = async <Row>(sql: string, ...values: unknown[]): Promise<Row[]> => (await scene.database.pool.query(sql, values)).rows as Row[];

async function totals(): Promise<unknown> {
  const tables = ['municipalities', 'organisations', 'persons', 'grants', 'editions', 'sections', 'goals', 'measures', 'process_roles', 'indicators', 'observations', 'engine.document', 'engine.outbox_event'];
  return Promise.all(tables.map(async (table) => [table, (await rowsOf<{ count: string }>(`SELECT count(*) FROM ${table}`))[0]?.count]));
}

describe('loading after a crash', () => {
  it('goes on where it stopped and doubles nothing', async () => {
    const fill = scene.application.get(FillSectionCommand, { strict: false });
    const original = fill.run.bind(fill);
    let filled = 0;
    // The process dies while the sixth section is being written: its transaction is gone, the five before it are there.
    fill.run = async (...args) => {
      if ((filled += 1) === 6) throw new Error('crash');
      return original(...args);
    };
    await expect(loadDemonstration({ container: scene.application })).rejects.toThrow('crash');
    expect((await rowsOf<{ count: string }>('SELECT count(*) FROM sections'))[0]?.count).toBe('5');
    fill.run = original;
    expect(await loadDemonstration({ container: scene.application })).toBe('loaded');
    const resumed = await totals();

    const other = await withScene();
    try {
      await loadDemonstration({ container: other.application });
      const fresh = scene;
      scene = other;
      const undisturbed = await totals();
      scene = fresh;
      expect(resumed).toEqual(undisturbed);
    } finally {
      await other.application.close();
      await other.database.drop();
    }
  }, 120_000);
});

describe('two processes that start at once', () => {
  it('load the demonstration once between them', async () => {
    const outcomes = await Promise.allSettled([loadDemonstration({ container: scene.application }), loadDemonstration({ container: scene.application })]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await rowsOf('SELECT count(*)::int AS cities FROM municipalities')).toEqual([{ cities: 2 }]);
    expect(await rowsOf("SELECT title FROM sections GROUP BY edition_id, title HAVING count(*) > 1")).toEqual([]);
  }, 120_000);
});

describe('a database that is in use', () => {
  it('is left alone', async () => {
    await rowsOf("INSERT INTO municipalities (id, name) VALUES (gen_random_uuid(), 'Musterstadt')");
    expect(await loadDemonstration({ container: scene.application })).toBe('skipped');
    expect(await rowsOf('SELECT name FROM municipalities')).toEqual([{ name: 'Musterstadt' }]);
  });
});

describe('rights right after loading', () => {
  const actorOf = async (email: string): Promise<Actor> => {
    const [row] = await rowsOf<{ person_id: string; organisation_id: string; municipality_id: string }>(
      'SELECT m.person_id, m.organisation_id, m.municipality_id FROM memberships m JOIN persons p ON p.id = m.person_id WHERE p.email = $1', email);
    if (row === undefined) throw new Error(`no account ${email}`);
    return { kind: 'person', personId: row.person_id, guestId: null, organisationId: row.organisation_id, gatheringId: null, municipalityId: row.municipality_id };
  };

  it('are those of the roles, before any worker has run, and stay the same when it has', async () => {
    await loadDemonstration({ container: scene.application });
    const policy = scene.application.get(AccessPolicy, { strict: false });
    const [process] = await rowsOf<{ id: string; municipality_id: string }>("SELECT p.id, p.municipality_id FROM planning_processes p JOIN municipalities m ON m.id = p.municipality_id WHERE m.ags = '14713000'");
    const resource = { municipalityId: process?.municipality_id ?? '', processId: process?.id ?? '' };
    const may = async (email: string, action: 'process.manage' | 'section.write' | 'section.read'): Promise<boolean> => policy.can(await actorOf(email), action, resource);
    expect(await Promise.all([may('amt.leipzig@example.org', 'process.manage'), may('verein.leipzig@example.org', 'process.manage')])).toEqual([true, false]);
    expect(await Promise.all(['verein', 'wohlfahrt', 'beirat'].map((name) => may(`${name}.leipzig@example.org`, 'section.write')))).toEqual([true, true, false]);
    expect(await Promise.all([may('beirat.leipzig@example.org', 'section.read'), may('amt.rostock@example.org', 'section.read')])).toEqual([true, false]);

    const grants = 'SELECT subject_id, role, scope_kind, scope_id, origin_kind, origin_id, valid_to FROM grants ORDER BY origin_id, scope_id';
    const before = await rowsOf(grants);
    const subscriber = scene.application.get(identityWorkerParts.subscribers.find(({ name }) => name === 'GrantAccessWhenRoleAssigned') as new () => Subscriber, { strict: false });
    const events = await rowsOf<Record<string, unknown>>("SELECT id, municipality_id AS \"municipalityId\", payload, correlation_id AS \"correlationId\" FROM engine.outbox_event WHERE name = 'planning.role.assigned'");
    expect(events.length).toBeGreaterThan(10);
    for (const event of events) await scene.application.get(PrismaDatabase, { strict: false }).runInTransaction((tx) => subscriber.handle(tx, event as unknown as EventEnvelope));
    expect(await rowsOf(grants)).toEqual(before);
    expect(grantsOfRole({ processId: 'p', role: 'contributor', sectionIds: ['s'] })).toHaveLength(2);
  }, 60_000);
});
