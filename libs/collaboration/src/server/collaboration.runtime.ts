import type { Server } from 'node:http';
import type { DocumentAccess, VisitorAuthentication, WakeUp } from '@konzeptwerkstatt/contracts';
import { WAKE_UP_CHANNEL } from '@konzeptwerkstatt/contracts/wake-up';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import { clientAddressReader, isOwnOrigin } from '@konzeptwerkstatt/platform-auth/upgrade';
import { PgListener } from '@konzeptwerkstatt/platform-database/pool';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { openSignals } from '@konzeptwerkstatt/platform-signals';
import type { Pool } from 'pg';
import { DEFAULT_LIMITS, type CollaborationLimits } from '../collaboration.limits.js';
import type { DecoderPool } from '../decoding/decoder-pool.js';
import { DocumentTailReader } from '../log/document-tail.reader.js';
import { GroupCommitLog } from '../log/group-commit-log.js';
import { NewsWatch } from '../nodes/news-watch.js';
import { NodeCircle } from '../nodes/node-circle.js';
import { RoomRelay } from '../nodes/room-relay.js';
import { PresenceBook } from '../presence/presence-book.js';
import { RoomRegistry } from '../room/room-registry.js';
import type { StructureGate } from '../walk/structure-gate.js';
import { CollaborationServer } from './collaboration-server.js';

/** What the rooms of a process work with. */
export interface RoomsDeps {
  /** For the log alone, so that nothing else can keep it waiting. */
  readonly logPool: Pool;
  /** For presence and other things that may wait. */
  readonly pool: Pool;
  readonly databaseUrl: string;
  /** Carries signals between nodes; left out, the database does. */
  readonly redisUrl?: string | undefined;
  readonly decoder: Pick<DecoderPool, 'diff'>;
  readonly authentication: VisitorAuthentication;
  readonly access: DocumentAccess;
  /** Origin of the application when it differs from the address of the request. */
  readonly publicOrigin: string | undefined;
  /** Addresses or networks of reverse proxies whose forwarding headers are believed. */
  readonly trustedProxies?: readonly string[];
  readonly limits?: CollaborationLimits;
  /** What may stand in a document. */
  readonly gate: StructureGate;
  /** A client that names an older schema is not let in. */
  readonly schemaVersion: number;
  /** Called after each commit with content; must not throw. */
  readonly onCommitted: (documentId: string) => void;
  /** Called when the log of an open document has grown long and should be compacted; must not throw. */
  readonly onGrown: (documentId: string) => void;
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
/** Asked for to see whether the log can be read: the same statement that opens a room. */
const nobodysDocument = '00000000-0000-0000-0000-000000000000';

/** Puts the rooms together and on an HTTP server (`/collab/<document id>`). */
export async function openRooms(http: Server, deps: RoomsDeps): Promise<CollaborationRuntime> {
  const { logger } = deps;
  const listener = new PgListener({ databaseUrl: deps.databaseUrl, name: 'collaboration-signals', onError: (error) => logger.warn({ err: error }, 'signals interrupted') });
  const parts = await assemble(deps, listener);
  const { rooms, server, circle, relay, news, presence } = parts;
  const lookAgain = (): void => {
    news.lookEverywhere();
    relay.askAll();
    void server.recheckAccess(null, null);
  };
  await listener.listen(WAKE_UP_CHANNEL, (payload) => wake(payload, rooms, server), lookAgain);
  // Where both come over the same connection, it calls the same function once.
  parts.signals.onInterruption(lookAgain);
  await circle.enter();
  server.attach(http);
  const timers = [
    every(second, () => void rooms.tick(Date.now()).catch((error: unknown) => logger.error({ err: error }, 'rooms not looked after'))),
    every(second, () => circle.tick(Date.now())),
    // What nobody can tell has to be looked for: what others wrote, and whose rights have gone.
    every(second, () => (listener.isConnected && parts.signals.isConnected ? undefined : void news.look())),
    every(second, () => (listener.isConnected ? undefined : void server.sweepAccess())),
    every(10 * second, () => void news.look()),
    every(10 * second, () => void server.sweepAccess()),
    every(10 * second, () => server.tick(Date.now())),
    every(20 * second, () => void presence.renew()),
  ];
  return {
    server,
    isReady: () => parts.reader.readWhole(nobodysDocument).then(() => true, () => false),
    close: () => closeAll(parts, timers, listener),
  };
}

type Parts = Awaited<ReturnType<typeof assemble>>;

async function assemble(deps: RoomsDeps, listener: PgListener) {
  const { logger, logPool, pool, redisUrl, limits = DEFAULT_LIMITS } = deps;
  const node = newRandomId();
  const log = new GroupCommitLog(logPool, logger, node);
  const reader = new DocumentTailReader(logPool);
  const presence = new PresenceBook(pool, logger);
  const signals = await openSignals({ pool, listener, redisUrl, logger });
  const circle: NodeCircle = new NodeCircle(node, signals, (gone) => {
    relay.forgetNode(gone);
    news.lookEverywhere();
  });
  const relay = new RoomRelay(node, signals, circle, logger);
  const rooms = new RoomRegistry({
    log, logger, reader,
    gate: deps.gate,
    maxDocumentBytes: limits.documentBytes,
    diffs: deps.decoder,
    neighbours: relay,
    onCommitted: deps.onCommitted,
    onGrown: deps.onGrown,
  }, relay);
  const news = new NewsWatch({ reader, rooms, node, logger });
  const server = new CollaborationServer({
    ...deps, rooms, presence, limits,
    isOwnOrigin: (origin, host) => isOwnOrigin(origin, host, deps.publicOrigin),
    addressOf: clientAddressReader(deps.trustedProxies ?? []),
  });
  return { log, reader, presence, signals, circle, relay, rooms, news, server };
}

async function closeAll({ server, log, presence, circle, signals }: Parts, timers: readonly NodeJS.Timeout[], listener: PgListener): Promise<void> {
  timers.forEach((timer) => clearInterval(timer));
  await server.close();
  await log.idle();
  await presence.close();
  await circle.leave();
  await signals.close();
  await listener.close();
}

function every(ms: number, work: () => void): NodeJS.Timeout {
  return setInterval(work, ms).unref();
}

function wake(payload: string, rooms: RoomRegistry, server: CollaborationServer): void {
  const wakeUp = readWakeUp(payload);
  if (wakeUp?.kind === 'document') void rooms.hear(wakeUp.documentId);
  if (wakeUp?.kind === 'access') void server.recheckAccess(wakeUp.personId, wakeUp.municipalityId, wakeUp.guestId);
}

/** @returns null for what no process of ours has sent: anybody at the database may */
function readWakeUp(payload: string): WakeUp | null {
  try {
    return JSON.parse(payload) as WakeUp | null;
  } catch {
    return null;
  }
}
