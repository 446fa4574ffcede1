import { AsyncLocalStorage } from 'node:async_hooks';
import { newId } from '@konzeptwerkstatt/kernel';

const current = new AsyncLocalStorage<string>();

/** Runs what belongs to one request under its id. */
export function runWithCorrelation<T>(correlationId: string, work: () => T): T {
  return current.run(correlationId, work);
}

/** The id of the request that is being answered; a new one outside of any. */
export function currentCorrelationId(): string {
  return current.getStore() ?? newId();
}
