import type * as prng from 'lib0/prng';
import * as Y from 'yjs';
import type { RoomServer } from '../room/room-server.js';
import { Attacker, type Fate } from './attacker.js';
import { nextFrame } from './mutation.js';
import { makeSeedCorpus } from './seed-corpus.js';

const ATTACKERS = 12;

/** How far updates reach, by client; what does not decode reaches nowhere. */
function reachOf(updates: readonly Uint8Array[]): Map<number, number> {
  const reach = new Map<number, number>();
  for (const update of updates) {
    try {
      for (const { id, length } of Y.decodeUpdate(update).structs) reach.set(id.client, Math.max(reach.get(id.client) ?? 0, id.clock + length));
    } catch {
      reach.set(-1, 0);
    }
  }
  return reach;
}

/** Mutated frames that were sent into one document, and what became of them. */
export class Attack {
  /** How often what became of one: `acknowledged`, `unanswered`, or the code its socket was closed with. */
  readonly fates = new Map<string, number>();
  private readonly acknowledged: Uint8Array[] = [];
  private readonly unanswered: Uint8Array[] = [];

  /** Sends so many frames from a dozen sockets; ends early with the server. */
  static async on(server: RoomServer, documentId: string, frames: number, random: prng.PRNG): Promise<Attack> {
    const attack = new Attack();
    const corpus = makeSeedCorpus(random);
    let left = frames;
    const send = async (): Promise<void> => {
      const attacker = new Attacker(server.port, documentId);
      for (; left > 0 && server.isRunning; left--) attack.add(await attacker.send(nextFrame(corpus, random)));
      attacker.leave();
    };
    await Promise.all(Array.from({ length: ATTACKERS }, send));
    return attack;
  }

  /** @returns what is wrong with the rows that are stored now: something acknowledged is not there, or something is there that was never sent */
  faultsOfStored(rows: readonly Uint8Array[], honestClient: number): string[] {
    const [stored, acknowledged, unanswered] = [reachOf(rows), reachOf(this.acknowledged), reachOf(this.unanswered)];
    const sent = (client: number): number => Math.max(acknowledged.get(client) ?? 0, unanswered.get(client) ?? 0);
    return [
      ...([...acknowledged].some(([client, clock]) => clock > (stored.get(client) ?? 0)) ? ['acknowledged and not stored'] : []),
      ...([...stored].some(([client, clock]) => client !== honestClient && clock > sent(client)) ? ['stored and never sent'] : []),
    ];
  }

  private add(fate: Fate): void {
    const name = fate.kind === 'closed' ? String(fate.code) : fate.kind;
    this.fates.set(name, (this.fates.get(name) ?? 0) + 1);
    if (fate.kind === 'acknowledged') this.acknowledged.push(fate.update);
    if (fate.kind === 'unanswered' && fate.update !== null) this.unanswered.push(fate.update);
  }
}
