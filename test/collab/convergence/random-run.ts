import * as prng from 'lib0/prng';
import type { Pool } from 'pg';
import * as Y from 'yjs';
import { compare } from 'yjs/testHelper';
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
   * Lets everything arrive and compares all users and what the database has.
   * @param patience how long everything has time to arrive, in milliseconds
   * @throws Error with the seed when they differ
   */
  async compare(patience = SETTLED_WITHIN): Promise<void> {
    const { documentId } = this.connector.place;
    try {
      await this.settle(patience);
      const stored = new StoredUser(await storedUpdates(this.pool, documentId));
      compare([...this.connector.users, stored]);
    } catch (error) {
      throw new Error(`seed ${this.seed}: ${describe(error, this.connector.users)}`, { cause: error });
    } finally {
      this.connector.users.forEach((user) => user.disconnect());
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

/** What the database has, as one more user. */
class StoredUser extends Y.Doc {
  constructor(readonly updates: readonly Uint8Array[]) {
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

function describe(error: unknown, users: readonly SocketUser[]): string {
  const states = users.map((user) => JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(user))].sort(([one], [other]) => one - other)));
  return `${error instanceof Error ? error.message : String(error)}; clocks ${[...new Set(states)].join(' ≠ ')}; ${users.map(({ condition }) => condition).join('; ')}`;
}
