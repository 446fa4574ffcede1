import type { Client } from 'pg';
import type { BackupTable } from './backup-frames.js';

/**
 * What is worked out from other tables and comes back by itself, the history of migrations, which a restore writes anew, and where
 * contents lie in an object store: a backup holds them itself.
 */
const LEFT_OUT = ['public._prisma_migrations', 'engine.search_entry', 'engine.search_passage', 'engine.search_word', 'engine.stored_object'];

interface TableRow extends BackupTable {
  readonly needs: readonly string[];
}

const keyOf = ({ schema, name }: Pick<BackupTable, 'schema' | 'name'>): string => `${schema}.${name}`;

/**
 * The tables that a backup holds, each behind those its foreign keys point to. Columns that the database works out or that mean
 * something in this cluster only (transaction ids) are left out.
 */
export async function listTables(client: Client): Promise<BackupTable[]> {
  const { rows } = await client.query<TableRow>(
    `SELECT n.nspname AS schema, c.relname AS name,
       ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
         AND a.atttypid <> 'xid8'::regtype ORDER BY a.attnum) AS columns,
       ARRAY(SELECT DISTINCT fn.nspname || '.' || f.relname FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
         WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS needs
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('public', 'engine') AND c.relkind = 'r' AND c.relpersistence = 'p' AND n.nspname || '.' || c.relname <> ALL ($1)
     ORDER BY 1, 2`, [LEFT_OUT]);
  return inOrder(rows);
}

function inOrder(tables: readonly TableRow[]): BackupTable[] {
  const ordered: BackupTable[] = [];
  const done = new Set<string>();
  let waiting = [...tables];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) => needs.every((need) => done.has(need)));
    if (ready.length === 0) throw new Error(`Foreign keys go in a circle: ${waiting.map(keyOf).join(', ')}`);
    for (const { schema, name, columns } of ready) ordered.push({ schema, name, columns });
    ready.forEach((table) => done.add(keyOf(table)));
    waiting = waiting.filter((table) => !done.has(keyOf(table)));
  }
  return ordered;
}

/** A table and its columns as they are written in SQL. */
export function copyTarget(client: Client, { schema, name, columns }: BackupTable): string {
  return `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)} (${columns.map((column) => client.escapeIdentifier(column)).join(', ')})`;
}
