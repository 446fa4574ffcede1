import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { ActAsDocument, newIdempotencyKey, requestFailure, SignOutDocument, ViewerDocument } from '@konzeptwerkstatt/web-data';
import type { ViewerFactsFragment } from '@konzeptwerkstatt/web-data';
import type { ShellSession } from '@konzeptwerkstatt/web-shell';
import { failureText, ShellSessionProvider } from '@konzeptwerkstatt/web-shell';
import { onDemand, showToast, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { deleteDeviceCopies, hasUnsentWork, leaveTo } from './device-copies.js';
import { expectEndOfSession, noteEndedSession } from './ended-session.js';
import { listenToOtherTabs, tellOtherTabs } from './session-channel.js';
import { actorKeyOf, organisationsOf } from './shell-session.js';

const SignOutQuestion = onDemand(() => import('./sign-out-question.js'));

/** While the server does not answer, who uses the client stays unknown; it is asked again after so long. */
const retryMilliseconds = 4_000;

/** Shows why something about the session did not happen. */
function useFailureToast(): (error: unknown) => void {
  const t = useText();
  return useCallback((error: unknown) => { showToast(failureText(requestFailure(error), t), 'danger'); }, [t]);
}

/** Who is signed in. Undefined while that is not known, null for nobody. */
function useViewer(onActorChange: () => void): ViewerFactsFragment | null | undefined {
  const { data: current, previousData, error, refetch } = useQuery(ViewerDocument);
  // Not being answered is no reason to take an open text away.
  const data = current ?? (error ? previousData : undefined);
  useEffect(() => {
    if (!error) return undefined;
    const timer = setTimeout(() => void refetch().catch(() => undefined), retryMilliseconds);
    return () => clearTimeout(timer);
  }, [error, refetch]);

  const viewer = data?.viewer;
  const actorKey = data ? actorKeyOf(viewer) : undefined;
  const lastActor = useRef(actorKey);
  useEffect(() => {
    const isChange = lastActor.current !== undefined && actorKey !== undefined && lastActor.current !== actorKey;
    if (actorKey !== undefined) lastActor.current = actorKey;
    if (!isChange) return;
    if (actorKey === null) noteEndedSession();
    onActorChange();
  }, [actorKey, onActorChange]);
  return viewer;
}

/** Ends the session, clears this device, and starts the client anew, so that nothing of it stays in memory. */
function useSignOut(): { signOut: () => Promise<void>; question: ReactNode } {
  const [mutate] = useMutation(SignOutDocument);
  const showFailure = useFailureToast();
  const [isAsking, setIsAsking] = useState(false);
  const [isPending, setIsPending] = useState(false);

  const signOutNow = useCallback(async () => {
    setIsPending(true);
    try {
      const { data } = await mutate({ variables: { input: { idempotencyKey: newIdempotencyKey() } } });
      await deleteDeviceCopies();
      tellOtherTabs('signed-out');
      // Whoever signed in with a provider signs out there, too; it sends her back to the same page.
      leaveTo(data?.signOut.providerLogoutUrl ?? '/anmelden');
    } catch (error) {
      showFailure(error);
      setIsPending(false);
      setIsAsking(false);
    }
  }, [mutate, showFailure]);
  const signOut = useCallback(async () => ((await hasUnsentWork()) ? setIsAsking(true) : signOutNow()), [signOutNow]);

  const question = isAsking ? <SignOutQuestion isPending={isPending} onConfirm={() => void signOutNow()} onCancel={() => setIsAsking(false)} onUnavailable={() => setIsAsking(false)} /> : null;
  return { signOut, question };
}

/** Acts for another organisation: server first, then everything this client knows is asked anew. */
function useSwitchOrganisation(viewer: ViewerFactsFragment | null | undefined): (organisationId: string) => Promise<void> {
  const t = useText();
  const [mutate] = useMutation(ActAsDocument);
  const showFailure = useFailureToast();
  const organisations = useMemo(() => (viewer ? organisationsOf(viewer) : []), [viewer]);
  return useCallback(async (organisationId: string) => {
    try {
      const { data } = await mutate({ variables: { input: { organisationId, idempotencyKey: newIdempotencyKey() } } });
      const problem = data?.actAs.errors[0];
      if (problem) {
        showToast(problem.message, 'danger');
        return;
      }
      tellOtherTabs('changed');
      showToast(t('shell.session.switched', { name: organisations.find(({ id }) => id === organisationId)?.name ?? '' }));
    } catch (error) {
      showFailure(error);
    }
  }, [mutate, organisations, showFailure, t]);
}

export interface SessionProviderProps {
  /** Opens the socket of the subscriptions anew; called whenever the actor becomes another one. */
  readonly reconnectSubscriptions: () => void;
  readonly children: ReactNode;
}

/**
 * Asks who is signed in and hands it to frame and pages. Keeps track when that changes here, in another tab, or because the
 * session ended: then everything known is forgotten and asked anew for the new actor.
 */
export function SessionProvider({ reconnectSubscriptions, children }: SessionProviderProps) {
  const client = useApolloClient();
  const onActorChange = useCallback(() => {
    reconnectSubscriptions();
    // A query that fails here shows its failure on its own page.
    client.resetStore().catch(() => undefined);
  }, [client, reconnectSubscriptions]);
  const viewer = useViewer(onActorChange);
  const switchOrganisation = useSwitchOrganisation(viewer);
  const { signOut, question } = useSignOut();

  useEffect(() => listenToOtherTabs((news) => {
    if (news === 'signed-out') expectEndOfSession();
    void client.refetchQueries({ include: [ViewerDocument] });
  }), [client]);

  const session = useMemo((): ShellSession => {
    if (viewer === undefined) return { status: 'loading' };
    const actorKey = actorKeyOf(viewer);
    if (viewer === null || actorKey === null) return { status: 'anonymous' };
    const { person, municipality, actingOrganisation, mayAdminister, runsInstallation, setup } = viewer;
    const duties = { mayAdminister, runsInstallation, hasOpenSetup: (setup?.step ?? null) !== null };
    return { status: 'signed-in', person, municipality, ...duties, organisations: organisationsOf(viewer), actingOrganisationId: actingOrganisation.id, actorKey, switchOrganisation, signOut };
  }, [viewer, switchOrganisation, signOut]);

  return (
    <ShellSessionProvider session={session}>
      {children}
      {question}
    </ShellSessionProvider>
  );
}
