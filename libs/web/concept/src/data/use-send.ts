import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { newIdempotencyKey, requestFailure } from '@konzeptwerkstatt/web-data';
import type { RequestFailure } from '@konzeptwerkstatt/web-data';
import { useCallback, useRef } from 'react';
import type { Problem } from './problem.js';

interface Payload {
  readonly errors: readonly Problem[];
}

/** What became of a mutation: done, refused for reasons the person can mend, or failed as a whole. */
export type Outcome<Result> =
  | { readonly status: 'done'; readonly payload: Result }
  | { readonly status: 'refused'; readonly problems: readonly Problem[] }
  | { readonly status: 'failed'; readonly failure: RequestFailure };

/** A mutation with one field and one input, as all of ours are. */
export type MutationDocument<Input, Result> = TypedDocumentNode<{ [field: string]: Result }, { input: Input & { idempotencyKey: string } }>;

/**
 * Sends a mutation. The same input keeps its key until an answer has come, so that trying again after a lost answer never
 * has the effect twice.
 */
export function useSend() {
  const client = useApolloClient();
  const open = useRef(new Map<string, string>());
  return useCallback(async <Input extends object, Result extends Payload>(document: MutationDocument<Input, Result>, input: Input): Promise<Outcome<Result>> => {
    const signature = JSON.stringify([document.definitions.map((definition) => ('name' in definition ? definition.name?.value : null)), input]);
    const idempotencyKey = open.current.get(signature) ?? newIdempotencyKey();
    open.current.set(signature, idempotencyKey);
    try {
      const { data } = await client.mutate({ mutation: document, variables: { input: { ...input, idempotencyKey } } });
      open.current.delete(signature);
      const payload = Object.values(data ?? {})[0];
      if (!payload) return { status: 'failed', failure: { code: 'INTERNAL', reference: null, retryAfter: null } };
      return payload.errors.length > 0 ? { status: 'refused', problems: payload.errors } : { status: 'done', payload };
    } catch (error) {
      return { status: 'failed', failure: requestFailure(error) };
    }
  }, [client]);
}

export type Send = ReturnType<typeof useSend>;
