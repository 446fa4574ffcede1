import type { ApolloServerPlugin, BaseContext, GraphQLResponse } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { operationErrors } from '../limits/operation-cost.js';
import { HTTP_STATUS } from '../errors/http-status.js';

/** Counts an operation's cost and page sizes before it runs. */
export const operationLimitsPlugin: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      const [error] = operation ? operationErrors({ schema, document, operation, variables: request.variables ?? {} }) : [];
      if (error) throw new GraphQLError(error.message, { nodes: error.nodes, extensions: { ...error.extensions, http: { status: 400 } } });
    },
  }),
};

const retryable = ['UNAVAILABLE', 'RATE_LIMITED'] as const;

function retryableError(errors: readonly GraphQLFormattedError[] | undefined): GraphQLFormattedError | undefined {
  return errors?.find((error) => retryable.some((code) => code === error.extensions?.['code']));
}

/** Proxies and scripts look at the status: when a whole answer failed for a reason that passes, it says so and when to come back. */
export function tellWhenToRetry(response: GraphQLResponse): void {
  if (response.body.kind !== 'single') return;
  const { data, errors } = response.body.singleResult;
  const error = retryableError(errors);
  const hasNothing = !data || Object.values(data).every((value) => value === null);
  if (!error || !hasNothing) return;
  response.http.status = HTTP_STATUS[error.extensions?.['code'] as (typeof retryable)[number]];
  const retryAfter = error.extensions?.['retryAfter'];
  if (typeof retryAfter === 'number') response.http.headers.set('retry-after', String(Math.ceil(retryAfter)));
}

/** Sets status and Retry-After of answers that may be asked for again. */
export const retryPlugin: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => ({ willSendResponse: async ({ response }) => tellWhenToRetry(response) }),
};

/** What one visitor may see is kept by nobody on the way. */
export const neverStorePlugin: ApolloServerPlugin<BaseContext> = {
  requestDidStart: async () => ({ willSendResponse: async ({ response }) => void response.http.headers.set('cache-control', 'no-store') }),
};
