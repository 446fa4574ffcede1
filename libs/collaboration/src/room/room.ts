import type { Logger } from '@konzeptwerkstatt/platform-logging';
import type { Notification } from '@konzeptwerkstatt/platform-signals';
import { AwarenessBoard } from '../awareness/awareness-board.js';
import type { RoomNeighbours } from '../nodes/room-relay.js';
import type { DocumentTail, DocumentTailReader } from '../log/document-tail.reader.js';
import type { LogEntry, LogOutcome, LogSource, UpdateLog } from '../log/log-entry.js';
import { causalityOf } from '../walk/causality.js';
import type { StructureGate } from '../walk/structure-gate.js';
import type { UpdateOutline } from '../walk/update-outline.js';
import { UpdateRefusedError } from '../walk/update-refused.errors.js';
import { trimUpdate } from '../walk/update-trim.js';
import { walkUpdate } from '../walk/update-walk.js';
import { Audience } from './audience.js';
import { CloseCode } from './close-code.js';
import { inPieces, type DocumentState } from './document-state.js';
import type { Frame } from './frames.js';
import { LogLength, type LogLengthParts } from './log-length.js';
import { PendingUpdates } from './pending-updates.js';
import type { RoomMember } from './room-member.js';
import type { OpenedDocument } from './opened-document.js';
import { SyncAnswers, type DiffMaker } from './sync-answers.js';
import { WaitingUpdates, type Flight } from './waiting-updates.js';

/** What a room works with. */
export interface RoomParts extends LogLengthParts {
  readonly log: UpdateLog;
  readonly reader: Pick<DocumentTailReader, 'readWhole' | 'readSince'>;
  readonly gate: StructureGate;
  readonly diffs: DiffMaker;
  readonly logger: Logger;
  /** Encoded size from which on a document takes no more. */
  readonly maxDocumentBytes: number;
  readonly neighbours: RoomNeighbours;
  /** Called after each commit with content. */
  readonly onCommitted: (documentId: string) => void;
}

/** Who opens a text asks for it at once; if not, it is read without being asked for. */
const readAfterMs = 50;

/** One document while people have it open. Holds bytes and clocks, never a built document; shows nothing before it is on disk. */
export class Room implements LogSource {
  readonly members = new Set<RoomMember>();
  readonly awareness: AwarenessBoard;
  private readonly everybody = new Audience(this.members);
  private readonly waiting: WaitingUpdates;
  private readonly pending = new PendingUpdates();
  /** Members who will be asked what they have, once it is known what is there. */
  private readonly unasked = new Set<RoomMember>();
  private readonly answers: SyncAnswers;
  private readonly length: LogLength;
  private reading: Promise<void> | null = null;
  private readAgain = false;
  private retrying = false;
  private retryAgain = false;

  constructor(readonly documentId: string, private readonly document: OpenedDocument, private readonly parts: RoomParts) {
    this.awareness = new AwarenessBoard(this.members, (clientId) => (this.read() ? this.state.owners.get(clientId) : undefined), (presences) => parts.neighbours.presence(documentId, presences));
    this.answers = new SyncAnswers(document, parts.diffs, parts.logger);
    this.length = new LogLength(documentId, document, parts);
    this.waiting = new WaitingUpdates(documentId, (client) => this.state.owners.get(client), parts.log.backlog);
  }

  get isIdle(): boolean {
    return this.members.size === 0 && this.waiting.isEmpty;
  }

  get audience(): number {
    return this.members.size;
  }

  get isRelayed(): boolean {
    return this.parts.neighbours.exist;
  }

  get hasWaiting(): boolean {
    return this.waiting.hasWaiting;
  }

  /** The database cannot keep up: writers should be read more slowly. */
  get isCongested(): boolean {
    return this.parts.log.backlog.isCongested;
  }

  /** Bytes of the stored updates. */
  get byteSize(): number {
    return this.document.byteSize;
  }

  join(member: RoomMember): void {
    this.members.add(member);
    if (!this.document.isUnread) return member.sendAll([...this.awareness.greeting(), ...this.questionTo(member)]);
    member.sendAll(this.awareness.greeting());
    this.unasked.add(member);
    setTimeout(() => this.read(), readAfterMs).unref();
  }

  leave(member: RoomMember): void {
    this.members.delete(member);
    this.unasked.delete(member);
    this.pending.drop(member);
    this.awareness.leave(member);
  }

  /** Answers a newcomer's state vector with all she lacks. @throws UpdateRefusedError at once when it does not decode */
  answer(member: RoomMember, stateVector: Uint8Array): Promise<void> {
    if (!this.document.isUnread || !isEmptyVector(stateVector)) return this.read() ? this.answers.answer(member, stateVector) : Promise.resolve();
    member.sendAll(this.document.unreadFrames());
    // Once that is on its way.
    setImmediate(() => this.read());
    return Promise.resolve();
  }

  /** What was committed after number `sequence`, for a reader who fell behind. */
  committedSince(sequence: number): Iterable<{ readonly frame: Frame; readonly last: number }> {
    return this.state.stored.since(sequence);
  }

  /** Takes an update from a member; `message` is its number for the acknowledgement. */
  receive(member: RoomMember, bytes: Uint8Array, message: number): void {
    if (!this.read()) return;
    if (this.answers.isKnownDeletions(bytes)) return member.acknowledge(message);
    this.orRefuse(member, () => this.take(member, this.walk(bytes), message));
  }

  /** A member may no longer write: what has not been sent to the database is taken back. */
  discardWaiting(member: RoomMember): void {
    this.pending.drop(member);
    if (this.waiting.discard(member)) this.takeBackWhatIsStranded();
  }

  collect(maxBytes: number): readonly LogEntry[] {
    return this.waiting.takeOff(maxBytes);
  }

  announce(): readonly Notification[] {
    const { neighbours } = this.parts;
    return neighbours.canAnnounce ? neighbours.announce(this.documentId, bytesOf(inPieces(this.waiting.inFlight))) : [];
  }

  settle(outcomes: ReadonlyMap<LogEntry, LogOutcome>, isAnnounced: boolean): void {
    const landed = this.waiting.land();
    const lost = landed.filter(({ entry }) => outcomes.get(entry) !== 'committed');
    this.show(landed.filter(({ entry }) => outcomes.get(entry) === 'committed'), isAnnounced);
    if (lost.length === 0) return;
    for (const flight of lost) this.drop(flight, outcomes.get(flight.entry) ?? 'unreached');
    this.takeBackWhatIsStranded();
  }

  /** Takes an update that another node has committed. @returns false when something before it is missing */
  takeCommitted(update: Uint8Array): boolean {
    if (!this.read()) return true;
    const absorbed = this.state.absorbUpdate(update);
    absorbed?.fresh.forEach((frame) => this.everybody.sendSoon(frame, this.state.stored.sequence));
    if (absorbed !== null) this.retryPending();
    return absorbed !== null;
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

  /** Once in a while: gaps that did not close, silent cursors, a list of updates that has grown long. @returns what there is to wait for; nearly always nothing */
  tick(now: number): Promise<void> | undefined {
    if (!this.pending.isEmpty) for (const { member } of this.pending.expired(now)) this.refuse(member, 'gap');
    this.awareness.expire(now);
    return this.length.tick(now);
  }

  /** The last has left. */
  rest(): void {
    this.length.rest();
  }

  closeAll(code: CloseCode, reason: string): void {
    for (const member of [...this.members]) member.close(code, reason);
  }

  private get state(): DocumentState {
    return this.document.state;
  }

  /** Finds out what the stored bytes cover, unless that is known. @returns false when they cannot be read: everybody has been sent away */
  private read(): boolean {
    try {
      if (this.document.isUnread) this.length.begin();
    } catch (error) {
      this.parts.logger.error({ err: error, documentId: this.documentId }, 'document not readable');
      this.closeAll(CloseCode.overloaded, 'not available');
      return false;
    }
    for (const member of this.unasked) member.sendAll(this.questionTo(member));
    this.unasked.clear();
    return true;
  }

  /** Only who may write is asked what she has. */
  private questionTo({ canWrite }: RoomMember): readonly Frame[] {
    return canWrite ? [this.answers.question()] : [];
  }

  private take(member: RoomMember, outline: UpdateOutline, message: number): void {
    const causality = causalityOf(outline, this.state.accepted);
    if (causality === 'impossible') return this.refuse(member, 'impossible');
    if (causality === 'gap' && !this.state.accepted.covers(outline)) return this.wait(member, outline, message);
    // What waited could not be judged before; what it stands in is known now.
    const placed = outline.isPlaced ? outline : this.walk(outline.bytes);
    if (!placed.isPlaced) return this.refuse(member, 'impossible');
    const fresh = trimUpdate(placed, this.state.accepted);
    if (fresh === null) return this.acknowledgeKnown(member, outline, message);
    if (this.closesWriter(member)) return;
    if (fresh.sections.some(({ client }) => !this.mayUse(member, client))) return this.refuse(member, 'foreign client id');
    if (this.parts.log.backlog.isFull) return member.close(CloseCode.overloaded, 'database is slow');
    this.waiting.add(member, fresh, message);
    this.state.accept(fresh);
    this.parts.log.enlist(this);
    this.retryPending();
  }

  private orRefuse(member: RoomMember, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof UpdateRefusedError)) throw error;
      this.refuse(member, error.reason);
    }
  }

  private walk(bytes: Uint8Array): UpdateOutline {
    return walkUpdate(bytes, this.parts.gate, this.state.places);
  }

  /** @returns true when the member may not write or the document takes no more; she has been told */
  private closesWriter(member: RoomMember): boolean {
    if (this.state.frozen) member.close(CloseCode.forbidden, 'frozen');
    else if (!member.canWrite) member.close(CloseCode.forbidden, 'read-only');
    else if (this.byteSize > this.parts.maxDocumentBytes) member.close(CloseCode.tooLarge, 'quota');
    else return false;
    return true;
  }

  private mayUse(member: RoomMember, client: number): boolean {
    const owner = this.state.owners.get(client) ?? this.awareness.holderOf(client) ?? this.waiting.claimantOf(client);
    return owner === undefined || owner === member.ownerKey;
  }

  /** What was committed is sent in one frame, and only now. */
  private show(flights: readonly Flight[], isAnnounced: boolean): void {
    if (flights.length === 0) return;
    for (const { entry, ownerKey } of flights) for (const client of entry.claims) this.state.owners.set(client, ownerKey);
    // The tail of the log may have been read meanwhile, with these rows in it.
    const fresh = flights.filter(({ outline }) => !this.state.committed.covers(outline));
    const author = onlyAuthor(fresh);
    const pieces = inPieces(fresh.map((flight) => flight.outline));
    for (const outline of pieces) this.everybody.send(this.state.commit(outline), this.state.stored.sequence, author);
    if (!isAnnounced) this.parts.neighbours.committed(this.documentId, bytesOf(pieces));
    for (const { updates } of flights) {
      for (const { member, message, repetitions } of updates) {
        member.acknowledge(message);
        repetitions?.forEach((one) => one.member.acknowledge(one.message));
      }
    }
    this.parts.onCommitted(this.documentId);
  }

  /** What did not reach the disk is taken back, with all that its senders have on their way: it builds on it. */
  private drop({ updates }: Flight, outcome: LogOutcome): void {
    for (const member of new Set(updates.map((update) => update.member))) {
      if (outcome === 'foreign') this.refuse(member, 'client id of another');
      else this.waiting.discard(member);
      if (outcome === 'unreached') member.close(CloseCode.overloaded, 'database is away');
      if (outcome === 'closed') member.close(CloseCode.forbidden, 'frozen');
    }
    if (outcome === 'closed') this.state.frozen = true;
  }

  /** What waits may build on what was taken back, when another window of the same person sent it: its sender comes back with all of it. */
  private takeBackWhatIsStranded(): void {
    const senders = this.waiting.sendersOf(this.state.resetAccepted(this.waiting.outlines()));
    for (const member of senders) {
      this.waiting.discard(member);
      member.close(CloseCode.overloaded, 'builds on what was not taken');
    }
    if (senders.size > 0) this.takeBackWhatIsStranded();
  }

  /** Nothing new in it: on disk already, or as soon as what brought it is. */
  private acknowledgeKnown(member: RoomMember, outline: UpdateOutline, message: number): void {
    if (this.state.committed.covers(outline) || !this.waiting.addRepetition(member, message)) member.acknowledge(message);
  }

  private wait(member: RoomMember, outline: UpdateOutline, message: number): void {
    if (this.closesWriter(member)) return;
    if (!this.pending.add({ member, outline, message, since: Date.now() })) return this.refuse(member, 'too much with a gap before it');
    void this.catchUp();
  }

  /** Taking one leads here again; the call that is at it already goes on then, so that a long chain needs no deep stack. */
  private retryPending(): void {
    this.retryAgain = true;
    if (this.retrying || this.pending.isEmpty) return;
    this.retrying = true;
    while (this.retryAgain && !this.pending.isEmpty) {
      this.retryAgain = false;
      for (const update of this.pending.takeAll()) {
        if (causalityOf(update.outline, this.state.accepted) === 'gap') this.pending.keep(update);
        else this.orRefuse(update.member, () => this.take(update.member, update.outline, update.message));
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
    if (!this.read()) return;
    try {
      const tail = await this.parts.reader.readSince(this.documentId, this.state.position);
      if (tail === null) return this.closeAll(CloseCode.notFound, 'document is gone');
      this.absorb(tail, false);
      this.retryPending();
      if (tail.frozen) this.sendWritersAway();
    } catch (error) {
      this.parts.logger.warn({ err: error, documentId: this.documentId }, 'tail of the log not read');
    }
  }

  /** Who types learns at once that the text takes no more, not with her next letter. */
  private sendWritersAway(): void {
    for (const member of [...this.members]) if (member.canWrite) member.close(CloseCode.forbidden, 'frozen');
  }

  private absorb(tail: DocumentTail, isWhole: boolean): void {
    const { fresh, complete } = this.state.absorb(tail, isWhole);
    const before = this.state.stored.sequence - fresh.length;
    for (const [index, frame] of fresh.entries()) this.everybody.send(frame, before + index + 1);
    // Compaction may have folded rows away before they were seen here: then the whole is read once.
    if (!complete) void this.readAll();
  }

  private async readAll(): Promise<void> {
    try {
      const whole = await this.parts.reader.readWhole(this.documentId);
      if (whole !== null) this.absorb(whole, true);
    } catch (error) {
      // The next reading begins where this one did, and finds the same gap.
      this.parts.logger.warn({ err: error, documentId: this.documentId }, 'log not read as a whole');
    }
  }
}

function isEmptyVector(stateVector: Uint8Array): boolean {
  return stateVector.length === 1 && stateVector[0] === 0;
}

/** The member who need not be sent what she wrote herself; null when several wrote. */
function onlyAuthor(flights: readonly Flight[]): RoomMember | null {
  const author = flights[0]?.updates[0]?.member ?? null;
  return flights.every(({ updates }) => updates.every(({ member }) => member === author)) ? author : null;
}

function bytesOf(outlines: readonly UpdateOutline[]): Uint8Array[] {
  return outlines.map(({ bytes }) => bytes);
}
