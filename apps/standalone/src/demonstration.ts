import type { INestApplicationContext } from '@nestjs/common';
import { PG_POOL } from '@konzeptwerkstatt/platform-database';
import type { Pool } from 'pg';

/** An account of the demonstration, for the lines printed at start. */
export interface DemonstrationAccount {
  readonly email: string;
  readonly organisation: string;
}

interface DemonstrationPackage {
  /** Loads example municipalities through the application's own commands. */
  loadDemonstration(app: INestApplicationContext): Promise<void>;
}

const poolOf = (app: INestApplicationContext): Pool => app.get<Pool>(PG_POOL, { strict: false });

/** Loads the demonstration into a database without any municipality. @returns whether there was anything to do */
export async function loadDemonstrationOnce(app: INestApplicationContext): Promise<boolean> {
  const { rows } = await poolOf(app).query<{ used: boolean }>('SELECT EXISTS (SELECT FROM municipalities) AS used');
  if (rows[0]?.used === true) return false;
  // Loaded only when it is needed: later starts take seconds.
  const { loadDemonstration } = (await import('@konzeptwerkstatt/demonstration')) as DemonstrationPackage;
  await loadDemonstration(app);
  return true;
}

/** The accounts of the demonstration that are there, for people to try. */
export async function demonstrationAccounts(app: INestApplicationContext): Promise<DemonstrationAccount[]> {
  const { rows } = await poolOf(app).query<DemonstrationAccount>(`
    SELECT p.email, o.name AS organisation FROM persons p
    JOIN memberships m ON m.person_id = p.id AND m.ended_at IS NULL
    JOIN organisations o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
    JOIN municipalities c ON c.id = m.municipality_id
    WHERE o.is_example AND p.email LIKE '%@example.org' AND p.disabled_at IS NULL ORDER BY c.name, p.email LIMIT 20`);
  return rows;
}
