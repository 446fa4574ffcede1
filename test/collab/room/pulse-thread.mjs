/** Pings a room every few milliseconds, in a thread of its own; told to stop, it tells the longest time without an answer. */
import { parentPort, workerData } from 'node:worker_threads';
import { WebSocket } from 'ws';

const EVERY_MS = 25;
const socket = new WebSocket(workerData.url, { headers: { authorization: 'Bearer pulse' } });
let longest = 0;
let waitingSince = null;

function beat() {
  if (waitingSince !== null) return;
  waitingSince = performance.now();
  socket.ping();
}

socket.on('error', () => undefined);
socket.on('open', beat);
socket.on('pong', () => {
  longest = Math.max(longest, performance.now() - waitingSince);
  waitingSince = null;
  parentPort.postMessage('beat');
});
const timer = setInterval(() => socket.readyState === WebSocket.OPEN && beat(), EVERY_MS);
parentPort.on('message', () => {
  clearInterval(timer);
  parentPort.postMessage(Math.max(longest, waitingSince === null ? 0 : performance.now() - waitingSince));
  socket.terminate();
  parentPort.close();
});
