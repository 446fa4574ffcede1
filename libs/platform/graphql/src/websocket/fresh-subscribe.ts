import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';

const isIterable = (value: object): value is AsyncIterable<unknown> => Symbol.asyncIterator in value;

/**
 * Subscribes like graphql-js, but executes each event with a context of its own: loaders and rights of an earlier event
 * must not answer for a later one.
 * @param renew makes the context of the next event; throws when the visitor may no longer listen
 */
export async function subscribeWithFreshContext(args: ExecutionArgs, renew: () => unknown): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
  const source = await createSourceEventStream(args);
  if (!isIterable(source)) return source;
  const events = source[Symbol.asyncIterator]();
  // Not a generator: one that waits for an event would not hear that its reader has gone.
  const results: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      const event = await events.next();
      if (event.done === true) return { done: true, value: undefined };
      return { done: false, value: await execute({ ...args, rootValue: event.value, contextValue: renew() }) };
    },
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}

/**
 * Passes on events while a condition holds, and ends the stream without the event once it no longer does: rights are asked
 * again for each event.
 */
export function whileAllowed<Event>(source: AsyncIterable<Event>, isAllowed: (event: Event) => Promise<boolean>): AsyncIterableIterator<Event> {
  const events = source[Symbol.asyncIterator]();
  const end = async (): Promise<IteratorResult<Event>> => {
    await events.return?.();
    return { done: true, value: undefined };
  };
  return {
    async next() {
      const event = await events.next();
      if (event.done === true) return { done: true, value: undefined };
      return (await isAllowed(event.value)) ? event : end();
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
