import { setTimeout as sleep } from 'node:timers/promises';
import { newClientIds } from './client-ids.js';
import { DeliveryBoard, type Receiver } from './delivery-board.js';
import type { Dialect } from './dialect.js';
import { Person, type PersonOptions } from './person.js';
import { encodeStateVector } from './state-vector.js';
import { Typist, type Hand } from './typist.js';

/** What somebody has who has read a document. */
export interface KnownContent {
  /** By client id. */
  readonly clocks: ReadonlyMap<number, number>;
  /** All that was ever deleted, as an update without structs: what Yjs answers a server that has everything else. */
  readonly deletions: Uint8Array;
}

export interface CrowdOptions {
  readonly people: number;
  /** The first so many of them type. */
  readonly typists: number;
  /** Whose arrivals are timed: every so many-th. */
  readonly sampleEvery: number;
  /** Where somebody connects: one node, or several in turn. */
  readonly ports: readonly number[];
  readonly dialect: Dialect;
  /** What stood in the document before, for those who come back with it. */
  readonly known?: KnownContent;
  /** How those who type do it; in a block of their own in an empty document unless told otherwise. */
  readonly hand?: (clientId: number) => Hand;
  /** Lines of the request by which each says who she is. */
  readonly headersOf?: (index: number) => readonly string[];
}

const joinAtOnce = 50;

/** People in one document, some of whom type. */
export class Crowd {
  readonly board: DeliveryBoard;
  readonly members: Person[] = [];
  readonly receivers: Receiver[] = [];
  readonly typists: Hand[];
  private readonly firstClient: number;

  private constructor(private readonly options: CrowdOptions) {
    this.firstClient = newClientIds(options.people);
    this.board = new DeliveryBoard(this.firstClient, options.typists);
    const { hand = (clientId) => new Typist(clientId) } = options;
    this.typists = Array.from({ length: options.typists }, (_, index) => hand(this.firstClient + index));
  }

  /** Brings everybody in, waits until all are in sync and every typist has begun her block. */
  static async gather(options: CrowdOptions): Promise<Crowd> {
    const crowd = new Crowd(options);
    for (let from = 0; from < options.people; from += joinAtOnce) {
      const size = Math.min(joinAtOnce, options.people - from);
      await Promise.all(Array.from({ length: size }, (_, index) => crowd.join(from + index)));
    }
    await Promise.all(crowd.members.map((person) => person.inSync()));
    for (let typist = 0; typist < options.typists; typist++) crowd.type(typist);
    await crowd.settled(10_000);
    return crowd;
  }

  /** Deliveries that are still to come. */
  get missing(): number {
    return this.typists.reduce((sum, { clock }, typist) => sum + this.receivers.reduce((open, receiver, index) => open + (index === typist ? 0 : clock - (receiver.next[typist] as number)), 0), 0);
  }

  /** One keystroke of a typist. */
  type(typist: number): void {
    const author = this.typists[typist] as Hand;
    const { clock } = author;
    const frame = (this.members[typist] as Person).updateFrame(author.next());
    this.board.sent(typist, author.clock - 1, performance.now());
    // Her own words are not delivered to her, whether or not the server sends them back.
    (this.receivers[typist] as Receiver).next[typist] = author.clock;
    if (clock === 0) this.board.sent(typist, 0, performance.now());
    (this.members[typist] as Person).send(frame);
  }

  /** Waits until everything has arrived everywhere. @returns whether it has */
  async settled(patience: number): Promise<boolean> {
    for (const end = performance.now() + patience; performance.now() < end; await sleep(20)) if (this.missing === 0) return true;
    return this.missing === 0;
  }

  /** Somebody who left comes back with what she had. */
  async rejoin(index: number): Promise<void> {
    const clocks = new Map(this.options.known?.clocks);
    this.receivers[index]?.next.forEach((clock, typist) => clocks.set(this.firstClient + typist, clock));
    await this.connect(index, { stateVector: encodeStateVector(clocks), answer: this.options.known?.deletions });
  }

  leave(): void {
    this.members.forEach((person) => person.leave());
  }

  private async join(index: number): Promise<void> {
    const { sampleEvery } = this.options;
    this.receivers[index] = this.board.receiver(index % sampleEvery === sampleEvery - 1);
    await this.connect(index, {});
  }

  private async connect(index: number, told: Pick<PersonOptions, 'stateVector' | 'answer'>): Promise<void> {
    const { ports, dialect, headersOf } = this.options;
    const receiver = this.receivers[index] as Receiver;
    this.members[index] = await Person.join({
      port: ports[index % ports.length] as number, dialect, clientId: this.firstClient + index, headers: headersOf?.(index) ?? [], ...told,
      onUpdate: (_person, bytes, start) => this.board.arrived(receiver, bytes, start, performance.now()),
    });
  }
}
