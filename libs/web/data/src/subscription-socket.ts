import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import type { Client } from 'graphql-ws';
import { createClient } from 'graphql-ws';

/** The one socket of this tab for subscriptions. It opens with the first of them and keeps trying to come back. */
export interface SubscriptionSocket {
  readonly link: GraphQLWsLink;
  readonly terminate: Client['terminate'];
}

/** Prepares the socket; nothing is connected yet. @param onConnected called each time it has come about */
export function openSubscriptionSocket(url: string, onConnected: () => void): SubscriptionSocket {
  const socket = createClient({ url, lazy: true, retryAttempts: Number.POSITIVE_INFINITY, shouldRetry: () => true, on: { connected: onConnected } });
  return { link: new GraphQLWsLink(socket), terminate: () => socket.terminate() };
}
