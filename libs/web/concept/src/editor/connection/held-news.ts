import { createEncoder } from 'lib0/encoding';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const MESSAGE_SYNC = 0;
const SYNC_UPDATE = 2;
/** So long words of others wait at most, in milliseconds. */
const patience = 3_000;
/** Composed letters are in the text a moment after the browser has told of their end. */
const settling = 50;

/**
 * Lets what others write wait while letters are composed here: a paragraph that is drawn anew in the middle of it breaks them off,
 * and the unfinished ones stay beside the finished. Waiting changes nothing but the moment, as on a slow line.
 */
export class HeldNews {
  private readonly waiting: (() => void)[] = [];
  private isHeld = false;
  private ending: ReturnType<typeof setTimeout> | undefined;
  private limit: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly provider: Pick<WebsocketProvider, 'doc' | 'messageHandlers'>) {
    const take = provider.messageHandlers[MESSAGE_SYNC];
    provider.messageHandlers[MESSAGE_SYNC] = (encoder, decoder, ...rest) => {
      const isUpdate = decoder.arr[decoder.pos] === SYNC_UPDATE;
      if (this.isHeld && isUpdate) this.keep(() => take?.(createEncoder(), decoder, ...rest));
      else take?.(encoder, decoder, ...rest);
    };
  }

  /** Letters are being composed. */
  hold(): void {
    clearTimeout(this.ending);
    this.isHeld = true;
  }

  /** They are finished. @param around is given what waited, to take it */
  releaseSoon(around: (take: () => void) => void): void {
    clearTimeout(this.ending);
    this.ending = setTimeout(() => around(this.release), settling);
  }

  readonly release = (): void => {
    clearTimeout(this.ending);
    clearTimeout(this.limit);
    this.limit = undefined;
    this.isHeld = false;
    const waiting = this.waiting.splice(0);
    if (waiting.length > 0) Y.transact(this.provider.doc, () => waiting.forEach((take) => take()), this.provider, false);
  };

  private keep(take: () => void): void {
    this.waiting.push(take);
    this.limit ??= setTimeout(this.release, patience);
  }
}
