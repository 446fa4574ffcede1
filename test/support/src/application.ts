import { afterAll, beforeAll, jest } from '@jest/globals';
import { createDemonstrationDatabase } from './demonstration-database.js';
import { freePort } from './free-port.js';
import { GraphqlVisitor } from './graphql-visitor.js';
import { RoomClient, type RoomOptions } from './room-client.js';
import { startServer, type StartedServer } from './started-server.js';
import type { PlainDatabase } from './test-database.js';

/** Accounts of the demonstration by what they may do. */
export const demonstrationAccounts = {
  office: 'amt.leipzig@example.org',
  contributor: 'verein.leipzig@example.org',
  welfare: 'wohlfahrt.leipzig@example.org',
  reviewer: 'beirat.leipzig@example.org',
  foreignOffice: 'amt.rostock@example.org',
  foreign: 'verein.rostock@example.org',
} as const;

export type DemonstrationAccount = keyof typeof demonstrationAccounts;

/** A running application with the demonstration, and whoever talks to it in a suite. */
export class ApplicationUnderTest {
  private readonly signedIn = new Map<DemonstrationAccount, Promise<GraphqlVisitor>>();
  private readonly visitors = new Set<GraphqlVisitor>();
  private readonly rooms = new Set<RoomClient>();

  constructor(readonly database: PlainDatabase, public server: StartedServer) {}

  get origin(): string {
    return this.server.origin;
  }

  /** The account with a session that is opened once for the suite. */
  as(account: DemonstrationAccount): Promise<GraphqlVisitor> {
    const known = this.signedIn.get(account) ?? this.signIn(account);
    this.signedIn.set(account, known);
    return known;
  }

  /** The account with a session of its own. */
  async signIn(account: DemonstrationAccount): Promise<GraphqlVisitor> {
    return this.note(await GraphqlVisitor.signIn(this.origin, demonstrationAccounts[account]));
  }

  nobody(): GraphqlVisitor {
    return this.note(GraphqlVisitor.anonymous(this.origin));
  }

  withToken(token: string): GraphqlVisitor {
    return this.note(GraphqlVisitor.withToken(this.origin, token));
  }

  /** Opens a text and waits until it is there; left at the end of the suite at the latest. */
  async join(visitor: GraphqlVisitor, documentId: string, options?: RoomOptions): Promise<RoomClient> {
    const client = this.room(visitor, documentId, options);
    await client.untilSynced();
    return client;
  }

  /** Opens a text without waiting for it. */
  room(visitor: GraphqlVisitor, documentId: string, options?: RoomOptions): RoomClient {
    const client = new RoomClient(visitor, documentId, options);
    this.rooms.add(client);
    return client;
  }

  async end(): Promise<void> {
    for (const client of this.rooms) client.leave();
    for (const visitor of this.visitors) visitor.leave();
    await this.server.stop();
    await this.database.drop();
  }

  private note(visitor: GraphqlVisitor): GraphqlVisitor {
    this.visitors.add(visitor);
    return visitor;
  }
}

/** What a suite wants of its application. */
export interface ApplicationOptions {
  /** Further settings of the server. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the server must know the address people use, e.g. because others are told of it. */
  readonly isAtFixedPort?: boolean;
}

/**
 * A running application for the suite that calls this at its top level: started before its tests on a database with the
 * demonstration, ended after them. `const application = useApplication();` and in a test `application().as('office')`.
 */
export function useApplication({ env = {}, isAtFixedPort = false }: ApplicationOptions = {}): () => ApplicationUnderTest {
  // How fast something must be is asked where it matters; a busy machine must not break the rest.
  jest.setTimeout(30_000);
  let application: ApplicationUnderTest | undefined;
  beforeAll(async () => {
    const database = await createDemonstrationDatabase();
    application = new ApplicationUnderTest(database, await startServer({ databaseUrl: database.url, env, ...(isAtFixedPort ? { port: await freePort() } : {}) }));
  }, 240_000);
  afterAll(async () => application?.end(), 30_000);
  return () => {
    if (!application) throw new Error('the application exists only inside tests and hooks');
    return application;
  };
}
