import type { Server } from 'node:http';
import { attachCollaboration, CompactDocumentProcessor, DecoderPool } from '@konzeptwerkstatt/collaboration';
import { Pool } from 'pg';
import { pino } from 'pino';
import { CompactionSchedule } from './compaction.schedule.js';
import { everybody, NamedDocuments } from './named-documents.js';
import { PgTransactions } from './pg-transactions.js';

/** The collaboration engine while it runs on its own. */
export interface RunningEngine {
  /** Whether updates can be stored at the moment. */
  isReady(): Promise<boolean>;
  /** Sends everybody away, stores what is on its way, closes its connections. */
  close(): Promise<void>;
}

const pool = (connectionString: string, name: string, max: number): Pool => {
  const made = new Pool({ connectionString, application_name: name, max, keepAlive: true });
  // An idle connection that the server ends is replaced by the next query.
  made.on('error', () => undefined);
  return made;
};

/**
 * Puts the engine on an HTTP server, as `apps/collab` does with the whole application around it. All that the benchmark
 * knows of the engine's own interface stands in this file.
 */
export async function startEngine(http: Server, databaseUrl: string): Promise<RunningEngine> {
  const logPool = pool(databaseUrl, 'bench-log', 4);
  const otherPool = pool(databaseUrl, 'bench-other', 3);
  const decoder = new DecoderPool();
  const documents = new NamedDocuments(otherPool);
  const compaction = new CompactionSchedule(otherPool, new CompactDocumentProcessor(new PgTransactions(otherPool), decoder));
  const runtime = await attachCollaboration(http, {
    logPool, pool: otherPool, databaseUrl, decoder, publicOrigin: undefined,
    logger: pino({ level: process.env['LOG_LEVEL'] ?? 'error' }),
    // All that the rooms enqueue is the projection of documents that were written to; here it tells what to compact.
    queue: { enqueue: async (_job, data) => compaction.written((data as { documentId: string }).documentId) },
    authentication: { authenticate: async () => everybody },
    access: { rights: async (documentId) => { await documents.ensure(documentId); return { canRead: true, canWrite: true }; } },
  });
  compaction.start();
  return {
    isReady: () => runtime.isReady(),
    close: async () => {
      await compaction.stop();
      await runtime.close();
      await decoder.close();
      await Promise.all([logPool.end(), otherPool.end()]);
    },
  };
}
