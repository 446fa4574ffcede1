import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { startMetrics, type RunningMetrics } from './metrics-server.js';

const database = useTestDatabase();
let metrics: RunningMetrics | undefined;
afterEach(() => metrics?.stop());

const start = async (pool: Parameters<typeof startMetrics>[0]['pool'] = database().pool): Promise<void> =>
  void (metrics = await startMetrics({ port: 0, host: '127.0.0.1', process: 'worker', pool, figures: { relay_leading: { help: 'Whether it relays.', read: () => 1 } } }));
const ask = (path = '/metrics'): Promise<Response> => fetch(`http://127.0.0.1:${metrics?.port}${path}`);

describe('the metrics', () => {
  it('count what waits, anew at each request', async () => {
    await start();
    expect(await (await ask()).text()).toContain('konzeptwerkstatt_parked_jobs{process="worker"} 0');
    await database().pool.query(`INSERT INTO engine.parked_job (id, queue, job_name, job_id, data, reason, attempts) VALUES ($1, 'now', 'a.b', 'x', '{}', 'geheimer Grund', 5)`, [randomUUID()]);
    await database().pool.query(`INSERT INTO engine.outbox_event (id, name, version, municipality_id, aggregate_type, aggregate_id, sequence, occurred_at, actor, correlation_id, payload)
      VALUES ($1, 'a.b.c', 1, $1, 'x', $1, 1, now() - interval '90 seconds', '{}', $1, '{}')`, [randomUUID()]);
    const answer = await ask();
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('konzeptwerkstatt_parked_jobs{process="worker"} 1');
    expect(text).toContain('konzeptwerkstatt_outbox_waiting_events{process="worker"} 1');
    expect(Number(/outbox_oldest_waiting_seconds\{process="worker"\} ([\d.]+)/.exec(text)?.[1])).toBeGreaterThanOrEqual(90);
    expect(text).toContain('konzeptwerkstatt_database_up{process="worker"} 1');
    expect(text).toContain('konzeptwerkstatt_relay_leading{process="worker"} 1');
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('geheimer');
  });

  it('say that the database is away, instead of the last figures', async () => {
    await start({ query: () => Promise.reject(new Error('away')) });
    const text = await (await ask()).text();
    expect(text).toContain('konzeptwerkstatt_database_up{process="worker"} 0');
    expect(text).not.toMatch(/^konzeptwerkstatt_parked_jobs\{/m);
  });

  it('answer nothing else', async () => {
    await start();
    expect((await ask('/')).status).toBe(404);
    expect((await ask('/metrics?x=1')).status).toBe(404);
  });

  it('tell which setting to change when the port is taken', async () => {
    await start();
    await expect(startMetrics({ port: metrics?.port ?? 0, host: '127.0.0.1', process: 'api', pool: database().pool })).rejects.toThrow('METRICS_PORT');
  });
});
