import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';

/** A structured logger: `logger.info({ editionId }, 'frozen')`; `logger.child({ part: 'relay' })` for one part's lines. */
export type Logger = PinoLogger;

/** Keys whose values must never reach a log, at any of the first three levels of what is logged. */
const secretKeys = ['cookie', 'authorization', 'password', 'passwordHash', 'token', 'secret', 'set-cookie'];

const quoted = (key: string): string => (key.includes('-') ? `["${key}"]` : key);
const nested = (key: string): string => (key.includes('-') ? quoted(key) : `.${key}`);
const secretPaths = secretKeys.flatMap((key) => [quoted(key), `*${nested(key)}`, `*.*${nested(key)}`]);

/** What the logger needs to know; `destination` is for tests, the default is standard output. */
export interface LoggerOptions {
  readonly level?: string;
  readonly name?: string;
  readonly destination?: DestinationStream;
}

/** Makes the process's logger: one JSON line per entry, ISO time, secrets replaced by `[redacted]`. */
export function createLogger({ level = process.env['LOG_LEVEL'] || 'info', name, destination }: LoggerOptions = {}): Logger {
  const options = {
    level,
    name,
    base: name === undefined ? {} : { name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: secretPaths, censor: '[redacted]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
