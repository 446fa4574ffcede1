import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { AwarenessBoard } from '../awareness/awareness-board.js';
import type { DocumentTail, DocumentTailReader } from '../log/document-tail.reader.js';
import type { LogEntry, LogOutcome, UpdateLog } from '../log/log-entry.js';
import { causalityOf } from '../walk/causality.js';
import type { StructureGate } from '../walk/structure-gate.js';
import type { UpdateOutline } from '../walk/update-outline.js';
import { UpdateRefusedError } from '../walk/update-refused.errors.js';
import { trimUpdate } from '../walk/update-trim.js';
import { walkUpdate } from '../walk/update-walk.js';
import { CloseCode } from './close-code.js';
import { DocumentState } from './document-state.js';
import { SyncType, syncFrame } from './frames.js';
import { PendingUpdates } from './pending-updates.js';
import type { RoomMember } from './room-member.js';
import { SyncAnswers, type DiffMaker } from './sync-answers.js';

/** What a room works with. */
export interface RoomParts {
  readonly log: UpdateLog;
  readonly reader: Pick<DocumentTailReader, 'read'>;
  readonly gate: StructureGate;
  readonly diffs: DiffMaker;
  readonly logger: Logger;
  /** Called after each commit with content. */
  readonly onCommitted: (documentId: string) => void;
}

/** An update on its way to the disk. */
interface Flight {
  readonly member: RoomMember;
  readonly outline: UpdateOutline;
  readonly entry: LogEntry;
  /** Messages that are on disk when this is: the one that brought it, and repetitions of it. */
  readonly messages: { readonly member: RoomMember; readonly message: number }[];
}

const maxWaitingBytes = 32 * 1024 * 1024;
const maxStoredUpdates = 500;
/** Until the log has been compacted, reading it again makes nothing shorter. */
const shortenEveryMs = 30_000;

/** One document while people have it open. Holds bytes and clocks, never a built document; shows nothing before it is on disk. */
export class Room {
  readonly members = new Set<RoomMember>();
  readonly awareness: AwarenessBoard;
  private readonly flights = new Set<Flight>();
  private readonly pending = new PendingUpdates();
  private readonly answers: SyncAnswers;
  private reading: Promise<void> | null = null;
  private readAgain = false;
  private shortenedAt = 0;
  private retrying = false;
  private retryAgain = false;

  constructor(readonly documentId: string, private readonly state: DocumentState, private readonly parts: RoomParts) {
    this.awareness = new AwarenessBoard(this.members, (clientId) => this.state.owners.get(clientId));
    this.answers = new SyncAnswers(state, parts.diffs, parts.logger);
  }

  get isIdle(): boolean {
    return this.members.size === 0 && this.flights.size === 0;
  }

  /** Bytes of the stored updates. */
  get byteSize(): number {
    return this.state.byteSize;
  }

  join(member: RoomMember): void {
    this.members.add(member);
    // Asks for what the newcomer has and we lack.
    if (member.canWrite) member.send(syncFrame(SyncType.step1, this.state.accepted.stateVector()));
    this.awareness.welcome(member);
  }

  leave(member: RoomMember): void {
    this.members.delete(member);
    this.pending.drop(member);
    this.awareness.leave(member);
  }

  /** Answers a newcomer's state vector with all she lacks. */
  answer(member: RoomMember, stateVector: Uint8Array): Promise<void> {
    return this.answers.answer(member, stateVector);
  }

  /** Takes an update from a member; `message` is its number for the acknowledgement. */
  receive(member: RoomMember, bytes: Uint8Array, message: number): void {
    try {
      this.take(member, walkUpdate(bytes, this.parts.gate), message);
    } catch (error) {
      if (!(error instanceof UpdateRefusedError)) throw error;
      this.refuse(member, error.reason);
    }
  }

  /** A member may no longer write: what has not been sent to the database is taken back. */
  discardWaiting(member: RoomMember): void {
    for (const flight of this.flights) if (flight.member === member) flight.entry.discarded = true;
    this.pending.drop(member);
  }

  /** Reads what others appended to the log; once more when asked again meanwhile. */
  catchUp(): Promise<void> {
    if (this.reading !== null) this.readAgain = true;
    this.reading ??= this.readTail().finally(() => {
      this.reading = null;
      if (this.readAgain) {
        this.readAgain = false;
        void this.catchUp();
      }
    });
    return this.reading;
  }

  /** Once in a while: gaps that did not close, silent cursors, a list of updates that has grown long. */
  async tick(now: number): Promise<void> {
    for (const { member } of this.pending.expired(now)) this.refuse(member, 'gap');
    this.awareness.expire(now);
    if (this.state.updates.length <= maxStoredUpdates || now - this.shortenedAt < shortenEveryMs) return;
    this.shortenedAt = now;
    await this.shorten();
  }

  private take(member: RoomMember, outline: UpdateOutline, message: number): void {
    const causality = causalityOf(outline, this.state.accepted);
    if (causality === 'impossible') return this.refuse(member, 'impossible');
    if (causality === 'gap' && !this.state.accepted.covers(outline)) return this.wait(member, outline, message);
    const fresh = trimUpdate(outline, this.state.accepted);
    if (fresh === null) return this.acknowledgeKnown(member, outline, message);
    if (!member.canWrite || this.state.frozen) return member.close(CloseCode.forbidden, this.state.frozen ? 'frozen' : 'read-only');
    const strangers = fresh.sections.filter(({ client }) => !this.mayUse(member, client)).map(({ client }) => client);
    if (strangers.length > 0) return this.refuse(member, 'foreign client id');
    if (this.parts.log.waitingBytes > maxWaitingBytes) return member.close(CloseCode.overloaded, 'database is slow');
    this.dispatch(member, fresh, message);
    this.retryPending();
  }

  private mayUse(member: RoomMember, client: number): boolean {
    const owner = this.state.owners.get(client) ?? this.awareness.holderOf(client) ?? this.claimantOf(client);
    return owner === undefined || owner === member.ownerKey;
  }

  private claimantOf(client: number): string | undefined {
    for (const { entry, member } of this.flights) if (entry.claims.includes(client)) return member.ownerKey;
    return undefined;
  }

  private dispatch(member: RoomMember, outline: UpdateOutline, message: number): void {
    // Repeated until one of them is on disk: when the claim fails, all that builds on it fails with it.
    const claims = outline.sections.map(({ client }) => client).filter((client) => !this.state.owners.has(client));
    const entry: LogEntry = { documentId: this.documentId, actor: member.visitor.actor, payload: outline.bytes, claims, discarded: false };
    const flight: Flight = { member, outline, entry, messages: [{ member, message }] };
    this.flights.add(flight);
    this.state.accepted.add(outline);
    this.parts.log.append(entry).then((outcome) => this.land(flight, outcome), (error: unknown) => this.crash(flight, error));
  }

  private land(flight: Flight, outcome: LogOutcome): void {
    this.flights.delete(flight);
    if (outcome === 'committed') return this.show(flight);
    this.takeBack(flight);
    if (outcome === 'foreign') this.refuse(flight.member, 'client id of another');
    if (outcome !== 'closed') return;
    this.state.frozen = true;
    flight.member.close(CloseCode.forbidden, 'frozen');
  }

  private crash(flight: Flight, error: unknown): void {
    this.parts.logger.error({ err: error, documentId: this.documentId }, 'update not stored');
    this.flights.delete(flight);
    this.takeBack(flight);
    flight.member.close(CloseCode.overloaded, 'database is away');
  }

  private takeBack(flight: Flight): void {
    // What the same sender has on its way builds on it.
    this.discardWaiting(flight.member);
    this.state.resetAccepted([...this.flights].map(({ outline }) => outline));
  }

  private show({ member, outline, entry, messages }: Flight): void {
    for (const client of entry.claims) this.state.owners.set(client, member.ownerKey);
    if (!this.state.committed.covers(outline)) {
      this.state.commit(outline);
      this.broadcast(outline, member);
    }
    for (const one of messages) one.member.acknowledge(one.message);
    this.parts.onCommitted(this.documentId);
  }

  private broadcast(outline: UpdateOutline, author: RoomMember | null): void {
    if (this.members.size === 0 || (this.members.size === 1 && author !== null && this.members.has(author))) return;
    const frame = syncFrame(SyncType.update, outline.bytes);
    for (const member of this.members) if (member !== author) member.send(frame);
  }

  /** Nothing new in it: on disk already, or as soon as what brought it is. */
  private acknowledgeKnown(member: RoomMember, outline: UpdateOutline, message: number): void {
    const last = this.state.committed.covers(outline) ? undefined : [...this.flights].at(-1);
    if (last === undefined) member.acknowledge(message);
    else last.messages.push({ member, message });
  }

  private wait(member: RoomMember, outline: UpdateOutline, message: number): void {
    if (!member.canWrite || this.state.frozen) return member.close(CloseCode.forbidden, this.state.frozen ? 'frozen' : 'read-only');
    if (!this.pending.add({ member, outline, message, since: Date.now() })) return this.refuse(member, 'too much with a gap before it');
    void this.catchUp();
  }

  /** Taking one leads here again; the call that is at it already goes on then, so that a long chain needs no deep stack. */
  private retryPending(): void {
    this.retryAgain = true;
    if (this.retrying) return;
    this.retrying = true;
    while (this.retryAgain && !this.pending.isEmpty) {
      this.retryAgain = false;
      for (const update of this.pending.takeAll()) {
        if (causalityOf(update.outline, this.state.accepted) === 'gap') this.pending.keep(update);
        else this.take(update.member, update.outline, update.message);
      }
    }
    this.retrying = false;
  }

  private refuse(member: RoomMember, reason: string): void {
    const { personId, guestId, organisationId } = member.visitor.actor;
    this.parts.logger.warn({ security: 'update-refused', documentId: this.documentId, personId, guestId, organisationId, reason }, 'update refused');
    this.discardWaiting(member);
    member.close(CloseCode.refused, 'update refused');
  }

  private async readTail(): Promise<void> {
    try {
      const tail = await this.parts.reader.read(this.documentId, this.state.position);
      if (tail === null) return this.closeAll(CloseCode.notFound, 'document is gone');
      this.absorb(tail, false);
      this.retryPending();
    } catch (error) {
      this.parts.logger.warn({ err: error, documentId: this.documentId }, 'tail of the log not read');
    }
  }

  private absorb(tail: DocumentTail, isWhole: boolean): void {
    const { fresh, complete } = this.state.absorb(tail, isWhole);
    for (const outline of fresh) this.broadcast(outline, null);
    // Compaction may have folded rows away before they were seen here: then the whole is read once.
    if (!complete) void this.readWhole().then((whole) => (whole === null ? undefined : this.absorb(whole, true)), () => undefined);
  }

  private readWhole(): Promise<DocumentTail | null> {
    return this.parts.reader.read(this.documentId);
  }

  private async shorten(): Promise<void> {
    const before = this.state.updates.length;
    const whole = await this.readWhole();
    if (whole === null || whole.rows.length >= before) return;
    this.state.shorten(new DocumentState(whole), this.state.updates.slice(before));
  }

  closeAll(code: CloseCode, reason: string): void {
    for (const member of [...this.members]) member.close(code, reason);
  }
}
