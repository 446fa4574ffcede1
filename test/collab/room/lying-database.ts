import type { Pool } from 'pg';

const trigger = (body: string, each: 'ROW' | 'STATEMENT'): string => `
  CREATE OR REPLACE FUNCTION engine.lie() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} RETURN NULL; END $$;
  CREATE TRIGGER lie AFTER INSERT ON engine.document_update FOR EACH ${each} EXECUTE FUNCTION engine.lie();`;

/** From now on every so manyth row is gone although its commit was reported: a disk that lies. */
export async function loseEvery(pool: Pool, rows: number): Promise<void> {
  await pool.query(trigger(`DELETE FROM engine.document_update WHERE id = NEW.id AND id % ${rows} = 0;`, 'ROW'));
}

/** From now on each commit of updates takes that long: whoever does not wait for it is found out. */
export async function slowDown(pool: Pool, seconds: number): Promise<void> {
  await pool.query(trigger(`PERFORM pg_sleep(${seconds});`, 'STATEMENT'));
}

/** Honest and quick again. */
export async function beHonest(pool: Pool): Promise<void> {
  await pool.query('DROP TRIGGER IF EXISTS lie ON engine.document_update');
}
