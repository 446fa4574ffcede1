import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { breakOff, TcpProxy } from './tcp-proxy.js';
import { pause, until } from './until.js';

/** Somebody connected through the proxy to a server that sends back what it gets. */
class Visitor {
  heard = '';
  isClosed = false;

  constructor(private readonly socket: Socket) {
    socket.on('data', (bytes: Buffer) => (this.heard += bytes.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => (this.isClosed = true));
  }

  say(words: string): void {
    this.socket.write(words);
  }

  hears(words: string, ms = 2_000): Promise<number> {
    return until(() => this.heard.endsWith(words), `hears ${words}, not ${this.heard}`, ms);
  }

  leave(): void {
    this.socket.destroy();
  }
}

let echo: Server;
let proxy: TcpProxy;
let arrived = '';
const visitors: Visitor[] = [];

const visit = async (): Promise<Visitor> => {
  const socket = connect(proxy.port, '127.0.0.1');
  const visitor = new Visitor(socket);
  visitors.push(visitor);
  // One that is refused is told so at once or a moment later.
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]).catch(() => undefined);
  return visitor;
};

beforeEach(async () => {
  arrived = '';
  echo = createServer((socket) => {
    socket.on('data', (bytes) => {
      arrived += bytes.toString();
      socket.write(bytes);
    });
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await TcpProxy.start(() => (echo.address() as AddressInfo).port);
});

afterEach(async () => {
  for (const visitor of visitors.splice(0)) visitor.leave();
  await proxy.close();
  await new Promise((resolve) => echo.close(resolve));
});

describe('the network of a test', () => {
  it('carries everything both ways', async () => {
    const visitor = await visit();
    const long = 'x'.repeat(300_000);
    visitor.say(`${long}end`);
    await visitor.hears('end');
    expect(visitor.heard).toBe(`${long}end`);
  });

  it('is cut, and comes back', async () => {
    const visitor = await visit();
    visitor.say('before');
    await visitor.hears('before');
    proxy.cut();
    await until(() => visitor.isClosed, 'the connection breaks');
    const refused = await visit();
    await until(() => refused.isClosed, 'no new one');
    proxy.restore();
    const later = await visit();
    later.say('after');
    await later.hears('after');
  });

  it('falls silent without closing, and brings in order what was held back', async () => {
    const visitor = await visit();
    visitor.say('a');
    await visitor.hears('a');
    proxy.silence();
    for (const letter of 'bcd') visitor.say(letter);
    await pause(80);
    expect([visitor.heard, arrived, visitor.isClosed]).toEqual(['a', 'a', false]);
    proxy.restore();
    await visitor.hears('abcd');
  });

  it('falls silent in one direction only', async () => {
    const visitor = await visit();
    proxy.silence('down');
    visitor.say('heard there');
    await until(() => arrived === 'heard there', 'the server gets it');
    await pause(50);
    expect(visitor.heard).toBe('');
    proxy.restore();
    await visitor.hears('heard there');
  });

  it('takes its time, without changing the order', async () => {
    const visitor = await visit();
    proxy.slow({ delayMs: 100, jitterMs: 50 });
    for (const letter of 'abcdef') visitor.say(letter);
    expect(await visitor.hears('abcdef')).toBeGreaterThan(95);
  });

  it('is narrow', async () => {
    const visitor = await visit();
    proxy.slow({ bytesPerSecond: 100_000 });
    visitor.say('x'.repeat(20_000));
    await until(() => visitor.heard.length === 20_000, 'everything comes', 3_000).then((ms) => expect(ms).toBeGreaterThan(300));
  });

  it('breaks only connections whose first request begins with a path', async () => {
    const [page, socket] = [await visit(), await visit()];
    page.say('GET /konzepte HTTP/1.1\r\n');
    socket.say('GET /collab/1 HTTP/1.1\r\n');
    await Promise.all([page.hears('\n'), socket.hears('\n')]);
    expect(proxy.connections('/collab/')).toBe(1);
    proxy.cut('/collab/');
    await until(() => socket.isClosed, 'the socket breaks');
    const again = await visit();
    again.say('GET /collab/1 HTTP/1.1\r\n');
    await until(() => again.isClosed, 'it does not come back');
    page.say('more');
    await page.hears('more');
    expect(arrived.match(/collab/g)).toHaveLength(1);
  });
});

describe('a connection that is broken off', () => {
  const openSockets = (): number => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;

  it.each([0, 1, 2, 3, 4])('is closed, also while it is ending (%i ticks after)', async (ticks) => {
    const breaking = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        socket.end();
        const later = (left: number): void => (left === 0 ? breakOff(socket) : process.nextTick(() => later(left - 1)));
        later(ticks);
      });
    }).listen(0, '127.0.0.1');
    await once(breaking, 'listening');
    const before = openSockets();
    const visitor = new Visitor(connect((breaking.address() as AddressInfo).port, '127.0.0.1'));
    visitor.say('x');
    await until(() => visitor.isClosed && openSockets() <= before, 'both ends are closed');
    await new Promise((resolve) => breaking.close(resolve));
  });
});
