import type { ModuleRef } from '@nestjs/core';
import type DataLoader from 'dataloader';
import { ApplicationError, type Actor } from '@konzeptwerkstatt/kernel';
import type { RoomVisitor } from '@konzeptwerkstatt/contracts';
import type { LoaderDefinition } from './loader.js';

/** What sign-in needs of an HTTP request; there is none on a socket. */
export interface HttpExchange {
  /** Address of the visitor, as far as proxies are trusted. */
  readonly clientAddress: string;
  readonly userAgent: string;
  /** Appends one Set-Cookie header. */
  setCookie(header: string): void;
}

/** Everything a request context is made of. */
export interface RequestFacts {
  readonly visitor: RoomVisitor | null;
  readonly correlationId: string;
  readonly container: ModuleRef;
  readonly http: HttpExchange | null;
}

/** The GraphQL context of one request, or of one event of a subscription; the same over HTTP and WebSocket. */
export class RequestContext {
  /** Fresh per request: caches of rights hang on this object. Never a guest: to everything that does not ask for guests she is nobody in particular. */
  actor: Actor | null = null;
  /** Who takes part in a gathering as a guest; null for everybody else. */
  guest: Actor | null = null;
  credentialId: string | null = null;
  personName: string | null = null;
  organisationName: string | null = null;
  readonly correlationId: string;
  readonly http: HttpExchange | null;
  /** Nest wants a request object in every context. */
  readonly req: object = {};
  private readonly container: ModuleRef;
  private readonly loaders = new Map<string, unknown>();

  constructor(facts: RequestFacts) {
    this.correlationId = facts.correlationId;
    this.container = facts.container;
    this.http = facts.http;
    this.become(facts.visitor);
  }

  /** The rest of the request goes on as somebody else: after signing in or out, or for another organisation. */
  become(visitor: RoomVisitor | null): void {
    const actor = visitor ? { ...visitor.actor } : null;
    this.guest = actor?.kind === 'guest' ? actor : null;
    this.actor = this.guest === null ? actor : null;
    this.credentialId = visitor?.credentialId ?? null;
    this.personName = visitor?.personName ?? null;
    this.organisationName = visitor?.organisationName ?? null;
    this.loaders.clear();
  }

  /** The signed-in actor. @throws ApplicationError UNAUTHENTICATED */
  requireActor(): Actor {
    if (!this.actor) throw new ApplicationError('UNAUTHENTICATED', 'Bitte melden Sie sich an.');
    return this.actor;
  }

  /** Whoever takes part in a gathering, with an account or as a guest. @throws ApplicationError UNAUTHENTICATED */
  requireParticipant(): Actor {
    return this.guest ?? this.requireActor();
  }

  /** This request's instance of a loader. */
  loader<Key, Value>(definition: LoaderDefinition<Key, Value>): DataLoader<Key, Value> {
    const known = this.loaders.get(definition.name) as DataLoader<Key, Value> | undefined;
    const loader = known ?? definition.create(this.container, this.actor);
    if (!known) this.loaders.set(definition.name, loader);
    return loader;
  }
}
