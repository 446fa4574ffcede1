import { Client } from 'pg';
import { testServerUrl } from '@konzeptwerkstatt/test-support';
import type { ApiUnderTest } from './api-harness.js';

/** Closes a spec's own database to everybody while `work` runs: present connections are cut, new ones refused. */
export async function withDatabaseClosed({ database }: ApiUnderTest, work: () => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: await testServerUrl() });
  await admin.connect();
  try {
    await admin.query(`ALTER DATABASE ${database.name} ALLOW_CONNECTIONS false`);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database.name]);
    await work();
  } finally {
    await admin.query(`ALTER DATABASE ${database.name} ALLOW_CONNECTIONS true`);
    await admin.end();
  }
}
