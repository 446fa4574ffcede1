import type { Server } from 'node:http';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DOCUMENT_ACCESS, JOB_QUEUE, VISITOR_AUTHENTICATION, type DocumentAccess, type JobQueue, type VisitorAuthentication } from '@konzeptwerkstatt/contracts';
import { DATABASE_OPTIONS, PG_POOL, type DatabaseOptions } from '@konzeptwerkstatt/platform-database';
import { LOGGER, type Logger } from '@konzeptwerkstatt/platform-logging';
import type { Pool } from 'pg';
import { COLLABORATION_LOG_POOL } from '../collaboration.tokens.js';
import { DecoderPool } from '../decoding/decoder-pool.js';
import { attachCollaboration, type CollaborationDeps } from './attach-collaboration.js';
import type { CollaborationRuntime } from './collaboration.runtime.js';

/** Who is there, and who may enter. */
@Injectable()
export class RoomDoor {
  constructor(
    @Inject(VISITOR_AUTHENTICATION) readonly authentication: VisitorAuthentication,
    @Inject(DOCUMENT_ACCESS) readonly access: DocumentAccess,
  ) {}
}

/** Settings of the installation that concern the rooms; `AppConfig` has them. */
export type RoomSettings = Pick<CollaborationDeps, 'publicOrigin' | 'redisUrl'> & { readonly trustedProxies: readonly string[] };

/** Starts the rooms of a Nest application on its HTTP server, and ends them before the database goes. */
@Injectable()
export class CollaborationLifecycle implements BeforeApplicationShutdown {
  private runtime: CollaborationRuntime | null = null;

  constructor(
    @Inject(COLLABORATION_LOG_POOL) private readonly logPool: Pool,
    @Inject(PG_POOL) private readonly pool: Pool,
    @Inject(DATABASE_OPTIONS) private readonly database: DatabaseOptions,
    @Inject(DecoderPool) private readonly decoder: DecoderPool,
    @Inject(JOB_QUEUE) private readonly queue: JobQueue,
    private readonly door: RoomDoor,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @param settings what the installation says of its surroundings */
  async start(http: Server, settings: RoomSettings): Promise<CollaborationRuntime> {
    const { logPool, pool, decoder, queue, logger, door: { authentication, access } } = this;
    this.runtime = await attachCollaboration(http, { logPool, pool, decoder, queue, authentication, access, logger, databaseUrl: this.database.databaseUrl, ...settings });
    return this.runtime;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.runtime?.close();
    this.runtime = null;
  }
}
