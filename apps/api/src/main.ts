import 'reflect-metadata';
import { ExitCode, loadConfig, StartupError } from '@konzeptwerkstatt/platform-config';
import { PG_POOL } from '@konzeptwerkstatt/platform-database';
import { createLogger, type Logger } from '@konzeptwerkstatt/platform-logging';
import { startMetrics } from '@konzeptwerkstatt/platform-metrics';
import type { Pool } from 'pg';
import { createApiApplication } from './http/api-application.js';
import { listen } from './http/listen.js';

async function main(logger: Logger): Promise<void> {
  const config = loadConfig(process.env);
  if (config.databaseUrl === undefined) throw new StartupError('Eine eigene API braucht eine gemeinsame Datenbank: Bitte DATABASE_URL setzen.', ExitCode.wrongSetting);
  const allowsIntrospection = process.env['NODE_ENV'] === 'development' || process.env['NODE_ENV'] === 'test';
  const { app, server, close } = await createApiApplication({ config, databaseUrl: config.databaseUrl, logger, allowsIntrospection });
  const port = await listen(server, config.port, config.host);
  logger.info({ port, host: config.host }, 'API listens');
  const metrics = config.metricsPort === undefined ? undefined
    : await startMetrics({ port: config.metricsPort, host: config.metricsHost, process: 'api', pool: app.get<Pool>(PG_POOL, { strict: false }) });
  const stop = async (): Promise<void> => {
    await metrics?.stop();
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

const logger = createLogger({ name: 'api' });
main(logger).catch((error: unknown) => {
  if (error instanceof StartupError) logger.fatal(error.message);
  else logger.fatal({ err: error }, 'API not started');
  process.exit(1);
});
