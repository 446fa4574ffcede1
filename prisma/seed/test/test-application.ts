import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { graphql } from 'graphql';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { INestApplication } from '@nestjs/common';
import { CollaborationModule } from '@konzeptwerkstatt/collaboration';
import { ConceptGraphqlModule, ConceptModule, GAP_SOURCES } from '@konzeptwerkstatt/concept';
import { JOB_QUEUE } from '@konzeptwerkstatt/contracts';
import type { JobContract, JobQueue, JobTime } from '@konzeptwerkstatt/contracts';
import { DecisionModule } from '@konzeptwerkstatt/decision';
import { IdentityGraphqlModule, IdentityModule } from '@konzeptwerkstatt/identity';
import { IndicatorWithoutDataGapSource, MonitoringGraphqlModule, MonitoringModule } from '@konzeptwerkstatt/monitoring';
import { NotificationModule } from '@konzeptwerkstatt/notification';
import { ParticipationModule } from '@konzeptwerkstatt/participation';
import { PlanningGraphqlModule, PlanningModule } from '@konzeptwerkstatt/planning';
import { ConfigModule, loadConfig } from '@konzeptwerkstatt/platform-config';
import { DatabaseModule } from '@konzeptwerkstatt/platform-database';
import { FilesModule } from '@konzeptwerkstatt/platform-files';
import { GraphqlPlatformModule, RequestContextFactory } from '@konzeptwerkstatt/platform-graphql';
import { createLogger, LoggingModule } from '@konzeptwerkstatt/platform-logging';
import { MailModule } from '@konzeptwerkstatt/platform-mail';
import { OutboxModule } from '@konzeptwerkstatt/platform-outbox';

/** A job that was put into the queue. */
interface EnqueuedJob {
  readonly name: string;
  readonly data: Record<string, unknown>;
  readonly delayMs?: number;
}

/** Jobs are not run here: what they would do is not part of loading. They are noted. */
class NotingQueue implements JobQueue {
  readonly jobs: EnqueuedJob[] = [];

  enqueue<Data>(job: JobContract<Data>, data: Data, { delayMs }: JobTime = {}): Promise<void> {
    this.jobs.push({ name: job.name, data: data as Record<string, unknown>, ...(delayMs === undefined ? {} : { delayMs }) });
    return Promise.resolve();
  }
}

/** The jobs that an application has put into its queue so far. */
export function enqueuedIn(application: INestApplication): readonly EnqueuedJob[] {
  return application.get<NotingQueue>(JOB_QUEUE, { strict: false }).jobs;
}

@Global()
@Module({ providers: [{ provide: JOB_QUEUE, useClass: NotingQueue }], exports: [JOB_QUEUE] })
class SilentQueueModule {}

@Global()
@Module({
  providers: [{ provide: GAP_SOURCES, inject: [IndicatorWithoutDataGapSource], useFactory: (source: IndicatorWithoutDataGapSource) => [source] }],
  exports: [GAP_SOURCES],
})
class GapSourcesModule {}

/** The contexts on a real database with their schema, listening nowhere, without worker. Close it before the database is dropped. */
export async function startTestApplication(databaseUrl: string): Promise<INestApplication> {
  @Module({
    imports: [
      ConfigModule.forRoot(loadConfig({})), LoggingModule.forRoot(createLogger({ level: 'silent' })), DatabaseModule.forRoot({ databaseUrl }), SilentQueueModule, OutboxModule.forRoot(), FilesModule.forRoot(), MailModule,
      IdentityModule, NotificationModule, CollaborationModule, ConceptModule, MonitoringModule, PlanningModule, ParticipationModule, DecisionModule, GapSourcesModule,
      IdentityGraphqlModule, ConceptGraphqlModule, MonitoringGraphqlModule, PlanningGraphqlModule, GraphqlPlatformModule.forRoot({ allowsIntrospection: true, clientAddress: () => '' }),
    ],
  })
  class TestApplicationModule {}
  return (await NestFactory.create(TestApplicationModule, { logger: false, abortOnError: false })).init();
}

/** Asks GraphQL as an actor (null: not signed in). @throws Error when there is any top-level error */
export async function ask<Data>(application: INestApplication, actor: Actor | null, source: string, variableValues: Record<string, unknown> = {}): Promise<Data> {
  const { schema } = application.get(GraphQLSchemaHost, { strict: false });
  const visitor = actor === null ? null : { actor, credentialId: newId(), personName: 'Person', organisationName: 'Organisation' };
  const contextValue = application.get(RequestContextFactory, { strict: false }).create(visitor, newId());
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  if (errors !== undefined) throw new Error(errors.map((error) => `${error.message} ${String(error.extensions['code'] ?? '')} ${String(error.originalError?.stack ?? '')}`).join('\n'));
  return data as Data;
}
