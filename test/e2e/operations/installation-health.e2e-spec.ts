import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPlainDatabase, GraphqlVisitor, startServer, until, type StartedServer, type PlainDatabase } from '@konzeptwerkstatt/test-support';
import { change, founder, password, printedToken, town } from '../setting-up/founder.js';

interface Health {
  readonly parkedCount: number;
  readonly parkedJobs: { readonly edges: readonly { readonly node: { readonly id: string; readonly jobName: string; readonly code: string; readonly municipality: { readonly name: string } | null } }[] };
  readonly queues: readonly { readonly name: string }[];
  readonly events: { readonly isRelayed: boolean; readonly waiting: number; readonly position: string };
  readonly mails: { readonly failedThisWeek: number };
  readonly databaseBytes: number;
}
const HEALTH = `{ viewer { installation { health {
  parkedCount parkedJobs(first: 10) { edges { node { id jobName code reason eventName municipality { name } } } }
  queues { name waiting active delayed failed } events { isRelayed position waiting open } mails { waiting failedThisWeek } databaseBytes readAt
} } } }`;
/** Key of an old answer that only the job to be tried again takes away. */
const EXPIRED = 'abgelaufen';

let database: PlainDatabase;
let server: StartedServer;
let admin: GraphqlVisitor;

beforeAll(async () => {
  database = await createPlainDatabase();
  server = await startServer({ databaseUrl: database.url, seed: 'none' });
  await change(GraphqlVisitor.anonymous(server.origin), 'setUpInstallation', { ...founder, ...town, token: printedToken(server) });
  admin = await GraphqlVisitor.signIn(server.origin, founder.email, password);
}, 240_000);
afterAll(async () => {
  await server.stop();
  await database.drop();
}, 30_000);

const health = async (): Promise<Health> => (await admin.get<{ viewer: { installation: { health: Health } } }>(HEALTH)).viewer.installation.health;
const retry = (parkedJobId: string | undefined) => change(admin, 'retryParkedJob', { parkedJobId }, 'retriedJobId');
const isThere = async (): Promise<boolean> => (await database.pool.query('SELECT FROM engine.idempotent_mutation WHERE idempotency_key = $1', [EXPIRED])).rowCount === 1;

async function park(jobName: string, data: object, reason: string): Promise<void> {
  await database.pool.query(`INSERT INTO engine.parked_job (id, queue, job_name, job_id, data, reason, attempts) VALUES (gen_random_uuid(), 'now', $1, gen_random_uuid()::text, $2, $3, 5)`, [jobName, JSON.stringify(data), reason]);
}

describe('whoever runs the installation', () => {
  it('sees that all is well', async () => {
    await until(async () => (await health()).events.waiting === 0, 'the events are handed on');
    expect(await health()).toMatchObject({
      parkedCount: 0, parkedJobs: { edges: [] }, queues: [{ name: 'NOW' }, { name: 'HEAVY' }], events: { isRelayed: true, position: expect.stringMatching(/^\d+$/) }, mails: { failedThisWeek: 0 },
    });
    expect((await health()).databaseBytes).toBeGreaterThan(1_000_000);
  });

  it('sees a parked job with its cause and its municipality, has it tried again, and it runs', async () => {
    const { rows: [event] } = await database.pool.query<{ id: string }>('SELECT id FROM engine.outbox_event ORDER BY inserted LIMIT 1');
    await park('tell-somebody', { eventId: event?.id }, 'JobTimeoutError: Ran longer than 400 ms');
    await park('outbox.prune-expired', {}, 'Error ECONNREFUSED at prune.ts:1');
    await database.pool.query(`INSERT INTO engine.idempotent_mutation VALUES ('nobody', $1, 'x', 'x', '{}', now() - interval '8 days')`, [EXPIRED]);
    const before = await health();
    expect(before.parkedCount).toBe(2);
    const nodes = before.parkedJobs.edges.map(({ node }) => node);
    expect(nodes).toEqual(expect.arrayContaining([
      expect.objectContaining({ jobName: 'tell-somebody', code: 'TIMED_OUT', municipality: { name: town.municipalityName } }),
      expect.objectContaining({ jobName: 'outbox.prune-expired', code: 'UNREACHABLE', municipality: null }),
    ]));
    const id = nodes.find(({ jobName }) => jobName === 'outbox.prune-expired')?.id;
    const outcomes = await Promise.all([retry(id), retry(id)]);
    expect(outcomes.flatMap(({ codes }) => codes)).toEqual(['PARKED_JOB_GONE']);
    expect(outcomes.map(({ payload }) => payload['retriedJobId'])).toEqual(expect.arrayContaining([id, null]));
    await until(async () => !(await isThere()), 'the job has run');
    expect((await health()).parkedJobs.edges.map(({ node }) => node.jobName)).toEqual(['tell-somebody']);
    const { rows } = await database.pool.query(`SELECT payload ->> 'jobName' AS job, actor ->> 'personId' IS NOT NULL AS "isSigned" FROM engine.outbox_event WHERE name = 'identity.parked-job.retried'`);
    expect(rows).toEqual([{ job: 'outbox.prune-expired', isSigned: true }]);
  }, 30_000);

  it('is told of mails that did not arrive, as a count of this week', async () => {
    for (const [state, days] of [['failed', 1], ['refused', 2], ['failed', 9], ['sent', 1]] as const) {
      await database.pool.query(`INSERT INTO mails (id, recipient, kind, language, subject, state, settled_at) VALUES ($1, 'x@example.org', 'a.b', 'de', 'x', $2::"MailState", now() - make_interval(days => $3))`, [randomUUID(), state, days]);
    }
    const { mails } = await health();
    expect(mails).toMatchObject({ failedThisWeek: 2 });
  });
});

it('nobody else sees any of it', async () => {
  const created = await change<{ token: string }>(admin, 'createMunicipality', { name: 'Nachbarstadt', ags: '01058998', kind: 'INDEPENDENT_CITY' }, 'token');
  const account = { ...founder, email: 'amt@nachbar.example.org' };
  await change(GraphqlVisitor.anonymous(server.origin), 'acceptMunicipality', { token: created.payload.token, officeName: 'Hauptamt', account });
  const neighbour = await GraphqlVisitor.signIn(server.origin, account.email, password);
  expect(await neighbour.get(HEALTH)).toEqual({ viewer: { installation: null } });
});
