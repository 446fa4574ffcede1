const MESSAGE_SYNC = 0;
const SYNC_STEP_2 = 1;
const SYNC_UPDATE = 2;

/** Whether a message of the y-websocket protocol carries content (type and subtype are one byte each). */
export function carriesContent(message: unknown): boolean {
  if (!(message instanceof Uint8Array)) return false;
  return message[0] === MESSAGE_SYNC && (message[1] === SYNC_STEP_2 || message[1] === SYNC_UPDATE);
}

/** Told of what leaves on the current socket. */
export interface SocketObserver {
  /** A new socket is open: counting begins at zero. */
  onOpen(): void;
  /** @param tellsAll whether it answers the server's question for all it lacks */
  onContentSent(tellsAll: boolean): void;
}

/** A WebSocket class that tells an observer which messages with content it has sent; the server's acknowledgement counts the same. */
export function countingSocket(observer: SocketObserver): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('open', () => observer.onOpen());
    }

    override send(message: Parameters<WebSocket['send']>[0]): void {
      if (carriesContent(message)) observer.onContentSent((message as Uint8Array)[1] === SYNC_STEP_2);
      super.send(message);
    }
  };
}
