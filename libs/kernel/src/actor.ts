/** Who acts: a person with an account, a workshop guest under a pseudonym, or the system itself. */
export type ActorKind = 'person' | 'guest' | 'system';

/** The actor of a change: opaque ids only, never names. One acting organisation per session. */
export interface Actor {
  readonly kind: ActorKind;
  readonly personId: string | null;
  readonly guestId: string | null;
  readonly organisationId: string | null;
  readonly gatheringId: string | null;
  /** The municipality the actor works in; null for the system. */
  readonly municipalityId: string | null;
}

/** Changes that nobody ordered: jobs, loading of the demonstration. */
export const SYSTEM_ACTOR: Actor = { kind: 'system', personId: null, guestId: null, organisationId: null, gatheringId: null, municipalityId: null };

/** One text per actor, acting organisation included; used to bind client ids and idempotency keys to their owner. */
export function actorKey(actor: Actor): string {
  const who = actor.personId ?? actor.guestId ?? 'system';
  return `${actor.kind}/${who}/${actor.organisationId ?? '-'}`;
}
