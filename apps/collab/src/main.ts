import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ExitCode, loadConfig, StartupError } from '@konzeptwerkstatt/platform-config';
import { PG_POOL } from '@konzeptwerkstatt/platform-database';
import { createLogger, NestLogger, type Logger } from '@konzeptwerkstatt/platform-logging';
import { startMetrics } from '@konzeptwerkstatt/platform-metrics';
import type { Pool } from 'pg';
import { CollabModule } from './collab.module.js';
import { contextModules } from './context-modules.registry.js';
import { startCollab } from './running-collab.js';

async function main(logger: Logger): Promise<void> {
  const config = loadConfig(process.env);
  if (config.databaseUrl === undefined) {
    throw new StartupError('Ein eigener Server für das gemeinsame Schreiben braucht eine gemeinsame Datenbank: Bitte DATABASE_URL setzen.', ExitCode.wrongSetting);
  }
  const module = CollabModule.register({ config, databaseUrl: config.databaseUrl, logger, contexts: contextModules });
  const app = await NestFactory.createApplicationContext(module, { logger: new NestLogger(logger), abortOnError: false });
  const collab = await startCollab(app, config);
  logger.info({ port: collab.port }, 'rooms are open');
  const metrics = config.metricsPort === undefined ? undefined
    : await startMetrics({ port: config.metricsPort, host: config.metricsHost, process: 'collab', pool: app.get<Pool>(PG_POOL, { strict: false }) });
  const stop = async (): Promise<void> => {
    await metrics?.stop();
    await collab.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

const logger = createLogger({ name: 'collab' });
main(logger).catch((error: unknown) => {
  if (error instanceof StartupError) logger.fatal(error.message);
  else logger.fatal({ err: error }, 'rooms not opened');
  process.exit(error instanceof StartupError ? error.exitCode : 1);
});
