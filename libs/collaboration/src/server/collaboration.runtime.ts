import type { Server } from 'node:http';
import { WAKE_UP_CHANNEL, type DocumentAccess, type JobQueue, type VisitorAuthentication, type WakeUp } from '@konzeptwerkstatt/contracts';
import { allowedNames, FIELDS_KEY, SCHEMA_VERSION } from '@konzeptwerkstatt/document-model';
import { clientAddressReader, isOwnOrigin } from '@konzeptwerkstatt/platform-auth';
import { PgListener } from '@konzeptwerkstatt/platform-database';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import type { Pool } from 'pg';
import { DEFAULT_LIMITS, type CollaborationLimits } from '../collaboration.limits.js';
import type { DecoderPool } from '../decoding/decoder-pool.js';
import { ProjectionTrigger } from '../jobs/projection-trigger.js';
import { DocumentTailReader } from '../log/document-tail.reader.js';
import { GroupCommitLog } from '../log/group-commit-log.js';
import { PresenceBook } from '../presence/presence-book.js';
import { RoomRegistry } from '../room/room-registry.js';
import { createStructureGate, type StructureGate } from '../walk/structure-gate.js';
import { CollaborationServer } from './collaboration-server.js';

/** What a process that carries rooms brings along. */
export interface CollaborationDeps {
  /** For the log alone, so that nothing else can keep it waiting. */
  readonly logPool: Pool;
  /** For presence and other things that may wait. */
  readonly pool: Pool;
  readonly databaseUrl: string;
  readonly decoder: Pick<DecoderPool, 'diff'>;
  readonly queue: JobQueue;
  readonly authentication: VisitorAuthentication;
  readonly access: DocumentAccess;
  /** Origin of the application when it differs from the address of the request. */
  readonly publicOrigin: string | undefined;
  /** Addresses or networks of reverse proxies whose forwarding headers are believed. */
  readonly trustedProxies?: readonly string[];
  readonly limits?: CollaborationLimits;
  /** What may stand in a document; left out, what the document model allows. */
  readonly gate?: StructureGate;
  readonly logger: Logger;
}

/** The rooms of a process while it runs. */
export interface CollaborationRuntime {
  readonly server: CollaborationServer;
  /** Whether updates can be stored at the moment. */
  isReady(): Promise<boolean>;
  /** Sends everybody away, stores what is on its way, and ends. The pools are the caller's. */
  close(): Promise<void>;
}

const second = 1000;

/** Puts the rooms together and on an HTTP server (`/collab/<document id>`). */
export async function attachCollaboration(http: Server, deps: CollaborationDeps): Promise<CollaborationRuntime> {
  const { logger, limits = DEFAULT_LIMITS } = deps;
  const log = new GroupCommitLog(deps.logPool, logger);
  const projection = new ProjectionTrigger(deps.queue, logger);
  const presence = new PresenceBook(deps.pool, logger);
  const rooms = new RoomRegistry({
    log, logger,
    reader: new DocumentTailReader(deps.logPool),
    gate: deps.gate ?? createStructureGate(allowedNames, FIELDS_KEY),
    maxDocumentBytes: limits.documentBytes,
    diffs: deps.decoder,
    onCommitted: (documentId) => projection.committed(documentId),
  });
  const server = new CollaborationServer({
    ...deps, rooms, presence, limits, schemaVersion: SCHEMA_VERSION,
    isOwnOrigin: (origin, host) => isOwnOrigin(origin, host, deps.publicOrigin),
    addressOf: clientAddressReader(deps.trustedProxies ?? []),
  });
  const listener = new PgListener({ databaseUrl: deps.databaseUrl, name: 'collaboration-wake-ups', onError: (error) => logger.warn({ err: error }, 'wake-ups interrupted') });
  const lookAgain = (): void => {
    for (const room of rooms.all()) void room.catchUp();
    void server.recheckAccess(null, null);
  };
  await listener.listen(WAKE_UP_CHANNEL, (payload) => wake(payload, rooms, server), lookAgain);
  server.attach(http);
  const timers = [
    every(second, () => void rooms.tick(Date.now()).catch((error: unknown) => logger.error({ err: error }, 'rooms not looked after'))),
    every(10 * second, lookAgain),
    every(15 * second, () => server.pingAll()),
    every(20 * second, () => void presence.renew()),
  ];
  return {
    server,
    isReady: () => deps.logPool.query('SELECT 1').then(() => true, () => false),
    close: async () => {
      timers.forEach(clearInterval);
      await server.close();
      await log.idle();
      projection.close();
      await presence.close();
      await listener.close();
    },
  };
}

function every(ms: number, work: () => void): NodeJS.Timeout {
  return setInterval(work, ms).unref();
}

function wake(payload: string, rooms: RoomRegistry, server: CollaborationServer): void {
  const wakeUp = JSON.parse(payload) as WakeUp;
  if (wakeUp.kind === 'document') void rooms.find(wakeUp.documentId)?.catchUp();
  if (wakeUp.kind === 'access') void server.recheckAccess(wakeUp.personId, wakeUp.municipalityId);
}
