import type { MunicipalityKind, TermKey } from '@konzeptwerkstatt/web-data';
import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';

/** An organisation the signed-in person may act for. */
export interface ActingOrganisation {
  /** Id of the API, for mutations. */
  id: string;
  /** Raw id, as it stands in addresses and in the text's fields. */
  uuid: string;
  name: string;
  /** A second line that tells equal names apart, e.g. the municipality. */
  role?: string;
}

/** The municipality somebody acts in, with its look and its words. */
export interface ShownMunicipality {
  id: string;
  uuid: string;
  name: string;
  kind: MunicipalityKind | null;
  isExample: boolean;
  /** `#rrggbb`. */
  accentColour: string | null;
  /** Address of the logo. */
  logoPath: string | null;
  genderStyle: string | null;
  terms: readonly { key: TermKey; one: string; many: string }[];
  instrumentLabels: readonly { kind: string; label: string }[];
}

/** Who uses the client. Filled by the identity library, read by frame and pages. */
export type ShellSession =
  | { status: 'loading' }
  | { status: 'anonymous' }
  | {
      status: 'signed-in';
      /** `id` of the API, `uuid` raw. */
      person: { id: string; uuid: string; displayName: string };
      municipality: ShownMunicipality;
      /** Whether she may change settings of the municipality. */
      mayAdminister: boolean;
      /** Whether she sets up municipalities of this installation. */
      runsInstallation: boolean;
      /** Whether setting the municipality up goes on, and she may do it. */
      hasOpenSetup: boolean;
      organisations: readonly ActingOrganisation[];
      /** `id` of one of the organisations. */
      actingOrganisationId: string | null;
      /** Raw ids of person and acting organisation (`person/organisation`): what a device keeps for one actor is stored under it. */
      actorKey: string;
      /** Acts for another organisation from now on, in every tab; open editors are loaded again. Never rejects: a failure is shown. */
      switchOrganisation: (organisationId: string) => Promise<void>;
      /** Ends the session and deletes what this device keeps. Asks first when something is not stored yet. Never rejects: a failure is shown. */
      signOut: () => Promise<void>;
    };

const SessionContext = createContext<ShellSession>({ status: 'anonymous' });

/** Hands the session to frame and pages. */
export function ShellSessionProvider({ session, children }: { session: ShellSession; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The current session. */
export const useShellSession = (): ShellSession => useContext(SessionContext);

/** The organisation the person acts for; null while nobody is signed in or none is chosen. */
export function useActingOrganisation(): ActingOrganisation | null {
  const session = useShellSession();
  if (session.status !== 'signed-in') return null;
  return session.organisations.find((organisation) => organisation.id === session.actingOrganisationId) ?? null;
}

/** Whether somebody acts in a county, which has towns and municipalities among its organisations. */
export function useIsInCounty(): boolean {
  const session = useShellSession();
  return session.status === 'signed-in' && session.municipality.kind === 'COUNTY';
}

/** Key of person and acting organisation for what is kept on the device; null while nobody is signed in. */
export function useActorKey(): string | null {
  const session = useShellSession();
  return session.status === 'signed-in' ? session.actorKey : null;
}
