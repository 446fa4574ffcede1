import { Global, Inject, Injectable, Module, type DynamicModule, type FactoryProvider, type ModuleMetadata, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { DOCUMENT_READER, DOCUMENT_VERSIONS, DOCUMENT_WRITER, JOB_QUEUE, type JobQueue, DOCUMENT_AUTHORSHIP } from '@konzeptwerkstatt/contracts';
import { PG_POOL, PrismaDatabase, pgPoolProvider } from '@konzeptwerkstatt/platform-database';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import type { Pool } from 'pg';
import { ForgetPersonWhenErased } from './authorship/forget-person-when-erased.subscriber.js';
import { LogDocumentAuthorship } from './authorship/log-document.authorship.js';
import { COLLABORATION_LOG_POOL } from './collaboration.tokens.js';
import { DecoderPool } from './decoding/decoder-pool.js';
import { LogDocumentReader } from './documents/log-document.reader.js';
import { LogDocumentWriter } from './documents/log-document.writer.js';
import { CompactDocumentProcessor } from './jobs/compact-document.processor.js';
import { SweepCompactionsProcessor } from './jobs/sweep-compactions.processor.js';
import { RemoveDocumentsWhenMunicipalityRemoved } from './subscribers/remove-documents-when-municipality-removed.subscriber.js';
import { LogDocumentVersions } from './versions/log-document.versions.js';
import { CollaborationLifecycle, RoomDoor } from './server/collaboration.lifecycle.js';

@Injectable()
class DecoderShutdown implements OnApplicationShutdown {
  constructor(@Inject(DecoderPool) private readonly decoder: DecoderPool) {}

  async onApplicationShutdown(): Promise<void> {
    await this.decoder.close();
  }
}

const documentProviders: Provider[] = [
  { provide: DecoderPool, useFactory: () => new DecoderPool() },
  DecoderShutdown,
  { provide: DOCUMENT_WRITER, inject: [DecoderPool], useFactory: (decoder: DecoderPool) => new LogDocumentWriter(decoder) },
  { provide: DOCUMENT_VERSIONS, inject: [DecoderPool], useFactory: (decoder: DecoderPool) => new LogDocumentVersions(decoder) },
  { provide: DOCUMENT_READER, inject: [DecoderPool, PG_POOL], useFactory: (decoder: DecoderPool, pool: Pool) => new LogDocumentReader(decoder, pool) },
  { provide: DOCUMENT_AUTHORSHIP, inject: [DecoderPool], useFactory: (decoder: DecoderPool) => new LogDocumentAuthorship(decoder) },
];

const compact: FactoryProvider = {
  provide: CompactDocumentProcessor,
  inject: [PrismaDatabase, DecoderPool],
  useFactory: (database: PrismaDatabase, decoder: DecoderPool) => new CompactDocumentProcessor(database, decoder),
};
const sweep: FactoryProvider = {
  provide: SweepCompactionsProcessor,
  inject: [PG_POOL, JOB_QUEUE],
  useFactory: (pool: Pool, queue: JobQueue) => new SweepCompactionsProcessor(pool, queue),
};

/** What the worker runs of this context. */
export const collaborationWorkerParts: WorkerParts = { context: 'collaboration', processors: [CompactDocumentProcessor, SweepCompactionsProcessor], subscribers: [ForgetPersonWhenErased, RemoveDocumentsWhenMunicipalityRemoved], publishes: [] };

/**
 * Writer, reader and jobs of documents for every process. Global, because the contexts that write documents know only the
 * ports; needs the global database and queue modules.
 */
@Global()
@Module({
  providers: [...documentProviders, compact, sweep, ForgetPersonWhenErased, RemoveDocumentsWhenMunicipalityRemoved, pgPoolProvider(COLLABORATION_LOG_POOL, 'document-log', { min: 1, max: 4, statementTimeout: 10_000, plansOnce: true })],
  exports: [DecoderPool, DOCUMENT_WRITER, DOCUMENT_READER, DOCUMENT_VERSIONS, COLLABORATION_LOG_POOL, CompactDocumentProcessor, SweepCompactionsProcessor, RemoveDocumentsWhenMunicipalityRemoved, DOCUMENT_AUTHORSHIP, ForgetPersonWhenErased],
})
export class CollaborationModule {}

/** The rooms, for a process that carries them: `app.get(CollaborationLifecycle).start(httpServer, config)`. */
@Module({})
export class CollaborationServerModule {
  /** @param contexts modules that export the ports VISITOR_AUTHENTICATION and DOCUMENT_ACCESS */
  static register(contexts: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return { module: CollaborationServerModule, imports: [CollaborationModule, ...contexts], providers: [RoomDoor, CollaborationLifecycle], exports: [CollaborationLifecycle] };
  }
}
