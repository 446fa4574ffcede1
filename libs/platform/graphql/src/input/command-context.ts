import type { Actor } from '@konzeptwerkstatt/kernel';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import type { MutationInput } from './mutation.input.js';

/** What the unit of work needs to know of a mutation. @param mutation its name, e.g. `addMeasure` */
export function commandContext(actor: Actor, correlationId: string, mutation: string, input: MutationInput): CommandContext {
  return { actor, correlationId, mutation, idempotencyKey: input.idempotencyKey, input };
}
