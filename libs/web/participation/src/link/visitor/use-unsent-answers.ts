import { useApolloClient } from '@apollo/client/react';
import { AnswerByLinkDocument, requestFailure, useUnsent } from '@konzeptwerkstatt/web-data';
import type { Unsent } from '@konzeptwerkstatt/web-data';
import { useCallback } from 'react';
import { unsentKey } from './kept-answers.js';
import type { Answer } from './kept-answers.js';

interface Visit {
  readonly token: string;
  readonly linkUuid: string;
  readonly senderKey: string;
}

/** Answers on their way; see `useUnsent`. */
export function useUnsentAnswers({ token, linkUuid, senderKey }: Visit, onSent: () => void) {
  const client = useApolloClient();
  const send = useCallback(({ key: idempotencyKey, kind, text, language, sender, place: { sectionUuid, goalUuid, measureUuid, passage } }: Unsent<Answer>) =>
    client.mutate({ mutation: AnswerByLinkDocument, variables: { input: { idempotencyKey, token, senderKey, sectionUuid, goalUuid, measureUuid, passage, kind, text, language, sender: sender.trim() === '' ? null : sender } } })
      .then(({ data }) => data?.answerByLink.errors[0]?.code ?? null, (error: unknown) => requestFailure(error).code), [client, token, senderKey]);
  return useUnsent<Answer>({ storageKey: unsentKey(linkUuid), send, onSent });
}
