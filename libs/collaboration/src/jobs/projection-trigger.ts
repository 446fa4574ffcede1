import { projectDocumentJob, type JobQueue } from '@konzeptwerkstatt/contracts';
import type { Logger } from '@konzeptwerkstatt/platform-logging';

const throttleMs = 500;

/** Orders the projection of documents that were written to: at once, then at most twice a second. What it loses, a sweep finds. */
export class ProjectionTrigger {
  private readonly resting = new Map<string, { again: boolean; readonly timer: NodeJS.Timeout }>();

  constructor(private readonly queue: JobQueue, private readonly logger: Logger) {}

  committed(documentId: string): void {
    const rest = this.resting.get(documentId);
    if (rest !== undefined) {
      rest.again = true;
      return;
    }
    this.enqueue(documentId);
    this.resting.set(documentId, { again: false, timer: setTimeout(() => this.wake(documentId), throttleMs).unref() });
  }

  close(): void {
    for (const { timer } of this.resting.values()) clearTimeout(timer);
    this.resting.clear();
  }

  private wake(documentId: string): void {
    const again = this.resting.get(documentId)?.again === true;
    this.resting.delete(documentId);
    if (again) this.committed(documentId);
  }

  private enqueue(documentId: string): void {
    this.queue.enqueue(projectDocumentJob, { documentId }).catch((error: unknown) => this.logger.warn({ err: error, documentId }, 'projection not enqueued'));
  }
}
