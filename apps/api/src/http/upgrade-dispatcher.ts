import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Takes an upgrade request, or says by false that it is for somebody else. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

/** Answers an upgrade request with a status and closes. */
export function refuseUpgrade(socket: Duplex, status: number): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** The path of a request, without its query; null when the address is malformed. */
export function pathOf(request: IncomingMessage): string | null {
  const url = request.url ?? '';
  return url.startsWith('/') && URL.canParse(url, 'http://localhost') ? (url.split('?')[0] ?? null) : null;
}

/** Gives each upgrade of the server to the first handler that takes it; Node leaves a request that nobody takes hanging for ever. */
export function dispatchUpgrades(server: Server, handlers: readonly UpgradeHandler[]): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A peer that vanishes during the handshake must not end the process.
    socket.on('error', () => socket.destroy());
    if (!handlers.some((handle) => handle(request, socket, head))) refuseUpgrade(socket, 404);
  });
}
