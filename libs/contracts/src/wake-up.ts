/**
 * Wake-ups between processes over PostgreSQL's NOTIFY (channel `konzeptwerkstatt`, payload JSON of this type). They carry ids
 * only and may be lost: whoever gets none looks again after a while.
 */
export type WakeUp =
  /** Rows were appended to a document's log outside its room. */
  | { readonly kind: 'document'; readonly documentId: string }
  /** Rights or sessions of a person changed, or with `guestId` those of this guest alone (neither: of everybody in the municipality). */
  | { readonly kind: 'access'; readonly personId: string | null; readonly guestId?: string | undefined; readonly municipalityId: string | null }
  /** The relay has given positions up to this one. */
  | { readonly kind: 'events'; readonly position: string }
  /** Somebody came or left. */
  | { readonly kind: 'presence'; readonly documentId: string }
  /** The outbox has new rows. */
  | { readonly kind: 'outbox' };

export const WAKE_UP_CHANNEL = 'konzeptwerkstatt';
