import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ExitCode, StartupError } from '@konzeptwerkstatt/platform-config';
import type { Pool } from 'pg';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { registerBacklog } from './backlog.metrics.js';

/** What is measured, and where it is asked for. */
export interface MetricsOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Which process this is: standalone, api, collab, worker. */
  readonly process: string;
  readonly pool: Pick<Pool, 'query'>;
  /** Further figures of this process by name (without prefix) with their help, asked at each scrape. */
  readonly figures?: Readonly<Record<string, { readonly help: string; readonly read: () => number }>>;
}

/** A listener of its own for whoever watches the installation. */
export interface RunningMetrics {
  readonly port: number;
  stop(): Promise<void>;
}

/** @returns gives out all figures as text */
function figuresOf({ process, pool, figures = {} }: MetricsOptions): { readonly contentType: string; read(): Promise<string> } {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  const refresh = registerBacklog(registry, pool);
  for (const [name, { help, read }] of Object.entries(figures)) {
    new Gauge({ name: `konzeptwerkstatt_${name}`, help, registers: [registry], collect() { this.set(read()); } });
  }
  return { contentType: registry.contentType, read: () => refresh().then(() => registry.metrics()) };
}

/**
 * Answers `/metrics` in Prometheus' text form on a listener apart from the public one. Numbers only: no names, addresses, texts
 * or ids stand in it.
 * @throws StartupError when the port is taken
 */
export async function startMetrics(options: MetricsOptions): Promise<RunningMetrics> {
  const figures = figuresOf(options);
  const server = createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') return void response.writeHead(404).end();
    figures.read().then(
      (text) => response.writeHead(200, { 'content-type': figures.contentType, 'cache-control': 'no-store' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  server.listen(options.port, options.host);
  await once(server, 'listening').catch((cause: unknown) => {
    throw new StartupError(`Der Anschluss ${options.port} für die Messwerte ist nicht zu haben: Bitte METRICS_PORT oder METRICS_HOST ändern.`, ExitCode.unavailable, { cause });
  });
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: (server.address() as AddressInfo).port, stop };
}
