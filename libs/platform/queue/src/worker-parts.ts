import type { Type } from '@nestjs/common';
import type { EventContract, JobContract, Subscriber } from '@konzeptwerkstatt/contracts';

/** A JobProcessor of any data. */
export interface AnyJobProcessor {
  readonly job: Pick<JobContract, 'name'>;
  process(data: never, signal: AbortSignal): Promise<void>;
}

/**
 * What a context gives to the worker: `export const conceptWorkerParts: WorkerParts = { … }` in its index. The classes must be
 * providers of the context's module. The worker lists the parts of all contexts in apps/worker/src/worker-parts.registry.ts.
 */
export interface WorkerParts {
  /** The context's folder in `libs`. */
  readonly context: string;
  readonly processors: readonly Type<AnyJobProcessor>[];
  readonly subscribers: readonly Type<Subscriber>[];
  /** All events this context publishes. */
  readonly publishes: readonly EventContract[];
}
