import type { Server } from 'node:http';
import { compactDocumentJob, type JobQueue } from '@konzeptwerkstatt/contracts';
import { allowedNames, FIELDS_KEY, SCHEMA_VERSION } from '@konzeptwerkstatt/document-model';
import { ProjectionTrigger } from '../jobs/projection-trigger.js';
import { createStructureGate } from '../walk/structure-gate.js';
import { openRooms, type CollaborationRuntime, type RoomsDeps } from './collaboration.runtime.js';

/** What a process that carries rooms of sections brings along; what may stand in them is the document model's. */
export type CollaborationDeps = Omit<RoomsDeps, 'gate' | 'schemaVersion' | 'onCommitted' | 'onGrown'> & Partial<Pick<RoomsDeps, 'gate'>> & { readonly queue: JobQueue };

/** Opens the rooms for documents of the document model: what is committed is projected to goals and measures by a job. */
export async function attachCollaboration(http: Server, { queue, gate = createStructureGate(allowedNames, FIELDS_KEY), ...deps }: CollaborationDeps): Promise<CollaborationRuntime> {
  const projection = new ProjectionTrigger(queue, deps.logger);
  const onGrown = (documentId: string): void => {
    queue.enqueue(compactDocumentJob, { documentId }).catch((error: unknown) => deps.logger.warn({ err: error, documentId }, 'compaction not enqueued'));
  };
  const rooms = await openRooms(http, { ...deps, gate, schemaVersion: SCHEMA_VERSION, onCommitted: (documentId) => projection.committed(documentId), onGrown });
  const close = async (): Promise<void> => {
    await rooms.close();
    projection.close();
  };
  return { ...rooms, close };
}
