import { useApolloClient } from '@apollo/client/react';
import { newIdempotencyKey, requestFailure, SubmitCardDocument } from '@konzeptwerkstatt/web-data';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keepUnsent, unsentCards } from './kept-cards.js';
import type { CardDraft, UnsentCard } from './kept-cards.js';

/** How often it is tried again while there is no connection. */
const tryAgainMs = 4_000;
/** What passes by itself; everything else is told. */
const passing: ReadonlySet<string> = new Set(['UNREACHABLE', 'UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED']);

/** Tries while something waits: now, again and again, and at once when the network is back. */
function useTryingAgain(isWaiting: boolean, flush: () => Promise<void>): void {
  useEffect(() => {
    if (!isWaiting) return undefined;
    const again = () => void flush();
    const timer = setInterval(again, tryAgainMs);
    addEventListener('online', again);
    again();
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [isWaiting, flush]);
}

/** Cards on their way: kept on this device until the server has them, sent again when the connection is back, and never twice. */
export function useUnsentCards(guestUuid: string, onSent: () => void) {
  const client = useApolloClient();
  const [cards, setCards] = useState<readonly UnsentCard[]>(() => unsentCards(guestUuid));
  const [isKept, setIsKept] = useState(true);
  const latest = useRef(cards);
  const isSending = useRef(false);
  const save = useCallback((next: readonly UnsentCard[]) => {
    latest.current = next;
    setCards(next);
    setIsKept(keepUnsent(guestUuid, next));
  }, [guestUuid]);

  const flush = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      for (const card of latest.current.filter(({ problem }) => problem === null)) {
        const { key: idempotencyKey, tableUuid, kind, title, text, language } = card;
        const outcome = await client.mutate({ mutation: SubmitCardDocument, variables: { input: { idempotencyKey, tableUuid, kind, title: kind === 'NEW_MEASURE' ? title : null, text, language } } })
          .then(({ data }) => data?.submitCard.errors[0]?.code ?? 'SENT', (error: unknown) => requestFailure(error).code);
        if (passing.has(outcome)) return;
        save(outcome === 'SENT' ? latest.current.filter(({ key }) => key !== card.key) : latest.current.map((other) => (other.key === card.key ? { ...other, problem: outcome } : other)));
        if (outcome === 'SENT') onSent();
      }
    } finally {
      isSending.current = false;
    }
  }, [client, save, onSent]);

  useTryingAgain(cards.some(({ problem }) => problem === null), flush);

  return {
    cards, isKept,
    send: (tableUuid: string, draft: CardDraft) => { save([...latest.current, { ...draft, key: newIdempotencyKey(), tableUuid, problem: null }]); void flush(); },
    retry: (key: string) => { save(latest.current.map((card) => (card.key === key ? { ...card, problem: null } : card))); void flush(); },
    discard: (key: string) => save(latest.current.filter((card) => card.key !== key)),
  };
}
