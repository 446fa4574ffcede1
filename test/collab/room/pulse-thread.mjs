/** Pings a room every few milliseconds, in a thread of its own; told to stop, it tells the longest time without an answer. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { WebSocket } from 'ws';

const EVERY_MS = 25;
const socket = new WebSocket(workerData.url, { headers: { authorization: 'Bearer pulse' } });
let longest = 0;
let waitingSince = null;

/** Milliseconds that the server's main thread has waited for a processor: on a busy machine that is nobody's fault. */
const queued = () => Number(readFileSync(`/proc/${workerData.pid}/task/${workerData.pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
const now = () => performance.now() - queued();

function beat() {
  if (waitingSince !== null) return;
  waitingSince = now();
  socket.ping();
}

socket.on('error', () => undefined);
socket.on('open', beat);
socket.on('pong', () => {
  longest = Math.max(longest, now() - waitingSince);
  waitingSince = null;
  parentPort.postMessage('beat');
});
const timer = setInterval(() => socket.readyState === WebSocket.OPEN && beat(), EVERY_MS);
parentPort.on('message', () => {
  clearInterval(timer);
  parentPort.postMessage(Math.max(longest, waitingSince === null ? 0 : now() - waitingSince));
  socket.terminate();
  parentPort.close();
});
