import type { Backlog } from '../log/backlog.js';
import type { LogEntry } from '../log/log-entry.js';
import { joinUpdates } from '../walk/update-join.js';
import type { UpdateOutline } from '../walk/update-outline.js';
import type { RoomMember } from './room-member.js';

/** A message that is on disk when an update is: the one that brought it, or a repetition of it. */
interface Message {
  readonly member: RoomMember;
  readonly message: number;
}

interface WaitingUpdate extends Message {
  readonly outline: UpdateOutline;
  repetitions: Message[] | null;
}

/** What one writer did between two commits, on its way to the disk. */
export interface Flight {
  readonly entry: LogEntry;
  readonly ownerKey: string;
  readonly outline: UpdateOutline;
  readonly updates: readonly WaitingUpdate[];
}

/** A row longer than this begins a new one, unless a single update is. */
const maxRowBytes = 64 * 1024;

/** Accepted updates of a room until they are on disk: first those that wait for the next commit, then those on their way. */
export class WaitingUpdates {
  private waiting: WaitingUpdate[] = [];
  private flights: Flight[] = [];
  /** Who is about to write first under a client id. */
  private readonly claimants = new Map<number, string>();

  constructor(private readonly documentId: string, private readonly ownerOf: (client: number) => string | undefined, private readonly backlog: Backlog) {}

  get isEmpty(): boolean {
    return this.waiting.length === 0 && this.flights.length === 0;
  }

  get hasWaiting(): boolean {
    return this.waiting.length > 0;
  }

  claimantOf(client: number): string | undefined {
    return this.claimants.get(client);
  }

  add(member: RoomMember, outline: UpdateOutline, message: number): void {
    this.waiting.push({ member, outline, message, repetitions: null });
    this.backlog.add(outline.bytes.length);
    for (const { client } of outline.sections) if (this.ownerOf(client) === undefined) this.claimants.set(client, member.ownerKey);
  }

  /** A message with nothing new is on disk as soon as the newest accepted update is. @returns false when nothing waits */
  addRepetition(member: RoomMember, message: number): boolean {
    const newest = this.waiting.at(-1) ?? this.flights.at(-1)?.updates.at(-1);
    if (newest === undefined) return false;
    (newest.repetitions ??= []).push({ member, message });
    return true;
  }

  /** Takes back what a member has not yet on its way. @returns whether there was anything */
  discard(member: RoomMember): boolean {
    const own = this.waiting.filter((update) => update.member === member);
    if (own.length === 0) return false;
    this.waiting = this.waiting.filter((update) => update.member !== member);
    this.backlog.remove(sizeOf(own));
    return true;
  }

  /** Who sent any of these that wait for the next commit. */
  sendersOf(outlines: ReadonlySet<UpdateOutline>): ReadonlySet<RoomMember> {
    return new Set(this.waiting.filter(({ outline }) => outlines.has(outline)).map(({ member }) => member));
  }

  /** Everything accepted that is not on disk, in order. */
  *outlines(): Generator<UpdateOutline> {
    for (const { updates } of this.flights) for (const { outline } of updates) yield outline;
    for (const { outline } of this.waiting) yield outline;
  }

  /** Sends the next on their way: one row for what the same writer did in a row. */
  takeOff(maxBytes: number): readonly LogEntry[] {
    const fresh: Flight[] = [];
    let left = maxBytes;
    let at = 0;
    while (at < this.waiting.length && left > 0) {
      const run = this.runFrom(at);
      const flight = this.flightOf(run);
      left -= flight.entry.payload.length;
      at += run.length;
      fresh.push(flight);
    }
    this.waiting.splice(0, at);
    this.flights.push(...fresh);
    return fresh.map(({ entry }) => entry);
  }

  /** What is on its way to the disk, in order. */
  get inFlight(): readonly UpdateOutline[] {
    return this.flights.map(({ outline }) => outline);
  }

  /** All flights have landed, whatever became of them. */
  land(): readonly Flight[] {
    const landed = this.flights;
    this.flights = [];
    for (const { updates } of landed) this.backlog.remove(sizeOf(updates));
    this.claimants.clear();
    for (const { member, outline } of this.waiting) for (const { client } of outline.sections) if (this.ownerOf(client) === undefined) this.claimants.set(client, member.ownerKey);
    return landed;
  }

  private runFrom(start: number): WaitingUpdate[] {
    const run: WaitingUpdate[] = [];
    let size = 0;
    for (let index = start; index < this.waiting.length; index++) {
      const update = this.waiting[index] as WaitingUpdate;
      size += update.outline.bytes.length;
      if (run.length > 0 && (size > maxRowBytes || update.member.ownerKey !== run[0]?.member.ownerKey)) break;
      run.push(update);
    }
    return run;
  }

  private flightOf(updates: readonly WaitingUpdate[]): Flight {
    const { member } = updates[0] as WaitingUpdate;
    const outline = joinUpdates(updates.map((update) => update.outline));
    // Repeated until one of them is on disk: when the claim fails, all that builds on it fails with it.
    const claims = outline.sections.map(({ client }) => client).filter((client) => this.ownerOf(client) === undefined);
    return { entry: { documentId: this.documentId, actor: member.visitor.actor, payload: outline.bytes, claims }, ownerKey: member.ownerKey, outline, updates };
  }
}

function sizeOf(updates: readonly WaitingUpdate[]): number {
  return updates.reduce((sum, { outline }) => sum + outline.bytes.length, 0);
}
