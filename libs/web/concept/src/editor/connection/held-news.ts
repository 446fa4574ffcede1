import { createEncoder } from 'lib0/encoding';
import { clone, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const MESSAGE_SYNC = 0;
const SYNC_QUESTION = 0;
/** So long after the last letter words of others wait no longer, in milliseconds: a phone calls a word composed until the next blank, even if that never comes. */
const patience = 15_000;
/** However many letters come: so long they wait at most. */
const longest = 60_000;
/** Composed letters are in the text a moment after the browser has told of their end. */
const settling = 50;

/** Whether an update has to do with the letters that are composed. */
export type Concern = (update: Uint8Array) => boolean;

/** Takes what waited. @param take does it · @param updates what it was */
export type Taking = (take: () => void, updates: readonly Uint8Array[]) => void;

interface Waiting {
  readonly update: Uint8Array;
  readonly take: () => void;
}

const takeOnly: Taking = (take) => take();
const everyUpdate: Concern = () => true;

/** The update in a message about the text. @param decoder stands before the kind of message, and goes on standing there */
function updateIn(decoder: Decoder): Uint8Array {
  const reader = clone(decoder);
  readVarUint(reader);
  return readVarUint8Array(reader);
}

/**
 * Lets what others write in the same paragraph wait while letters are composed here: one that is drawn anew in the middle of it breaks them
 * off, and the unfinished ones stay beside the finished. Waiting changes nothing but the moment, as on a slow line. What comes behind
 * something that waits, waits as well: it may build on it.
 */
export class HeldNews {
  private readonly waiting: Waiting[] = [];
  private taking: Taking = takeOnly;
  private isConcerned = everyUpdate;
  private isHeld = false;
  private lastLetterAt = 0;
  private waitsSince = 0;
  private ending: ReturnType<typeof setTimeout> | undefined;
  private limit: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly provider: Pick<WebsocketProvider, 'doc' | 'messageHandlers'>) {
    const take = provider.messageHandlers[MESSAGE_SYNC];
    provider.messageHandlers[MESSAGE_SYNC] = (encoder, decoder, ...rest) => {
      const isQuestion = decoder.arr[decoder.pos] === SYNC_QUESTION;
      const update = this.isHeld && !isQuestion ? updateIn(decoder) : null;
      if (update === null || !this.mustWait(update)) take?.(encoder, decoder, ...rest);
      else this.keep({ update, take: () => take?.(createEncoder(), decoder, ...rest) });
    };
  }

  /** Whether letters are being composed, or were a moment ago. */
  get isHolding(): boolean {
    return this.isHeld;
  }

  /** From now on, what waited is taken this way, and only what concerns the letters waits. @returns ends it; an editor may leave after the next one has come */
  takeBy(taking: Taking, isConcerned = everyUpdate): () => void {
    this.taking = taking;
    this.isConcerned = isConcerned;
    return () => {
      if (this.taking !== taking) return;
      this.taking = takeOnly;
      this.isConcerned = everyUpdate;
    };
  }

  /** Letters are being composed: said with each of them. */
  hold(): void {
    clearTimeout(this.ending);
    this.isHeld = true;
    this.lastLetterAt = Date.now();
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

  private mustWait(update: Uint8Array): boolean {
    return this.waiting.length > 0 || this.isConcerned(update);
  }

  private keep(news: Waiting): void {
    this.waiting.push(news);
    if (this.waiting.length > 1) return;
    this.waitsSince = Date.now();
    this.waitOn();
  }

  private waitOn(): void {
    clearTimeout(this.limit);
    this.limit = setTimeout(this.release, Math.min(this.lastLetterAt + patience, this.waitsSince + longest) - Date.now());
  }
}
