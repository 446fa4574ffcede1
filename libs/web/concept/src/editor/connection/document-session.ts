import { defaultDeleteFilter, ySyncPluginKey } from '@tiptap/y-tiptap';
import { readVarUint } from 'lib0/decoding';
import { IndexeddbPersistence } from 'y-indexeddb';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { bodyOf, fieldsOf, nodeSpecs, SCHEMA_VERSION } from '@konzeptwerkstatt/document-model';
import { countingSocket } from './counting-socket.js';
import type { ConnectionFacts } from './save-state.js';

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

const initialFacts: ConnectionFacts = { hasText: false, isConnected: false, isSynced: false, sent: 0, committed: 0, hasUnsentWork: false, isReadOnly: false, finalCloseCode: null, finalCloseReason: '' };

/**
 * One section's text, open in this tab: the Yjs document, its connection, and the copy on this device that survives a
 * reload. Tells its listeners whenever the facts about saving change. Call `close` when the page is left.
 */
export class DocumentSession {
  readonly doc = new Y.Doc();
  readonly body = bodyOf(this.doc);
  readonly fields = fieldsOf(this.doc);
  readonly undoManager = new Y.UndoManager([this.body, this.fields], {
    trackedOrigins: new Set([localOrigin]), captureTimeout: 500, deleteFilter: (item) => defaultDeleteFilter(item, keptForOthers),
  });
  readonly provider: WebsocketProvider;
  private readonly deviceCopy: IndexeddbPersistence;
  private readonly listeners = new Set<() => void>();
  private facts = initialFacts;

  constructor(options: DocumentSessionOptions) {
    this.facts = { ...initialFacts, isReadOnly: options.isReadOnly };
    const base = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`;
    this.deviceCopy = new IndexeddbPersistence(`${deviceCopyPrefix}${options.documentId}/${options.actorKey}`, this.doc);
    this.provider = new WebsocketProvider(base, options.documentId, this.doc, {
      connect: false,
      disableBc: true,
      params: { acks: '1', schema: String(SCHEMA_VERSION) },
      WebSocketPolyfill: countingSocket({
        onNewSocket: () => this.update({ sent: 0, committed: 0 }),
        onContentSent: () => this.update({ sent: this.facts.sent + 1 }),
      }),
    });
    this.listen();
    this.provider.connect();
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
    this.provider.connect();
  };

  close(): void {
    globalThis.removeEventListener('offline', this.goOffline);
    globalThis.removeEventListener('online', this.goOnline);
    this.listeners.clear();
    this.undoManager.destroy();
    this.provider.destroy();
    void this.deviceCopy.destroy();
    this.doc.destroy();
  }

  // A socket does not notice for half a minute that the device has no network any more, the browser does at once.
  private readonly goOffline = (): void => this.provider.disconnect();

  private readonly goOnline = (): void => {
    if (this.facts.finalCloseCode === null) this.provider.connect();
  };

  private listen(): void {
    globalThis.addEventListener('offline', this.goOffline);
    globalThis.addEventListener('online', this.goOnline);
    this.provider.messageHandlers[MESSAGE_COMMITTED] = (_encoder, decoder) => this.onCommitted(readVarUint(decoder));
    this.provider.on('status', ({ status }) => this.update({ isConnected: status === 'connected' }));
    this.provider.on('sync', (isSynced) => this.update(isSynced ? { isSynced, hasText: true } : { isSynced }));
    this.provider.on('closed', ({ code, reason }) => this.update({ finalCloseCode: code, finalCloseReason: reason, isConnected: false }));
    // A copy without any block is none: showing it would be an empty editor over a full text.
    this.deviceCopy.on('synced', () => { if (this.body.length > 0) this.update({ hasText: true }); });
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== this.provider && origin !== this.deviceCopy) this.update({ hasUnsentWork: !this.provider.wsconnected });
    });
  }

  private onCommitted(count: number): void {
    const isAllCommitted = count >= this.facts.sent;
    this.update({ committed: count, hasUnsentWork: isAllCommitted ? false : this.facts.hasUnsentWork });
  }

  private update(change: Partial<ConnectionFacts>): void {
    this.facts = { ...this.facts, ...change };
    for (const listener of this.listeners) listener();
  }
}
