import { actorKey, type Actor } from '@konzeptwerkstatt/kernel';

/** How an actor stands in the tables of the log. */
export interface ActorRow {
  readonly person_id: string | null;
  readonly guest_id: string | null;
  readonly organisation_id: string | null;
  readonly gathering_id?: string | null;
}

export function actorOfRow(row: ActorRow, municipalityId: string | null): Actor {
  const kind = row.person_id !== null ? 'person' : row.guest_id !== null ? 'guest' : 'system';
  return { kind, personId: row.person_id, guestId: row.guest_id, organisationId: row.organisation_id, gatheringId: row.gathering_id ?? null, municipalityId };
}

export function actorKeyOfRow(row: ActorRow): string {
  return actorKey(actorOfRow(row, null));
}
