import { Query, type Pool, type QueryResult, type QueryResultRow } from 'pg';

/** A statement that the database plans once per connection. */
export interface PreparedStatement {
  /** Names it at the connection; two texts must not have the same. */
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/**
 * Asks a pool, for statements that are sent many times a second: the driver copies what it is given as an object property by property, which
 * took it longer than reading the answer, and it does not copy a query that is made already.
 */
export function queryPrepared<Row extends QueryResultRow>(pool: Pool, { name, text, values }: PreparedStatement): Promise<QueryResult<Row>> {
  // The types of the driver know a query's name only in what it is made of, and its result only as what was handed over.
  return pool.query(Object.assign(new Query(text, values), { name })) as unknown as Promise<QueryResult<Row>>;
}
