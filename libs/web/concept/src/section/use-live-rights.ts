import { useQuery } from '@apollo/client/react';
import { SectionRightsDocument } from '@konzeptwerkstatt/web-data';
import { useCallback, useEffect } from 'react';

/** How often an open text asks whether its person may still, or again, write in it. */
const askEvery = 20_000;

/**
 * Keeps the page's knowledge of who may write current while a text is open: the server takes nothing from who may not, but the
 * page should say so before somebody types. Returns how to ask at once.
 */
export function useLiveRights(sectionUuid: string, isOpen: boolean): () => void {
  const { refetch } = useQuery(SectionRightsDocument, {
    variables: { uuid: sectionUuid }, skip: !isOpen, pollInterval: askEvery, skipPollAttempt: () => document.hidden, fetchPolicy: 'network-only',
  });
  // Without an answer everything stays as it is known; the text's own connection says that the server is away.
  const ask = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  useEffect(() => {
    if (!isOpen) return undefined;
    globalThis.addEventListener('focus', ask);
    return () => globalThis.removeEventListener('focus', ask);
  }, [isOpen, ask]);
  return ask;
}
