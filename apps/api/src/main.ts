import 'reflect-metadata';
import { ExitCode, loadConfig, StartupError } from '@konzeptwerkstatt/platform-config';
import { createLogger, type Logger } from '@konzeptwerkstatt/platform-logging';
import { createApiApplication } from './http/api-application.js';
import { listen } from './http/listen.js';

async function main(logger: Logger): Promise<void> {
  const config = loadConfig(process.env);
  if (config.databaseUrl === undefined) throw new StartupError('Eine eigene API braucht eine gemeinsame Datenbank: Bitte DATABASE_URL setzen.', ExitCode.wrongSetting);
  const allowsIntrospection = process.env['NODE_ENV'] === 'development' || process.env['NODE_ENV'] === 'test';
  const { server, close } = await createApiApplication({ config, databaseUrl: config.databaseUrl, logger, allowsIntrospection });
  const port = await listen(server, config.port, config.host);
  logger.info({ port, host: config.host }, 'API listens');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close().then(() => process.exit(0)));
}

const logger = createLogger({ name: 'api' });
main(logger).catch((error: unknown) => {
  if (error instanceof StartupError) logger.fatal(error.message);
  else logger.fatal({ err: error }, 'API not started');
  process.exit(1);
});
