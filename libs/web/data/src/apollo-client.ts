import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { OperationTypeNode } from 'graphql';
import { cachePolicies } from './cache-policies.js';
import { SubscriptionLink } from './subscription-link.js';

/** What the rest of the client wants to hear from the data layer. */
export interface ApolloClientListeners {
  /** The server answers, or it does not. */
  readonly onReachable: (isReachable: boolean) => void;
  /** A request was refused because nobody is signed in any more. */
  readonly onSignedOut: () => void;
}

/** Answers of a gateway or of a server that has lost its database: it is there, but not for us. */
const gatewayStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

/** The client of one tab. */
export interface DataConnection {
  readonly client: ApolloClient;
  /**
   * Opens the socket of the subscriptions anew; those that run are taken up again. A socket belongs to whom it was opened for, so this
   * is called after every change of the session.
   */
  readonly reconnectSubscriptions: () => void;
}

/** Queries and mutations over HTTP, subscriptions over graphql-transport-ws; both with the session's cookie. */
export function createApolloClient({ onReachable, onSignedOut }: ApolloClientListeners): DataConnection {
  const socketUrl = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
  const subscriptions = new SubscriptionLink(socketUrl, () => onReachable(true));
  const observedFetch: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    onReachable(!gatewayStatuses.has(response.status));
    return response;
  };
  const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin', headers: { 'apollo-require-preflight': 'true' }, fetch: observedFetch });
  const errors = new ErrorLink(({ error }) => {
    if (error instanceof TypeError) onReachable(false);
    if (CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED')) onSignedOut();
  });
  const transport = ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, subscriptions, http);
  const client = new ApolloClient({
    link: ApolloLink.from([errors, transport]),
    cache: new InMemoryCache(cachePolicies),
    // Other people change the same data all the time: show what is known at once, ask again.
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
  return { client, reconnectSubscriptions: subscriptions.reconnect };
}
