import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { CollaborationModule } from '@konzeptwerkstatt/collaboration';
import { ConceptModule, GAP_SOURCES } from '@konzeptwerkstatt/concept';
import { JOB_QUEUE } from '@konzeptwerkstatt/contracts';
import { IdentityModule } from '@konzeptwerkstatt/identity';
import { IndicatorWithoutDataGapSource, MonitoringModule } from '@konzeptwerkstatt/monitoring';
import { PlanningModule } from '@konzeptwerkstatt/planning';
import { ConfigModule, loadConfig } from '@konzeptwerkstatt/platform-config';
import { DatabaseModule } from '@konzeptwerkstatt/platform-database';
import { createLogger, LoggingModule } from '@konzeptwerkstatt/platform-logging';
import { OutboxModule } from '@konzeptwerkstatt/platform-outbox';

/** Jobs are not run here: what they would do is not part of loading. */
@Global()
@Module({ providers: [{ provide: JOB_QUEUE, useValue: { enqueue: () => Promise.resolve() } }], exports: [JOB_QUEUE] })
class SilentQueueModule {}

@Global()
@Module({
  providers: [{ provide: GAP_SOURCES, inject: [IndicatorWithoutDataGapSource], useFactory: (source: IndicatorWithoutDataGapSource) => [source] }],
  exports: [GAP_SOURCES],
})
class GapSourcesModule {}

/** The contexts on a real database, without API and worker. Close it before the database is dropped. */
export async function startTestApplication(databaseUrl: string): Promise<INestApplicationContext> {
  @Module({
    imports: [
      ConfigModule.forRoot(loadConfig({})), LoggingModule.forRoot(createLogger({ level: 'silent' })), DatabaseModule.forRoot({ databaseUrl }), SilentQueueModule, OutboxModule.forRoot(), IdentityModule,
      CollaborationModule, ConceptModule, MonitoringModule, PlanningModule, GapSourcesModule,
    ],
  })
  class TestApplicationModule {}
  return NestFactory.createApplicationContext(TestApplicationModule, { logger: false, abortOnError: false });
}
