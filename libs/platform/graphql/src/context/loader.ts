import type { ModuleRef } from '@nestjs/core';
import type DataLoader from 'dataloader';
import type { Actor } from '@konzeptwerkstatt/kernel';

/** A kind of loader; each request has its own instance, so that nothing is cached beyond what one visitor may see. */
export interface LoaderDefinition<Key, Value> {
  readonly name: string;
  readonly create: (container: ModuleRef, actor: Actor | null) => DataLoader<Key, Value>;
}

/**
 * Declares a loader: `defineLoader('organisation', (container, actor) => new DataLoader(…container.get(X, { strict: false })…))`.
 * Used in resolvers as `context.loader(organisationLoader).load(id)`.
 */
export function defineLoader<Key, Value>(name: string, create: LoaderDefinition<Key, Value>['create']): LoaderDefinition<Key, Value> {
  return { name, create };
}
