import { defaultDeleteFilter, ySyncPluginKey } from '@tiptap/y-tiptap';
import { readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import { writeSyncStep2 } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { bodyOf, fieldsOf, nodeSpecs, SCHEMA_VERSION } from '@konzeptwerkstatt/document-model';
import { countingSocket } from './counting-socket.js';
import { DeliveryLedger } from './delivery-ledger.js';
import { DeviceCopy } from './device-copy.js';
import { HeldNews } from './held-news.js';
import { Pulse } from './pulse.js';
import type { ConnectionFacts } from './save-state.js';
import { SocketAttempts } from './socket-attempts.js';

const MESSAGE_SYNC = 0;
const MESSAGE_COMMITTED = 121;

/** Everything written here has this origin, text and fields alike, so that undo takes back both and only one's own. */
export const localOrigin = ySyncPluginKey;

export interface DocumentSessionOptions {
  /** Raw id of the section's document. */
  readonly documentId: string;
  /** Person and acting organisation: two actors on one device never share unsent work. */
  readonly actorKey: string;
  /** A reader's tab says so; the server refuses her changes in any case. */
  readonly isReadOnly: boolean;
}

/** Undoing the insertion of one of these leaves it where it is as long as words of somebody else stand in it. */
const keptForOthers = new Set(Object.keys(nodeSpecs));

/** Name of the device's own copy; sign-out deletes all that begin with the prefix. */
export const deviceCopyPrefix = 'konzeptwerkstatt/';

/** Where texts are written together. */
export const collaborationAddress = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`;

const initialFacts: ConnectionFacts = {
  hasText: false, isLate: false, isConnected: false, isSynced: false, isProven: false, isUnanswered: false, isBlocked: false, hasUnsentWork: false, copy: 'kept', isReadOnly: false, finalCloseCode: null, finalCloseReason: '',
};

/** The answer to the question for all that somebody lacks, as if she lacked everything. */
function everythingIn(doc: Y.Doc): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder();
  writeVarUint(encoder, MESSAGE_SYNC);
  writeSyncStep2(encoder, doc);
  return toUint8Array(encoder);
}

/** The provider repeats to the server whatever it hears of others, which the server drops: hundreds of messages a second in a full text. */
function tellOnlyOfOneself({ awareness, _awarenessUpdateHandler: tell }: WebsocketProvider): void {
  awareness.off('update', tell);
  awareness.on('update', (changes: unknown, origin: unknown) => { if (origin === 'local') tell(changes, origin); });
}

/** A message too large for the server would be as large on the next connection. */
const isFinal = (code: number): boolean => code === 1009 || (code >= 4400 && code < 4500);

/**
 * One section's text, open in this tab: the Yjs document, its connection, and the copy on this device that survives a
 * reload. Tells its listeners whenever the facts about saving change. Call `close` when the page is left.
 */
export class DocumentSession {
  readonly doc = new Y.Doc();
  /** Raw id. */
  readonly documentId: string;
  readonly body = bodyOf(this.doc);
  readonly fields = fieldsOf(this.doc);
  readonly undoManager = new Y.UndoManager([this.body, this.fields], {
    trackedOrigins: new Set([localOrigin]), captureTimeout: 500, deleteFilter: (item) => defaultDeleteFilter(item, keptForOthers),
  });
  readonly provider: WebsocketProvider;
  readonly news: HeldNews;
  private readonly ledger = new DeliveryLedger();
  private readonly attempts = new SocketAttempts();
  private readonly deviceCopy: DeviceCopy;
  private readonly pulse: Pulse;
  private readonly listeners = new Set<() => void>();
  private facts = initialFacts;
  private isClosed = false;

  constructor(options: DocumentSessionOptions) {
    this.facts = { ...initialFacts, isReadOnly: options.isReadOnly };
    this.documentId = options.documentId;
    this.provider = new WebsocketProvider(collaborationAddress(), options.documentId, this.doc, {
      connect: false,
      disableBc: true,
      params: { acks: '1', schema: String(SCHEMA_VERSION) },
      shouldReconnect: ({ code }) => !isFinal(code),
      WebSocketPolyfill: countingSocket({
        onOpen: () => this.ledger.open(Date.now()),
        onContentSent: (tellsAll) => this.ledger.send(Date.now(), tellsAll),
      }),
    });
    tellOnlyOfOneself(this.provider);
    this.news = new HeldNews(this.provider);
    this.deviceCopy = new DeviceCopy({
      name: `${deviceCopyPrefix}${options.documentId}/${options.actorKey}`, doc: this.doc, isOwnChange: this.isOwnChange, onState: (copy) => this.update({ copy }), onRead: this.onCopyRead,
    });
    this.pulse = new Pulse(this.provider, this.ledger, (beat) => this.update(beat));
    this.listen();
    void this.start();
  }

  /** The current facts; the same object until something changes. */
  readonly getFacts = (): ConnectionFacts => this.facts;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Connects again after a final close, e.g. once the person has signed in again. */
  readonly reconnect = (): void => {
    this.update({ finalCloseCode: null, finalCloseReason: '' });
    // An attempt that hangs is given up for a new one.
    if (!this.provider.wsconnected) this.provider.disconnect();
    this.provider.connect();
  };

  /** The right to write was given or withdrawn: the server asks for what is unsent only at the beginning of a connection. */
  setReadOnly(isReadOnly: boolean): void {
    if (isReadOnly === this.facts.isReadOnly) return;
    this.update({ isReadOnly });
    this.provider.disconnect();
    this.reconnect();
  }

  /** Throws away what only this device has. The page must be loaded anew right after. */
  async discard(): Promise<void> {
    this.update({ hasUnsentWork: false });
    this.close();
    await this.deviceCopy.remove();
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    globalThis.removeEventListener('offline', this.goOffline);
    globalThis.removeEventListener('online', this.goOnline);
    this.listeners.clear();
    this.pulse.stop();
    this.undoManager.destroy();
    this.provider.destroy();
    this.deviceCopy.close();
    this.doc.destroy();
  }

  // A socket does not notice for half a minute that the device has no network any more, the browser does at once.
  private readonly goOffline = (): void => this.provider.disconnect();

  private readonly goOnline = (): void => {
    if (this.facts.finalCloseCode === null) this.provider.connect();
  };

  private readonly isOwnChange = (origin: unknown): boolean => origin !== this.provider && origin !== this.deviceCopy;

  /** The copy comes first: until it is there nobody knows whether something is unsent. */
  private async start(): Promise<void> {
    await this.deviceCopy.load();
    if (!this.isClosed) this.provider.connect();
  }

  private readonly onCopyRead = (hasUnsentWork: boolean): void => {
    if (this.isClosed) return;
    // A copy without any block is none: showing it would be an empty editor over a full text.
    if (this.body.length > 0) this.update({ hasText: true });
    if (!hasUnsentWork) return;
    this.update({ hasUnsentWork });
    // One that was read late was not asked for at the beginning of the connection.
    if (this.facts.isConnected) this.provider.ws?.send(everythingIn(this.doc));
  };

  private listen(): void {
    globalThis.addEventListener('offline', this.goOffline);
    globalThis.addEventListener('online', this.goOnline);
    this.provider.messageHandlers[MESSAGE_COMMITTED] = (_encoder, decoder) => this.onCommitted(readVarUint(decoder));
    this.provider.on('status', ({ status }) => this.onStatus(status === 'connected'));
    this.provider.on('sync', (isSynced) => this.onSync(isSynced));
    this.provider.on('connection-close', (event) => this.onConnectionClosed(event?.code ?? null));
    this.provider.on('closed', ({ code, reason }) => this.update({ finalCloseCode: code, finalCloseReason: reason, isConnected: false }));
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (this.isOwnChange(origin)) this.update({ hasUnsentWork: true });
    });
  }

  private onStatus(isConnected: boolean): void {
    if (!isConnected) this.ledger.close();
    this.update(isConnected ? { isConnected } : { isConnected, isProven: false, isUnanswered: false });
  }

  private onConnectionClosed(code: number | null): void {
    this.attempts.closed(!navigator.onLine || (code !== null && isFinal(code)));
    this.update({ isBlocked: this.attempts.isBlocked });
  }

  private onSync(isSynced: boolean): void {
    if (isSynced) this.attempts.worked();
    this.update(isSynced ? { isSynced, hasText: true, isBlocked: false } : { isSynced });
    // A reader is not asked for what the server lacks; what seems unsent may have arrived long ago, and is then acknowledged.
    if (isSynced && this.facts.isReadOnly && this.facts.hasUnsentWork) this.provider.ws?.send(everythingIn(this.doc));
  }

  private onCommitted(count: number): void {
    this.ledger.commit(count);
    if (!this.ledger.isSettled) return;
    this.update({ isProven: true, hasUnsentWork: false, isUnanswered: false });
    this.deviceCopy.noteCommitted();
  }

  private update(change: Partial<ConnectionFacts>): void {
    const keys = Object.keys(change) as (keyof ConnectionFacts)[];
    if (keys.every((key) => change[key] === this.facts[key])) return;
    this.facts = { ...this.facts, ...change };
    for (const listener of this.listeners) listener();
  }
}
