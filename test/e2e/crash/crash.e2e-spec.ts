import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { ApplicationUnderTest, checkout, createDemonstrationDatabase, freePort, pause, startServer, until, untilQuiet } from '@konzeptwerkstatt/test-support';
import { AddPhaseDocument } from '../../../libs/web/data/src/generated/graphql.js';
import { key, newDesk, organisationNamed, type Desk } from '../journeys/desk.js';
import { eventFaults, repeatedIn, storedText } from './stored.js';
import { TableWorker } from './table-worker.js';
import { Typist } from './typist.js';

/** How long people have typed when the server dies, in milliseconds. */
const KILL_AFTER = [60, 150, 300, 600, 1_100];
/** How soon everything is done that a dead server left half done, in milliseconds. */
const RECOVERED_WITHIN = 30_000;
/** The lock that makes a relay the only one: while somebody else holds it, nothing is relayed. */
const RELAY_LOCK = 7_203_412;

let application: ApplicationUnderTest;
let port: number;

beforeAll(async () => {
  const database = await createDemonstrationDatabase();
  port = await freePort();
  application = new ApplicationUnderTest(database, await startServer({ databaseUrl: database.url, port }));
}, 240_000);
afterAll(async () => application?.end(), 30_000);

async function restart(env: Record<string, string> = {}): Promise<void> {
  application.server = await startServer({ databaseUrl: application.database.url, port, env });
}

/** Two people of two organisations in one text, each with acknowledgements. */
async function twoTypists({ documentId }: Desk, round = ''): Promise<readonly [Typist, Typist]> {
  const clients = await Promise.all((['contributor', 'welfare'] as const).map(async (account) => application.join(await application.as(account), documentId, { params: { acks: '1' } })));
  const [amira, jonas] = clients.map((client, index) => new Typist(client, `${round}${index === 0 ? 'amira' : 'jonas'}`)) as [Typist, Typist];
  return [amira, jonas];
}

/** What one of them saw or was told to be saved, and the database does not have. Asked while no server runs that could mend it. */
async function lost(typists: readonly [Typist, Typist], { documentId }: Desk): Promise<string[]> {
  const [amira, jonas] = typists;
  const promised = [...amira.acknowledged, ...jonas.acknowledged, ...amira.seenOf(jonas), ...jonas.seenOf(amira)];
  const { text } = await storedText(application.database.pool, documentId);
  return [...new Set(promised)].filter((token) => !text.includes(token));
}

async function killWhileTyping(typists: readonly [Typist, Typist], afterMs: number): Promise<void> {
  typists.forEach((typist) => typist.start());
  await pause(afterMs);
  await application.server.kill();
  await pause(30);
  typists.forEach((typist) => typist.stop());
}

/** Changes for the table: measures, and roles whose grants come by event. */
async function changes({ sectionId, editionUuid }: Desk): Promise<(number: number) => { mutation: string; input: object }> {
  const office = await application.as('office');
  const { edition } = await office.get<{ edition: { process: { id: string } } }>('query ($uuid: String!) { edition(uuid: $uuid) { process { id } } }', { uuid: editionUuid });
  const roles = ['STEERING', 'EDITOR', 'CONTRIBUTOR', 'REVIEWER', 'READER'];
  const organisations = await Promise.all(['Gesundheitsamt', 'Personalamt', 'Amt für Schule', 'Amt für Wohnen', 'Institut', 'Unternehmensnetz'].map(async (name) => (await organisationNamed(office, name)).id));
  const pairs = organisations.flatMap((organisationId) => roles.map((role) => ({ organisationId, role })));
  return (number) => {
    const pair = number % 2 === 1 ? pairs[(number - 1) / 2] : undefined;
    if (pair === undefined) return { mutation: 'addMeasure', input: { sectionId, title: `[tabelle-${number}]` } };
    return { mutation: 'assignProcessRole', input: { processId: edition.process.id, ...pair, sectionIds: [sectionId] } };
  };
}

describe('a server that is killed while two people type and tables are changed', () => {
  it('has again what anybody saw or was told to be saved, nothing twice, each effect once, and tables that agree with the text', async () => {
    const desk = await newDesk(application);
    const typists = await twoTypists(desk);
    const worker = new TableWorker(await application.as('office'), await changes(desk));
    let acknowledged = 0;
    let seen = 0;
    for (const afterMs of KILL_AFTER) {
      worker.start();
      await killWhileTyping(typists, afterMs);
      await worker.stop();
      expect(await lost(typists, desk)).toEqual([]);
      acknowledged += typists[0].acknowledged.length + typists[1].acknowledged.length;
      seen += typists[0].seenOf(typists[1]).length;
      await restart();
      await Promise.all(typists.map(({ client }) => client.untilSynced(15_000)));
      await worker.repeat();
    }
    // Otherwise nothing would have been tested.
    expect(Math.min(acknowledged, seen)).toBeGreaterThan(10);
    expect(new Set(worker.answered.map(({ mutation }) => mutation)).size).toBe(2);

    const typed = typists.flatMap((typist) => typist.typed);
    const everythingThere = async (): Promise<boolean> => {
      const { text } = await storedText(application.database.pool, desk.documentId);
      return typed.every((token) => text.includes(token)) && typists.every(({ client }) => client.text === text && client.isSaved);
    };
    await until(everythingThere, 'both texts and the database agree', 15_000);
    await untilQuiet(application.database.pool, RECOVERED_WITHIN);
    const { text, measureTitles } = await storedText(application.database.pool, desk.documentId);
    expect(repeatedIn(text)).toEqual([]);
    expect(await titlesInTable(desk)).toEqual([...measureTitles].sort());
    for (const { mutation, input } of worker.answered) if (mutation === 'addMeasure') expect(measureTitles).toContain((input as { title: string }).title);
    expect(await eventFaults(application.database.pool)).toEqual([]);
    expect(await grantsPerRole(desk)).toEqual(worker.answered.filter(({ mutation }) => mutation === 'assignProcessRole').map(() => 2));
  }, 180_000);
});

async function titlesInTable({ sectionUuid }: Desk): Promise<string[]> {
  const { rows } = await application.database.pool.query<{ title: string }>('SELECT title FROM measures WHERE section_id = $1 AND removed_at IS NULL', [sectionUuid]);
  return rows.map(({ title }) => title).sort();
}

/** How many grants each role for this section has: reading the process, and the role in the section. */
async function grantsPerRole({ sectionUuid }: Desk): Promise<number[]> {
  const { rows } = await application.database.pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM grants WHERE origin_id IN (SELECT origin_id FROM grants WHERE scope_id = $1) GROUP BY origin_id', [sectionUuid]);
  return rows.map(({ count }) => count);
}

/** Plans a phase of 2031. @returns its raw id */
async function addPhase({ editionUuid }: Desk): Promise<string> {
  const office = await application.as('office');
  const { edition } = await office.get<{ edition: { process: { id: string } } }>('query ($uuid: String!) { edition(uuid: $uuid) { process { id } } }', { uuid: editionUuid });
  const input = { processId: edition.process.id, title: 'Über Nacht', kind: 'workshop', summary: '', opensAt: '2031-01-01T08:00', closesAt: '2031-02-01T08:00', isExclusive: false, rules: [], idempotencyKey: key() };
  return (await office.get(AddPhaseDocument, { input })).addPhase.phase?.uuid ?? '';
}

/** What a phase is, and what was told of it since it was planned. */
async function phaseOf(uuid: string): Promise<{ state: string; told: string[] } | undefined> {
  const { rows } = await application.database.pool.query<{ state: string; told: string[] }>(
    `SELECT state::text, ARRAY(SELECT name FROM engine.outbox_event WHERE aggregate_id = phases.id AND name <> 'planning.phase.planned' ORDER BY sequence) AS told FROM phases WHERE id = $1`, [uuid]);
  return rows[0];
}

describe('an event whose server is killed between commit and relay', () => {
  it('is delivered once after the restart, and a phase whose time came while no server ran opens once', async () => {
    const { pool } = application.database;
    const desk = await newDesk(application);
    const change = await changes(desk);
    await untilQuiet(pool, RECOVERED_WITHIN);
    await application.server.kill();
    const holder = await pool.connect();
    await until(async () => (await holder.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [RELAY_LOCK])).rows[0]?.taken === true, 'the dead server has let go of the relay');
    await restart();
    const worker = new TableWorker(await application.as('office'), (number) => change(number * 2 + 1));
    worker.start();
    await until(() => worker.answered.length > 0, 'a role is assigned');
    await worker.stop();
    const waiting = worker.answered.length;
    expect(await grantsPerRole(desk)).toEqual([]);
    const phase = await addPhase(desk);
    await application.server.kill();
    await pool.query("UPDATE phases SET opens_at = now() - interval '1 minute' WHERE id = $1", [phase]);
    await holder.query('SELECT pg_advisory_unlock($1)', [RELAY_LOCK]);
    holder.release();
    await restart();
    await until(async () => (await grantsPerRole(desk)).length === waiting, 'the grants have come', RECOVERED_WITHIN);
    await until(async () => (await phaseOf(phase))?.state === 'open', 'the phase is open', RECOVERED_WITHIN);
    await untilQuiet(pool, RECOVERED_WITHIN);
    expect(await phaseOf(phase)).toEqual({ state: 'open', told: ['planning.phase.opened'] });
    expect(await grantsPerRole(desk)).toEqual(worker.answered.map(() => 2));
    expect(await eventFaults(pool)).toEqual([]);
  }, 120_000);
});

describe('these tests', () => {
  it('notice a server that shows and acknowledges before it saves', async () => {
    const desk = await newDesk(application);
    await application.server.stop();
    await restart({ NODE_OPTIONS: `--import=${join(checkout, 'test/e2e/crash/shows-before-it-saves.mjs')}` });
    const typists = await twoTypists(desk, 'kaputt-');
    typists.forEach((typist) => typist.start());
    await until(() => typists[0].seenOf(typists[1]).length > 20, 'one sees what the other types');
    await application.server.kill();
    typists.forEach((typist) => typist.stop());
    expect((await lost(typists, desk)).length).toBeGreaterThan(10);
    typists.forEach(({ client }) => client.leave());
  }, 120_000);
});
