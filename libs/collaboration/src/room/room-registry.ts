import type { DocumentTail } from '../log/document-tail.reader.js';
import type { RoomRelay } from '../nodes/room-relay.js';
import { Room, type RoomParts } from './room.js';
import { OpenedDocument } from './opened-document.js';

const idleMs = 30_000;

/** The rooms of this process: loaded once for all who come at the same moment, let go half a minute after the last has left. */
export class RoomRegistry {
  private readonly rooms = new Map<string, Promise<Room | null>>();
  private readonly open = new Map<string, Room>();
  private readonly emptySince = new Map<string, number>();

  constructor(private readonly parts: RoomParts, private readonly relay: Pick<RoomRelay, 'exist' | 'listen' | 'join' | 'leave'>) {}

  /** @returns null for an unknown document. Rejects when the database is away. */
  async enter(documentId: string): Promise<Room | null> {
    // It must not be let go while her rights are looked up: she would be in a room that nobody else finds.
    this.emptySince.delete(documentId);
    const known = this.rooms.get(documentId);
    if (known !== undefined) return known;
    const loading = this.load(documentId);
    this.rooms.set(documentId, loading);
    // A failed load is tried again by the next who comes.
    loading.then((room) => (room === null ? this.rooms.delete(documentId) : undefined), () => this.rooms.delete(documentId));
    return loading;
  }

  /**
   * For whoever knows that the text exists: a reading that is joined here may have begun before the text was made, the one after it has
   * not.
   * @returns null when it is gone again. Rejects when the database is away.
   */
  async enterExisting(documentId: string): Promise<Room | null> {
    return (await this.enter(documentId)) ?? this.enter(documentId);
  }

  /** The room if somebody has it open. */
  find(documentId: string): Room | undefined {
    return this.open.get(documentId);
  }

  /** Documents that somebody has open or is opening. */
  ids(): string[] {
    return [...this.rooms.keys()];
  }

  /** Others have written to a document, or may have: its room reads on. One that is still being read may have been read before; it reads on as soon as it is open. */
  async hear(documentId: string): Promise<void> {
    // Whoever waits for the room is told why it did not open.
    const room = await this.rooms.get(documentId)?.catch(() => null);
    await room?.catchUp();
  }

  /** Once a second. */
  async tick(now: number): Promise<void> {
    for (const room of [...this.open.values()]) {
      if (room.isIdle) this.release(room, now);
      else {
        this.emptySince.delete(room.documentId);
        try {
          const work = room.tick(now);
          if (work !== undefined) await work;
        } catch (error) {
          // One that cannot be looked after must not keep the others from it.
          this.parts.logger.error({ err: error, documentId: room.documentId }, 'room not looked after');
        }
      }
    }
  }

  private release(room: Room, now: number): void {
    if (!this.emptySince.has(room.documentId)) room.rest();
    const since = this.emptySince.get(room.documentId) ?? now;
    this.emptySince.set(room.documentId, since);
    if (now - since < idleMs) return;
    this.open.delete(room.documentId);
    this.relay.leave(room.documentId);
    this.rooms.delete(room.documentId);
    this.emptySince.delete(room.documentId);
  }

  private async load(documentId: string): Promise<Room | null> {
    const tail = await this.readHeard(documentId);
    if (tail === null) return null;
    const room = new Room(documentId, new OpenedDocument(tail), this.parts);
    this.open.set(documentId, room);
    this.relay.join(room);
    return room;
  }

  /**
   * Other nodes are listened to before the log is read, or what is committed between the two would be missed until somebody looks for
   * news. Alone, both go on at the same time: whoever wrote something meanwhile is heard by `hear`.
   */
  private async readHeard(documentId: string): Promise<DocumentTail | null> {
    const listening = this.relay.listen(documentId);
    if (this.relay.exist) await listening;
    try {
      const [tail] = await Promise.all([this.parts.reader.readWhole(documentId), listening]);
      if (tail === null) this.relay.leave(documentId);
      return tail;
    } catch (error) {
      // What is not yet begun cannot be ended.
      await listening.catch(() => undefined);
      this.relay.leave(documentId);
      throw error;
    }
  }
}
