import type { MetricsOptions } from '@konzeptwerkstatt/platform-metrics';
import type { RunningWorker } from './running-worker.js';

/** What a worker tells of itself to whoever watches the installation. Exactly one of all processes should lead. */
export function workerFigures(worker: Pick<RunningWorker, 'health'>): NonNullable<MetricsOptions['figures']> {
  return {
    relay_leading: { help: 'Whether this process hands the events on; exactly one should.', read: () => Number(worker.health().relay === 'leading') },
    worker_running: { help: 'Whether this process takes jobs from the queues.', read: () => Number(worker.health().isWorking) },
  };
}
