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

/** Who uses the client. Filled by the identity library, read by frame and pages. */
export type ShellSession =
  | { status: 'loading' }
  | { status: 'anonymous' }
  | {
      status: 'signed-in';
      /** `id` of the API, `uuid` raw. */
      person: { id: string; uuid: string; displayName: string };
      municipality: { id: string; uuid: string; name: string; isExample: boolean };
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

/** Key of person and acting organisation for what is kept on the device; null while nobody is signed in. */
export function useActorKey(): string | null {
  const session = useShellSession();
  return session.status === 'signed-in' ? session.actorKey : null;
}
