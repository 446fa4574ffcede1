import type { DocumentTail } from '../log/document-tail.reader.js';
import { DocumentState } from './document-state.js';
import { EMPTY_UPDATE, SyncType, syncFrame, syncFrameInTwo } from './frames.js';

/** Larger updates are not copied into a frame. */
const copiedBelow = 64 * 1024;
const framesOf = (update: Uint8Array): readonly Uint8Array[] => (update.length < copiedBelow ? [syncFrame(SyncType.update, update)] : syncFrameInTwo(SyncType.update, update));

/**
 * A document as it came from the log. Whoever opens it first has nothing yet and can be sent the bytes as they are; only then are they
 * walked for what they cover.
 */
export class OpenedDocument {
  private known: DocumentState | null = null;
  private frames: readonly Uint8Array[] | null = null;

  constructor(private tail: DocumentTail | null) {}

  /** Whether nobody has had to know what it covers so far. */
  get isUnread(): boolean {
    return this.known === null;
  }

  /** @throws UpdateRefusedError when what is stored cannot be read */
  get state(): DocumentState {
    if (this.known === null) {
      this.known = new DocumentState(this.tail as DocumentTail);
      this.tail = null;
      this.frames = null;
    }
    return this.known;
  }

  /** Bytes of the stored updates. */
  get byteSize(): number {
    if (this.tail === null) return this.state.stored.byteSize;
    return this.tail.rows.reduce((sum, { payload }) => sum + payload.length, this.tail.snapshot?.length ?? 0);
  }

  /** All that somebody gets who has nothing, the sync step 2 last, as it is written; only while it is unread. */
  unreadFrames(): readonly Uint8Array[] {
    const { snapshot, rows } = this.tail as DocumentTail;
    const updates = [...(snapshot === null ? [] : [snapshot]), ...rows.map(({ payload }) => payload)];
    this.frames ??= [...updates.flatMap(framesOf), syncFrame(SyncType.step2, EMPTY_UPDATE)];
    return this.frames;
  }
}
