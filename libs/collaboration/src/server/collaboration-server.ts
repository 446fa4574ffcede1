import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { actorKey, isUuid, type Actor } from '@konzeptwerkstatt/kernel';
import type { DocumentAccess, VisitorAuthentication } from '@konzeptwerkstatt/contracts';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { CollaborationLimits } from '../collaboration.limits.js';
import type { PresenceBook } from '../presence/presence-book.js';
import { CloseCode } from '../room/close-code.js';
import type { RoomRegistry } from '../room/room-registry.js';
import type { Room } from '../room/room.js';
import { AccessWatch } from './access-watch.js';
import { Connection, type Admission, type Line } from './connection.js';
import { DoorLimit } from './door-limit.js';
import { InflowLimits } from './inflow-limits.js';
import { Turns } from './turns.js';
import { readUpgrade, type UpgradeAsk } from './upgrade-request.js';
import { VisitorSocket } from './visitor-socket.js';

/** What the server of the rooms works with. */
export interface CollaborationServerParts {
  readonly rooms: RoomRegistry;
  readonly authentication: VisitorAuthentication;
  readonly access: DocumentAccess;
  readonly presence: Pick<PresenceBook, 'join' | 'leave'>;
  readonly schemaVersion: number;
  readonly limits: CollaborationLimits;
  readonly isOwnOrigin: (origin: string, host: string | undefined) => boolean;
  /** The address of whoever asks, behind trusted proxies that of their visitor. */
  readonly addressOf: (request: IncomingMessage) => string;
  readonly logger: Logger;
}

type RoomAsk = Extract<UpgradeAsk, { kind: 'room' }>;
type Verdict = { readonly admission: Admission; readonly room: Room } | { readonly code: CloseCode; readonly reason: string };

/** Largest update, and what the protocol puts around it. */
const maxMessageBytes = 1024 * 1024 + 64;
const maxAddressBytes = 4096;
const handshakeMs = 5000;
/** Handshakes in one turn of the event loop: each takes about half a millisecond with what follows. */
const handshakesPerTurn = 8;

/** The WebSocket end of the rooms: `/collab/<document id>` on whatever HTTP server it is attached to. */
export class CollaborationServer {
  private readonly sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: maxMessageBytes, clientTracking: false, WebSocket: VisitorSocket });
  private readonly connections = new Set<Connection>();
  private readonly watch: AccessWatch;
  private readonly door: DoorLimit;
  private readonly inflow: InflowLimits;
  private readonly handshakes = new Turns(handshakesPerTurn);
  private closing = false;

  constructor(private readonly parts: CollaborationServerParts) {
    this.watch = new AccessWatch(this.connections, parts);
    this.door = new DoorLimit(parts.limits);
    this.inflow = new InflowLimits(parts.limits);
  }

  /** Handles upgrades to `/collab/…` of a server; all others are left to its other listeners. */
  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => void this.handleUpgrade(request, socket, head));
  }

  /** @returns false when the request is for somebody else */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const ask = readUpgrade(request, this.parts.isOwnOrigin);
    if (ask.kind === 'elsewhere') return false;
    destroyOnError(socket);
    const address = this.parts.addressOf(request);
    if (ask.kind === 'foreign-origin') this.reject(socket, '403 Forbidden');
    else if (this.closing) this.reject(socket, '503 Service Unavailable');
    else if ((request.url ?? '').length > maxAddressBytes) this.reject(socket, '414 URI Too Long');
    else if (!this.door.arrive(address)) this.reject(socket, '429 Too Many Requests');
    else {
      const gone = onceGone(socket, () => this.door.leave(address));
      this.handshakes.add(() => this.admit(ask, gone, { request, socket, head }));
    }
    return true;
  }

  /** Looks again at the rights of those whom a change concerns. */
  recheckAccess(personId: string | null, municipalityId: string | null, guestId?: string): Promise<void> {
    return this.watch.recheck(personId, municipalityId, guestId);
  }

  /** Looks at everybody's rights once more, in case nobody could tell that they changed. */
  sweepAccess(): Promise<void> {
    return this.watch.sweep();
  }

  /** Every ten seconds: feels who is still there, and forgets who need not be remembered. */
  tick(now: number): void {
    for (const connection of this.connections) connection.ping();
    this.inflow.forget(now);
  }

  /** Sends everybody away; they come back to whoever runs then. */
  async close(): Promise<void> {
    this.closing = true;
    for (const connection of this.connections) connection.close(CloseCode.restart, 'restart');
    for (let waited = 0; this.connections.size > 0 && waited < 1000; waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** The handshake first: its way there and back takes as long as looking whether she may come in. */
  private admit(ask: RoomAsk, gone: () => void, { request, socket, head }: { request: IncomingMessage; socket: Duplex; head: Buffer }): void {
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', nothing);
      // What she sends meanwhile waits where it costs nothing.
      webSocket.pause();
      void this.decide(ask, { webSocket, socket: socket as Socket }, gone);
    });
  }

  private async decide(ask: RoomAsk, line: Line, gone: () => void): Promise<void> {
    const verdict = await withDeadline(this.judge(ask)).catch((error: unknown): Verdict => {
      this.parts.logger.error({ err: error, documentId: ask.documentId }, 'room not opened');
      return { code: CloseCode.overloaded, reason: 'not available' };
    });
    const { webSocket, socket } = line;
    if (socket.destroyed || webSocket.readyState !== webSocket.OPEN) return;
    // Refusals come as close codes: a browser cannot read the status of a failed handshake.
    if ('code' in verdict) this.turnAway(webSocket, verdict.code, verdict.reason);
    else if (this.closing) this.turnAway(webSocket, CloseCode.restart, 'restart');
    else if (!this.door.enter(actorKey(verdict.admission.visitor.actor))) this.turnAway(webSocket, CloseCode.tooFast, 'too many windows');
    else {
      gone();
      this.welcome(line, verdict.admission, verdict.room);
    }
    webSocket.resume();
  }

  private async judge(ask: RoomAsk): Promise<Verdict> {
    const visitor = await this.parts.authentication.authenticate(ask.credentials);
    if (visitor === null) return { code: CloseCode.notSignedIn, reason: 'not signed in' };
    const who = actorKey(visitor.actor);
    if (this.door.isGuessing(who, Date.now())) return { code: CloseCode.tooFast, reason: 'too many unknown documents' };
    if (Number.isNaN(ask.schemaVersion)) return { code: CloseCode.malformed, reason: 'schema is no number' };
    if (ask.schemaVersion !== undefined && ask.schemaVersion < this.parts.schemaVersion) return { code: CloseCode.schemaTooOld, reason: 'schema too old' };
    const entry = isUuid(ask.documentId) ? await this.open(ask.documentId, visitor.actor) : null;
    if (entry === null) {
      this.door.countMiss(who, Date.now());
      return { code: CloseCode.notFound, reason: 'not found' };
    }
    const { documentId, credentials, wantsAcknowledgements } = ask;
    return { admission: { documentId, visitor, credentials, wantsAcknowledgements, canWrite: entry.canWrite }, room: entry.room };
  }

  /** The text is read while her rights are looked up; if she has none, its room is let go like any that nobody is in. */
  private async open(documentId: string, actor: Actor): Promise<{ readonly room: Room; readonly canWrite: boolean } | null> {
    const { rooms, access } = this.parts;
    const opening = rooms.enter(documentId);
    // Who may not read is told nothing of it.
    opening.catch(() => undefined);
    const rights = await access.rights(documentId, actor);
    if (rights?.canRead !== true) return null;
    // The text may have been made between the two.
    const room = (await opening) ?? (await rooms.enterExisting(documentId));
    return room === null ? null : { room, canWrite: rights.canWrite };
  }

  private welcome(line: Line, admission: Admission, room: Room): void {
    const { webSocket } = line;
    const connection = new Connection(line, admission, room, this.inflow.open(actorKey(admission.visitor.actor), Date.now()));
    webSocket.on('message', (data: RawData, isBinary) => connection.receive(data as Buffer, isBinary));
    webSocket.on('close', () => this.leave(connection, room));
    this.connections.add(connection);
    room.join(connection);
    this.parts.presence.join(connection.id, admission.documentId, admission.visitor.actor);
    // Rights may have gone while the room was loading.
    void this.watch.recheckOne(connection);
  }

  private leave(connection: Connection, room: Room): void {
    this.connections.delete(connection);
    this.door.goOut(connection.ownerKey);
    room.leave(connection);
    this.parts.presence.leave(connection.id, connection.admission.documentId);
  }

  private turnAway(socket: WebSocket, code: CloseCode, reason: string): void {
    socket.close(code, reason);
    setTimeout(() => socket.terminate(), handshakeMs).unref();
  }

  private reject(socket: Duplex, status: string): void {
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
  }
}

// By themselves: a listener made where the request is at hand would keep it as long as the socket.
const nothing = (): void => undefined;
function destroyOnError(socket: Duplex): void {
  socket.on('error', () => socket.destroy());
}

/** Calls back once: when the socket closes, or when the function that is given back is called. Holds on to nothing after that. */
function onceGone(socket: Duplex, callback: () => void): () => void {
  let isDone = false;
  const gone = (): void => {
    socket.off('close', gone);
    if (!isDone) callback();
    isDone = true;
  };
  socket.once('close', gone);
  return gone;
}

function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('handshake took too long')), handshakeMs);
  });
  return Promise.race([work, deadline]).finally(() => clearTimeout(timer));
}
