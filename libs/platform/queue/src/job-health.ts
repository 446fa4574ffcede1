import type { QueueName } from '@konzeptwerkstatt/contracts';
import type { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { readBacklog, type Backlog } from '@konzeptwerkstatt/platform-outbox';
import { QUEUE_NAMES, type BullJobQueue, type QueueCounts } from './bull-job-queue.js';
import { ParkedJobRepository, type WaitingParkedJob } from './parked-job.repository.js';

/** One queue and what is in it. */
export interface QueueHealth extends QueueCounts {
  readonly name: QueueName;
}

/** How jobs and events are, for whoever runs the installation. Without personal data. */
export interface JobHealth {
  readonly queues: readonly QueueHealth[];
  /** The newest of those parked; `backlog.parkedJobs` says how many there are. */
  readonly parked: readonly WaitingParkedJob[];
  readonly backlog: Backlog;
}

/**
 * Reads how jobs and events are: for the page of the administrators and for the command `jobs`.
 * @param limit the most parked jobs to be listed
 * @throws whatever the backend of the queue or the database throws when it is away
 */
export async function readJobHealth(queue: Pick<BullJobQueue, 'counts'>, database: PrismaDatabase, limit: number): Promise<JobHealth> {
  const [queues, parked, backlog] = await Promise.all([
    Promise.all(QUEUE_NAMES.map(async (name) => ({ name, ...(await queue.counts(name)) }))),
    database.runInTransaction((tx) => new ParkedJobRepository().findManyWaiting(tx, limit)),
    readBacklog((statement) => database.client.$queryRawUnsafe<Backlog[]>(statement)),
  ]);
  return { queues, parked, backlog };
}
