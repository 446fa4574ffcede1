import { join } from 'node:path';
import { checkout } from '../../bench-database.js';
import { hocuspocus, plain, type Dialect } from '../clients/dialect.js';

export const serverNames = ['ours', 'hocuspocus', 'ywebsocket', 'relay', 'batching-relay'] as const;
export type ServerName = (typeof serverNames)[number];

/** A server that can be measured: a program of Node that listens on HOST and PORT. */
export interface ServerKind {
  readonly name: ServerName;
  readonly label: string;
  readonly program: string;
  /** Options of Node it is to be started with. */
  readonly nodeOptions?: readonly string[];
  /** Whether it stores in the PostgreSQL of DATABASE_URL. */
  readonly usesPostgres: boolean;
  /** Whether it stores at all. */
  readonly stores: boolean;
  /** @param acknowledged ask a server that acknowledges only who asks for it, to do so */
  dialect(document: string, acknowledged?: boolean): Dialect;
}

const own = (file: string): string => join(import.meta.dirname, '..', file);

export const servers: Readonly<Record<ServerName, ServerKind>> = {
  ours: { name: 'ours', label: 'Konzeptwerkstatt, PostgreSQL', program: own('../collab-server-bench.js'), nodeOptions: ['--max-semi-space-size=8'], usesPostgres: true, stores: true, dialect: plain },
  hocuspocus: { name: 'hocuspocus', label: 'Hocuspocus 4.7, PostgreSQL', program: own('peers/hocuspocus.peer.js'), usesPostgres: true, stores: true, dialect: hocuspocus },
  ywebsocket: {
    name: 'ywebsocket', label: 'y-websocket server 0.1.1, LevelDB', program: join(checkout, 'node_modules/@y/websocket-server/src/server.js'), usesPostgres: false, stores: true, dialect: (document) => plain(document),
  },
  relay: { name: 'relay', label: 'relay, one send per receiver', program: own('peers/relay.peer.js'), usesPostgres: false, stores: false, dialect: (document) => plain(document) },
  'batching-relay': { name: 'batching-relay', label: 'relay, a turn in one write', program: own('peers/batching-relay.peer.js'), usesPostgres: false, stores: false, dialect: (document) => plain(document) },
};
