import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultDataDir } from '@konzeptwerkstatt/platform-config';
import { startEmbeddedPostgres } from '@konzeptwerkstatt/platform-database';
import { Client } from 'pg';
import { checkout } from '../bench-database.js';
import { cpuOfFamily } from './processes/process-usage.js';
import { ServerProcess } from './processes/server-process.js';
import type { ServerKind } from './processes/servers.registry.js';

interface Postgres {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** One run of the benchmark: the database it stores in, and the servers it starts. */
export class Bench {
  private readonly folder = mkdtempSync(join(tmpdir(), 'bench-collab-'));
  private documents = 0;

  private constructor(private readonly postgres: Postgres) {}

  /** Starts a PostgreSQL of its own, which waits for the disk as a real one does. */
  static async open(): Promise<Bench> {
    const postgres = await startEmbeddedPostgres({ dataDir: join(defaultDataDir(checkout), 'bench'), database: 'bench' });
    return new Bench(postgres);
  }

  async close(): Promise<void> {
    ServerProcess.killAll();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Forgets all that a server has stored, so that no case works on what another one left. */
  async clear(kind: ServerKind): Promise<void> {
    rmSync(join(this.folder, kind.name), { recursive: true, force: true });
    if (kind.usesPostgres) await this.makeDatabase(kind);
  }

  /** A name nobody has used. */
  newDocument(): string {
    return `bench-${process.pid}-${++this.documents}`;
  }

  /** Starts a server; what it stored before is there again. */
  start(kind: ServerKind, environment: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    return ServerProcess.start(kind, { ...(kind.usesPostgres ? { DATABASE_URL: this.databaseUrl(kind) } : {}), YPERSISTENCE: join(this.folder, kind.name), ...environment });
  }

  /** CPU seconds so far of these servers and of what they store in. */
  cpu(servers: readonly ServerProcess[], others: readonly number[] = []): number {
    const own = servers.reduce((sum, server) => sum + server.cpu(), 0);
    const stores = servers.some(({ kind }) => kind.usesPostgres) ? cpuOfFamily(this.postgres.pid) : 0;
    return others.reduce((sum, pid) => sum + cpuOfFamily(pid), own + stores);
  }

  private databaseUrl(kind: ServerKind): string {
    const address = new URL(this.postgres.url);
    address.pathname = `/bench_${kind.name}`;
    return address.href;
  }

  private async makeDatabase({ name }: ServerKind): Promise<void> {
    const client = new Client({ connectionString: this.postgres.url });
    await client.connect();
    await client.query(`DROP DATABASE IF EXISTS bench_${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE bench_${name}`);
    await client.end();
  }
}
