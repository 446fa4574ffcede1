import 'reflect-metadata';
import { deepStrictEqual } from 'node:assert';
import { PasswordHasher } from '@konzeptwerkstatt/platform-auth';
import { Client } from 'pg';
import { createBenchDatabase } from './bench-database.js';
import { BenchServer, BenchVisitor } from './bench-visitor.js';
import { operationTexts } from './concept-page.operation.js';
import { writeReport, type Case, type ClientOperation } from './api-report.js';
import { print } from './print.js';
import { median } from './statistics.js';
import { addLand, addTown, type Town } from './town.generator.js';

const PASSWORD = 'ein langes Passwort';
/** `--sizes=80,800` for a closer look at some. */
const SIZES = (process.argv.find((argument) => argument.startsWith('--sizes='))?.slice('--sizes='.length) ?? '80,800,8000').split(',').map(Number);
/** Municipalities that nobody asks for, so that no statement gets away without an index. */
const NOISE = { towns: 5, measures: 400 } as const;
const ROUNDS = 5;
/** Requests of each side in one round, spread evenly over the pages of the concept. */
const REQUESTS_PER_ROUND = 24;
const WARM_UP_REQUESTS = 40;

type Side = 'api' | 'byHand';
const texts = operationTexts();
const paths: Readonly<Record<Side, string>> = { api: '/graphql', byHand: '/graphql/by-hand' };

interface Step {
  readonly operationName: string;
  readonly variables: { readonly uuid: string; readonly after?: string };
}

interface Page {
  readonly data: { readonly edition: { readonly measures: { readonly edges: readonly object[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } } } };
}

function bodyOf(side: Side, step: Step): string {
  return JSON.stringify(side === 'api' ? { ...step, query: texts.get(step.operationName) } : step);
}

/** The requests of a whole concept: its head with the first 100 measures, then 100 more until there are none; both sides compared word by word. */
async function stepsOf(visitor: BenchVisitor, uuid: string): Promise<{ steps: Step[]; rows: number }> {
  const steps: Step[] = [];
  let rows = 0;
  for (let next: Step | null = { operationName: 'ConceptPage', variables: { uuid } }; next !== null; ) {
    const api = JSON.parse((await visitor.ask(paths.api, bodyOf('api', next))).body) as Page;
    const byHand = JSON.parse((await visitor.ask(paths.byHand, bodyOf('byHand', next))).body) as Page;
    if ('errors' in api) throw new Error(`${next.operationName}: ${JSON.stringify(api.errors)}`);
    deepStrictEqual(byHand, api);
    steps.push(next);
    const { edges, pageInfo } = api.data.edition.measures;
    rows += edges.length;
    next = pageInfo.hasNextPage ? { operationName: 'ConceptPageMeasures', variables: { uuid, after: pageInfo.endCursor } } : null;
  }
  return { steps, rows };
}

/** Most statements that any of the requests took; what runs beside them now and then is left out by asking thrice. */
async function mostStatements(server: BenchServer, visitor: BenchVisitor, bodies: readonly string[]): Promise<number> {
  let most = 0;
  for (const body of bodies) {
    const counts: number[] = [];
    for (let time = 0; time < 3; time++) {
      await server.statements();
      await visitor.ask(paths.api, body);
      const sent = await server.statements();
      if (process.argv.includes('--statements') && time === 0 && body === bodies[0]) print(sent.map((text) => text.replace(/\s+/g, ' ').slice(0, 150)).join('\n'));
      counts.push(sent.length);
    }
    most = Math.max(most, Math.min(...counts));
  }
  return most;
}

/** One round: both sides in turn, request by request, until there are enough of them. */
async function round(visitor: BenchVisitor, steps: readonly Step[], requests: number): Promise<Record<Side, number[]>> {
  const times: Record<Side, number[]> = { api: [], byHand: [] };
  for (let index = 0; index < requests; index++) {
    const step = steps[Math.floor((index * steps.length) / requests)] as Step;
    const order: readonly Side[] = index % 2 === 0 ? ['api', 'byHand'] : ['byHand', 'api'];
    for (const side of order) times[side].push((await visitor.ask(paths[side], bodyOf(side, step))).milliseconds);
  }
  return times;
}

async function measure(server: BenchServer, { editionId, email }: Town, measures: number): Promise<Case> {
  const visitor = new BenchVisitor(server.port);
  await visitor.signIn(email, PASSWORD);
  const { steps, rows } = await stepsOf(visitor, editionId);
  const statements = await mostStatements(server, visitor, steps.slice(0, 5).map((step) => bodyOf('api', step)));
  await round(visitor, steps, WARM_UP_REQUESTS);
  print(`… ${measures} measures, ${steps.length} requests: both sides answer the same`);
  const rounds: Record<Side, number[]>[] = [];
  for (let count = 0; count < ROUNDS; count++) rounds.push(await round(visitor, steps, REQUESTS_PER_ROUND));
  visitor.leave();
  return {
    measures, rows, requests: steps.length, statements,
    api: rounds.flatMap(({ api }) => api), byHand: rounds.flatMap(({ byHand }) => byHand),
    ratios: rounds.map(({ api, byHand }) => median(api) / median(byHand)),
  };
}

/** Statements of what the client itself sends when somebody opens a concept. */
async function clientOperations(server: BenchServer, towns: readonly Town[]): Promise<ClientOperation[]> {
  const found: ClientOperation[] = [];
  for (const name of ['EditionOverview', 'MeasureTableHead', 'MeasureTable']) {
    const statements: number[] = [];
    for (const { editionId, email } of towns) {
      const visitor = new BenchVisitor(server.port);
      await visitor.signIn(email, PASSWORD);
      const body = JSON.stringify({ operationName: name, query: texts.get(name), variables: { uuid: editionId, signedIn: true } });
      const { errors } = JSON.parse((await visitor.ask(paths.api, body)).body) as { errors?: unknown };
      if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
      statements.push(await mostStatements(server, visitor, [body]));
      visitor.leave();
    }
    found.push({ name, statements });
  }
  return found;
}

async function fill(url: string): Promise<Town[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const passwordHash = await new PasswordHasher().hash(PASSWORD);
  await addLand(client);
  for (let index = 0; index < NOISE.towns; index++) await addTown(client, index, { measures: NOISE.measures }, passwordHash);
  const towns: Town[] = [];
  for (const [index, measures] of SIZES.entries()) towns.push(await addTown(client, 100 + index, { measures }, passwordHash));
  await client.query('VACUUM ANALYZE');
  await client.end();
  return towns;
}

async function run(url: string): Promise<void> {
  const towns = await fill(url);
  const server = await BenchServer.start(url, process.argv.filter((argument) => argument.startsWith('--cpu-prof')));
  try {
    const cases: Case[] = [];
    for (const [index, measures] of SIZES.entries()) cases.push(await measure(server, towns[index] as Town, measures));
    writeReport(cases, await clientOperations(server, towns));
  } finally {
    await server.stop();
  }
}

async function main(): Promise<void> {
  const database = await createBenchDatabase();
  await run(database.url).finally(() => database.drop());
}

await main();
