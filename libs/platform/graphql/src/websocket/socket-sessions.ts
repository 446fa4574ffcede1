import type { IncomingMessage } from 'node:http';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { WebSocket } from 'ws';
import type { RoomVisitor } from '@konzeptwerkstatt/contracts';
import { WakeUpHub } from '@konzeptwerkstatt/platform-outbox';
import { LOGGER, type Logger } from '@konzeptwerkstatt/platform-logging';
import { RequestContextFactory } from '../context/request-context.factory.js';

/** Wake-ups may be lost, so every session is looked at again after a while. */
const RECHECK_MS = 30_000;
const SESSION_ENDED = 4403;

interface SignedInSocket {
  readonly headers: IncomingMessage['headers'];
  visitor: RoomVisitor;
}

/** Who is at which socket; closes sockets with 4403 when their session ends. */
@Injectable()
export class SocketSessions implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly signedIn = new Map<WebSocket, SignedInSocket>();
  private timer: NodeJS.Timeout | undefined;
  private stopListening: (() => void) | undefined;

  constructor(
    @Inject(RequestContextFactory) private readonly contexts: RequestContextFactory,
    @Inject(WakeUpHub) private readonly hub: WakeUpHub,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.stopListening = this.hub.on('access', ({ personId, guestId }) => this.recheck(personId, guestId), () => this.recheck(null));
    this.timer = setInterval(() => this.recheck(null), RECHECK_MS);
    this.timer.unref();
    await this.hub.start();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.stopListening?.();
  }

  join(socket: WebSocket, request: IncomingMessage, visitor: RoomVisitor | null): void {
    if (!visitor) return;
    this.signedIn.set(socket, { headers: request.headers, visitor });
    socket.once('close', () => this.signedIn.delete(socket));
    // The session may have ended between the upgrade and now.
    this.recheckOne(socket);
  }

  /** Who is at a socket now; null for somebody who is not signed in. */
  visitor(socket: WebSocket): RoomVisitor | null {
    return this.signedIn.get(socket)?.visitor ?? null;
  }

  private recheck(personId: string | null, guestId?: string): void {
    for (const [socket, { visitor }] of this.signedIn) {
      if (guestId !== undefined ? visitor.actor.guestId === guestId : personId === null || visitor.actor.personId === personId) this.recheckOne(socket);
    }
  }

  private recheckOne(socket: WebSocket): void {
    const entry = this.signedIn.get(socket);
    if (!entry) return;
    this.contexts.authenticate(entry).then(
      (visitor) => (visitor ? void (entry.visitor = visitor) : socket.close(SESSION_ENDED, 'Session ended')),
      // The database is away; the next look will tell.
      (error: unknown) => this.logger.warn({ err: error }, 'session of a socket could not be checked'),
    );
  }
}
