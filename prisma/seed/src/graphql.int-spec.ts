import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { encodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { INestApplication } from '@nestjs/common';
import { loadDemonstration } from './load-demonstration.js';
import { countStatements } from '../test/count-statements.js';
import { actorOf, rowOf } from '../test/scene.js';
import { ask, startTestApplication } from '../test/test-application.js';

const database = useTestDatabase();
let application: INestApplication;

beforeAll(async () => {
  application = await startTestApplication(database().url);
  await loadDemonstration({ container: application });
}, 120_000);
afterAll(async () => application.close());

interface Edges<Node> { readonly totalCount: number | null; readonly edges: readonly { readonly node: Node }[] }
const nodes = <Node>(connection: Edges<Node>): Node[] => connection.edges.map(({ node }) => node);
const as = (account: string): Promise<Actor> => actorOf(database().pool, `${account}@example.org`);
const idOf = async (sql: string, ...values: unknown[]): Promise<string> => (await rowOf<{ id: string }>(database().pool, sql, ...values)).id;
const editionOf = (ags: string) => idOf('SELECT e.id FROM editions e JOIN municipalities m ON m.id = e.municipality_id WHERE m.ags = $1', ags);

describe('a page with measures and their indicators', () => {
  it('takes the same number of statements however many measures there are', async () => {
    const query = `query ($uuid: String!, $first: Int!) { edition(uuid: $uuid) { measures(first: $first) { edges { node { title
      indicators { edges { node { name mayRecord definition { text version } latestObservation { value missingReason periodTo region { label } definition { version } } } } } } } } } }`;
    const [actor, uuid] = [await as('verein.leipzig'), await editionOf('14713000')];
    type Answer = { edition: { measures: Edges<{ indicators: Edges<{ latestObservation: { value: string | null; missingReason: string | null } | null }> }> } };
    let last: Answer | undefined;
    const run = (first: number) => countStatements(async () => { last = await ask<Answer>(application, { ...actor }, query, { uuid, first }); });
    await run(100);
    const [few, many] = [await run(8), await run(100)];
    expect(last === undefined ? 0 : nodes(last.edition.measures).length).toBeGreaterThan(30);
    const latest = last === undefined ? [] : nodes(last.edition.measures).flatMap(({ indicators }) => nodes(indicators).map(({ latestObservation }) => latestObservation));
    expect(latest).toEqual(expect.arrayContaining([expect.objectContaining({ value: '18.2' }), expect.objectContaining({ value: null, missingReason: expect.any(String) }), null]));
    expect(many).toBe(few);
  });
});

describe('the indicators', () => {
  it('show their values for comparison, and the measures that name them', async () => {
    const uuid = await idOf("SELECT i.id FROM indicators i JOIN municipalities m ON m.id = i.municipality_id WHERE i.key = 'daycare_migration_background_share' AND m.ags = '14713000'");
    const { indicator } = await ask<{ indicator: { latestObservation: { value: string; region: { key: string } }; observations: Edges<{ value: string; region: { key: string } }>; measures: Edges<{ title: string }>; goals: Edges<{ title: string }> } }>(
      application, await as('beirat.leipzig'), `query ($uuid: String!) { indicator(uuid: $uuid) { latestObservation { value region { key } }
        observations { totalCount edges { node { value region { key } } } } measures { totalCount edges { node { title } } } goals { edges { node { title } } } } }`, { uuid });
    expect(indicator.latestObservation).toEqual({ value: '18.2', region: { key: 'leipzig' } });
    expect(nodes(indicator.observations)).toEqual(expect.arrayContaining([{ value: '22.0', region: { key: 'rostock' } }, { value: '31.2', region: { key: 'de' } }]));
    expect(nodes(indicator.goals)).toEqual([{ title: 'Alle Kinder finden früh einen Platz und verstehen, was gesprochen wird (Beispiel)' }]);
    expect(nodes(indicator.measures)).toEqual([{ title: 'Elternbegleitung durch Migrantenorganisationen (Beispiel)' }]);
  });

  it('are those of the own municipality; measures show only as far as one may read', async () => {
    const list = '{ indicators(first: 100) { totalCount edges { node { uuid key measures { totalCount edges { node { title } } } } } } }';
    type Answer = { indicators: Edges<{ uuid: string; key: string; measures: Edges<{ title: string }> }> };
    const own = await ask<Answer>(application, await as('amt.rostock'), list);
    expect(nodes(own.indicators).map(({ key }) => key)).toEqual(expect.arrayContaining(['meeting_place_visits']));
    expect(nodes(own.indicators).map(({ key }) => key)).not.toContain('language_mediation_assignments');
    // A member without any role may see indicators, but no draft of a concept.
    const member = await as('wohlfahrt.leipzig');
    const stranger = { ...member, organisationId: await idOf("SELECT id FROM organisations WHERE name = 'Unternehmensnetz Ausbildung (Beispiel)'") };
    await database().pool.query('INSERT INTO memberships (id, municipality_id, person_id, organisation_id) VALUES ($1, $2, $3, $4)', [newId(), member.municipalityId, member.personId, stranger.organisationId]);
    const seen = await ask<Answer>(application, stranger, list);
    expect(seen.indicators.totalCount).toBeGreaterThan(5);
    expect(nodes(seen.indicators).flatMap(({ measures }) => nodes(measures))).toEqual([]);
  });

  it('take a value by mutation and answer wrong input beside the field', async () => {
    const indicatorId = encodeGlobalId('Indicator', await idOf("SELECT i.id FROM indicators i JOIN municipalities m ON m.id = i.municipality_id WHERE i.key = 'training_starts' AND m.ags = '14713000'"));
    const mutation = `mutation ($input: RecordObservationInput!) { recordObservation(input: $input) {
      observation { value status } indicator { latestObservation { value } } errors { code path } } }`;
    const record = async (input: object) => ask<{ recordObservation: unknown }>(application, await as('amt.leipzig'), mutation, { input: { idempotencyKey: newId(), indicatorId, period: '2024', ...input } });
    expect(await record({ value: '12,5' })).toEqual({ recordObservation: { observation: null, indicator: null, errors: [{ code: 'VALUE_INVALID', path: ['value'] }] } });
    expect(await record({ value: '12', supersedesId: 'quatsch' })).toMatchObject({ recordObservation: { errors: [{ code: 'UNKNOWN_OBSERVATION', path: ['supersedesId'] }] } });
    expect(await record({ value: '12', status: 'PROVISIONAL' })).toEqual({ recordObservation: { observation: { value: '12', status: 'PROVISIONAL' }, indicator: { latestObservation: { value: '12' } }, errors: [] } });
  });
});

describe('the processes', () => {
  const query = `{ processes { totalCount edges { node { title mayManage municipality { name } bodies { totalCount } steps(first: 100) { edges { node { title datePrecision dateFrom basis sourceUrl } } }
    roles { edges { node { role organisation { name } personName sections { title } } } } editions { edges { node { year process { title } } } } } } } }`;
  type Answer = { processes: Edges<{ title: string; mayManage: boolean; steps: Edges<{ title: string; datePrecision: string }>; roles: Edges<{ role: string; organisation: { name: string } | null; personName: string | null; sections: { title: string }[] }>; editions: Edges<{ year: number; process: { title: string } | null }> }> };

  it('show bodies, steps by date, roles and editions to those who take part', async () => {
    const [process, ...others] = nodes((await ask<Answer>(application, await as('verein.leipzig'), query)).processes);
    expect(others).toEqual([]);
    expect(process).toMatchObject({ mayManage: false, municipality: { name: 'Leipzig (Beispiel)' }, bodies: { totalCount: 8 } });
    expect(process && nodes(process.steps)[0]).toMatchObject({ title: 'Ausländerbeauftragter eingesetzt', datePrecision: 'MONTH', dateFrom: '1990-05-01', basis: 'SEED' });
    expect(process && nodes(process.roles)).toEqual(expect.arrayContaining([
      { role: 'STEERING', organisation: { name: 'Referat für Migration und Integration' }, personName: null, sections: [] },
      { role: 'CONTRIBUTOR', organisation: { name: 'Nachbarschaft am Kanal e. V. (Beispiel)' }, personName: null, sections: [{ title: 'Sozialräumliche Integration' }] },
    ]));
    expect(process && nodes(process.editions)).toEqual([{ year: 2020, process: { title: 'Fortschreibung des Gesamtkonzepts zur Integration (Beispiel)' } }]);
  });

  it("name persons who hold a role only to those who may manage", async () => {
    const processId = encodeGlobalId('PlanningProcess', await idOf("SELECT p.id FROM planning_processes p JOIN municipalities m ON m.id = p.municipality_id WHERE m.ags = '14713000'"));
    const assigned = await ask<{ assignProcessRole: unknown }>(application, await as('amt.leipzig'), 'mutation ($input: AssignProcessRoleInput!) { assignProcessRole(input: $input) { role { personName } errors { code } } }', {
      input: { idempotencyKey: newId(), processId, personEmail: 'beirat.leipzig@example.org', role: 'EDITOR' },
    });
    expect(assigned).toEqual({ assignProcessRole: { role: { personName: 'Oleksandra Koval (Beispiel)' }, errors: [] } });
    const names = async (account: string) => nodes((await ask<Answer>(application, await as(account), query)).processes).flatMap(({ roles }) => nodes(roles).map(({ personName }) => personName)).filter((name) => name !== null);
    expect(await names('amt.leipzig')).toEqual(['Oleksandra Koval (Beispiel)']);
    expect(await names('verein.leipzig')).toEqual([]);
  });

  it('are not there for another municipality', async () => {
    const uuid = await idOf("SELECT p.id FROM planning_processes p JOIN municipalities m ON m.id = p.municipality_id WHERE m.ags = '14713000'");
    const one = 'query ($uuid: String!, $id: ID!) { process(uuid: $uuid) { title } node(id: $id) { id } }';
    for (const actor of [await as('amt.rostock'), null]) expect(await ask(application, actor, one, { uuid, id: encodeGlobalId('PlanningProcess', uuid) })).toEqual({ process: null, node: null });
  });
});

describe('the sources', () => {
  it('are named with licence and DOI, also without signing in', async () => {
    expect(await ask(application, null, '{ sources { doi licence licenceUrl } }')).toEqual({ sources: [{ doi: '10.11586/2022140', licence: 'CC BY 4.0 (Text und Grafiken)', licenceUrl: 'https://creativecommons.org/licenses/by/4.0/deed.de' }] });
  });
});
