/** A gathering's door for guests. */
export interface GuestDoorRecord {
  readonly gatheringId: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly code: string;
  /** By the database's clock. */
  readonly standing: 'early' | 'open' | 'over';
  /** Seconds until it closes; negative afterwards. */
  readonly secondsLeft: number;
}

/** A guest as she is stored; no secrets. */
export interface GuestRecord {
  readonly id: string;
  readonly municipalityId: string;
  readonly gatheringId: string;
  readonly processId: string;
  readonly pseudonym: string;
  readonly language: string;
  readonly statedOrganisation: string | null;
  readonly organisationId: string | null;
  readonly blockedReason: string | null;
  readonly standing: 'early' | 'open' | 'over';
}
