import * as encoding from 'lib0/encoding';
import { IntervalSet } from './interval-set.js';
import type { ClockRange, UpdateOutline } from './update-outline.js';

/** Which structs and deletions somebody has: one clock per client, and the deleted clocks. */
export class Knowledge {
  private readonly clocks = new Map<number, number>();
  private readonly deleted = new Map<number, IntervalSet>();
  private deletionCount = 0;

  /** Grows whenever deletions are added. */
  get deletionVersion(): number {
    return this.deletionCount;
  }

  /** The first clock of a client that is not known. */
  clock(client: number): number {
    return this.clocks.get(client) ?? 0;
  }

  isDeleted(client: number, from: number, to: number): boolean {
    return this.deleted.get(client)?.covers(from, to) ?? false;
  }

  /** The parts of a deletion that are new. */
  newDeletions({ client, from, to }: ClockRange): ClockRange[] {
    const parts = this.deleted.get(client)?.missing(from, to) ?? [{ from, to }];
    return parts.map((part) => ({ client, ...part }));
  }

  /** Takes in an update; clocks must follow on what is known. */
  add({ sections, deletes }: Pick<UpdateOutline, 'sections' | 'deletes'>): void {
    for (const { client, to } of sections) if (to > this.clock(client)) this.clocks.set(client, to);
    if (deletes.length === 0) return;
    this.deletionCount++;
    for (const [client, ranges] of Map.groupBy(deletes, (range) => range.client)) this.deletedOf(client).addAll(ranges);
  }

  /** Whether everything of an update is known. */
  covers({ sections, deletes }: Pick<UpdateOutline, 'sections' | 'deletes'>): boolean {
    return sections.every(({ client, to }) => to <= this.clock(client)) && deletes.every(({ client, from, to }) => this.isDeleted(client, from, to));
  }

  copy(): Knowledge {
    const copy = new Knowledge();
    this.clocks.forEach((clock, client) => copy.clocks.set(client, clock));
    this.deleted.forEach((set, client) => copy.deleted.set(client, set.copy()));
    return copy;
  }

  /** As Yjs encodes a state vector. */
  stateVector(): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, this.clocks.size);
    for (const [client, clock] of [...this.clocks].sort(([left], [right]) => right - left)) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
    }
    return encoding.toUint8Array(encoder);
  }

  /** An update that holds nothing but all deletions, byte for byte as Yjs writes it for somebody who lacks no struct. */
  deletionsOnly(): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, this.deleted.size);
    for (const [client, set] of [...this.deleted].sort(([left], [right]) => right - left)) set.write(encoder, client);
    return encoding.toUint8Array(encoder);
  }

  private deletedOf(client: number): IntervalSet {
    const known = this.deleted.get(client);
    if (known !== undefined) return known;
    const fresh = new IntervalSet();
    this.deleted.set(client, fresh);
    return fresh;
  }
}
