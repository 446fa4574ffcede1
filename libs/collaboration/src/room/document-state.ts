import type { DocumentTail, TailPosition } from '../log/document-tail.reader.js';
import { causalityOf } from '../walk/causality.js';
import { Knowledge } from '../walk/knowledge.js';
import { Places } from '../walk/place.js';
import { OPEN_GATE } from '../walk/structure-gate.js';
import { joinUpdates } from '../walk/update-join.js';
import type { UpdateOutline } from '../walk/update-outline.js';
import { trimUpdate } from '../walk/update-trim.js';
import { walkUpdate } from '../walk/update-walk.js';
import type { Frame } from './frames.js';
import { StoredUpdates } from './stored-updates.js';

/** What a reading of the log brought. */
export interface Absorbed {
  /** The parts that were new, ready to be sent. */
  readonly fresh: readonly Frame[];
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
  readonly stored = new StoredUpdates();
  /** Where everything accepted stands. */
  readonly places = new Places();
  frozen: boolean;
  position: TailPosition;
  private isLoaded = false;

  constructor(tail: DocumentTail) {
    this.frozen = tail.frozen;
    this.position = { xmin: '0', snapshotVersion: 0 };
    this.absorb(tail, true);
    this.isLoaded = true;
  }

  /** Takes in an update that somebody else has committed. @returns null when something before it is missing */
  absorbUpdate(bytes: Uint8Array): Absorbed | null {
    const outline = walkUpdate(bytes, OPEN_GATE, this.places);
    if (this.committed.covers(outline)) return { fresh: [], complete: true };
    const part = causalityOf(outline, this.committed) === 'complete' ? trimUpdate(outline, this.committed) : null;
    return part === null ? null : { fresh: [this.commit(part)], complete: true };
  }

  /**
   * Takes in what a reading of the log brought.
   * @param isWhole nothing more will come: what still has a gap before it is kept as bytes for those who can place it
   */
  absorb(tail: DocumentTail, isWhole: boolean): Absorbed {
    this.frozen = tail.frozen;
    tail.owners.forEach((owner, client) => this.owners.set(client, owner));
    const rest = this.absorbSnapshot(tail.snapshot);
    const fresh: UpdateOutline[] = [];
    let complete = true;
    for (const { payload, ownerKey } of [...rest, ...tail.rows]) {
      const outline = walkUpdate(payload, OPEN_GATE, this.places);
      if (ownerKey !== null) this.learnOwners(outline, ownerKey);
      if (this.committed.covers(outline)) continue;
      const part = causalityOf(outline, this.committed) === 'complete' ? trimUpdate(outline, this.committed) : null;
      if (part !== null) fresh.push(this.learn(part));
      else if (isWhole) this.stored.addBase(outline);
      else complete = false;
    }
    if (complete) this.position = { xmin: tail.xmin, snapshotVersion: tail.snapshotVersion };
    return { fresh: inPieces(fresh).map((outline) => this.stored.add(outline)), complete };
  }

  /** Something is about to be stored. */
  accept(outline: UpdateOutline): void {
    this.accepted.add(outline);
    this.places.learn(outline);
  }

  /** Something is on disk now. @returns it as a frame */
  commit(outline: UpdateOutline): Frame {
    return this.stored.add(this.learn(outline));
  }

  /** Forgets what was accepted but will not reach the disk. @returns what is on its way and builds on that */
  resetAccepted(onTheirWay: Iterable<UpdateOutline>): ReadonlySet<UpdateOutline> {
    this.accepted = this.committed.copy();
    this.places.forgetBeyond((client) => this.committed.clock(client));
    const stranded = new Set<UpdateOutline>();
    for (const outline of onTheirWay) {
      if (causalityOf(outline, this.accepted) === 'complete') this.accept(outline);
      else stranded.add(outline);
    }
    return stranded;
  }

  /** The first snapshot is kept as it is; a later one may hold rows that were folded away before they were seen here. */
  private absorbSnapshot(snapshot: Uint8Array | null): { payload: Uint8Array; ownerKey: null }[] {
    if (snapshot === null) return [];
    if (this.isLoaded) return [{ payload: snapshot, ownerKey: null }];
    const outline = walkUpdate(snapshot, OPEN_GATE, this.places);
    this.learn(outline);
    this.stored.addBase(outline);
    return [];
  }

  private learn(outline: UpdateOutline): UpdateOutline {
    this.committed.add(outline);
    this.accept(outline);
    return outline;
  }

  private learnOwners(outline: UpdateOutline, ownerKey: string): void {
    for (const { client } of outline.sections) if (!this.owners.has(client)) this.owners.set(client, ownerKey);
  }
}

const pieceBytes = 128 * 1024;

/** Many small updates as a few larger ones. */
export function inPieces(outlines: readonly UpdateOutline[]): UpdateOutline[] {
  const pieces: UpdateOutline[] = [];
  let piece: UpdateOutline[] = [];
  let size = 0;
  for (const outline of outlines) {
    if (size > 0 && size + outline.bytes.length > pieceBytes) {
      pieces.push(joinUpdates(piece));
      piece = [];
      size = 0;
    }
    piece.push(outline);
    size += outline.bytes.length;
  }
  if (piece.length > 0) pieces.push(joinUpdates(piece));
  return pieces;
}
