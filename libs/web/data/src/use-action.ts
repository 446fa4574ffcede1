import { useMutation } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useRef, useState } from 'react';
import { newIdempotencyKey } from './idempotency.js';

/** One expected failure at one field of a form. */
export interface UserProblem {
  /** Stable; the catalogue of the context has the sentence under `<context>.error.<code>`. */
  readonly code: string;
  /** German sentence of the server, for codes the catalogue does not know. */
  readonly message: string;
  /** Names from the input down to the field. */
  readonly path: readonly string[];
}

/** A mutation as a form or a button uses it. */
export interface Action<Input, Payload> {
  /** Sends the input. Gives the payload when everything was accepted, otherwise null: then `problems` or `failure` says why. */
  readonly run: (input: Omit<Input, 'idempotencyKey'>) => Promise<Payload | null>;
  readonly isPending: boolean;
  /** What is wrong with the input; shown beside its fields. */
  readonly problems: readonly UserProblem[];
  /** The request itself failed; see `requestFailure`. */
  readonly failure: unknown;
  /** Forgets problems and failure, e.g. when the form is closed. */
  readonly reset: () => void;
}

interface State {
  readonly isPending: boolean;
  readonly problems: readonly UserProblem[];
  readonly failure: unknown;
}

const idle: State = { isPending: false, problems: [], failure: null };

/** One key per intention: the same input tried again after a lost answer keeps its key, everything else gets a new one. */
function useIntention(): { keyFor: (input: object) => string; settle: () => void } {
  const open = useRef<{ input: string; key: string } | null>(null);
  const keyFor = useCallback((input: object): string => {
    const text = JSON.stringify(input);
    if (open.current?.input !== text) open.current = { input: text, key: newIdempotencyKey() };
    return open.current.key;
  }, []);
  const settle = useCallback(() => { open.current = null; }, []);
  return { keyFor, settle };
}

/**
 * Runs a mutation of the form `verbNoun(input) → { …, errors }`.
 *
 * @param field name of the mutation in the document
 * @param refetch names of queries whose answer the mutation changes
 */
export function useAction<Data extends object, Input extends object, Field extends keyof Data>(
  document: TypedDocumentNode<Data, { input: Input }>,
  field: Field,
  refetch: readonly string[] = [],
): Action<Input, Data[Field]> {
  const [mutate] = useMutation<Data, { input: Input }>(document);
  const [state, setState] = useState(idle);
  const { keyFor, settle } = useIntention();

  const run = async (input: Omit<Input, 'idempotencyKey'>): Promise<Data[Field] | null> => {
    setState({ ...idle, isPending: true });
    try {
      const variables = { input: { ...input, idempotencyKey: keyFor(input) } as unknown as Input };
      const { data } = await mutate({ variables, refetchQueries: [...refetch], awaitRefetchQueries: false });
      settle();
      const payload = data?.[field] ?? null;
      const problems = (payload as { errors?: readonly UserProblem[] } | null)?.errors ?? [];
      setState({ ...idle, problems });
      return problems.length > 0 ? null : payload;
    } catch (failure) {
      setState({ ...idle, failure });
      return null;
    }
  };
  return { run, ...state, reset: useCallback(() => setState(idle), []) };
}
