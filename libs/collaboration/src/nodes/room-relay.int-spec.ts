import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { actorKey, newRandomId } from '@konzeptwerkstatt/kernel';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { PgListener } from '@konzeptwerkstatt/platform-database/pool';
import { openSignals, type SignalHandler, type Signals } from '@konzeptwerkstatt/platform-signals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import * as decoding from 'lib0/decoding';
import type { Pool } from 'pg';
import * as Y from 'yjs';
import { CollaborationRig, personOf, until } from '../../test/collaboration-rig.js';
import { DocumentTailReader, type TailPosition } from '../log/document-tail.reader.js';
import { GroupCommitLog } from '../log/group-commit-log.js';
import type { RoomMember } from '../room/room-member.js';
import { OpenedDocument } from '../room/opened-document.js';
import { Room, type RoomParts } from '../room/room.js';
import { RoomRegistry } from '../room/room-registry.js';
import { OPEN_GATE } from '../walk/structure-gate.js';
import { NewsWatch } from './news-watch.js';
import { readNodeMessage, type NodeMessage } from './node-message.js';
import { RoomRelay } from './room-relay.js';

const database = useTestDatabase();
const logger = createLogger({ level: 'silent' });

/** Carries at once what nodes tell each other, but for what the test loses; knows of no interruption. */
class LossyWire {
  readonly sizes: number[] = [];
  isLost: (message: NodeMessage) => boolean = () => false;
  /** Whoever wants to listen waits for it. */
  door: Promise<void> = Promise.resolve();
  private readonly handlers = new Map<string, Set<SignalHandler>>();

  end(maxBytes = 5_900): Signals {
    return {
      maxBytes,
      isConnected: true,
      areNotifications: false,
      publish: async (channel, bytes) => {
        this.sizes.push(bytes.length);
        if (!this.isLost(readNodeMessage(bytes))) this.handlers.get(channel)?.forEach((handler) => handler(bytes));
      },
      asNotification: () => null,
      subscribe: async (channel, handler) => {
        await this.door;
        const handlers = this.handlers.get(channel) ?? new Set();
        this.handlers.set(channel, handlers.add(handler));
        return async () => void handlers.delete(handler);
      },
      onInterruption: () => undefined,
      close: async () => undefined,
    };
  }
}

/** Somebody whose every word is one update that needs nothing of anybody else. */
class Writer {
  readonly doc = new Y.Doc();
  private count = 0;

  constructor(private readonly name: string) {}

  /** @returns once it is committed and told */
  write(room: Room, word = `${this.name}${this.count + 1}`): Promise<void> {
    const visitor = personOf(this.name);
    const before = Y.encodeStateVector(this.doc);
    this.doc.getMap('words').set(word, true);
    return new Promise((resolve, reject) => {
      const member: RoomMember = {
        id: this.name, visitor, ownerKey: actorKey(visitor.actor), canWrite: true, sendAll: () => undefined, deliver: () => undefined, sendIfFast: () => undefined,
        close: (code, reason) => reject(new Error(`${code} ${reason}`)), acknowledge: () => resolve(),
      };
      room.receive(member, Y.encodeStateAsUpdate(this.doc, before), ++this.count);
    });
  }
}

/** Rooms, their relay and the log, and nothing that looks by itself for what was missed. */
class Node {
  readonly id = newRandomId();
  readonly parts: RoomParts;
  readonly rooms: RoomRegistry;
  readonly news: NewsWatch;
  readonly relay: RoomRelay;
  /** How often the log was read. */
  readings = 0;
  private readonly reader = new DocumentTailReader(database().pool);

  constructor(signals: Signals) {
    this.relay = new RoomRelay(this.id, signals, { hasOthers: true }, logger);
    const counted = <Question extends unknown[], Answer>(read: (...question: Question) => Answer) => (...question: Question): Answer => {
      this.readings++;
      return read(...question);
    };
    const reader = { readWhole: counted((id: string) => this.reader.readWhole(id)), readSince: counted((id: string, from: TailPosition) => this.reader.readSince(id, from)) };
    this.parts = {
      log: new GroupCommitLog(database().pool, logger, this.id), logger, reader, gate: OPEN_GATE, maxDocumentBytes: 1_000_000, diffs: { diff: async () => new Uint8Array() },
      neighbours: this.relay, onCommitted: () => undefined, onGrown: () => undefined,
    };
    this.rooms = new RoomRegistry(this.parts, this.relay);
    this.news = new NewsWatch({ reader: this.reader, rooms: this.rooms, node: this.id, logger });
  }

  async room(documentId: string): Promise<Room> {
    const room = await this.rooms.enter(documentId);
    if (room === null) throw new Error('no such document');
    return room;
  }
}

/** All that a newcomer would be sent. */
function wordsIn(room: Room): string {
  const doc = new Y.Doc();
  for (const { frame } of room.committedSince(0)) {
    const decoder = decoding.createDecoder(frame.subarray(frame[1] === 126 ? 4 : 2));
    decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
  }
  return [...doc.getMap('words').keys()].sort().join(' ');
}

const isCommit = ({ kind }: NodeMessage): boolean => kind === 'update' || kind === 'committed';

describe('a room at two nodes', () => {
  let rig: CollaborationRig;
  let wire: LossyWire;
  let documentId = '';
  let one: Node;
  let other: Node;
  const [anna, bela] = [() => new Writer('anna'), () => new Writer('bela')];

  beforeEach(async () => {
    rig = new CollaborationRig(database());
    wire = new LossyWire();
    [documentId, one, other] = [await rig.createDocument(), new Node(wire.end()), new Node(wire.end())];
  });
  afterEach(() => rig.decoder.close());

  it('takes what the other tells without reading the log', async () => {
    const [here, there] = [await one.room(documentId), await other.room(documentId)];
    const [writer, neighbour] = [anna(), bela()];
    await writer.write(here);
    await neighbour.write(there);
    await writer.write(here);
    expect([wordsIn(here), wordsIn(there)]).toEqual(['anna1 anna2 bela1', 'anna1 anna2 bela1']);
    expect([one.readings, other.readings]).toEqual([1, 1]);
  });

  it('tells over the database what it commits in the same statement, and the other need not read the log', async () => {
    const sent: string[] = [];
    const pool = { query: async (statement: { readonly name: string }) => {
      sent.push(statement.name);
      return database().pool.query(statement as never);
    } } as unknown as Pool;
    const listeners = [new PgListener({ databaseUrl: database().url }), new PgListener({ databaseUrl: database().url })] as const;
    const ends = [await openSignals({ pool, listener: listeners[0], logger }), await openSignals({ pool, listener: listeners[1], logger })] as const;
    const [near, far] = [new Node(ends[0]), new Node(ends[1])];
    const [here, there] = [await near.room(documentId), await far.room(documentId)];
    const writer = anna();
    // Whose client id is new is told of afterwards.
    await writer.write(here);
    await until(() => wordsIn(there) === 'anna1', 1_000);
    // What came while the room was being opened may have been looked for once more.
    const before = far.readings;
    sent.length = 0;
    await writer.write(here);
    await until(() => wordsIn(there) === 'anna1 anna2', 1_000);
    expect([sent, far.readings - before]).toEqual([[], 0]);
    await Promise.all(listeners.map((listener) => listener.close()));
  });

  it('reads the log as soon as a number is missing, though what came stands on its own', async () => {
    const [here, there] = [await one.room(documentId), await other.room(documentId)];
    const [writer, neighbour] = [anna(), bela()];
    await writer.write(here);
    wire.isLost = isCommit;
    await writer.write(here);
    expect(wordsIn(there)).toBe('anna1');
    wire.isLost = () => false;
    await neighbour.write(here);
    await until(() => wordsIn(there) === 'anna1 anna2 bela1', 1_000);
  });

  it('reads the log when the first it hears of a node is not the first that node told', async () => {
    const [here, there] = [await one.room(documentId), await other.room(documentId)];
    wire.isLost = isCommit;
    await anna().write(here);
    wire.isLost = () => false;
    await bela().write(here);
    await until(() => wordsIn(there) === 'anna1 bela1', 1_000);
  });

  it('reads the log when what came builds on words of a third node that were lost', async () => {
    const third = new Node(wire.end());
    const [here, there, elsewhere] = [await one.room(documentId), await other.room(documentId), await third.room(documentId)];
    const writer = anna();
    wire.isLost = isCommit;
    await writer.write(elsewhere);
    await here.catchUp();
    expect([wordsIn(here), wordsIn(there)]).toEqual(['anna1', '']);
    wire.isLost = () => false;
    await writer.write(here);
    await until(() => wordsIn(there) === 'anna1 anna2', 1_000);
  });

  it('reads the log for what is too large to be told', async () => {
    const narrow = new Node(wire.end(300));
    const [here, there] = [await narrow.room(documentId), await other.room(documentId)];
    const long = 'x'.repeat(400);
    await anna().write(here, long);
    await until(() => wordsIn(there) === long, 1_000);
    expect(Math.max(...wire.sizes)).toBeLessThanOrEqual(300);
  });

  it('misses nothing that is written after it began to listen and before it was open', async () => {
    const here = await one.room(documentId);
    let open: () => void = () => undefined;
    wire.door = new Promise((resolve) => (open = resolve));
    const opening = other.room(documentId);
    await anna().write(here);
    open();
    expect(wordsIn(await opening)).toBe('anna1');
  });

  it('reads once more when something was told while it was being read', async () => {
    const here = await one.room(documentId);
    const tail = await new DocumentTailReader(database().pool).readWhole(documentId);
    const slow = new Node(wire.end());
    const room = new Room(documentId, new OpenedDocument(tail), slow.parts);
    await slow.relay.listen(documentId);
    await anna().write(here);
    slow.relay.join(room);
    await until(() => wordsIn(room) === 'anna1', 1_000);
  });

  it('finds by a look at the log what nobody could tell, and not again and again', async () => {
    const [here, there] = [await one.room(documentId), await other.room(documentId)];
    wire.isLost = isCommit;
    await anna().write(here);
    await other.news.look();
    await until(() => wordsIn(there) === 'anna1', 1_000);
    await one.news.look();
    // While transactions of others run that began before, what was found may be found again.
    await until(async () => {
      const { readings } = other;
      await other.news.look();
      return other.readings === readings;
    });
    expect(one.readings).toBe(1);
  });
});
