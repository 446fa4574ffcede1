import { useApolloClient } from '@apollo/client/react';
import { CreateAccountDocument, useAction, ViewerDocument } from '@konzeptwerkstatt/web-data';
import { tellOtherTabs } from '../session/session-channel.js';

/** What is typed at an invitation. */
export interface TypedAccount {
  readonly name: string;
  readonly email: string | null;
  readonly password: string;
}

/** Comes in by an invitation, with a new account or with the one its address has; the whole browser is signed in then. */
export function useAccount(token: string, onDone: () => void) {
  const client = useApolloClient();
  const action = useAction(CreateAccountDocument, 'createAccount');
  const comeIn = async (typed: TypedAccount): Promise<void> => {
    const payload = await action.run({ token, ...typed });
    if (!payload?.viewer) return;
    onDone();
    tellOtherTabs('changed');
    client.writeQuery({ query: ViewerDocument, data: { viewer: payload.viewer } });
  };
  return { action, comeIn };
}
