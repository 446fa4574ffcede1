import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { withDocumentId } from './named-documents.js';

// An import looks at all that the module offers, and so loads Node's whole client for the web: 4 MB that the engine has no use for.
const { createServer } = process.getBuiltinModule('node:http');

/** An HTTP server that answers for its health and gives documents by name their id before the engine sees the request. */
export function createHttpFront(isReady: () => Promise<boolean>): Server {
  const server = createServer((request, response) => {
    const answer = (status: number): void => void response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end('{}');
    if (request.url === '/health/live') return answer(200);
    if (request.url !== '/health/ready') return answer(404);
    void isReady().then((ready) => answer(ready ? 200 : 503), () => answer(503));
  });
  // First of the listeners, and done before the next one is called.
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    const url = withDocumentId(request.url ?? '/');
    if (url === null) return socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    request.url = url;
  });
  return server;
}
