import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { readStateVector } from '../walk/state-vector.js';
import type { DocumentState } from './document-state.js';
import { EMPTY_UPDATE, SyncType, syncFrame, type Frame } from './frames.js';
import type { RoomMember } from './room-member.js';
import type { OpenedDocument } from './opened-document.js';

/** Finds what somebody lacks, off the event loop. */
export interface DiffMaker {
  diff(updates: readonly Uint8Array[], stateVector: Uint8Array): Promise<Uint8Array>;
}

interface KnownAnswer {
  readonly vector: Uint8Array;
  readonly sequence: number;
  readonly frames: Promise<readonly Frame[]>;
}

/** Newcomers after a restart nearly all have the same state vector, or one of a few. */
const remembered = 8;
/** A part that somebody knows partly is sent whole when it is small: she ignores what she has. */
const wholeBelow = 64 * 1024;

/** Answers state vectors from stored bytes; the sync step 2 comes last, because clients take it for "all is here". */
export class SyncAnswers {
  private known: KnownAnswer[] = [];
  private deletions: { readonly version: number; readonly bytes: Uint8Array; readonly frame: Frame } | null = null;
  private vector: { readonly sequence: number; readonly frame: Frame } | null = null;

  constructor(private readonly document: OpenedDocument, private readonly diffs: DiffMaker, private readonly logger: Logger) {}

  private get state(): DocumentState {
    return this.document.state;
  }

  /** Asks a newcomer for what we lack. A little old is right too: then she sends a little more. */
  question(): Frame {
    const { sequence } = this.state.stored;
    if (this.vector === null || sequence > this.vector.sequence + 64) this.vector = { sequence, frame: syncFrame(SyncType.step1, this.state.committed.stateVector()) };
    return this.vector.frame;
  }

  /** @throws UpdateRefusedError at once when the vector does not decode: nothing that came behind it is looked at */
  answer(member: RoomMember, stateVector: Uint8Array): Promise<void> {
    const { sequence } = this.state.stored;
    const known = this.known.find((one) => one.sequence === sequence && Buffer.compare(one.vector, stateVector) === 0);
    const frames = known?.frames ?? this.make(stateVector, sequence);
    return frames.then((all) => member.sendAll(all));
  }

  /** Whether an update is nothing but all deletions we know: every returning client sends them, many as they may be. */
  isKnownDeletions(bytes: Uint8Array): boolean {
    return bytes[0] === 0 && bytes.length > 2 && Buffer.compare(this.allDeletions().bytes, bytes) === 0;
  }

  private make(stateVector: Uint8Array, sequence: number): Promise<readonly Frame[]> {
    const vector = Uint8Array.from(stateVector);
    const frames = this.framesFor(vector, readStateVector(vector));
    this.known = [{ vector, sequence, frames }, ...this.known.filter((one) => one.sequence === sequence)].slice(0, remembered);
    return frames;
  }

  private async framesFor(vector: Uint8Array, clocks: ReadonlyMap<number, number>): Promise<readonly Frame[]> {
    const parts = this.state.stored.lackedBy(clocks);
    const last = clocks.size === 0 ? syncFrame(SyncType.step2, EMPTY_UPDATE) : this.allDeletions().frame;
    const frames = parts.map(async ({ frame, bytes }) => (clocks.size === 0 || bytes.length <= wholeBelow ? frame : this.difference(frame, bytes, vector)));
    return [...(await Promise.all(frames)), last];
  }

  private async difference(frame: Frame, bytes: Uint8Array, vector: Uint8Array): Promise<Frame> {
    try {
      // A copy: what goes to a thread must not take the whole frame along.
      return syncFrame(SyncType.update, await this.diffs.diff([bytes.slice()], vector));
    } catch (error) {
      this.logger.warn({ err: error }, 'difference not computed, everything is sent');
      return frame;
    }
  }

  private allDeletions(): { readonly bytes: Uint8Array; readonly frame: Frame } {
    const version = this.state.committed.deletionVersion;
    if (this.deletions?.version !== version) {
      const bytes = this.state.committed.deletionsOnly();
      this.deletions = { version, bytes, frame: syncFrame(SyncType.step2, bytes) };
    }
    return this.deletions;
  }
}
