/** `jobs`: what waits, and what was parked and why. `jobs retry <id>`: runs a parked job again. Beside a running installation. */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { ApplicationError, isUuid } from '@konzeptwerkstatt/kernel';
import { ConfigModule, ExitCode, StartupError, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { DatabaseModule, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { createLogger, LoggingModule } from '@konzeptwerkstatt/platform-logging';
import { BullJobQueue, QueueModule, readJobHealth } from '@konzeptwerkstatt/platform-queue';
import { runCommand, say, withDatabase } from './maintenance.js';

/** So many parked jobs are listed; the first of them usually explain the others. */
const LISTED = 50;

class JobsModule {}

async function withQueue(databaseUrl: string, config: AppConfig, work: (queue: BullJobQueue, database: PrismaDatabase) => Promise<void>): Promise<void> {
  const module = { module: JobsModule, imports: [ConfigModule.forRoot(config), LoggingModule.forRoot(createLogger({ level: 'error' })), DatabaseModule.forRoot({ databaseUrl }), QueueModule.forRoot()] };
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  await work(app.get(BullJobQueue, { strict: false }), app.get(PrismaDatabase, { strict: false })).finally(() => app.close());
}

async function list(queue: BullJobQueue, database: PrismaDatabase): Promise<void> {
  const { queues, parked, backlog } = await readJobHealth(queue, database, LISTED);
  for (const { name, waiting, active, delayed, failed } of queues) say(`Warteschlange ${name}: ${waiting} warten, ${active} laufen, ${delayed} später, ${failed} wiederkehrende zuletzt gescheitert`);
  say(`Ereignisse: ${backlog.eventsWaiting} warten auf das Verteilen, ${backlog.eventsOpen} noch nicht bei allen angekommen${backlog.isRelayed ? '' : '; gerade verteilt sie niemand'}`);
  say(parked.length === 0 ? 'Nichts ist zurückgestellt.' : 'Zurückgestellt, die neuesten zuerst:');
  for (const { id, jobName, attempts, reason, parkedAt, eventName } of parked) say(`${id}  ${parkedAt.toISOString()}  ${jobName}${eventName === null ? '' : ` (${eventName})`}  (${attempts} Versuche)  ${reason}`);
}

async function retry(queue: BullJobQueue, database: PrismaDatabase, id: string | undefined): Promise<void> {
  if (id === undefined || !isUuid(id)) throw new StartupError('Bitte die Kennung eines zurückgestellten Auftrags angeben: npm run jobs -- retry <Kennung>', ExitCode.wrongSetting);
  await database.runInTransaction((tx) => queue.retryParked(tx, id)).catch((error: unknown) => {
    throw error instanceof ApplicationError ? new StartupError(error.message, ExitCode.unavailable, { cause: error }) : error;
  });
  say(`${id} läuft noch einmal, sobald ein Worker frei ist.`);
}

await runCommand(async () => {
  const { positionals: [command, id] } = parseArgs({ allowPositionals: true });
  if (command !== undefined && command !== 'retry') throw new StartupError('Bitte „jobs“ oder „jobs retry <Kennung>“ aufrufen.', ExitCode.wrongSetting);
  await withDatabase(true, (databaseUrl, config) => withQueue(databaseUrl, config, (queue, database) => (command === 'retry' ? retry(queue, database, id) : list(queue, database))));
});
