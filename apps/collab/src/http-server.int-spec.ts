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

  const upgradeElsewhere = 'GET /elsewhere HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';

  it('and asks for a socket that is not there is told so, and does not keep the line', async () => {
    const socket = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', allowHalfOpen: true });
    sockets.push(socket);
    const [connection] = (await once(server, 'connection')) as [Socket];
    const isGone = once(connection, 'close');
    socket.write(upgradeElsewhere);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 404 /);
    await isGone;
  });

  it('and vanishes before the answer harms nobody', async () => {
    const connected = once(server, 'connection') as Promise<[Socket]>;
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    sockets.push(socket);
    const [connection] = await connected;
    // What a reset line brings along.
    server.once('upgrade', () => connection.destroy(new Error('ECONNRESET')));
    const isGone = new Promise((resolve) => connection.once('close', resolve));
    socket.write(upgradeElsewhere);
    await isGone;
  });
});
