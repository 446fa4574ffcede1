import { afterEach, describe, expect, it } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { Pool } from 'pg';
import { createPgPool, type PgPoolOptions } from './pg-pool.js';
import { queryPrepared } from './prepared-query.js';

describe('a pool', () => {
  const database = useTestDatabase();
  let pool: Pool;

  const open = (options: PgPoolOptions): void => {
    pool = createPgPool(database().url, { max: 1, ...options });
  };
  /** How often the connection's statement was planned for its values, and how often for any. */
  const plans = async (times: number): Promise<unknown> => {
    for (let value = 0; value < times; value++) await queryPrepared(pool, { name: 'sum', text: 'SELECT $1::int + 1 AS sum', values: [value] });
    const { rows: [row] } = await pool.query('SELECT generic_plans::int AS any, custom_plans::int AS own FROM pg_prepared_statements WHERE name = $1', ['sum']);
    return row;
  };

  afterEach(() => pool.end());

  it('plans a prepared statement with the values of its first uses, or once for all', async () => {
    open({});
    expect(await plans(3)).toEqual({ any: 0, own: 3 });
    await pool.end();
    open({ plansOnce: true, searchPath: 'engine' });
    expect(await plans(3)).toEqual({ any: 3, own: 0 });
    expect((await pool.query('SHOW search_path')).rows).toEqual([{ search_path: 'engine' }]);
  });

  it('gives the rows of a prepared statement, and says what was wrong with it', async () => {
    open({});
    const { rows, rowCount } = await queryPrepared<{ sum: number }>(pool, { name: 'sum', text: 'SELECT $1::int + 1 AS sum', values: [41] });
    expect({ rows, rowCount }).toEqual({ rows: [{ sum: 42 }], rowCount: 1 });
    await expect(queryPrepared(pool, { name: 'wrong', text: 'SELECT * FROM nowhere', values: [] })).rejects.toMatchObject({ code: '42P01' });
    expect((await queryPrepared(pool, { name: 'again', text: 'SELECT 1 AS one', values: [] })).rows).toEqual([{ one: 1 }]);
  });
});
