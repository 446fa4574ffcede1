import type { WebsocketProvider } from 'y-websocket';
import type { DeliveryLedger } from './delivery-ledger.js';

/** After so long without a word from the server it is asked for one, in milliseconds. */
const quietAfter = 2_500;
/** An answer that is due for so long is overdue. */
const overdueAfter = 4_500;
/** So long people wait for a text before they are told. */
const lateAfter = 10_000;
/** A connection that does not come about in this time is tried anew; the browser itself would wait for minutes. */
const connectWithin = 10_000;
const beatEvery = 500;

/** A sync message whose update is empty: changes nothing, and is acknowledged like any other. */
const emptyUpdate = Uint8Array.of(0, 2, 2, 0, 0);

/** What time brings to light. */
export interface Beat {
  readonly isUnanswered: boolean;
  readonly isLate: boolean;
}

/**
 * Feels whether the server still answers. A connection whose other end is gone looks open for half a minute; people are told
 * within five seconds. In a room where others write nothing is asked, their words are the answer.
 */
export class Pulse {
  private readonly startedAt = Date.now();
  private connectingSince: number | null = null;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(private readonly provider: WebsocketProvider, private readonly ledger: DeliveryLedger, private readonly onBeat: (beat: Beat) => void) {
    this.timer = setInterval(() => this.beat(Date.now()), beatEvery);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private beat(now: number): void {
    const { wsconnected, synced, ws, wsLastMessageReceived } = this.provider;
    const due = this.ledger.dueSince(synced);
    this.onBeat({ isUnanswered: due !== null && now - due > overdueAfter, isLate: now - this.startedAt > lateAfter });
    this.hurry(now);
    if (wsconnected && synced && due === null && now - wsLastMessageReceived > quietAfter) ws?.send(emptyUpdate);
  }

  private hurry(now: number): void {
    if (!this.provider.wsconnecting) {
      this.connectingSince = null;
      return;
    }
    this.connectingSince ??= now;
    if (now - this.connectingSince < connectWithin) return;
    this.connectingSince = null;
    this.provider.disconnect();
    this.provider.connect();
  }
}
