import type { Client } from 'pg';

/** The schemas of the product beside `public`. */
const OWN_SCHEMAS = ['engine', 'bullmq'] as const;
/** What schemas are called that hold what was in the database before a restore. */
export const ASIDE = 'konzeptwerkstatt_before_';
const DISCARDED = 'konzeptwerkstatt_discarded';

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function hasSchema(client: Client, name: string): Promise<boolean> {
  return (await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [name])).rowCount === 1;
}

/** Moves everything but extensions, which only a superuser could move, and which both sides need. */
async function moveContents(client: Client, from: string, to: string): Promise<void> {
  const { rows } = await client.query<{ move: string }>(
    `WITH own AS (
       SELECT 'pg_class'::regclass AS catalogue, oid, CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind, oid::regclass::text AS name
       FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
       UNION ALL SELECT 'pg_type'::regclass, oid, 'TYPE', oid::regtype::text FROM pg_type WHERE typnamespace = $1::regnamespace AND typtype IN ('e', 'd')
       UNION ALL SELECT 'pg_proc'::regclass, oid, 'ROUTINE', oid::regprocedure::text FROM pg_proc WHERE pronamespace = $1::regnamespace)
     SELECT format('ALTER %s %s SET SCHEMA %I', kind, name, $2::text) AS move FROM own
     WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = own.catalogue AND d.objid = own.oid AND (d.deptype = 'e' OR (own.kind = 'SEQUENCE' AND d.deptype IN ('a', 'i'))))`, [from, to]);
  for (const { move } of rows) await client.query(move);
}

/** Whether an earlier restore was ended before it could put back or remove what it had set aside. */
export function isSomethingAside(client: Client): Promise<boolean> {
  return hasSchema(client, `${ASIDE}public`);
}

/** Sets everything of the product aside, so that the database looks empty. */
export async function setAside(client: Client): Promise<void> {
  await inTransaction(client, async () => {
    for (const name of OWN_SCHEMAS) if (await hasSchema(client, name)) await client.query(`ALTER SCHEMA ${name} RENAME TO ${ASIDE}${name}`);
    await client.query(`CREATE SCHEMA ${ASIDE}public`);
    await moveContents(client, 'public', `${ASIDE}public`);
  });
}

/** Removes what has been made since, and puts back what was set aside; both or neither. */
export async function putBack(client: Client): Promise<void> {
  await inTransaction(client, async () => {
    await client.query(`CREATE SCHEMA ${DISCARDED}`);
    await moveContents(client, 'public', DISCARDED);
    await client.query(`DROP SCHEMA IF EXISTS ${[DISCARDED, ...OWN_SCHEMAS].join(', ')} CASCADE`);
    for (const name of OWN_SCHEMAS) if (await hasSchema(client, `${ASIDE}${name}`)) await client.query(`ALTER SCHEMA ${ASIDE}${name} RENAME TO ${name}`);
    await moveContents(client, `${ASIDE}public`, 'public');
    await client.query(`DROP SCHEMA ${ASIDE}public`);
  });
}

/** Removes what was set aside, for good. */
export async function removeAside(client: Client): Promise<void> {
  await client.query(`DROP SCHEMA IF EXISTS ${['public', ...OWN_SCHEMAS].map((name) => ASIDE + name).join(', ')} CASCADE`);
}
