import type { Logger } from '@konzeptwerkstatt/platform-logging';
import type { Notification, Signals } from '@konzeptwerkstatt/platform-signals';
import type { RemotePresence } from '../awareness/awareness-board.js';
import type { Room } from '../room/room.js';
import type { NodeCircle } from './node-circle.js';
import { readNodeMessage, writeNodeMessage, type NodeMessage } from './node-message.js';

/** What a room tells the other nodes. */
export interface RoomNeighbours {
  /** Whether there is anybody to tell. */
  readonly exist: boolean;
  /** Whether there is, and they can be told with the commit itself. */
  readonly canAnnounce: boolean;
  /** What the others are to hear of with the commit of these updates; none when they must be told afterwards. */
  announce(documentId: string, updates: readonly Uint8Array[]): readonly Notification[];
  /** These updates are committed, and have not been announced. */
  committed(documentId: string, updates: readonly Uint8Array[]): void;
  /** What people at this node show has changed. */
  presence(documentId: string, presences: readonly RemotePresence[]): void;
}

/** For a room on its own. */
export const NO_NEIGHBOURS: RoomNeighbours = { exist: false, canAnnounce: false, announce: () => [], committed: () => undefined, presence: () => undefined };

interface Post {
  readonly stop: () => Promise<void>;
  room: Room | null;
  /** Something came while the room was loading. */
  missed: boolean;
  /** How many commits this node has told of. */
  told: number;
  /** The number of the last commit heard of, by node. */
  readonly heard: Map<string, number>;
}

const presencesPerMessage = 20;

/**
 * Carries commits and cursors between the nodes that have the same room open. Each node numbers what it tells of a room; whoever
 * notices that a number is missing, or hears of a node for the first time, reads the tail of the log.
 */
export class RoomRelay implements RoomNeighbours {
  private readonly posts = new Map<string, Promise<Post>>();
  private readonly open = new Map<string, Post>();

  constructor(private readonly node: string, private readonly signals: Signals, private readonly circle: Pick<NodeCircle, 'hasOthers'>, private readonly logger: Logger) {}

  get exist(): boolean {
    return this.circle.hasOthers;
  }

  get canAnnounce(): boolean {
    return this.exist && this.signals.areNotifications;
  }

  /** Before a room is read: from now on nothing is missed. */
  async listen(documentId: string): Promise<void> {
    const listening = this.posts.get(documentId) ?? this.subscribe(documentId);
    this.posts.set(documentId, listening);
    try {
      await listening;
    } catch (error) {
      this.posts.delete(documentId);
      throw error;
    }
  }

  /** The room has been read. */
  join(room: Room): void {
    const post = this.open.get(room.documentId);
    if (post === undefined) return;
    post.room = room;
    if (post.missed) void room.catchUp();
    if (this.circle.hasOthers) this.tell(room.documentId, { kind: 'who', node: this.node });
  }

  leave(documentId: string): void {
    const post = this.open.get(documentId);
    this.open.delete(documentId);
    this.posts.delete(documentId);
    void post?.stop();
  }

  /** Asks again who is where, after messages may have been lost. */
  askAll(): void {
    for (const documentId of this.open.keys()) this.tell(documentId, { kind: 'who', node: this.node });
  }

  /** Everybody at that node has gone. */
  forgetNode(node: string): void {
    for (const { room, heard } of this.open.values()) {
      heard.delete(node);
      room?.awareness.leaveNode(node);
    }
  }

  announce(documentId: string, updates: readonly Uint8Array[]): readonly Notification[] {
    const post = this.open.get(documentId);
    if (post === undefined || !this.canAnnounce) return [];
    return updates.flatMap((update) => {
      const notification = this.signals.asNotification(channelOf(documentId), this.commitMessage(post.told + 1, update));
      if (notification === null) return [];
      // If it then does not go out after all, the others miss a number and read the log.
      post.told++;
      return [notification];
    });
  }

  committed(documentId: string, updates: readonly Uint8Array[]): void {
    const post = this.open.get(documentId);
    if (post === undefined || !this.circle.hasOthers) return;
    for (const update of updates) void this.signals.publish(channelOf(documentId), this.commitMessage(++post.told, update));
  }

  presence(documentId: string, presences: readonly RemotePresence[]): void {
    if (!this.circle.hasOthers) return;
    for (let at = 0; at < presences.length; at += presencesPerMessage) this.tellPresences(documentId, presences.slice(at, at + presencesPerMessage));
  }

  private tellPresences(documentId: string, presences: readonly RemotePresence[]): void {
    const message = writeNodeMessage({ kind: 'presence', node: this.node, presences });
    const half = Math.ceil(presences.length / 2);
    if (message.length <= this.signals.maxBytes) void this.signals.publish(channelOf(documentId), message);
    else if (presences.length > 1) [presences.slice(0, half), presences.slice(half)].forEach((part) => this.tellPresences(documentId, part));
  }

  private tell(documentId: string, message: NodeMessage): void {
    void this.signals.publish(channelOf(documentId), writeNodeMessage(message));
  }

  private commitMessage(number: number, update: Uint8Array): Uint8Array {
    const isShort = update.length < this.signals.maxBytes - 100;
    return writeNodeMessage(isShort ? { kind: 'update', node: this.node, number, update } : { kind: 'committed', node: this.node, number });
  }

  private async subscribe(documentId: string): Promise<Post> {
    let post: Post | null = null;
    const stop = await this.signals.subscribe(channelOf(documentId), (message) => post !== null && this.receive(documentId, post, message));
    post = { stop, room: null, missed: false, told: 0, heard: new Map() };
    this.open.set(documentId, post);
    return post;
  }

  private receive(documentId: string, post: Post, bytes: Uint8Array): void {
    try {
      const message = readNodeMessage(bytes);
      if (message.node === this.node) return;
      if (post.room === null) post.missed = true;
      else this.take(documentId, post, post.room, message);
    } catch (error) {
      this.logger.warn({ err: error, documentId }, 'message of another node not understood');
    }
  }

  private take(documentId: string, post: Post, room: Room, message: NodeMessage): void {
    switch (message.kind) {
      case 'who': {
        const presences = room.awareness.ofThisNode();
        return presences.length === 0 ? undefined : this.presence(documentId, presences);
      }
      case 'presence': return room.awareness.receiveFromNode(message.node, message.presences);
      case 'update':
      case 'committed': {
        const follows = (post.heard.get(message.node) ?? 0) === message.number - 1;
        post.heard.set(message.node, message.number);
        const isTaken = message.kind === 'update' && room.takeCommitted(message.update);
        if (!follows || !isTaken) void room.catchUp();
      }
    }
  }
}

function channelOf(documentId: string): string {
  return `collaboration_room_${documentId}`;
}
