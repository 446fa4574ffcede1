import { useApolloClient } from '@apollo/client/react';
import { requestFailure, SubmitCardDocument, useUnsent } from '@konzeptwerkstatt/web-data';
import { useCallback } from 'react';
import { unsentKey } from './kept-cards.js';
import type { CardDraft, UnsentCard } from './kept-cards.js';

/** Cards on their way; see `useUnsent`. */
export function useUnsentCards(guestUuid: string, onSent: () => void) {
  const client = useApolloClient();
  const send = useCallback(({ key: idempotencyKey, tableUuid, kind, title, text, language }: UnsentCard) =>
    client.mutate({ mutation: SubmitCardDocument, variables: { input: { idempotencyKey, tableUuid, kind, title: kind === 'NEW_MEASURE' ? title : null, text, language } } })
      .then(({ data }) => data?.submitCard.errors[0]?.code ?? null, (error: unknown) => requestFailure(error).code), [client]);
  const { items: cards, send: sendOff, ...unsent } = useUnsent<CardDraft & { readonly tableUuid: string }>({ storageKey: unsentKey(guestUuid), send, onSent });
  return { ...unsent, cards, send: (tableUuid: string, draft: CardDraft) => sendOff({ ...draft, tableUuid }) };
}
