import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId, newRandomId, type Actor } from '@konzeptwerkstatt/kernel';
import type { DocumentRights, RoomVisitor } from '@konzeptwerkstatt/contracts';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import type { TestDatabase } from '@konzeptwerkstatt/test-support';
import { WebSocket, type ClientOptions } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { attachCollaboration, DecoderPool, LogDocumentReader, LogDocumentWriter, type CollaborationDeps, type CollaborationRuntime } from '../src/index.js';

/** A client of the rooms: an unmodified y-websocket provider and its document. */
export interface Client {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly words: Y.XmlText;
  /** Code of the last close by the server. */
  readonly closed: Promise<number>;
}

export const municipalityId = newId();

/** A person as the rig's sign-in knows her: her bearer token is her name. */
export function personOf(name: string): RoomVisitor {
  const id = `00000000-0000-7000-8000-${Buffer.from(name).toString('hex').padStart(12, '0').slice(-12)}`;
  const actor: Actor = { kind: 'person', personId: id, guestId: null, organisationId: id, gatheringId: null, municipalityId };
  return { actor, credentialId: id, personName: name, organisationName: `Verein ${name}` };
}

/** A real server on a real database; only who may do what comes from the test. */
export class CollaborationRig {
  readonly decoder = new DecoderPool();
  readonly writer = new LogDocumentWriter(this.decoder);
  readonly reader: LogDocumentReader;
  readonly rights = new Map<string, DocumentRights | null>();
  readonly signedOut = new Set<string>();
  readonly enqueued: unknown[] = [];
  private readonly clients: Client[] = [];
  private http: Server | null = null;
  private runtime: CollaborationRuntime | null = null;

  constructor(readonly database: TestDatabase, private readonly overrides: Partial<CollaborationDeps> = {}, private readonly otherPort: number | null = null) {
    this.reader = new LogDocumentReader(this.decoder, database.pool);
  }

  get port(): number {
    return this.otherPort ?? (this.http!.address() as AddressInfo).port;
  }

  async start(port = 0): Promise<void> {
    this.http = createServer();
    await new Promise<void>((resolve) => this.http!.listen(port, '127.0.0.1', resolve));
    this.runtime = await attachCollaboration(this.http, {
      logPool: this.database.pool, pool: this.database.pool, databaseUrl: this.database.url, decoder: this.decoder, publicOrigin: undefined,
      queue: { enqueue: async (job, data) => void this.enqueued.push({ job: job.name, data }) },
      authentication: { authenticate: async ({ authorization, cookie }) => this.visitor(authorization || cookie) },
      access: { rights: async (_documentId, actor) => { const right = this.rights.get(actor.personId!); return right === undefined ? { canRead: true, canWrite: true } : right; } },
      logger: createLogger({ level: 'silent' }),
      ...this.overrides,
    });
  }

  async stop(): Promise<void> {
    this.clients.splice(0).forEach(({ provider, doc }) => { provider.destroy(); doc.destroy(); });
    await this.runtime?.close();
    this.http?.closeAllConnections();
    this.http?.close();
    await this.decoder.close();
  }

  async createDocument(): Promise<string> {
    const documentId = newRandomId();
    await this.database.prisma.runInTransaction((tx) => this.writer.create(tx, documentId, municipalityId));
    return documentId;
  }

  /** Connects one as that person; the provider is the package's own. */
  connect(documentId: string, name: string, options: { params?: Record<string, string>; socket?: ClientOptions; doc?: Y.Doc } = {}): Client {
    const doc = options.doc ?? new Y.Doc();
    const headers = { authorization: `Bearer ${name}`, ...options.socket?.headers };
    class Socket extends WebSocket {
      constructor(url: string) {
        super(url, { ...options.socket, headers });
      }
    }
    const provider = new WebsocketProvider(`ws://127.0.0.1:${this.port}/collab`, documentId, doc, {
      WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket, disableBc: true, params: options.params ?? {},
    });
    const closed = new Promise<number>((resolve) => provider.on('connection-close', (event: { code: number } | null) => event !== null && resolve(event.code)));
    const client: Client = { doc, provider, closed, get words() { return wordsOf(doc); } };
    this.clients.push(client);
    return client;
  }

  async connected(documentId: string, name: string, options?: Parameters<CollaborationRig['connect']>[2]): Promise<Client> {
    const client = this.connect(documentId, name, options);
    await until(() => client.provider.synced);
    return client;
  }

  /** A document as it stands in the database. */
  async stored(documentId: string): Promise<Y.Doc> {
    const { rows } = await this.database.pool.query<{ bytes: Buffer }>(
      `SELECT state AS bytes FROM engine.document_snapshot WHERE document_id = $1
       UNION ALL (SELECT payload FROM engine.document_update WHERE document_id = $1 ORDER BY id)`, [documentId]);
    const doc = new Y.Doc();
    rows.forEach(({ bytes }) => Y.applyUpdate(doc, bytes));
    return doc;
  }

  private visitor(authorization: string | undefined): RoomVisitor | null {
    const name = authorization?.replace(/^Bearer /, '');
    return name === undefined || this.signedOut.has(name) ? null : personOf(name);
  }
}

/** The first text of a document, made when there is none. */
export function wordsOf(doc: Y.Doc): Y.XmlText {
  const body = doc.getXmlFragment('body');
  const first = body.length === 0 ? null : (body.get(0) as Y.XmlElement).get(0);
  if (first instanceof Y.XmlText) return first;
  const block = new Y.XmlElement('block');
  const text = new Y.XmlText();
  block.insert(0, [text]);
  body.insert(0, [block]);
  return text;
}

export function textOf(doc: Y.Doc): string {
  return doc.getXmlFragment('body').toString().replace(/<[^>]*>/g, '');
}

/** Waits until something holds. */
export async function until(holds: () => boolean | Promise<boolean>, ms = 5000): Promise<void> {
  for (const end = Date.now() + ms; !(await holds());) {
    if (Date.now() > end) throw new Error(`did not come to hold within ${ms} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
