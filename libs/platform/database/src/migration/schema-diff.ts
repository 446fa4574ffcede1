import { readFile } from 'node:fs/promises';
import { withSchemaEngine } from './schema-engine.js';

const emptyScript = '-- This is an empty migration.';

/**
 * The SQL that turns a database into what a Prisma schema says; the empty string when they agree. Only the schemas that
 * the file names are looked at.
 * @param databaseUrl a database with all migrations applied
 * @param schemaFile path of `schema.prisma`
 * @throws Error with the engine's message, for instance when the schema does not parse
 */
export async function schemaDiff(databaseUrl: string, schemaFile: string): Promise<string> {
  const content = await readFile(schemaFile, 'utf8');
  const files = [{ path: 'schema.prisma', content }];
  const { stdout } = await withSchemaEngine(databaseUrl, content, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  const sql = (stdout ?? '').trim();
  return sql === emptyScript ? '' : sql;
}
