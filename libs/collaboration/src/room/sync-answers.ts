import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { readStateVector } from '../walk/state-vector.js';
import type { DocumentState } from './document-state.js';
import { EMPTY_UPDATE, SyncType, syncFrame } from './frames.js';
import type { RoomMember } from './room-member.js';

/** Finds what somebody lacks, off the event loop. */
export interface DiffMaker {
  diff(updates: readonly Uint8Array[], stateVector: Uint8Array): Promise<Uint8Array>;
}

/** Answers state vectors from stored bytes; the sync step 2 comes last, because clients take it for "all is here". */
export class SyncAnswers {
  /** Newcomers after a restart nearly all have the same state vector. */
  private readonly cache = new Map<string, Promise<Uint8Array>>();
  private cachedAt = -1;

  constructor(private readonly state: DocumentState, private readonly diffs: DiffMaker, private readonly logger: Logger) {}

  /** @throws UpdateRefusedError when the vector does not decode */
  async answer(member: RoomMember, stateVector: Uint8Array): Promise<void> {
    const clocks = readStateVector(stateVector);
    if (clocks.size === 0) return this.sendStored(member);
    if (this.state.committed.hasNothingFor(clocks)) return member.send(syncFrame(SyncType.step2, this.state.committed.deletionsOnly()));
    try {
      member.send(syncFrame(SyncType.step2, await this.diff(stateVector)));
    } catch (error) {
      this.logger.warn({ err: error }, 'difference not computed, everything is sent');
      this.sendStored(member);
    }
  }

  private sendStored(member: RoomMember): void {
    for (const update of this.state.updates) member.send(syncFrame(SyncType.update, update));
    member.send(syncFrame(SyncType.step2, EMPTY_UPDATE));
  }

  private diff(stateVector: Uint8Array): Promise<Uint8Array> {
    const { updates, byteSize } = this.state;
    if (this.cachedAt !== byteSize) this.cache.clear();
    this.cachedAt = byteSize;
    const key = Buffer.from(stateVector).toString('base64');
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    const made = this.diffs.diff([...updates], stateVector);
    this.cache.set(key, made);
    made.catch(() => this.cache.delete(key));
    return made;
  }
}
