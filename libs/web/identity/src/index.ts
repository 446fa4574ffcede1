export { identityRoutes } from './identity-routes.js';
export { SessionProvider } from './session/session-provider.js';
export type { SessionProviderProps } from './session/session-provider.js';
