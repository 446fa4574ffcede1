import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { BlockSpec } from '@konzeptwerkstatt/document-model';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import { encodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { createConceptWorld, createTown } from '../../test/concept-world.js';
import type { ConceptWorld, Town } from '../../test/concept-world.js';
import { countStatements } from '../../test/statement-counter.js';
import { AddSectionCommand } from '../commands/add-section.command.js';
import { CreateEditionCommand } from '../commands/create-edition.command.js';
import { FillSectionCommand } from '../commands/fill-section.command.js';

const database = useTestDatabase();
let world: ConceptWorld;
let town: Town;
let elsewhere: Town;

beforeAll(async () => {
  world = await createConceptWorld(database().url);
  town = await createTown(world.pool, 'Leipzig');
  elsewhere = await createTown(world.pool, 'Rostock');
}, 60_000);
afterAll(async () => world.close());

/** An edition with so many fields of action, each with two goals and so many measures. */
async function createEdition(fieldCount: number, measuresPerField: number, of: Town = town): Promise<string> {
  const work = world.app.get<UnitOfWork<Transaction>>(UnitOfWork, { strict: false });
  return work.run({ actor: of.office }, async (unit) => {
    const instrument = { kind: 'concept', title: 'Konzept' } as const;
    const edition = await world.app.get(CreateEditionCommand, { strict: false }).run(unit, { municipalityId: of.municipalityId, instrument, title: 'Konzept', year: 2026, processId: of.processId }, of.office);
    for (let field = 0; field < fieldCount; field++) {
      const sectionId = await world.app.get(AddSectionCommand, { strict: false }).add(unit, edition, { editionId: edition.editionId, kind: 'field_of_action', title: `Feld ${field}` }, of.office);
      await world.app.get(FillSectionCommand, { strict: false }).run(unit, sectionId, blocks(measuresPerField, of), of.office);
    }
    return edition.editionId;
  });
}

function blocks(measures: number, { organisations, indicatorId }: Town): BlockSpec[] {
  const measure = (index: number): BlockSpec => ({
    type: 'measure', id: newRandomId(), title: `Maßnahme ${index}`, description: index === 0 ? 'Dolmetschen zu 100_%' : 'Text',
    values: {
      ...(index % 5 === 0 ? {} : { lead: organisations[index % 3] as string }), [`partner/${organisations[(index + 1) % 3] as string}`]: true,
      [`indicator/${indicatorId}`]: true, status: index % 2 === 0 ? 'idea' : 'running', period: '2025/2027',
    },
  });
  return [{ type: 'goal', id: newRandomId(), title: 'Ziel' }, ...Array.from({ length: measures }, (_, index) => measure(index)), { type: 'goal', id: newRandomId(), title: 'Ziel ohne Maßnahme' }];
}

const page = `query ($uuid: String!) { edition(uuid: $uuid) {
  title mayEdit instrument { title kind } municipality { name }
  sections(first: 100) { totalCount edges { node { id title mayWrite goals { edges { node { title } } } measures(first: 100) { totalCount edges { node {
    id title status mayEdit gaps lead { name } partners { edges { node { name } } } goals { edges { node { title } } } section { title } period isOpenEnded
  } } } } } }
  gapCounts { kind count }
} }`;

describe("a concept's page", () => {
  it('takes the same number of statements at one measure and at eighty', async () => {
    const counts: number[] = [];
    for (const [fields, measures] of [[1, 1], [8, 10]] as const) {
      const uuid = await createEdition(fields, measures);
      const statements = await countStatements(async () => {
        const { data, errors } = await world.ask(town.first, page, { uuid });
        expect(errors).toBeUndefined();
        expect(JSON.stringify(data).match(/"isOpenEnded"/g)).toHaveLength(fields * measures);
      });
      counts.push(statements.length);
    }
    // Monitoring adds two of its own: indicators and their latest observations. Signing in takes one more.
    expect(counts[0]).toBe(counts[1]);
    expect(counts[1]).toBeLessThanOrEqual(9);
  }, 60_000);

  it('is not there for another municipality, nor without signing in, until it is published', async () => {
    const uuid = await createEdition(1, 1);
    const query = 'query ($uuid: String!, $id: ID!) { edition(uuid: $uuid) { title presence { participants { isViewer } } } node(id: $id) { id } }';
    const variables = { uuid, id: encodeGlobalId('Edition', uuid) };
    for (const actor of [elsewhere.office, null]) expect((await world.ask(actor, query, variables)).data).toEqual({ edition: null, node: null });
    await world.pool.query(`UPDATE editions SET visibility = 'published' WHERE id = $1`, [uuid]);
    for (const actor of [elsewhere.office, null]) expect((await world.ask(actor, query, variables)).data).toMatchObject({ edition: { title: 'Konzept', presence: [] }, node: { id: variables.id } });
  });
});

describe('the measure table', () => {
  const table = `query ($uuid: String!, $first: Int!, $after: String, $filter: MeasureFilterInput, $orderBy: MeasureOrderInput) { edition(uuid: $uuid) {
    measures(first: $first, after: $after, filter: $filter, orderBy: $orderBy) { totalCount pageInfo { hasNextPage endCursor } edges { node { title status lead { name } } } } } }`;
  interface Table { readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }; readonly edges: { readonly node: { readonly title: string; readonly status: string; readonly lead: { readonly name: string } | null } }[] }
  const read = async (variables: Record<string, unknown>): Promise<Table> => {
    const { data, errors } = await world.ask(town.first, table, { first: 100, ...variables });
    expect(errors).toBeUndefined();
    return (data as { edition: { measures: Table } }).edition.measures;
  };

  it('is filtered, ordered and paged in the database', async () => {
    const uuid = await createEdition(2, 10);
    const all = await read({ uuid });
    expect(all.totalCount).toBe(20);
    const first = await read({ uuid, first: 15 });
    const rest = await read({ uuid, first: 15, after: first.pageInfo.endCursor });
    expect([...first.edges, ...rest.edges]).toEqual(all.edges);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    expect((await read({ uuid, filter: { statuses: ['RUNNING'] } })).totalCount).toBe(10);
    expect((await read({ uuid, filter: { search: '100_%' } })).totalCount).toBe(2);
    expect((await read({ uuid, filter: { search: '%' } })).totalCount).toBe(2);
    expect((await read({ uuid, filter: { gap: 'MEASURE_WITHOUT_LEAD' } })).totalCount).toBe(4);
    expect([(await read({ uuid, filter: { periodYear: 2027 } })).totalCount, (await read({ uuid, filter: { periodYear: 2028 } })).totalCount]).toEqual([20, 0]);
    const byLead = await read({ uuid, orderBy: { field: 'LEAD', direction: 'DESC' } });
    expect(byLead.edges.at(0)?.node.lead?.name).toBe('Verein');
    expect(byLead.edges.at(-1)?.node.lead).toBeNull();
    for (const field of ['POSITION', 'TITLE', 'STATUS', 'TYPE', 'PERIOD', 'BUDGET', 'UPDATED']) expect((await read({ uuid, orderBy: { field, direction: 'ASC' } })).edges).toHaveLength(20);
  });
});

describe('my work', () => {
  it('shows what proposes my organisation, what is missing where I may write, and what happened', async () => {
    const own = await createTown(world.pool, 'Solingen');
    await createEdition(1, 5, own);
    const { data, errors } = await world.ask(own.first, `{ viewer { work {
      proposedMeasures { totalCount edges { node { title } } } gaps { edges { node { kind title section { title } measure { title } goal { title } } } } activity(first: 3) { edges { node { name organisation { name } isOwn } } } } } }`);
    expect(errors).toBeUndefined();
    const { work } = (data as { viewer: { work: { proposedMeasures: { totalCount: number }; gaps: { edges: unknown[] } } } }).viewer;
    expect(work.proposedMeasures.totalCount).toBe(4);
    expect(work.gaps.edges).toEqual([
      { node: { kind: 'MEASURE_WITHOUT_LEAD', title: 'Maßnahme 0', section: { title: 'Feld 0' }, measure: { title: 'Maßnahme 0' }, goal: null } },
      { node: { kind: 'GOAL_WITHOUT_MEASURE', title: 'Ziel ohne Maßnahme', section: { title: 'Feld 0' }, measure: null, goal: { title: 'Ziel ohne Maßnahme' } } },
    ]);
  });

  it('does not ask once more where my organisation has said yes or no', async () => {
    const own = await createTown(world.pool, 'Offenbach');
    await createEdition(1, 5, own);
    const proposed = async (): Promise<readonly string[]> => {
      const { data } = await world.ask(own.first, '{ viewer { work { proposedMeasures { edges { node { title } } } } } }');
      return (data as { viewer: { work: { proposedMeasures: { edges: { node: { title: string } }[] } } } }).viewer.work.proposedMeasures.edges.map(({ node }) => node.title);
    };
    const answer = async (title: string, role: string): Promise<void> => {
      await world.pool.query(
        `INSERT INTO measure_parties (measure_id, organisation_id, municipality_id, role, is_reserved, answered_at)
         SELECT id, $1, municipality_id, $2, false, now() FROM measures WHERE municipality_id = $3 AND title = $4`, [own.first.organisationId, role, own.municipalityId, title]);
    };
    const [before, led] = [await proposed(), (await world.pool.query<{ title: string }>('SELECT title FROM measures WHERE municipality_id = $1 AND lead_organisation_id = $2', [own.municipalityId, own.first.organisationId])).rows.map(({ title }) => title)];
    const taking = before.filter((title) => !led.includes(title));
    expect([led.length > 0, taking.length > 1]).toEqual([true, true]);
    await answer(taking[0]!, 'partner');
    await answer(taking[1]!, 'none');
    // Whoever is to lead and only takes part is still asked.
    await answer(led[0]!, 'partner');
    expect(await proposed()).toEqual(before.filter((title) => title !== taking[0] && title !== taking[1]));
  });
});
