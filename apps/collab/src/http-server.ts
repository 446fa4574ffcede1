import { createServer, type Server } from 'node:http';

/** Whoever does not say in this time what she wants is cut; looked at every second. Asking for a room takes one short request. */
const limits = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16_384 };

/** Answers `/health/live` and `/health/ready`; upgrades are the rooms' business, all others are refused. */
export function createHttpServer(isReady: () => Promise<boolean>): Server {
  const server = createServer(limits, (request, response) => {
    const answer = (status: number): void => void response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end('{}');
    if (request.url === '/health/live') return answer(200);
    if (request.url !== '/health/ready') return answer(404);
    void isReady().then((ready) => answer(ready ? 200 : 503), () => answer(503));
  });
  // An upgrade nobody answers would stay open for ever.
  server.on('upgrade', (request, socket) => {
    if (request.url?.startsWith('/collab/')) return;
    // A peer that vanishes meanwhile must not end the process.
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () => socket.destroy());
  });
  return server;
}
