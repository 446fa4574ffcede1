import { collaborationWorkerParts } from '@konzeptwerkstatt/collaboration';
import { conceptWorkerParts } from '@konzeptwerkstatt/concept';
import { decisionWorkerParts } from '@konzeptwerkstatt/decision';
import { identityWorkerParts } from '@konzeptwerkstatt/identity';
import { monitoringWorkerParts } from '@konzeptwerkstatt/monitoring';
import { notificationWorkerParts } from '@konzeptwerkstatt/notification';
import { participationWorkerParts } from '@konzeptwerkstatt/participation';
import { planningWorkerParts } from '@konzeptwerkstatt/planning';
import { mailWorkerParts } from '@konzeptwerkstatt/platform-mail';
import { filesWorkerParts } from '@konzeptwerkstatt/platform-files';
import { reportingWorkerParts } from '@konzeptwerkstatt/reporting';
import { PruneExpiredProcessor } from '@konzeptwerkstatt/platform-outbox';
import { searchWorkerParts } from '@konzeptwerkstatt/search';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';

const outboxWorkerParts: WorkerParts = { context: 'platform/outbox', processors: [PruneExpiredProcessor], subscribers: [], publishes: [] };

/** Everything the worker runs, context by context. A process that lacks one of them does not start. */
export const workerParts: readonly WorkerParts[] = [
  outboxWorkerParts,
  mailWorkerParts,
  filesWorkerParts,
  identityWorkerParts,
  conceptWorkerParts,
  collaborationWorkerParts,
  planningWorkerParts,
  participationWorkerParts,
  notificationWorkerParts,
  monitoringWorkerParts,
  decisionWorkerParts,
  searchWorkerParts,
  reportingWorkerParts,
];
