import { awarenessFrame, type Frame } from '../room/frames.js';
import type { RoomMember } from '../room/room-member.js';
import { readAwareness, writeAwareness, type AwarenessEntry } from './awareness-message.js';

interface Presence {
  readonly client: number;
  /** Null once she has left, and for somebody at another node. */
  member: RoomMember | null;
  /** The other node she is at. */
  readonly node: string | null;
  readonly ownerKey: string;
  /** The clock others see; only ever grows, so that a state after a reconnect is taken. */
  clock: number;
  /** What others see. */
  json: string;
  /** What she sent last and nobody has seen yet. */
  next: string | null;
  seenAt: number;
}

/** Somebody's state as nodes tell each other of it; her identity is written already. */
export interface RemotePresence extends AwarenessEntry {
  readonly ownerKey: string;
}

/** Passes on to other nodes what people at this one show. */
export type AwarenessRelay = (presences: readonly RemotePresence[]) => void;

const maxStateBytes = 4096;
/** At most twenty changes a second reach the others; more people, fewer. */
const windowMs = 50;
const windowPerMemberMs = 0.5;
const expiresAfter = 40_000;
/** How long the clocks of who left are remembered. */
const forgottenAfter = 120_000;
const colours = 8;
const gone = 'null';

/** Cursors and names of a room: one state per connection, whose identity the server writes. Nothing of it is stored. */
export class AwarenessBoard {
  private readonly presences = new Map<number, Presence>();
  private readonly clientOf = new Map<RoomMember, number>();
  private readonly colourOf = new Map<string, number>();
  private readonly changed = new Set<Presence>();
  /** Everybody who is there, as it is sent; null when somebody has changed since. When a whole room comes back, each of them is shown it. */
  private everybody: Frame | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly members: ReadonlySet<RoomMember>,
    private readonly ownerOf: (client: number) => string | undefined,
    private readonly relay: AwarenessRelay = () => undefined,
  ) {}

  /** Who shows herself under a client id at the moment: nobody else may begin to write under it. */
  holderOf(client: number): string | undefined {
    const presence = this.presences.get(client);
    return presence === undefined || (presence.member === null && presence.json === gone) ? undefined : presence.ownerKey;
  }

  /** Shows a newcomer who is there, if anybody is. */
  greeting(): readonly Frame[] {
    return this.presences.size === 0 ? [] : [this.whoIsThere()];
  }

  /** Everybody who is there, as the answer to who asks. */
  whoIsThere(): Frame {
    return (this.everybody ??= awarenessFrame(writeAwareness(this.present())));
  }

  /** Those at this node, for another one. */
  ofThisNode(): RemotePresence[] {
    return this.present().filter(({ node }) => node === null);
  }

  /**
   * Takes a member's message: her own state, whatever else she repeats. What comes faster than it is shown replaces what has not been shown.
   * @throws UpdateRefusedError for bytes that are no awareness message
   */
  receive(member: RoomMember, bytes: Uint8Array, now = Date.now()): void {
    const own = this.clientOf.get(member);
    for (const entry of readAwareness(bytes, (client) => own === undefined || client === own)) {
      if (Buffer.byteLength(entry.json) > maxStateBytes) continue;
      const presence = this.bind(member, entry);
      if (presence === null) continue;
      presence.next = entry.json;
      presence.clock = Math.max(presence.clock, entry.clock - 1);
      presence.seenAt = now;
      this.announce(presence);
    }
  }

  /** Takes what another node shows. */
  receiveFromNode(node: string, presences: readonly RemotePresence[], now = Date.now()): void {
    for (const { client, clock, json, ownerKey } of presences) {
      const known = this.presences.get(client);
      // Whoever is here now knows better than a node she has left.
      if (known !== undefined && known.member !== null) continue;
      const presence: Presence = { client, member: null, node, ownerKey, clock: Math.max(known?.clock ?? 0, clock - 1), json: known?.json ?? gone, next: json, seenAt: now };
      this.presences.set(client, presence);
      this.announce(presence);
    }
  }

  leave(member: RoomMember): void {
    const client = this.clientOf.get(member);
    this.clientOf.delete(member);
    const presence = client === undefined ? undefined : this.presences.get(client);
    if (presence?.member === member) this.remove(presence);
  }

  /** Another node has gone, with everybody at it. */
  leaveNode(node: string): void {
    for (const presence of this.presences.values()) if (presence.node === node) this.remove(presence);
  }

  expire(now: number): void {
    for (const presence of this.presences.values()) {
      if (presence.json !== gone && now - presence.seenAt > expiresAfter) this.remove(presence);
      if (presence.member === null && now - presence.seenAt > forgottenAfter) this.presences.delete(presence.client);
    }
  }

  private present(): Presence[] {
    return [...this.presences.values()].filter(({ json }) => json !== gone);
  }

  private remove(presence: Presence): void {
    // Who was silent for long may still be here, and show herself again.
    if (presence.member !== null) this.clientOf.delete(presence.member);
    presence.member = null;
    presence.next = null;
    if (presence.json === gone) return;
    presence.next = gone;
    this.announce(presence);
  }

  /** The state that an entry may change; null when it is not the member's. */
  private bind(member: RoomMember, { client, json }: AwarenessEntry): Presence | null {
    const known = this.presences.get(client);
    if (known?.member === member) return known;
    if (json === gone || this.clientOf.has(member)) return null;
    const owner = this.ownerOf(client) ?? known?.ownerKey;
    if (owner !== undefined && owner !== member.ownerKey) return null;
    const presence: Presence = { client, member, node: null, ownerKey: member.ownerKey, clock: known?.clock ?? 0, json: gone, next: null, seenAt: Date.now() };
    // She came back before she was seen to have left: until she is shown anew, newcomers are not shown where she was.
    if (known !== undefined && known.json !== gone) this.everybody = null;
    this.presences.set(client, presence);
    this.clientOf.set(member, client);
    return presence;
  }

  private withIdentity(member: RoomMember, json: string): string | null {
    if (json === gone) return gone;
    try {
      const state: unknown = JSON.parse(json);
      if (typeof state !== 'object' || state === null || Array.isArray(state)) return null;
      const { personName, organisationName } = member.visitor;
      return JSON.stringify({ ...state, user: { name: personName, organisation: organisationName, colour: this.colour(member.ownerKey) } });
    } catch {
      return null;
    }
  }

  private colour(ownerKey: string): number {
    const known = this.colourOf.get(ownerKey);
    if (known !== undefined) return known;
    const next = this.colourOf.size % colours;
    this.colourOf.set(ownerKey, next);
    return next;
  }

  private announce(presence: Presence): void {
    this.changed.add(presence);
    this.timer ??= setTimeout(() => this.flush(), Math.max(windowMs, this.members.size * windowPerMemberMs)).unref();
  }

  private flush(): void {
    this.timer = null;
    const entries = [...this.changed].filter((presence) => this.refresh(presence));
    this.changed.clear();
    if (entries.length === 0) return;
    const frame = awarenessFrame(writeAwareness(entries));
    for (const member of this.members) {
      if (!entries.every((entry) => entry.member === member)) member.sendIfFast(frame);
    }
    const local = entries.filter(({ node }) => node === null);
    if (local.length > 0) this.relay(local);
  }

  /** Makes visible what came last. @returns false when there is nothing to show */
  private refresh(presence: Presence): boolean {
    if (presence.next === null || this.presences.get(presence.client) !== presence) return false;
    const json = presence.member === null ? presence.next : this.withIdentity(presence.member, presence.next);
    presence.next = null;
    if (json === null) return false;
    this.everybody = null;
    presence.json = json;
    presence.clock++;
    return true;
  }
}
