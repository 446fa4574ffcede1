import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Server } from 'node:http';
import { createHttpServer } from './http-server.js';

describe('who comes to the door of the rooms', () => {
  let server: Server;
  const sockets: Socket[] = [];
  beforeEach(async () => {
    server = createHttpServer(async () => true).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    sockets.splice(0).forEach((socket) => socket.destroy());
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ['says nothing at all', ''],
    ['never finishes what she says', 'GET /collab/00000000-0000-4000-8000-000000000000 HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n'],
  ])('and %s is cut after five seconds', async (_what, said) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').resume();
    sockets.push(socket);
    await once(socket, 'connect');
    const since = performance.now();
    socket.write(said);
    await once(socket, 'close');
    expect(performance.now() - since).toBeGreaterThan(4_000);
    expect(performance.now() - since).toBeLessThan(8_000);
  }, 15_000);
});
