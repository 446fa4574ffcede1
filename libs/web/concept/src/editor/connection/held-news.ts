import { createEncoder } from 'lib0/encoding';
import { clone, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const MESSAGE_SYNC = 0;
const SYNC_QUESTION = 0;
/** After so long without a new letter words of others wait no longer, in milliseconds: a phone calls a word composed until the next blank, even if that never comes. */
const patience = 3_000;
/** However many letters come: so long they wait at most. */
const longest = 15_000;
/** Composed letters are in the text a moment after the browser has told of their end. */
const settling = 50;

/** Takes what waited. @param take does it · @param updates what it was */
export type Taking = (take: () => void, updates: readonly Uint8Array[]) => void;

interface Waiting {
  readonly update: Uint8Array;
  readonly take: () => void;
}

const takeOnly: Taking = (take) => take();

/** The update in a message about the text. @param decoder stands before the kind of message, and goes on standing there */
function updateIn(decoder: Decoder): Uint8Array {
  const reader = clone(decoder);
  readVarUint(reader);
  return readVarUint8Array(reader);
}

/**
 * Lets what others write wait while letters are composed here: a paragraph that is drawn anew in the middle of it breaks them off,
 * and the unfinished ones stay beside the finished. Waiting changes nothing but the moment, as on a slow line.
 */
export class HeldNews {
  private readonly waiting: Waiting[] = [];
  private taking: Taking = takeOnly;
  private isHeld = false;
  private waitsSince = 0;
  private ending: ReturnType<typeof setTimeout> | undefined;
  private limit: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly provider: Pick<WebsocketProvider, 'doc' | 'messageHandlers'>) {
    const take = provider.messageHandlers[MESSAGE_SYNC];
    provider.messageHandlers[MESSAGE_SYNC] = (encoder, decoder, ...rest) => {
      const isQuestion = decoder.arr[decoder.pos] === SYNC_QUESTION;
      if (this.isHeld && !isQuestion) this.keep({ update: updateIn(decoder), take: () => take?.(createEncoder(), decoder, ...rest) });
      else take?.(encoder, decoder, ...rest);
    };
  }

  /** Whether letters are being composed, or were a moment ago. */
  get isHolding(): boolean {
    return this.isHeld;
  }

  /** From now on, what waited is taken this way. @returns ends it; an editor may leave after the next one has come */
  takeBy(taking: Taking): () => void {
    this.taking = taking;
    return () => { if (this.taking === taking) this.taking = takeOnly; };
  }

  /** Letters are being composed: said with each of them. */
  hold(): void {
    clearTimeout(this.ending);
    this.isHeld = true;
    if (this.waiting.length > 0) this.waitOn();
  }

  /** They are finished. */
  releaseSoon(): void {
    clearTimeout(this.ending);
    this.ending = setTimeout(this.release, settling);
  }

  readonly release = (): void => {
    clearTimeout(this.ending);
    clearTimeout(this.limit);
    this.isHeld = false;
    const waiting = this.waiting.splice(0);
    if (waiting.length === 0) return;
    const take = (): void => Y.transact(this.provider.doc, () => waiting.forEach((one) => one.take()), this.provider, false);
    this.taking(take, waiting.map(({ update }) => update));
  };

  private keep(news: Waiting): void {
    this.waiting.push(news);
    if (this.waiting.length > 1) return;
    this.waitsSince = Date.now();
    this.waitOn();
  }

  private waitOn(): void {
    clearTimeout(this.limit);
    this.limit = setTimeout(this.release, Math.min(patience, this.waitsSince + longest - Date.now()));
  }
}
