import pg from 'pg';

/** Runs `work` and counts the statements sent to PostgreSQL meanwhile, those of transaction control left out. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const original = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const counting = function (this: unknown, ...args: unknown[]): unknown {
    const [query] = args;
    const text = typeof query === 'string' ? query : (query as { text?: string } | undefined)?.text ?? '';
    if (!/^\s*(BEGIN|COMMIT|ROLLBACK|LISTEN|SET)\b/i.test(text)) count += 1;
    return original.apply(this, args);
  };
  pg.Client.prototype.query = counting as typeof pg.Client.prototype.query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original as typeof pg.Client.prototype.query;
  }
  return count;
}
