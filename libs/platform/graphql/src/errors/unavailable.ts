/** Codes of PostgreSQL, Node and Prisma that mean: the database cannot answer now, later it will. */
const codes = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ENOENT', 'ETIMEDOUT', 'EPIPE',
  'P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037',
  '08000', '08001', '08003', '08006', '53100', '53200', '53300', '57P01', '57P02', '57P03', '55P03',
]);

const messages = /timeout exceeded when trying to connect|connection terminated|connection timeout|server has closed the connection|can't reach database|not currently accepting connections|database system is (starting up|shutting down|in recovery)/i;

/** Raw statements carry PostgreSQL's code in their message only. */
const rawCode = /Code: `(\w{5})`/;

/** Whether an error says that the database is away, full or overloaded (pool timeouts carry no code, only a message). */
export function isDatabaseUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 6) return false;
  const { code, originalCode, message, cause, meta, errors } = error as Record<string, unknown>;
  if ([code, originalCode].some((value) => typeof value === 'string' && codes.has(value))) return true;
  if (typeof message === 'string' && (messages.test(message) || codes.has(rawCode.exec(message)?.[1] ?? ''))) return true;
  const adapterError = (meta as { readonly driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  return [cause, adapterError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])].some((inner) => isDatabaseUnavailable(inner, depth + 1));
}
