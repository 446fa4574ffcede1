import { Inject, Injectable, Module, type FactoryProvider, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { DOCUMENT_READER, DOCUMENT_WRITER, JOB_QUEUE, type JobQueue } from '@konzeptwerkstatt/contracts';
import { PG_POOL, PrismaDatabase, pgPoolProvider } from '@konzeptwerkstatt/platform-database';
import type { Pool } from 'pg';
import { COLLABORATION_LOG_POOL } from './collaboration.tokens.js';
import { DecoderPool } from './decoding/decoder-pool.js';
import { LogDocumentReader } from './documents/log-document.reader.js';
import { LogDocumentWriter } from './documents/log-document.writer.js';
import { CompactDocumentProcessor } from './jobs/compact-document.processor.js';
import { SweepCompactionsProcessor } from './jobs/sweep-compactions.processor.js';

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
  { provide: DOCUMENT_READER, inject: [DecoderPool, PG_POOL], useFactory: (decoder: DecoderPool, pool: Pool) => new LogDocumentReader(decoder, pool) },
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

/** For the worker: providers of the job processors, and their classes for its registry. */
export const collaborationProcessors = { providers: [compact, sweep], classes: [CompactDocumentProcessor, SweepCompactionsProcessor] } as const;

/** Writer and reader of documents for every process; needs the global database module. */
@Module({
  providers: [...documentProviders, pgPoolProvider(COLLABORATION_LOG_POOL, 'document-log', { max: 4, statementTimeout: 10_000 })],
  exports: [DecoderPool, DOCUMENT_WRITER, DOCUMENT_READER, COLLABORATION_LOG_POOL],
})
export class CollaborationModule {}
