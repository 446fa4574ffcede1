import * as Y from 'yjs';
import { inTransaction, openDeviceDatabase, valueOf } from './device-database.js';
import type { DeviceCopyState } from './save-state.js';

/** Beyond so many rows they are folded into one. */
const foldAbove = 400;
/** After a failed attempt the next one waits so long, in milliseconds: the person may have made room meanwhile. */
const retryAfter = 4_000;
/** A device that takes longer than this to write something down is told of. */
const patience = 400;
/** A copy that is not read in this time counts as none until it is, in milliseconds: the text must not wait for it. */
const readingPatience = 3_000;

const unsentPrefix = 'unsent/';

/** What a document's copy on this device is told and asked. */
export interface DeviceCopyOptions {
  readonly name: string;
  readonly doc: Y.Doc;
  /** Whether a change was made here, and not by the server or by this copy itself. */
  readonly isOwnChange: (origin: unknown) => boolean;
  readonly onState: (state: DeviceCopyState) => void;
  /** Its words are in the document now. @param hasUnsentWork whether something of them is not known to be committed */
  readonly onRead: (hasUnsentWork: boolean) => void;
}

/**
 * A document's copy in IndexedDB, shared by all tabs of its actor: rows of updates, and per Yjs client a note that something
 * of it is not known to be committed. The note is written in the same transaction as the words, so that it survives with them.
 */
export class DeviceCopy {
  private database: IDBDatabase | null = null;
  private queue: { readonly update: Uint8Array; readonly isOwn: boolean }[] = [];
  /** Notes of unsent work by key, with the token they had when last seen: another tab's newer note must stay. */
  private readonly notes = new Map<string, string>();
  private rows = 0;
  private chain: Promise<void> = Promise.resolve();
  private isScheduled = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isClosed = false;
  private hasUncommitted = false;

  constructor(private readonly options: DeviceCopyOptions) {
    options.doc.on('update', this.onUpdate);
  }

  /** Brings what this device has into the document; one that takes its time does so later. Waits no longer than for a few seconds, never fails. */
  async load(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        this.options.onState('failed');
        resolve();
      }, readingPatience);
    });
    await Promise.race([this.open().finally(() => clearTimeout(timer)), tooLate]);
  }

  /** Everything is committed: the notes seen here are taken away. */
  noteCommitted(): void {
    this.hasUncommitted = false;
    if (this.notes.size === 0) return;
    const notes = [...this.notes];
    this.notes.clear();
    this.enqueue((database) => inTransaction(database, async (_updates, custom) => {
      for (const [key, token] of notes) if ((await valueOf(custom.get(key))) === token) custom.delete(key);
    }));
  }

  /** Stops keeping; what is queued is still written. */
  close(): void {
    this.options.doc.off('update', this.onUpdate);
    this.flush();
    this.isClosed = true;
    clearTimeout(this.timer);
    void this.chain.then(() => this.database?.close());
  }

  /** Deletes it, for all tabs. */
  async remove(): Promise<void> {
    this.close();
    await this.chain;
    await valueOf(indexedDB.deleteDatabase(this.options.name));
  }

  private async open(): Promise<void> {
    try {
      const database = await openDeviceDatabase(this.options.name, () => this.lose());
      // One that opens only now must not stand in the way of a deletion.
      if (this.isClosed) return database.close();
      this.database = database;
      await this.read(database);
      if (this.queue.length === 0) this.options.onState('kept');
      this.flush();
      this.options.onRead(this.notes.size > 0);
    } catch {
      this.fail();
      if (this.database === null) this.lose();
    }
  }

  private readonly onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return;
    const isOwn = this.options.isOwnChange(origin);
    this.hasUncommitted ||= isOwn;
    this.queue.push({ update, isOwn });
    // All updates of one turn go into one transaction.
    if (this.isScheduled) return;
    this.isScheduled = true;
    queueMicrotask(() => this.flush());
  };

  private flush(): void {
    this.isScheduled = false;
    if (this.database === null || this.queue.length === 0) return;
    const slow = setTimeout(() => this.options.onState('writing'), patience);
    this.enqueue((database) => this.write(database).finally(() => clearTimeout(slow)));
  }

  private async write(database: IDBDatabase): Promise<void> {
    const batch = [...this.queue];
    if (batch.length === 0) return;
    // What is committed already needs no note.
    const note = this.hasUncommitted && batch.some(({ isOwn }) => isOwn) ? { key: `${unsentPrefix}${this.options.doc.clientID}`, token: crypto.randomUUID() } : null;
    await inTransaction(database, (updates, custom) => {
      for (const { update } of batch) updates.add(update);
      if (note !== null) custom.put(note.token, note.key);
    });
    this.queue = this.queue.slice(batch.length);
    if (note !== null) this.rememberNote(note.key, note.token);
    this.rows += batch.length;
    if (this.rows > foldAbove) await this.read(database);
    this.options.onState('kept');
  }

  /** Takes in all rows, those of other tabs too; many of them become one. */
  private async read(database: IDBDatabase): Promise<void> {
    await inTransaction(database, async (updates, custom) => {
      const [rows, keys, noteKeys, tokens] = await Promise.all([valueOf(updates.getAll()), valueOf(updates.getAllKeys()), valueOf(custom.getAllKeys()), valueOf(custom.getAll())]);
      Y.transact(this.options.doc, () => { for (const row of rows as Uint8Array[]) Y.applyUpdate(this.options.doc, row, this); }, this, false);
      this.rows = rows.length;
      noteKeys.forEach((key, index) => { if (String(key).startsWith(unsentPrefix)) this.notes.set(String(key), String(tokens[index])); });
      if (rows.length <= foldAbove) return;
      updates.delete(IDBKeyRange.upperBound(keys.at(-1)));
      updates.add(Y.encodeStateAsUpdate(this.options.doc));
      this.rows = 1;
    });
  }

  /** Committed while it was being written: then it goes again at once. */
  private rememberNote(key: string, token: string): void {
    this.notes.set(key, token);
    if (!this.hasUncommitted) this.noteCommitted();
  }

  private enqueue(work: (database: IDBDatabase) => Promise<void>): void {
    this.chain = this.chain.then(async () => {
      if (this.database !== null) await work(this.database);
    }).catch(() => this.fail());
  }

  /** No storage, or somebody signed out in another tab: nothing more is kept here. */
  private lose(): void {
    this.database = null;
    this.queue = [];
    this.options.doc.off('update', this.onUpdate);
    this.options.onState('failed');
  }

  /** Why does not matter (no room, no storage, a broken disk): people are told that nothing is kept. */
  private fail(): void {
    this.options.onState('failed');
    clearTimeout(this.timer);
    if (!this.isClosed) this.timer = setTimeout(() => this.flush(), retryAfter);
  }
}
