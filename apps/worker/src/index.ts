export { isReady } from './health-server.js';
export { workerFigures } from './worker.figures.js';
export { startWorker, type RunningWorker, type WorkerHealth } from './running-worker.js';
export { WorkerModule, type WorkerModuleOptions } from './worker.module.js';
export { workerParts } from './worker-parts.registry.js';
