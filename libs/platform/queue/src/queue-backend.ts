import type { Processor, Queue, Worker, WorkerOptions } from 'bullmq';
import type { QueueName } from '@konzeptwerkstatt/contracts';

/** What a worker may set; where it connects is the backend's business. */
export type WorkerSettings = Omit<WorkerOptions, 'connection' | 'prefix'>;

/** Where BullMQ keeps its jobs: PostgreSQL by default, Redis when there is one. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  /** Makes the storage ready, or refuses it. @throws StartupError with a sentence for the person who starts the process */
  prepare(): Promise<void>;
  openQueue(name: QueueName): Queue;
  openWorker(name: QueueName, processor: Processor, settings: WorkerSettings): Worker;
  /** Ends the shared connections, after all queues and workers are closed. */
  close(): Promise<void>;
}
