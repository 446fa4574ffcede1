import type { Signals } from '@konzeptwerkstatt/platform-signals';
import { readGreeting, writeGreeting } from './node-message.js';

const channel = 'collaboration_nodes';
const everyMs = 4_000;
/** A node that has said nothing for so long is gone, and everybody at it. */
const goneAfterMs = 10_000;

/** Which other nodes carry rooms of the same database at the moment. Alone, a node tells nobody anything. */
export class NodeCircle {
  private readonly seen = new Map<string, number>();
  private stop: (() => Promise<void>) | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly node: string, private readonly signals: Signals, private readonly onGone: (node: string) => void) {}

  get hasOthers(): boolean {
    return this.seen.size > 0;
  }

  /** Says hello; who is there answers. */
  async enter(): Promise<void> {
    this.stop = await this.signals.subscribe(channel, (message) => this.receive(message));
    await this.say('hello');
    this.timer = setInterval(() => void this.say('here'), everyMs).unref();
  }

  async leave(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.say('bye');
    await this.stop?.();
  }

  /** Once a second. */
  tick(now: number): void {
    // While nothing comes through, silence says nothing about the others.
    if (!this.signals.isConnected) return this.seen.forEach((_at, node) => this.seen.set(node, now));
    for (const [node, at] of this.seen) if (now - at > goneAfterMs) this.forget(node);
  }

  private say(kind: 'hello' | 'here' | 'bye'): Promise<void> {
    return this.signals.publish(channel, writeGreeting(this.node, kind));
  }

  private receive(message: Uint8Array): void {
    const greeting = readGreeting(message);
    if (greeting === null || greeting.node === this.node) return;
    const { node, kind } = greeting;
    if (kind === 'bye') return this.forget(node);
    const isNew = !this.seen.has(node);
    this.seen.set(node, Date.now());
    if (isNew) void this.say('here');
  }

  private forget(node: string): void {
    if (this.seen.delete(node)) this.onGone(node);
  }
}
