import { ApolloProvider } from '@apollo/client/react';
import { createApolloClient, ViewerDocument } from '@konzeptwerkstatt/web-data';
import { SessionProvider } from '@konzeptwerkstatt/web-identity';
import { reportServerReachable } from '@konzeptwerkstatt/web-shell';
import { LanguageProvider } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';

const { client, reconnectSubscriptions } = createApolloClient({
  onReachable: reportServerReachable,
  onSignedOut: () => void client.refetchQueries({ include: [ViewerDocument] }),
});

/** What surrounds every page, from the outside in: language, data, session. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <LanguageProvider>
      <ApolloProvider client={client}>
        <SessionProvider reconnectSubscriptions={reconnectSubscriptions}>{children}</SessionProvider>
      </ApolloProvider>
    </LanguageProvider>
  );
}
