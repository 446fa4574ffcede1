import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ExitCode, loadConfig, StartupError } from '@konzeptwerkstatt/platform-config';
import { PG_POOL } from '@konzeptwerkstatt/platform-database';
import { createLogger, NestLogger, type Logger } from '@konzeptwerkstatt/platform-logging';
import { startMetrics } from '@konzeptwerkstatt/platform-metrics';
import type { Pool } from 'pg';
import { contextModules } from './context-modules.registry.js';
import { startHealthServer } from './health-server.js';
import { startWorker } from './running-worker.js';
import { workerParts } from './worker-parts.registry.js';
import { workerFigures } from './worker.figures.js';
import { WorkerModule } from './worker.module.js';

async function main(logger: Logger): Promise<void> {
  const config = loadConfig(process.env);
  if (config.databaseUrl === undefined) {
    throw new StartupError('Ein eigener Worker braucht eine gemeinsame Datenbank: Bitte DATABASE_URL setzen.', ExitCode.wrongSetting);
  }
  const module = WorkerModule.register({ config, databaseUrl: config.databaseUrl, logger, contexts: contextModules });
  const app = await NestFactory.createApplicationContext(module, { logger: new NestLogger(logger), abortOnError: false });
  const worker = await startWorker(app, workerParts);
  const server = await startHealthServer(config.port, config.host, () => worker.health());
  const metrics = config.metricsPort === undefined ? undefined
    : await startMetrics({ port: config.metricsPort, host: config.metricsHost, process: 'worker', pool: app.get<Pool>(PG_POOL, { strict: false }), figures: workerFigures(worker) });
  const stop = async (): Promise<void> => {
    await metrics?.stop();
    server.close();
    await worker.stop();
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

const logger = createLogger({ name: 'worker' });
main(logger).catch((error: unknown) => {
  if (error instanceof StartupError) logger.fatal(error.message);
  else logger.fatal({ err: error }, 'worker not started');
  process.exit(error instanceof StartupError ? error.exitCode : 1);
});
