export { CollabModule, type CollabModuleOptions } from './collab.module.js';
export { startCollab, type RunningCollab } from './running-collab.js';
