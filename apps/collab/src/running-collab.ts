import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { CollaborationLifecycle, type CollaborationRuntime } from '@konzeptwerkstatt/collaboration';
import type { AppConfig } from '@konzeptwerkstatt/platform-config';
import { createHttpServer } from './http-server.js';

export interface RunningCollab {
  readonly port: number;
  /** Sends everybody away, stores what is on its way, closes the application. */
  stop(): Promise<void>;
}

/** Starts listening; the rooms open before the first connection is taken. */
export async function startCollab(app: INestApplicationContext, config: Pick<AppConfig, 'port' | 'host' | 'publicOrigin' | 'trustedProxies' | 'redisUrl'>): Promise<RunningCollab> {
  let runtime: CollaborationRuntime | null = null;
  const server = createHttpServer(async () => (await runtime?.isReady()) === true);
  runtime = await app.get(CollaborationLifecycle).start(server, { publicOrigin: config.publicOrigin, trustedProxies: config.trustedProxies, redisUrl: config.redisUrl });
  server.listen(config.port, config.host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.close();
      await app.close();
    },
  };
}
