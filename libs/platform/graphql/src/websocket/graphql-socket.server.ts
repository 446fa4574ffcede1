import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, GraphQLError, type ExecutionArgs, type GraphQLFormattedError } from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { newId } from '@konzeptwerkstatt/kernel';
import type { RoomVisitor } from '@konzeptwerkstatt/contracts';
import { LOGGER, type Logger } from '@konzeptwerkstatt/platform-logging';
import { runWithCorrelation } from '../context/correlation.js';
import { RequestContextFactory } from '../context/request-context.factory.js';
import { ErrorFormatter } from '../errors/error-formatter.js';
import { LIMITS } from '../limits/limits.js';
import { GRAPHQL_PLATFORM_OPTIONS, type GraphqlPlatformOptions } from '../module/graphql-platform.options.js';
import { subscribeWithFreshContext } from './fresh-subscribe.js';
import { prepareOperation } from './operation-preparation.js';
import { SocketSessions } from './socket-sessions.js';

const PING_MS = 15_000;
const INIT_WAIT_MS = 5_000;
const MAX_OPERATIONS_PER_SOCKET = 50;

type SocketContext = Context<Record<string, unknown> | undefined, Extra>;

/** GraphQL over `graphql-transport-ws`, with the rules, limits and errors of HTTP. It never opens a port: upgrades are handed to it. */
@Injectable()
export class GraphqlSocketServer implements BeforeApplicationShutdown {
  private readonly server = new WebSocketServer({ noServer: true, maxPayload: LIMITS.messageBytes, perMessageDeflate: false });
  private readonly correlations = new WeakMap<object, string>();
  private readonly protocol;

  constructor(
    @Inject(GraphQLSchemaHost) private readonly host: GraphQLSchemaHost,
    @Inject(RequestContextFactory) private readonly contexts: RequestContextFactory,
    @Inject(ErrorFormatter) private readonly formatter: ErrorFormatter,
    @Inject(SocketSessions) private readonly sessions: SocketSessions,
    @Inject(GRAPHQL_PLATFORM_OPTIONS) private readonly options: GraphqlPlatformOptions,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.protocol = useServer<Record<string, unknown> | undefined>(
      {
        connectionInitWaitTimeout: INIT_WAIT_MS,
        onSubscribe: (context, _id, payload) => this.prepare(context, payload),
        execute: (args) => this.underCorrelation(args, () => execute(args)),
        subscribe: (args) => this.underCorrelation(args, () => subscribeWithFreshContext(args, () => this.renewed(args))),
        onNext: (_context, _id, payload, _args, result) =>
          result.errors ? { ...result, errors: this.format(result.errors, this.correlationOf(payload)) } : undefined,
        onError: (_context, _id, payload, errors) => this.format(errors, this.correlationOf(payload)),
      },
      this.server,
      PING_MS,
    );
  }

  /** Takes over a connection whose visitor and origin were checked. @param visitor null for somebody who is not signed in */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, visitor: RoomVisitor | null): void {
    this.server.handleUpgrade(request, socket, head, (webSocket) => {
      this.sessions.join(webSocket, request, visitor);
      this.server.emit('connection', webSocket, request);
      // The library prints errors of sockets to the console; `ws` closes such a socket by itself.
      webSocket.removeAllListeners('error').on('error', (error) => this.logger.debug({ err: error }, 'socket failed'));
    });
  }

  /**
   * Closes every socket (1012, so that clients come back). To be called before the application is closed: the listener's end
   * cuts connections off without a word.
   */
  async close(): Promise<void> {
    for (const client of this.server.clients) client.close(1012, 'restart');
    const limit = setTimeout(() => this.server.clients.forEach((client) => client.terminate()), 1_000);
    while (this.server.clients.size > 0) await sleep(20);
    clearTimeout(limit);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.close();
    await this.protocol.dispose();
  }

  private prepare({ extra, subscriptions }: SocketContext, payload: SubscribePayload): ExecutionArgs | readonly GraphQLError[] {
    const correlationId = newId();
    this.correlations.set(payload, correlationId);
    if (Object.keys(subscriptions).length > MAX_OPERATIONS_PER_SOCKET) {
      return [new GraphQLError('Zu viele Abfragen zugleich auf einer Verbindung.', { extensions: { code: 'RATE_LIMITED', retryAfter: 5 } })];
    }
    const prepared = prepareOperation(this.host.schema, payload, this.options.allowsIntrospection);
    if (!('document' in prepared)) return prepared;
    const args = { ...prepared, contextValue: this.contexts.create(this.visitorOf(extra.socket), correlationId) };
    this.sockets.set(args, extra.socket);
    this.correlations.set(args, correlationId);
    return args;
  }

  private readonly sockets = new WeakMap<object, WebSocket>();

  private visitorOf(socket: WebSocket): RoomVisitor | null {
    return this.sessions.visitor(socket);
  }

  private renewed(args: ExecutionArgs): unknown {
    const socket = this.sockets.get(args);
    return this.contexts.create(socket ? this.visitorOf(socket) : null, this.correlationOf(args));
  }

  private underCorrelation<T>(args: ExecutionArgs, work: () => T): T {
    return runWithCorrelation(this.correlationOf(args), work);
  }

  private correlationOf(key: object): string {
    return this.correlations.get(key) ?? newId();
  }

  private format(errors: readonly GraphQLError[], correlationId: string): GraphQLError[] {
    return errors.map((error) => {
      // Errors of validation and of variables have no code here; over HTTP Apollo Server gives them one.
      const isMalformed = !error.originalError && error.path === undefined && error.extensions['code'] === undefined;
      const raw: GraphQLFormattedError = isMalformed ? { ...error.toJSON(), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } } : error.toJSON();
      return this.formatter.format(error, raw, correlationId) as GraphQLError;
    });
  }
}
