import { Global, Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { graphql } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { Pool } from 'pg';
import { newId, newRandomId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_AUTHORSHIP, DOCUMENT_READER, DOCUMENT_VERSIONS, DOCUMENT_WRITER, JOB_QUEUE } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { IdentityGraphqlModule, IdentityModule } from '@konzeptwerkstatt/identity';
import { ConfigModule, loadConfig } from '@konzeptwerkstatt/platform-config';
import { DatabaseModule, PG_POOL } from '@konzeptwerkstatt/platform-database';
import { FilesModule } from '@konzeptwerkstatt/platform-files';
import { GraphqlPlatformModule, RequestContextFactory } from '@konzeptwerkstatt/platform-graphql';
import { createLogger, LoggingModule } from '@konzeptwerkstatt/platform-logging';
import { MailModule } from '@konzeptwerkstatt/platform-mail';
import { OutboxModule, UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { AddSectionCommand, ConceptGraphqlModule, ConceptModule, CreateEditionCommand, INDICATOR_DIRECTORY } from '../src/index.js';
import { LogDocumentStore } from './log-document.store.js';
import { LogVersionStore } from './log-version.store.js';

/** Jobs are recorded and run by the tests themselves. */
const jobs: { readonly name: string; readonly data: unknown }[] = [];

@Global()
@Module({
  providers: [
    { provide: JOB_QUEUE, useValue: { enqueue: async (job: { name: string }, data: unknown) => void jobs.push({ name: job.name, data }) } },
    { provide: LogDocumentStore, inject: [PG_POOL], useFactory: (pool: Pool) => new LogDocumentStore(pool) },
    { provide: DOCUMENT_READER, useExisting: LogDocumentStore },
    { provide: DOCUMENT_WRITER, useExisting: LogDocumentStore },
    { provide: DOCUMENT_VERSIONS, inject: [LogDocumentStore], useFactory: (store: LogDocumentStore) => new LogVersionStore(store) },
    // Who wrote what is `collaboration`'s to find out; here nobody has written anything.
    { provide: DOCUMENT_AUTHORSHIP, useValue: { read: async () => new Map(), recordCopy: async () => undefined } },
    {
      provide: INDICATOR_DIRECTORY,
      useValue: {
        existing: async (tx: Transaction, municipalityId: string, ids: readonly string[]) =>
          new Set((await tx.$queryRaw<{ id: string }[]>`SELECT id FROM indicators WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...ids]}::uuid[])`).map(({ id }) => id)),
        names: async () => new Map<string, string>(),
        standing: async () => new Map<string, string>(),
      },
    },
  ],
  exports: [JOB_QUEUE, DOCUMENT_AUTHORSHIP, DOCUMENT_READER, DOCUMENT_WRITER, DOCUMENT_VERSIONS, INDICATOR_DIRECTORY, LogDocumentStore],
})
class OutsideModule {}

/** A running concept context on a database of its own. */
export interface ConceptWorld {
  readonly app: INestApplication;
  readonly pool: Pool;
  readonly store: LogDocumentStore;
  readonly jobs: typeof jobs;
  /** Asks GraphQL as an actor (null: not signed in). */
  ask(actor: Actor | null, source: string, variables?: Record<string, unknown>): Promise<ExecutionResult<Record<string, unknown>>>;
  close(): Promise<void>;
}

export async function createConceptWorld(databaseUrl: string): Promise<ConceptWorld> {
  const logger = createLogger({ level: 'silent' });
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule.forRoot(loadConfig({ DATABASE_URL: databaseUrl })), LoggingModule.forRoot(logger), DatabaseModule.forRoot({ databaseUrl }), OutboxModule.forRoot(), OutsideModule, IdentityModule, IdentityGraphqlModule,
      FilesModule.forRoot(), MailModule, ConceptModule, ConceptGraphqlModule, GraphqlPlatformModule.forRoot({ allowsIntrospection: true, clientAddress: () => '' }),
    ],
  }).compile();
  const app = await module.createNestApplication({ logger: false }).init();
  const { schema } = app.get(GraphQLSchemaHost, { strict: false });
  const contexts = app.get(RequestContextFactory, { strict: false });
  const ask: ConceptWorld['ask'] = async (actor, source, variableValues = {}) => {
    const visitor = actor === null ? null : { actor, credentialId: newId(), personName: 'Person', organisationName: 'Organisation' };
    return (await graphql({ schema, source, variableValues, contextValue: contexts.create(visitor, newId()) }));
  };
  return { app, pool: app.get<Pool>(PG_POOL, { strict: false }), store: app.get(LogDocumentStore, { strict: false }), jobs, ask, close: () => app.close() };
}

/** A municipality with an office that steers and two associations that may write. */
export interface Town {
  readonly municipalityId: string;
  readonly processId: string;
  readonly office: Actor;
  readonly first: Actor;
  readonly second: Actor;
  readonly organisations: readonly string[];
  readonly indicatorId: string;
}

async function member(pool: Pool, municipalityId: string, name: string): Promise<Actor> {
  const [personId, organisationId] = [newId(), newId()];
  await pool.query(`INSERT INTO organisations (id, municipality_id, kind, name) VALUES ($1, $2, 'civil_society', $3)`, [organisationId, municipalityId, name]);
  await pool.query('INSERT INTO persons (id, email, display_name) VALUES ($1, $2, $3)', [personId, `${personId}@example.org`, name]);
  await pool.query('INSERT INTO memberships (id, municipality_id, person_id, organisation_id) VALUES ($1, $2, $3, $4)', [newId(), municipalityId, personId, organisationId]);
  return { kind: 'person', personId, guestId: null, organisationId, gatheringId: null, municipalityId };
}

async function grant(pool: Pool, { municipalityId, personId }: Actor, role: string, scopeKind: string, scopeId: string): Promise<void> {
  await pool.query(
    `INSERT INTO grants (id, municipality_id, subject_kind, subject_id, role, scope_kind, scope_id, origin_kind, origin_id) VALUES ($1, $2, 'person', $3, $4::"AccessRole", $5::"ScopeKind", $6, 'test', $7)`,
    [newId(), municipalityId, personId, role, scopeKind, scopeId, newId()]);
}

export async function createTown(pool: Pool, name: string): Promise<Town> {
  const [municipalityId, processId, indicatorId] = [newId(), newId(), newId()];
  await pool.query('INSERT INTO municipalities (id, name) VALUES ($1, $2)', [municipalityId, name]);
  const [office, first, second] = [await member(pool, municipalityId, 'Amt'), await member(pool, municipalityId, 'Verein'), await member(pool, municipalityId, 'Verband')];
  await grant(pool, office, 'administrator', 'municipality', municipalityId);
  for (const actor of [first, second]) await grant(pool, actor, 'contributor', 'process', processId);
  await pool.query(`INSERT INTO indicators (id, municipality_id, key, name, unit, unit_label) VALUES ($1, $2, 'share', 'Anteil', 'percent', '%')`, [indicatorId, municipalityId]);
  return { municipalityId, processId, office, first, second, organisations: [office, first, second].map(({ organisationId }) => organisationId as string), indicatorId };
}

/** An edition of a town with one empty field of action. */
export interface Draft {
  readonly editionId: string;
  readonly sectionId: string;
  readonly documentId: string;
}

export async function createDraft({ app, pool }: ConceptWorld, town: Town, title = 'Sprache'): Promise<Draft> {
  const work = app.get<UnitOfWork<Transaction>>(UnitOfWork, { strict: false });
  const { editionId, sectionId } = await work.run({ actor: town.office }, async (unit) => {
    const instrument = { kind: 'concept', title: 'Konzept' } as const;
    const edition = await app.get(CreateEditionCommand, { strict: false }).run(unit, { municipalityId: town.municipalityId, instrument, title: 'Konzept', year: 2026, processId: town.processId }, town.office);
    const id = await app.get(AddSectionCommand, { strict: false }).add(unit, edition, { editionId: edition.editionId, kind: 'field_of_action', title }, town.office);
    return { editionId: edition.editionId, sectionId: id };
  });
  const { rows } = await pool.query<{ document_id: string }>('SELECT document_id FROM sections WHERE id = $1', [sectionId]);
  return { editionId, sectionId, documentId: rows[0]?.document_id ?? '' };
}

/** The context of a mutation, with a key of its own. */
export function asking(actor: Actor, input: unknown = {}, idempotencyKey: string = newRandomId()): CommandContext {
  return { actor, correlationId: newId(), mutation: 'test', idempotencyKey, input };
}
