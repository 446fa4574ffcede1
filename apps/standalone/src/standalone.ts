import { createServer } from 'node:http';
import { createApiApplication, listen, type ApiApplication } from '@konzeptwerkstatt/app-api';
import { startWorker, workerFigures, workerParts } from '@konzeptwerkstatt/app-worker';
import { CollaborationLifecycle } from '@konzeptwerkstatt/collaboration';
import { SetUpInstallationCommand } from '@konzeptwerkstatt/identity';
import type { AppConfig } from '@konzeptwerkstatt/platform-config';
import { PG_POOL } from '@konzeptwerkstatt/platform-database';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { addressForPeople } from '@konzeptwerkstatt/platform-mail';
import { startMetrics } from '@konzeptwerkstatt/platform-metrics';
import type { Pool } from 'pg';
import { announcement } from './announcement.js';
import { openDatabase } from './database.js';
import { demonstrationAccounts, loadDemonstrationOnce } from './demonstration.js';
import { sharedParts } from './part.registry.js';
import type { Shutdown } from './shutdown.js';

/** What a start needs. */
export interface StandaloneOptions {
  readonly config: AppConfig;
  readonly logger: Logger;
  /** Collects how everything ends. */
  readonly shutdown: Shutdown;
  readonly allowsIntrospection: boolean;
  /** Called when something without which nothing works has gone for good. */
  readonly onLost: (reason: string) => void;
  /** Tells the person at the terminal how far it is. */
  readonly print: (text: string) => void;
}

/** A taken port is better told before the database is made than after. */
async function assertPortIsFree({ port, host }: AppConfig): Promise<void> {
  const probe = createServer();
  await listen(probe, port, host);
  await new Promise((resolve) => probe.close(resolve));
}

async function openRooms({ app, addUpgradeHandler }: ApiApplication, { publicOrigin, trustedProxies, redisUrl }: AppConfig, shutdown: Shutdown): Promise<void> {
  // The rooms bring a listener of their own; here the dispatcher hands the upgrades over, so it goes to a server that never listens.
  const rooms = app.get(CollaborationLifecycle, { strict: false });
  const { server } = await rooms.start(createServer(), { publicOrigin, trustedProxies, redisUrl });
  // Before the application: the listener's end cuts connections off without a close code.
  shutdown.add('rooms', () => rooms.beforeApplicationShutdown());
  addUpgradeHandler((request, socket, head) => server.handleUpgrade(request, socket, head));
}

/** One line per city and quarter, so that a first start does not look stuck. */
function progressPrinter(print: StandaloneOptions['print']): (city: string, done: number, total: number) => void {
  let shown = -1;
  return (city, done, total) => {
    const quarter = Math.floor((done / total) * 4);
    if (quarter > shown) print(`Beispielinhalte laden: ${city}, ${Math.round((done / total) * 100)} %\n`);
    shown = Math.max(shown, quarter);
  };
}

async function prepare(api: ApiApplication, { config, shutdown, print }: StandaloneOptions): Promise<void> {
  await openRooms(api, config, shutdown);
  const worker = await startWorker(api.app, workerParts);
  shutdown.add('worker', () => worker.stop());
  if (config.metricsPort !== undefined) {
    const metrics = await startMetrics({ port: config.metricsPort, host: config.metricsHost, process: 'standalone', pool: api.app.get<Pool>(PG_POOL, { strict: false }), figures: workerFigures(worker) });
    shutdown.add('metrics', () => metrics.stop());
  }
  if (config.seed === 'demo') await loadDemonstrationOnce(api.app, progressPrinter(print));
}

/**
 * Starts database, API, rooms and worker in this process, on one port, and prints the address once all of it answers.
 * @returns the port
 * @throws StartupError with one sentence for the person who started it
 */
export async function startStandalone(options: StandaloneOptions): Promise<number> {
  const { config, logger, shutdown, allowsIntrospection, onLost, print } = options;
  await assertPortIsFree(config);
  const database = await openDatabase(config, onLost);
  shutdown.add('database', () => database.stop());
  const api = await createApiApplication({ config, databaseUrl: database.url, logger, allowsIntrospection, parts: sharedParts });
  shutdown.add('application', () => api.close());
  await prepare(api, options);
  const port = await listen(api.server, config.port, config.host);
  const setupToken = await api.app.get(SetUpInstallationCommand, { strict: false }).renewLink();
  print(announcement(addressForPeople({ ...config, port }, ''), await demonstrationAccounts(api.app), setupToken));
  return port;
}
