import { ApplicationError, newId } from '@konzeptwerkstatt/kernel';
import type { QueueName, Transaction } from '@konzeptwerkstatt/contracts';

/** A job that was given up after its tries. */
export interface ParkedJob {
  readonly id: string;
  readonly queue: QueueName;
  /** Name of the job, or of the subscriber. */
  readonly jobName: string;
  readonly jobId: string;
  readonly data: unknown;
  /** Technical, English, without personal data. */
  readonly reason: string;
  readonly attempts: number;
}

/** A parked job as whoever runs the installation sees it; without its data. */
export interface WaitingParkedJob extends Omit<ParkedJob, 'data'> {
  readonly parkedAt: Date;
  /** The event that a subscriber was to be told; null for jobs, and for events that are gone. */
  readonly eventName: string | null;
  /** The municipality whose event or text it is about; null where that cannot be told. */
  readonly municipalityId: string | null;
}

/** For PostgreSQL, which must not be asked to read anything else as an id. */
const UUID_FORM = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';

interface ParkedRow {
  readonly id: string;
  readonly queue: QueueName;
  readonly job_name: string;
  readonly job_id: string;
  readonly data: unknown;
  readonly reason: string;
  readonly attempts: number;
}

/** The table of parked jobs. */
export class ParkedJobRepository {
  async insert(tx: Transaction, job: Omit<ParkedJob, 'id'>): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO engine.parked_job (id, queue, job_name, job_id, data, reason, attempts)
      VALUES (${newId()}::uuid, ${job.queue}, ${job.jobName}, ${job.jobId}, ${storable(job.data)}::jsonb, ${job.reason}, ${job.attempts}::integer)
      ON CONFLICT (queue, job_id) DO UPDATE
      SET reason = EXCLUDED.reason, attempts = EXCLUDED.attempts, parked_at = now(), retried_at = NULL`;
  }

  /** Those that nobody has retried yet, newest first. The data may be anything: only what has the form of an id is looked up. */
  async findManyWaiting(tx: Transaction, limit: number): Promise<WaitingParkedJob[]> {
    return tx.$queryRaw<WaitingParkedJob[]>`
      SELECT parked.id::text, parked.queue, parked.job_name AS "jobName", parked.job_id AS "jobId", parked.reason, parked.attempts, parked.parked_at AS "parkedAt",
        event.name AS "eventName", coalesce(event.municipality_id, document.municipality_id)::text AS "municipalityId"
      FROM (
        SELECT *,
          CASE WHEN data ->> 'eventId' ~ ${UUID_FORM} THEN (data ->> 'eventId')::uuid END AS event_id,
          CASE WHEN data ->> 'documentId' ~ ${UUID_FORM} THEN (data ->> 'documentId')::uuid END AS document_id
        FROM engine.parked_job WHERE retried_at IS NULL ORDER BY parked_at DESC, id LIMIT ${limit}::integer
      ) AS parked
      LEFT JOIN engine.outbox_event event ON event.id = parked.event_id
      LEFT JOIN engine.document document ON document.id = parked.document_id
      ORDER BY parked.parked_at DESC, parked.id`;
  }

  /** Marks a job as retried. @throws ApplicationError NOT_FOUND when there is none of that id, or it was retried already */
  async take(tx: Transaction, id: string): Promise<ParkedJob> {
    const rows = await tx.$queryRaw<ParkedRow[]>`
      UPDATE engine.parked_job SET retried_at = now() WHERE id = ${id}::uuid AND retried_at IS NULL
      RETURNING id::text, queue, job_name, job_id, data, reason, attempts`;
    const row = rows[0];
    if (!row) throw new ApplicationError('NOT_FOUND', 'Diesen zurückgestellten Auftrag gibt es nicht, oder er wurde schon neu gestartet.');
    return toParkedJob(row);
  }
}

function toParkedJob({ job_name: jobName, job_id: jobId, ...row }: ParkedRow): ParkedJob {
  return { ...row, jobName, jobId };
}

/** Data may itself be the poison: PostgreSQL takes neither NUL nor lone surrogates, and endless nesting breaks the writer. */
function storable(data: unknown): string {
  try {
    const text = JSON.stringify(data) ?? 'null';
    return /\\u(0000|d[89a-f])/i.test(text) ? '{"unstorable":true}' : text;
  } catch {
    return '{"unstorable":true}';
  }
}
