import { WebSocketServer } from 'ws';

const SYNC = 0;
const STATE_VECTOR = 0;
const rooms = new Map();

/** Lets `act` answer each message with content before the rooms have seen it: `act(message, author, others)`. */
export function hasten(act) {
  const upgrade = WebSocketServer.prototype.handleUpgrade;
  WebSocketServer.prototype.handleUpgrade = function (request, socket, head, welcome) {
    upgrade.call(this, request, socket, head, (webSocket, ...rest) => {
      const path = request.url.split('?')[0];
      const present = rooms.get(path) ?? new Set();
      rooms.set(path, present.add(webSocket));
      webSocket.on('close', () => present.delete(webSocket));
      webSocket.on('message', (message) => {
        if (message[0] === SYNC && message[1] !== STATE_VECTOR) act(message, webSocket, [...present].filter((other) => other !== webSocket));
      });
      welcome(webSocket, ...rest);
    });
  };
}
