export { createApolloClient } from './apollo-client.js';
export type { ApolloClientListeners } from './apollo-client.js';
export { newIdempotencyKey } from './idempotency.js';
export { requestFailure } from './request-error.js';
export type { RequestFailure } from './request-error.js';
export * from './generated/graphql.js';
