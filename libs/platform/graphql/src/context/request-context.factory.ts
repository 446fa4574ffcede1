import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { VISITOR_AUTHENTICATION, type RoomVisitor, type VisitorAuthentication } from '@konzeptwerkstatt/contracts';
import { RequestContext, type HttpExchange } from './request-context.js';

/** Makes request contexts: finds out who asks, and hands on the container for loaders. */
@Injectable()
export class RequestContextFactory {
  constructor(@Inject(ModuleRef) private readonly container: ModuleRef) {}

  /** Who is at a request; null when nobody is signed in. */
  authenticate({ headers }: Pick<IncomingMessage, 'headers'>): Promise<RoomVisitor | null> {
    const authentication = this.container.get<VisitorAuthentication>(VISITOR_AUTHENTICATION, { strict: false });
    return authentication.authenticate({ cookie: headers.cookie, authorization: headers.authorization });
  }

  create(visitor: RoomVisitor | null, correlationId: string, http: HttpExchange | null = null): RequestContext {
    return new RequestContext({ visitor, correlationId, container: this.container, http });
  }
}
