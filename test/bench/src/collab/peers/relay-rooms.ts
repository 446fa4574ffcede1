import { createServer, type IncomingMessage, type Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';

const emptyStep2 = Uint8Array.of(0, 1, 2, 0, 0);

/** Passes on what one says in a room. */
export interface Fanout {
  pass(room: ReadonlySet<WebSocket>, author: WebSocket, message: Buffer): void;
}

/** The least that can stand between people: hands updates and cursors on, knows nothing and stores nothing. */
export function createRelay(fanout: Fanout): Server {
  const rooms = new Map<string, Set<WebSocket>>();
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false });
  const server = createServer((_request, response) => void response.end());
  const welcome = (socket: WebSocket, name: string): void => {
    const room = rooms.get(name) ?? new Set();
    rooms.set(name, room.add(socket));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      room.delete(socket);
      if (room.size === 0) rooms.delete(name);
    });
    socket.on('message', (data) => {
      const message = data as Buffer;
      // Sync step 1 is a question to the server alone.
      if (message[0] === 0 && message[1] === 0) socket.send(emptyStep2);
      else fanout.pass(room, socket, message);
    });
  };
  server.on('upgrade', (request: IncomingMessage, socket, head) => sockets.handleUpgrade(request, socket, head, (webSocket) => welcome(webSocket, request.url ?? '/')));
  return server;
}

/** Listens where the environment says. */
export function listen(server: Server): void {
  server.listen(Number(process.env['PORT']), process.env['HOST']);
  process.once('SIGTERM', () => process.exit(0));
}
