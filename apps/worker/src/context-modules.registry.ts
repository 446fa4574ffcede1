import type { WorkerModuleOptions } from './worker.module.js';

/** The modules that provide what worker-parts.registry.ts lists, beside the platform's own. */
export const contextModules: WorkerModuleOptions['contexts'] = [];
