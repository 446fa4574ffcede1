import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocketServer, type WebSocket } from 'ws';
import { clientFrame, FrameSocket } from './frame-socket.js';

describe('a client on a bare socket', () => {
  let server: WebSocketServer;
  let client: FrameSocket;
  let peer: WebSocket;
  const received: Buffer[] = [];

  beforeEach(async () => {
    received.length = 0;
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    const connected = once(server, 'connection') as Promise<[WebSocket]>;
    client = new FrameSocket((server.address() as AddressInfo).port, '/', (bytes, start, end) => received.push(Buffer.from(bytes.subarray(start, end))));
    [peer] = await connected;
    await client.opened;
  });

  afterEach(() => {
    client.destroy();
    server.close();
  });

  it.each([0, 1, 125, 126, 65_535, 65_536, 700_000])('sends and receives a message of %i bytes', async (size) => {
    const message = Buffer.alloc(size, 'x');
    const arrived = once(peer, 'message') as Promise<[Buffer]>;
    client.send(clientFrame(message));
    expect((await arrived)[0].equals(message)).toBe(true);
    peer.send(message);
    peer.send(Buffer.from('end'));
    while (received.length < 2) await new Promise((next) => setImmediate(next));
    expect(received[0]!.equals(message)).toBe(true);
    expect(received[1]!.toString()).toBe('end');
  });

  it('keeps many messages apart, however they are cut into packets', async () => {
    const messages = Array.from({ length: 2_000 }, (_, index) => Buffer.alloc(1 + ((index * 37) % 400), index % 256));
    messages.forEach((message) => peer.send(message));
    while (received.length < messages.length) await new Promise((next) => setImmediate(next));
    expect(received.every((message, index) => message.equals(messages[index]!))).toBe(true);
  });

  it('answers a ping, and tells why it was closed', async () => {
    const pong = once(peer, 'pong') as Promise<[Buffer]>;
    peer.ping('there?');
    expect((await pong)[0].toString()).toBe('there?');
    const closed = once(peer, 'close') as Promise<[number]>;
    peer.close(4400, 'no');
    expect((await closed)[0]).toBe(4400);
    expect(client.closeCode).toBe(4400);
  });

  it('says so when the server does not answer with an upgrade', async () => {
    const refusing = new WebSocketServer({ port: 0, host: '127.0.0.1', verifyClient: () => false });
    await once(refusing, 'listening');
    await expect(new FrameSocket((refusing.address() as AddressInfo).port, '/', () => undefined).opened).rejects.toThrow(/401/);
    refusing.close();
  });
});
