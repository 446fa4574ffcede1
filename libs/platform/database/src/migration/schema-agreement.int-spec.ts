import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkout, useTestDatabase } from '@konzeptwerkstatt/test-support';
import { schemaDiff } from './schema-diff.js';

const schemaFile = join(checkout, 'prisma/schema.prisma');

describe('schema and migrations', () => {
  const database = useTestDatabase();

  it('agree: applying all migrations gives what schema.prisma says', async () => {
    expect(await schemaDiff(database().url, schemaFile)).toBe('');
  });

  it('are seen to disagree when a column is missing from the database', async () => {
    await database().pool.query('ALTER TABLE municipalities DROP COLUMN ags');
    expect(await schemaDiff(database().url, schemaFile)).toMatch(/ALTER TABLE "municipalities" ADD COLUMN\s+"ags" TEXT/);
  });

  it('are compared without the hand-written tables of the schema engine', async () => {
    await database().pool.query('CREATE TABLE engine.something_new (id int)');
    expect(await schemaDiff(database().url, schemaFile)).not.toContain('something_new');
  });
});
