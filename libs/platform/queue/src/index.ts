export { BullJobQueue, QUEUE_NAMES, type QueueCounts } from './bull-job-queue.js';
export { InvalidJobError, JobTimeoutError } from './failure-reason.js';
export { JobRunner } from './job-runner.js';
export { ParkedJobRepository, type ParkedJob } from './parked-job.repository.js';
export type { QueueBackend } from './queue-backend.js';
export { createQueueBackend, QUEUE_BACKEND, QueueModule } from './queue.module.js';
export { QueueWorkers } from './queue-workers.js';
export { assertWiring, checkWiring, WiringError, type Wiring } from './wiring.js';
export type { AnyJobProcessor, WorkerParts } from './worker-parts.js';
