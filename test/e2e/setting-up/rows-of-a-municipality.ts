import type { Pool } from 'pg';

/** Tables that keep rows of a municipality that is gone, each with the reason. */
const keptTables: Readonly<Record<string, string>> = {
  'engine.outbox_event': 'the record of what happened, with opaque ids only; it also carries the event of the removal itself',
};

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNeeded: boolean;
  readonly firstLabel: string | null;
}
interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** All tables with their columns; `isNeeded`: has to be given with each new row. */
async function findTables(pool: Pool): Promise<Table[]> {
  const { rows } = await pool.query<Table>(`
    SELECT format('%I.%I', c.table_schema, c.table_name) AS name, json_agg(json_build_object(
      'name', c.column_name, 'type', c.udt_name, 'isNeeded', c.is_nullable = 'NO' AND c.column_default IS NULL AND c.is_identity = 'NO',
      'firstLabel', (SELECT e.enumlabel FROM pg_enum e JOIN pg_type y ON y.oid = e.enumtypid WHERE y.typname = c.udt_name ORDER BY e.enumsortorder LIMIT 1))) AS columns
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE t.table_type = 'BASE TABLE' AND c.table_schema IN ('public', 'engine') GROUP BY 1`);
  return rows;
}

/** Names the municipality a row belongs to or is about: `municipality_id`, `acting_municipality_id`. */
const namesMunicipality = ({ name }: Column): boolean => name.endsWith('municipality_id');

/** Something that the column takes. Every id is the same, so that all rows belong together. */
function valueOf(table: string, column: Column, municipalityId: string, id: string): unknown {
  const { name, type, firstLabel } = column;
  if (type === 'uuid') return namesMunicipality(column) ? municipalityId : id;
  if (firstLabel !== null) return firstLabel;
  // The texts that checks allow few words for (engine.document_version, engine.search_entry).
  if (name === 'kind') return table === 'engine.document_version' ? 'before_restore' : 'section';
  if (['int2', 'int4', 'int8', 'numeric', 'bool'].includes(type)) return 1;
  if (['jsonb', 'json'].includes(type)) return '{}';
  // Not the same text for two municipalities: some must be the only one.
  return ['date', 'timestamptz'].includes(type) ? '2026-01-01' : `x${id.slice(0, 1)}`;
}

/**
 * Gives a municipality one row in every table that has rows of municipalities, and in those that these point to.
 * @param id of every object
 * @param alsoPersons also in tables that name persons and no municipality
 */
export async function fillEveryTable(pool: Pool, municipalityId: string, id: string, alsoPersons = false): Promise<void> {
  const tables = await findTables(pool);
  let waiting = tables.filter(({ name, columns }) => columns.some(namesMunicipality) || (alsoPersons && columns.some(namesPerson)) || ['public.persons', 'public.regions'].includes(name));
  while (waiting.length > 0) {
    const later: Table[] = [];
    for (const table of waiting) {
      const columns = table.columns.filter(({ type, isNeeded }) => isNeeded || type === 'uuid');
      const text = `INSERT INTO ${table.name} (${columns.map(({ name }) => name).join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`;
      // What it points to may not be there yet.
      await pool.query(text, columns.map((column) => valueOf(table.name, column, municipalityId, id))).catch((error: unknown) => {
        if ((error as { code?: string }).code !== '23503') throw error;
        later.push(table);
      });
    }
    if (later.length === waiting.length) throw new Error(`Nothing they point to is ever there: ${later.map(({ name }) => name).join(', ')}`);
    waiting = later;
  }
}

/** The tables, kept ones aside, in which a municipality has rows. */
export async function tablesWithRowsOf(pool: Pool, municipalityId: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name, columns } of await findTables(pool)) {
    const naming = columns.filter(namesMunicipality);
    if (naming.length === 0 || name in keptTables) continue;
    const { rowCount } = await pool.query(`SELECT 1 FROM ${name} WHERE $1::uuid IN (${naming.map((column) => column.name).join(', ')}) LIMIT 1`, [municipalityId]);
    if (rowCount !== 0) found.push(name);
  }
  return found.sort();
}

/** A column that holds the id of a person: `requested_by`, `entered_by_id`; but documents are decided on by bodies. */
const namesPerson = ({ name, type }: Column): boolean => type === 'uuid' && name !== 'decided_by_id' && /(^|_)person_id$|(^|_)by(_id)?$|^contributor_id$|^author_id$/.test(name);

/** All columns that hold persons, as `schema.table.column`; subjects of grants and roles are persons too. */
export async function columnsOfPersons(pool: Pool): Promise<string[]> {
  const subjects = ['public.grants.subject_id', 'public.process_roles.subject_id'];
  return [...(await findTables(pool)).flatMap(({ name, columns }) => columns.filter(namesPerson).map((column) => `${name}.${column.name}`)), ...subjects].sort();
}

/** Of some columns those in which a person stands. */
export async function columnsNaming(pool: Pool, columns: readonly string[], personId: string): Promise<string[]> {
  const found: string[] = [];
  for (const column of columns) {
    const at = column.lastIndexOf('.');
    const { rowCount } = await pool.query(`SELECT 1 FROM ${column.slice(0, at)} WHERE ${column.slice(at + 1)} = $1::uuid LIMIT 1`, [personId]);
    if (rowCount !== 0) found.push(column);
  }
  return found;
}
