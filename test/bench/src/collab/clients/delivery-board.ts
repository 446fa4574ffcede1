import { walkRanges } from './update-ranges.js';

/** What one receiver has of each typist. */
export class Receiver {
  readonly next: Uint32Array;
  /** Milliseconds from sending to arrival, when it is one of the sampled. */
  latencies: number[] = [];
  /** Ranges that came before what lies before them: typist, from, to. */
  early: [number, number, number][] = [];

  constructor(typists: number, readonly isSampled: boolean) {
    this.next = new Uint32Array(typists);
  }
}

/**
 * Counts deliveries by their content, because servers put several updates into one message: a delivery is one clock of one
 * typist that a receiver has and had not.
 */
export class DeliveryBoard {
  /** Of all receivers together. */
  delivered = 0;
  private readonly receivers: Receiver[] = [];
  private readonly sentAt: number[][];
  /** Of the message that is looked at; no function is made for each, because there are millions of them. */
  private reader = new Receiver(0, false);
  private now = 0;
  private readonly tell = (client: number, from: number, to: number): void => {
    const typist = client - this.firstClient;
    if (typist >= 0 && typist < this.typists) this.note(this.reader, typist, from, to, this.now);
  };

  /** @param firstClient typists have the client ids from here on, in a row */
  constructor(private readonly firstClient: number, readonly typists: number) {
    this.sentAt = Array.from({ length: typists }, () => []);
  }

  receiver(isSampled: boolean): Receiver {
    const made = new Receiver(this.typists, isSampled);
    this.receivers.push(made);
    return made;
  }

  /** Of all sampled receivers. */
  get latencies(): number[] {
    return this.receivers.flatMap(({ latencies }) => latencies);
  }

  /** Notes when a typist's update went out. */
  sent(typist: number, clock: number, now: number): void {
    (this.sentAt[typist] as number[])[clock] = now;
  }

  /** Takes what arrived. Clients other than the typists are nobody's business here. */
  arrived(receiver: Receiver, bytes: Uint8Array, start: number, now: number): void {
    this.reader = receiver;
    this.now = now;
    walkRanges(bytes, start, this.tell);
  }

  /** Begins counting and timing anew; what was delivered stays delivered. */
  restart(): void {
    this.delivered = 0;
    for (const receiver of this.receivers) receiver.latencies = [];
  }

  private note(receiver: Receiver, typist: number, from: number, to: number, now: number): void {
    const next = receiver.next[typist] as number;
    if (to <= next) return;
    if (from > next) return void receiver.early.push([typist, from, to]);
    if (receiver.isSampled) this.time(receiver, typist, next, to, now);
    this.delivered += to - next;
    receiver.next[typist] = to;
    if (receiver.early.length > 0) for (const one of receiver.early.splice(0)) this.note(receiver, one[0], one[1], one[2], now);
  }

  private time(receiver: Receiver, typist: number, from: number, to: number, now: number): void {
    const times = this.sentAt[typist] as number[];
    for (let clock = from; clock < to; clock++) {
      const sent = times[clock];
      if (sent !== undefined) receiver.latencies.push(now - sent);
    }
  }
}
