import { ApolloLink, Observable } from '@apollo/client';
import type { SubscriptionSocket } from './subscription-socket.js';

/** Sends subscriptions over a socket whose code is loaded with the first of them. */
export class SubscriptionLink extends ApolloLink {
  private socket: Promise<SubscriptionSocket> | null = null;

  /** @param onConnected called each time the socket has come about */
  constructor(private readonly url: string, private readonly onConnected: () => void) {
    super();
  }

  override request(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    return new Observable((observer) => {
      let isWanted = true;
      let stop = (): void => undefined;
      this.load().then(
        ({ link }) => {
          if (!isWanted) return;
          const subscription = link.request(operation).subscribe(observer);
          stop = () => subscription.unsubscribe();
        },
        (error: unknown) => observer.error(error),
      );
      return () => {
        isWanted = false;
        stop();
      };
    });
  }

  /** Closes the socket; it opens again for the subscriptions that run. */
  readonly reconnect = (): void => {
    this.socket?.then(({ terminate }) => terminate(), () => undefined);
  };

  private load(): Promise<SubscriptionSocket> {
    this.socket ??= import('./subscription-socket.js').then(({ openSubscriptionSocket }) => openSubscriptionSocket(this.url, this.onConnected)).catch((error: unknown) => {
      // The next subscription tries to load it again.
      this.socket = null;
      throw error;
    });
    return this.socket;
  }
}
