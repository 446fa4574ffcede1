import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SignalHandler, Signals } from '@konzeptwerkstatt/platform-signals';
import { NodeCircle } from './node-circle.js';

const seconds = 1_000;

/** What all nodes hear. */
class Wire {
  isConnected = true;
  private readonly handlers = new Set<SignalHandler>();

  get end(): Signals {
    const isConnected = (): boolean => this.isConnected;
    return {
      maxBytes: 5_900,
      areNotifications: false,
      get isConnected() { return isConnected(); },
      publish: async (_channel, message) => this.handlers.forEach((handler) => handler(message)),
      asNotification: () => null,
      subscribe: async (_channel, handler) => {
        this.handlers.add(handler);
        return async () => void this.handlers.delete(handler);
      },
      onInterruption: () => undefined,
      close: async () => undefined,
    };
  }
}

describe('nodes on one database', () => {
  let wire: Wire;
  let gone: string[];
  let circles: NodeCircle[];
  const enter = async (name: string): Promise<NodeCircle> => {
    const circle = new NodeCircle(name, wire.end, (node) => gone.push(`${name}: ${node}`));
    circles.push(circle);
    await circle.enter();
    return circle;
  };
  beforeEach(() => {
    [wire, gone, circles] = [new Wire(), [], []];
  });
  afterEach(async () => {
    await Promise.all(circles.map((circle) => circle.leave()));
  });

  it('know of each other as soon as the second comes, whoever came first', async () => {
    const one = await enter('one');
    expect(one.hasOthers).toBe(false);
    const other = await enter('other');
    expect([one.hasOthers, other.hasOthers]).toEqual([true, true]);
  });

  it('take no notice of what no node has said', async () => {
    const one = await enter('one');
    await expect(wire.end.publish('collaboration_nodes', Uint8Array.of(0, 200))).resolves.toBeUndefined();
    expect(one.hasOthers).toBe(false);
  });

  it('forget at once who takes leave', async () => {
    const [one, other] = [await enter('one'), await enter('other')];
    await other.leave();
    expect([one.hasOthers, gone]).toEqual([false, ['one: other']]);
  });

  it('forget who has been silent for ten seconds', async () => {
    const [one] = [await enter('one'), await enter('other')];
    one.tick(Date.now() + 9 * seconds);
    expect(gone).toEqual([]);
    one.tick(Date.now() + 11 * seconds);
    expect([one.hasOthers, gone]).toEqual([false, ['one: other']]);
  });

  it('forget nobody for a silence in which nothing comes through, nor right after it', async () => {
    const [one] = [await enter('one'), await enter('other')];
    const now = Date.now();
    wire.isConnected = false;
    one.tick(now + 60 * seconds);
    wire.isConnected = true;
    one.tick(now + 65 * seconds);
    expect([one.hasOthers, gone]).toEqual([true, []]);
  });
});
