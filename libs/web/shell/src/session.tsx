import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';

/** An organisation the signed-in person may act for. */
export interface ActingOrganisation {
  id: string;
  name: string;
  /** Her role there, in words. */
  role?: string;
}

/** Who uses the client. Filled by the identity library, read by frame and pages. */
export type ShellSession =
  | { status: 'loading' }
  | { status: 'anonymous' }
  | {
      status: 'signed-in';
      person: { id: string; displayName: string };
      organisations: readonly ActingOrganisation[];
      actingOrganisationId: string | null;
      /** Acts for another organisation from now on; open editors are loaded again. */
      switchOrganisation: (organisationId: string) => Promise<void>;
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
