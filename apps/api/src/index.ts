export { ApiModule, type ApiOptions } from './api.module.js';
export { createApiApplication, type ApiApplication } from './http/api-application.js';
export { listen } from './http/listen.js';
export { refuseUpgrade, type UpgradeHandler } from './http/upgrade-dispatcher.js';
export { contextGraphqlModules, contextModules } from './context-modules.registry.js';
export { printedSchema } from './schema.js';
