import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { RoomVisitor } from '@konzeptwerkstatt/contracts';
import { currentCorrelationId } from '../context/correlation.js';
import { RequestContextFactory } from '../context/request-context.factory.js';
import type { RequestContext } from '../context/request-context.js';
import { ErrorFormatter } from '../errors/error-formatter.js';
import { HTTP_STATUS } from '../errors/http-status.js';
import { documentLimitsRule } from '../limits/document-limits.rule.js';
import { LIMITS } from '../limits/limits.js';
import { refuseUnstorableArguments } from '../limits/storable-arguments.js';
import { GraphqlSocketServer } from '../websocket/graphql-socket.server.js';
import { SocketSessions } from '../websocket/socket-sessions.js';
import { neverStorePlugin, operationLimitsPlugin, retryPlugin } from './apollo.plugins.js';
import { GraphqlCoreModule } from './graphql-core.module.js';
import { GRAPHQL_PLATFORM_OPTIONS, type GraphqlPlatformOptions } from './graphql-platform.options.js';
import { OneSchemaDriver } from './one-schema.driver.js';
import { OneShapeFilter } from './one-shape.filter.js';
import { buildSchemaOptions } from './schema-options.js';

interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

/** A failure while finding out who asks must not look like a malformed request. */
async function authenticated(factory: RequestContextFactory, formatter: ErrorFormatter, request: IncomingMessage, correlationId: string): Promise<RoomVisitor | null> {
  try {
    return await factory.authenticate(request);
  } catch (error) {
    const { code, message, retryAfter } = formatter.describe(error, correlationId);
    const headers = new Map(retryAfter === undefined ? [] : [['retry-after', String(retryAfter)]]);
    throw new GraphQLError(message, { extensions: { code, retryAfter, http: { status: HTTP_STATUS[code], headers } } });
  }
}

async function httpContext({ req, res }: Exchange, factory: RequestContextFactory, formatter: ErrorFormatter, options: GraphqlPlatformOptions): Promise<RequestContext> {
  const correlationId = currentCorrelationId();
  const visitor = await authenticated(factory, formatter, req, correlationId);
  return factory.create(visitor, correlationId, {
    clientAddress: options.clientAddress(req),
    userAgent: req.headers['user-agent'] ?? '',
    setCookie: (header) => void res.appendHeader('Set-Cookie', header),
  });
}

function apolloConfig(options: GraphqlPlatformOptions, factory: RequestContextFactory, formatter: ErrorFormatter): ApolloDriverConfig {
  return {
    path: '/graphql',
    autoSchemaFile: true,
    // The schema is checked, and sorted, where it is printed and compared (`schema.graphql`), not at each start.
    buildSchemaOptions: { ...buildSchemaOptions, skipCheck: true },
    transformSchema: refuseUnstorableArguments,
    introspection: options.allowsIntrospection,
    graphiql: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !options.allowsIntrospection,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    // Only our own plugins set a status; Nest would set it back to 200 after them.
    preserveHttpStatusForExecutionErrors: false,
    autoTransformHttpErrors: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [documentLimitsRule],
    // The library's own cache control would wrap every field of every answer to find out that nothing may be stored.
    plugins: [ApolloServerPluginCacheControlDisabled(), neverStorePlugin, operationLimitsPlugin, retryPlugin],
    context: (exchange: Exchange) => httpContext(exchange, factory, formatter, options),
    formatError: (formatted, error) => formatter.format(error, formatted, currentCorrelationId()),
  };
}

/** The GraphQL endpoint over HTTP and WebSocket, with its limits and its error contract. */
@Module({})
export class GraphqlPlatformModule {
  static forRoot(options: GraphqlPlatformOptions): DynamicModule {
    const endpoint = GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: OneSchemaDriver,
      inject: [GRAPHQL_PLATFORM_OPTIONS, RequestContextFactory, ErrorFormatter],
      useFactory: apolloConfig,
    });
    return {
      module: GraphqlPlatformModule,
      imports: [GraphqlCoreModule.forRoot(options), endpoint],
      providers: [SocketSessions, GraphqlSocketServer, { provide: APP_FILTER, useClass: OneShapeFilter }],
      exports: [GraphqlSocketServer, endpoint],
    };
  }
}
