import type { DocumentTail, TailPosition } from '../log/document-tail.reader.js';
import { causalityOf } from '../walk/causality.js';
import { Knowledge } from '../walk/knowledge.js';
import type { UpdateOutline } from '../walk/update-outline.js';
import { trimUpdate } from '../walk/update-trim.js';
import { walkUpdate } from '../walk/update-walk.js';

/** What a reading of the log brought. */
export interface Absorbed {
  /** The parts that were new. */
  readonly fresh: readonly UpdateOutline[];
  /** False when something before a part of it is missing. */
  readonly complete: boolean;
}

/** What a room knows of its document without building it: the bytes as stored, what they cover, and who owns client ids. */
export class DocumentState {
  /** On disk, shown to everybody. */
  committed = new Knowledge();
  /** Committed, and what is on its way to the disk. */
  accepted = new Knowledge();
  readonly owners = new Map<number, string>();
  frozen: boolean;
  position: TailPosition;
  private stored: Uint8Array[] = [];
  private storedBytes = 0;

  constructor(tail: DocumentTail) {
    this.frozen = tail.frozen;
    this.position = { xmin: '0', snapshotVersion: 0 };
    this.absorb(tail, true);
  }

  /** Snapshot and tail, ready to be sent one after the other. */
  get updates(): readonly Uint8Array[] {
    return this.stored;
  }

  get byteSize(): number {
    return this.storedBytes;
  }

  /**
   * Takes in what a reading of the log brought.
   * @param isWhole nothing more will come: what still has a gap before it is kept as bytes for those who can place it
   */
  absorb(tail: DocumentTail, isWhole: boolean): Absorbed {
    this.frozen = tail.frozen;
    tail.owners.forEach((owner, client) => this.owners.set(client, owner));
    const sources = [...(tail.snapshot === null ? [] : [{ payload: tail.snapshot, ownerKey: null }]), ...tail.rows];
    const fresh: UpdateOutline[] = [];
    let complete = true;
    for (const { payload, ownerKey } of sources) {
      const outline = walkUpdate(payload);
      if (ownerKey !== null) this.learnOwners(outline, ownerKey);
      if (this.committed.covers(outline)) continue;
      const part = causalityOf(outline, this.committed) === 'complete' ? trimUpdate(outline, this.committed) : null;
      if (part !== null) fresh.push(this.commit(part));
      else if (isWhole) this.store(payload);
      else complete = false;
    }
    if (complete) this.position = { xmin: tail.xmin, snapshotVersion: tail.snapshotVersion };
    return { fresh, complete };
  }

  /** Something is on disk now. */
  commit(outline: UpdateOutline): UpdateOutline {
    this.committed.add(outline);
    this.accepted.add(outline);
    this.store(outline.bytes);
    return outline;
  }

  /** Takes over a freshly read, shorter form of the same, with what was committed since the reading began. */
  shorten(fresh: DocumentState, since: readonly Uint8Array[]): void {
    this.stored = [...fresh.stored, ...since];
    this.storedBytes = this.stored.reduce((sum, { length }) => sum + length, 0);
  }

  /** Forgets what was accepted but will not reach the disk. */
  resetAccepted(onTheirWay: Iterable<UpdateOutline>): void {
    this.accepted = this.committed.copy();
    for (const outline of onTheirWay) this.accepted.add(outline);
  }

  private store(bytes: Uint8Array): void {
    this.stored.push(bytes);
    this.storedBytes += bytes.length;
  }

  private learnOwners(outline: UpdateOutline, ownerKey: string): void {
    for (const { client } of outline.sections) if (!this.owners.has(client)) this.owners.set(client, ownerKey);
  }
}
