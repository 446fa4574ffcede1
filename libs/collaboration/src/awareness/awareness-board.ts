import { awarenessFrame } from '../room/frames.js';
import type { RoomMember } from '../room/room-member.js';
import { readAwareness, writeAwareness, type AwarenessEntry } from './awareness-message.js';

interface Presence {
  readonly client: number;
  member: RoomMember | null;
  readonly ownerKey: string;
  /** The clock others see; only ever grows, so that a state after a reconnect is taken. */
  clock: number;
  json: string;
  seenAt: number;
}

const maxStateBytes = 4096;
const windowMs = 40;
const expiresAfter = 40_000;
/** How long the clocks of who left are remembered. */
const forgottenAfter = 120_000;
const colours = 8;
const gone = 'null';

/** Cursors and names of a room: one state per connection, whose identity the server writes. Nothing of it is stored. */
export class AwarenessBoard {
  private readonly presences = new Map<number, Presence>();
  private readonly colourOf = new Map<string, number>();
  private readonly changed = new Set<number>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly members: ReadonlySet<RoomMember>, private readonly ownerOf: (client: number) => string | undefined) {}

  /** Who shows herself under a client id at the moment: nobody else may begin to write under it. */
  holderOf(client: number): string | undefined {
    const presence = this.presences.get(client);
    return presence === undefined || presence.member === null ? undefined : presence.ownerKey;
  }

  /** Shows a newcomer who is there, if anybody is. */
  welcome(member: RoomMember): void {
    if (this.present().length > 0) this.answer(member);
  }

  /** Answers who is there. */
  answer(member: RoomMember): void {
    member.send(awarenessFrame(writeAwareness(this.present())));
  }

  /**
   * Takes a member's message. Clients repeat what they know of others: all but the member's own state is dropped.
   * @throws UpdateRefusedError for bytes that are no awareness message
   */
  receive(member: RoomMember, bytes: Uint8Array, now = Date.now()): void {
    for (const entry of readAwareness(bytes)) {
      const presence = this.bind(member, entry);
      if (presence === null || entry.json.length > maxStateBytes) continue;
      const json = this.withIdentity(member, entry.json);
      if (json === null) continue;
      presence.clock = Math.max(presence.clock + 1, entry.clock);
      presence.json = json;
      presence.seenAt = now;
      this.announce(presence.client);
    }
  }

  leave(member: RoomMember): void {
    for (const presence of this.presences.values()) if (presence.member === member) this.remove(presence);
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
    presence.member = null;
    if (presence.json === gone) return;
    presence.json = gone;
    presence.clock++;
    this.announce(presence.client);
  }

  /** The state that an entry may change; null when it is not the member's. */
  private bind(member: RoomMember, { client, json }: AwarenessEntry): Presence | null {
    const known = this.presences.get(client);
    if (known?.member === member) return known;
    if (json === gone || this.hasState(member)) return null;
    const owner = this.ownerOf(client) ?? known?.ownerKey;
    if (owner !== undefined && owner !== member.ownerKey) return null;
    const presence: Presence = { client, member, ownerKey: member.ownerKey, clock: known?.clock ?? 0, json: gone, seenAt: Date.now() };
    this.presences.set(client, presence);
    return presence;
  }

  private hasState(member: RoomMember): boolean {
    for (const presence of this.presences.values()) if (presence.member === member) return true;
    return false;
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

  private announce(client: number): void {
    this.changed.add(client);
    this.timer ??= setTimeout(() => this.flush(), windowMs).unref();
  }

  private flush(): void {
    this.timer = null;
    const entries = [...this.changed].flatMap((client) => this.presences.get(client) ?? []);
    this.changed.clear();
    if (entries.length === 0) return;
    const frame = awarenessFrame(writeAwareness(entries));
    for (const member of this.members) {
      if (!entries.every((entry) => entry.member === member)) member.sendIfFast(frame);
    }
  }
}
