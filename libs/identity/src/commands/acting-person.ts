import { ApplicationError, type Actor } from '@konzeptwerkstatt/kernel';

/** An actor that is a person with an organisation; everybody who signs in is. */
export interface ActingPerson {
  readonly personId: string;
  readonly organisationId: string;
  readonly municipalityId: string;
}

/** @throws ApplicationError FORBIDDEN for the system and for guests */
export function actingPerson({ personId, organisationId, municipalityId }: Actor): ActingPerson {
  if (personId === null || organisationId === null || municipalityId === null) throw new ApplicationError('FORBIDDEN', 'Dazu braucht es ein Konto.');
  return { personId, organisationId, municipalityId };
}
