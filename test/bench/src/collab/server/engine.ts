import type { Server } from 'node:http';
import { compactDocument, DecoderPool, DEFAULT_LIMITS, OPEN_GATE, openRooms, type CollaborationLimits } from '@konzeptwerkstatt/collaboration/engine';
import { createPgPool } from '@konzeptwerkstatt/platform-database/pool';
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

/** One client stands for many people, so what the product allows one of them does not bind it here. */
const limits: CollaborationLimits = {
  ...DEFAULT_LIMITS, messagesPerSecond: Number.MAX_SAFE_INTEGER, bytesPerSecond: Number.MAX_SAFE_INTEGER, documentBytes: Number.MAX_SAFE_INTEGER, strangersPerAddress: 100_000, windowsPerPerson: 100_000,
};

/**
 * Puts the engine on an HTTP server, as `apps/collab` does with the whole application around it. All that the benchmark
 * knows of the engine's own interface stands in this file.
 */
export async function startEngine(http: Server, databaseUrl: string): Promise<RunningEngine> {
  // As the product's.
  const logPool = createPgPool(databaseUrl, { name: 'bench-log', min: 1, max: 4, plansOnce: true });
  const otherPool = createPgPool(databaseUrl, { name: 'bench-other', max: 3 });
  const decoder = new DecoderPool();
  const documents = new NamedDocuments(otherPool);
  const compaction = new CompactionSchedule(otherPool, {
    process: ({ documentId }) => new PgTransactions(otherPool).runInTransaction((tx) => compactDocument(tx, documentId, decoder)),
  });
  const runtime = await openRooms(http, {
    logPool, pool: otherPool, databaseUrl, redisUrl: process.env['REDIS_URL'] || undefined, decoder, publicOrigin: undefined, limits, schemaVersion: 1,
    // Other people's harnesses name their types as they like.
    gate: OPEN_GATE,
    logger: pino({ level: process.env['LOG_LEVEL'] ?? 'error' }),
    // There are no goals and measures here to project to.
    onCommitted: () => undefined,
    onGrown: (documentId) => compaction.compact(documentId),
    authentication: { authenticate: async () => everybody },
    access: { rights: async (documentId) => { await documents.ensure(documentId); return { canRead: true, canWrite: true }; } },
  });
  compaction.start();
  // As in the product, whose application has asked its database before anybody comes.
  await otherPool.query('SELECT');
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
