import type { INestApplicationContext } from '@nestjs/common';
import { PG_POOL } from '@konzeptwerkstatt/platform-database';
import type { Pool } from 'pg';

/** An account of the demonstration, for the lines printed at start. */
export interface DemonstrationAccount {
  readonly email: string;
  readonly organisation: string;
}

const poolOf = (app: INestApplicationContext): Pool => app.get<Pool>(PG_POOL, { strict: false });

/** Tells how far loading has come. */
export type ReportProgress = (city: string, done: number, total: number) => void;

/** Loads the demonstration into an empty database, or goes on where a killed start stopped. @returns whether there was anything to do */
export async function loadDemonstrationOnce(app: INestApplicationContext, report: ReportProgress): Promise<boolean> {
  // Imported only now: its texts are large, and an installation without demonstration needs none of them.
  const { loadDemonstration } = await import('@konzeptwerkstatt/demonstration');
  const outcome = await loadDemonstration({ container: app, onProgress: ({ city, done, total }) => report(city, done, total) });
  return outcome === 'loaded';
}

/** The accounts of the demonstration that are there, for people to try. */
export async function demonstrationAccounts(app: INestApplicationContext): Promise<DemonstrationAccount[]> {
  const { rows } = await poolOf(app).query<DemonstrationAccount>(`
    SELECT p.email, o.name AS organisation FROM persons p
    JOIN memberships m ON m.person_id = p.id AND m.ended_at IS NULL
    JOIN organisations o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
    JOIN municipalities c ON c.id = m.municipality_id
    WHERE c.is_example AND p.email LIKE '%@example.org' AND p.disabled_at IS NULL ORDER BY c.name, p.email LIMIT 20`);
  return rows;
}
