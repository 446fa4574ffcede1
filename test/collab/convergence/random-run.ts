import * as prng from 'lib0/prng';
import type { Pool } from 'pg';
import * as Y from 'yjs';
import { compare } from 'yjs/testHelper';
import { Peer } from '../room/peer.js';
import { createDocument, storedUpdates } from '../room/stored-document.js';
import { randomChanges } from './random-changes.js';
import { SocketConnector, type SocketUser } from './socket-connector.js';

const USERS = 5;
const SETTLED_WITHIN = 10_000;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One seed of the random tests: five users change one document through the server. */
export class RandomRun {
  private constructor(readonly seed: number, private readonly connector: SocketConnector, private readonly pool: Pool) {}

  static async begin(seed: number, port: number, pool: Pool): Promise<RandomRun> {
    const connector = new SocketConnector(prng.create(seed), { port, documentId: await createDocument(pool) });
    for (let user = 0; user < USERS; user++) connector.createY(user);
    return new RandomRun(seed, connector, pool);
  }

  /** As `applyRandomTests` of Yjs does, with the same odds; between two changes the sockets have their turn. */
  async apply(iterations: number): Promise<void> {
    const { connector, connector: { prng: random, users } } = this;
    for (let iteration = 0; iteration < iterations; iteration++) {
      if (prng.int32(random, 0, 100) <= 2) {
        if (prng.bool(random)) connector.disconnectRandom();
        else connector.reconnectRandom();
      } else if (prng.int32(random, 0, 100) <= 1) connector.flushAllMessages();
      else if (prng.int32(random, 0, 100) <= 50) connector.flushRandomMessage();
      const user = users[prng.int32(random, 0, USERS - 1)]!;
      prng.oneOf(random, [...randomChanges])(user, random);
      await nextTurn();
    }
  }

  /**
   * Lets everything arrive and compares all users, what the database has, and what somebody new is given.
   * @param patience how long everything has time to arrive, in milliseconds
   * @throws Error with the seed when they differ
   */
  async compare(patience = SETTLED_WITHIN): Promise<void> {
    const { place, users } = this.connector;
    let everybody: (SocketUser | LateUser)[] = users;
    try {
      await this.settle(patience);
      const newcomer = await Peer.join({ ...place, name: 'newcomer' });
      everybody = [...users, new LateUser('database', await storedUpdates(this.pool, place.documentId)), new LateUser('newcomer', [Y.encodeStateAsUpdate(newcomer.doc)])];
      newcomer.leave();
      compare([...everybody]);
    } catch (error) {
      throw new Error(`seed ${this.seed}: ${error instanceof Error ? error.message : String(error)}\n${everybody.map(describe).join('\n')}`, { cause: error });
    } finally {
      users.forEach((user) => user.disconnect());
    }
  }

  private async settle(patience: number): Promise<void> {
    const { connector } = this;
    for (const end = Date.now() + patience; Date.now() < end; await pause(15)) {
      connector.reconnectAll();
      const news = connector.flushAllMessages();
      if (!news && connector.users.every((user) => user.isSaved) && areEqual(connector.users)) return;
    }
  }
}

/** What the database has, or somebody who has just come, as one more user. */
class LateUser extends Y.Doc {
  constructor(readonly condition: string, readonly updates: readonly Uint8Array[]) {
    super();
    this.transact(() => updates.forEach((update) => Y.applyUpdate(this, update)));
    // The helper reads its types with these kinds.
    this.get('xml', Y.XmlElement);
  }

  /** It is always there. */
  connect(): void {}
}

function areEqual(users: readonly SocketUser[]): boolean {
  const [first, ...others] = users.map((user) => Buffer.from(Y.encodeSnapshot(Y.snapshot(user))));
  return others.every((other) => first!.equals(other));
}

function describe(user: SocketUser | LateUser): string {
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(user))].sort(([one], [other]) => one - other).map(([, clock]) => clock);
  const { pendingStructs, pendingDs } = user.store;
  const deletions = pendingDs === null ? [] : [...Y.decodeUpdateV2(pendingDs).ds.clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => `${client}: ${clock} to ${clock + len}`));
  return `${user.condition}, clocks ${clocks.join(' ')}, waiting: ${pendingStructs === null ? '' : 'structs, '}deletions of [${deletions.join()}]`;
}
