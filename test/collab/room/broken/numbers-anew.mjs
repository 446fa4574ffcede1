/** A broken server: rows that are stored again, because nobody answered, are stored under new numbers. */
import { Pool } from 'pg';

const { query } = Pool.prototype;
let next = 1_000_000_000_000n;

Pool.prototype.query = function (statement, ...rest) {
  if (statement?.name !== 'collaboration-append') return query.call(this, statement, ...rest);
  const [node, counters, ...values] = statement.values;
  return query.call(this, { ...statement, values: [node, counters.replaceAll(/\d+/g, () => next++), ...values] }, ...rest);
};
