import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isUpgradeAllowed } from '@konzeptwerkstatt/platform-auth';
import { isDatabaseUnavailable, type GraphqlSocketServer, type RequestContextFactory } from '@konzeptwerkstatt/platform-graphql';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { pathOf, refuseUpgrade, type UpgradeHandler } from './upgrade-dispatcher.js';

/** What the handler works with. */
export interface GraphqlUpgradeParts {
  readonly sockets: Pick<GraphqlSocketServer, 'accept'>;
  readonly contexts: Pick<RequestContextFactory, 'authenticate'>;
  readonly publicOrigin: string | undefined;
  readonly logger: Logger;
}

async function admit({ sockets, contexts, logger }: GraphqlUpgradeParts, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
  try {
    const visitor = await contexts.authenticate(request);
    if (socket.destroyed) return;
    // A script with a wrong token is told so; a browser whose session has ended goes on with what is public.
    if (!visitor && request.headers.authorization !== undefined) return refuseUpgrade(socket, 401);
    sockets.accept(request, socket, head, visitor);
  } catch (error) {
    logger.warn({ err: error }, 'visitor of a socket not found out');
    refuseUpgrade(socket, isDatabaseUnavailable(error) ? 503 : 500);
  }
}

/** Upgrades of `/graphql`: origin, then visitor, then the protocol. */
export function graphqlUpgradeHandler(parts: GraphqlUpgradeParts): UpgradeHandler {
  return (request, socket, head) => {
    if (pathOf(request) !== '/graphql') return false;
    if (isUpgradeAllowed(request, parts.publicOrigin)) void admit(parts, request, socket, head);
    else refuseUpgrade(socket, 403);
    return true;
  };
}
