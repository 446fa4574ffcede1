export { createApolloClient } from './apollo-client.js';
export type { ApolloClientListeners, DataConnection } from './apollo-client.js';
export { newIdempotencyKey } from './idempotency.js';
export { requestFailure } from './request-error.js';
export type { RequestFailure } from './request-error.js';
export { useAllPages } from './use-all-pages.js';
export { useAction } from './use-action.js';
export type { Action, UserProblem } from './use-action.js';
export * from './generated/graphql.js';
