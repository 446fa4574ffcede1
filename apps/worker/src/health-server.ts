import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { WorkerHealth } from './running-worker.js';

/** Whether the process can do its work: connected to the database, and its queues running. */
export function isReady({ relay, isWorking }: WorkerHealth): boolean {
  return relay !== 'away' && isWorking;
}

/** Answers `/health/live` and `/health/ready`, and nothing else. */
export async function startHealthServer(port: number, host: string, health: () => WorkerHealth): Promise<Server> {
  const server = createServer((request, response) => {
    const state = health();
    const status = request.url === '/health/live' ? 200 : request.url !== '/health/ready' ? 404 : isReady(state) ? 200 : 503;
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(status === 404 ? {} : state));
  });
  server.headersTimeout = 10_000;
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}
