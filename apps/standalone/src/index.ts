export { startStandalone, type StandaloneOptions } from './standalone.js';
export { Shutdown } from './shutdown.js';
