import { useQuery, useSubscription } from '@apollo/client/react';
import type { CardFactsFragment } from '@konzeptwerkstatt/web-data';
import { WallChangedDocument, WallDocument } from '@konzeptwerkstatt/web-data';
import { useCallback, useEffect, useRef } from 'react';

/** Changes that come close together are read once. */
const togetherMs = 200;
/** Where the live connection stays away, the wall is looked at all the same; a failing look tells that the server does not answer. */
const lookAgainMs = 10_000;

/** The cards of a gathering, kept current: over the live connection, and by looking again where the network lets none through. */
export function useWall(gatheringUuid: string, onText?: (documentId: string) => void): { readonly cards: readonly CardFactsFragment[] | null; readonly mayModerate: boolean; readonly error: unknown; readonly isGone: boolean; readonly refetch: () => void } {
  const { data, error, refetch } = useQuery(WallDocument, { variables: { uuid: gatheringUuid }, skip: gatheringUuid === '', pollInterval: lookAgainMs });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const read = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void refetch().catch(() => undefined), togetherMs);
  }, [refetch]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useSubscription(WallChangedDocument, {
    variables: { uuid: gatheringUuid }, skip: gatheringUuid === '',
    onData: ({ data: { data: news } }) => {
      const documentId = news?.wallChanged.documentId ?? null;
      if (documentId === null) read();
      else onText?.(documentId);
    },
  });
  return { cards: data?.wall?.cards ?? null, mayModerate: data?.wall?.mayModerate ?? false, error, isGone: data !== undefined && data.wall === null, refetch: read };
}
