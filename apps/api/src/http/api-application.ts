import type { Server } from 'node:http';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { FinishProviderSignInCommand, ReceiveLogoutNoticeCommand } from '@konzeptwerkstatt/identity';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { clientAddressReader } from '@konzeptwerkstatt/platform-auth';
import { PG_POOL } from '@konzeptwerkstatt/platform-database';
import { UploadFileCommand } from '@konzeptwerkstatt/platform-files';
import { DataCatalogueReader, PublicIndicatorReader, PublicMeasureListReader, PublicMeasureReader, PublicPageReader } from '@konzeptwerkstatt/reporting';
import { correlationMiddleware, ErrorFormatter, FileRegistry, GraphqlSocketServer, httpErrorHandler, jsonBody, RequestContextFactory } from '@konzeptwerkstatt/platform-graphql';
import { NestLogger } from '@konzeptwerkstatt/platform-logging';
import type { Pool } from 'pg';
import { ApiModule, type ApiOptions } from '../api.module.js';
import { fileRouter } from './file.router.js';
import { graphqlUpgradeHandler } from './graphql-upgrade.handler.js';
import { healthRouter } from './health.router.js';
import { LimitedHttpAdapter } from './limited-http.adapter.js';
import { publicPageRouter } from './public-page.router.js';
import { securityHeaders } from './security-headers.js';
import { oidcRouter } from './oidc.router.js';
import { uploadRouter } from './upload.router.js';
import { dispatchUpgrades, type UpgradeHandler } from './upgrade-dispatcher.js';
import { webClientRouter } from './web-client.router.js';

/** Where the client is built to, seen from this file's compiled and source form alike. */
const DEFAULT_WEB_ROOT = join(import.meta.dirname, '../../../web/dist');

const lost = (request: Request, _response: Response, next: NextFunction): void => {
  next(request.path === '/graphql' || request.path.startsWith('/graphql/') ? undefined : new ApplicationError('NOT_FOUND', 'Diese Adresse gibt es nicht.'));
};

/** Everything before GraphQL, in order; GraphQL itself is put behind it when the application is initialised. */
function useMiddleware(app: NestExpressApplication, { config }: ApiOptions): void {
  const contexts = app.get(RequestContextFactory, { strict: false });
  const clientAddress = clientAddressReader(config.trustedProxies);
  app.disable('x-powered-by');
  app.use(correlationMiddleware, ...securityHeaders(config));
  app.use('/health', healthRouter(app.get<Pool>(PG_POOL, { strict: false })));
  app.use('/files', uploadRouter(app.get(UploadFileCommand, { strict: false }), contexts, config));
  app.use('/files', fileRouter(app.get(FileRegistry, { strict: false }), contexts));
  app.use('/k', publicPageRouter({
    editions: app.get(PublicPageReader, { strict: false }), measures: app.get(PublicMeasureReader, { strict: false }), measureLists: app.get(PublicMeasureListReader, { strict: false }), indicators: app.get(PublicIndicatorReader, { strict: false }), catalogues: app.get(DataCatalogueReader, { strict: false }), clientAddress, publicOrigin: config.publicOrigin,
  }));
  app.use('/oidc', oidcRouter({
    finish: app.get(FinishProviderSignInCommand, { strict: false }), notices: app.get(ReceiveLogoutNoticeCommand, { strict: false }), contexts, clientAddress, config,
  }));
  app.use('/graphql', ...jsonBody());
  app.use(webClientRouter(config.webRoot ?? DEFAULT_WEB_ROOT));
  app.use(lost);
  app.use(httpErrorHandler(app.get(ErrorFormatter, { strict: false })));
}

/** An API that is ready to listen. */
export interface ApiApplication {
  readonly app: NestExpressApplication;
  readonly server: Server;
  /** Takes upgrades that GraphQL does not take; call it before listening. */
  addUpgradeHandler(handler: UpgradeHandler): void;
  /** Sends sockets away, lets requests in hand finish, and closes the application. */
  close(): Promise<void>;
}

/** Connections that stay open between requests would keep the listener from closing. */
async function closeApi(app: NestExpressApplication, server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const stubborn = setTimeout(() => server.closeAllConnections(), 4_000);
  await app.get(GraphqlSocketServer, { strict: false }).close();
  await app.close().finally(() => {
    clearInterval(idle);
    clearTimeout(stubborn);
  });
}

/** Builds the API on an HTTP server that does not listen yet. */
export async function createApiApplication(options: ApiOptions): Promise<ApiApplication> {
  const { config, logger } = options;
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.register(options), new LimitedHttpAdapter(), {
    bodyParser: false, logger: new NestLogger(logger), abortOnError: false,
  });
  useMiddleware(app, options);
  await app.init();
  const server = app.getHttpServer();
  const handlers: UpgradeHandler[] = [
    graphqlUpgradeHandler({
      sockets: app.get(GraphqlSocketServer, { strict: false }), contexts: app.get(RequestContextFactory, { strict: false }),
      publicOrigin: config.publicOrigin, logger,
    }),
  ];
  dispatchUpgrades(server, handlers);
  return { app, server, addUpgradeHandler: (handler) => void handlers.push(handler), close: () => closeApi(app, server) };
}
