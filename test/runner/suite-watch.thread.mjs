/**
 * Takes `{ suite, minutes }` when a suite begins and `{ suite: null }` when it has ended; one that is not followed by the other in time has
 * what its thread is doing printed, and its process killed.
 */
import { writeSync } from 'node:fs';
import { Session } from 'node:inspector';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';

/** Code that runs stops at once; a thread that waits, in a system call or for nothing, does not. */
const patienceMs = 5_000;

async function whatItDoes() {
  const session = new Session();
  session.connectToMainThread();
  const files = new Map();
  session.on('Debugger.scriptParsed', ({ params }) => files.set(params.scriptId, params.url));
  const placeOf = ({ functionName, location }) => `    at ${functionName || '(anonymous)'} (${files.get(location.scriptId)}:${location.lineNumber + 1})`;
  const paused = new Promise((resolve) => session.once('Debugger.paused', ({ params }) => resolve(params.callFrames.map(placeOf).join('\n'))));
  session.post('Debugger.enable');
  session.post('Debugger.pause');
  return Promise.race([paused, sleep(patienceMs, '    waiting, outside of JavaScript')]);
}

let timer;
parentPort.on('message', ({ suite, minutes }) => {
  clearTimeout(timer);
  if (suite === null) return;
  timer = setTimeout(async () => {
    writeSync(2, `\n${suite} has not ended after ${minutes} minutes and is ended:\n${await whatItDoes()}\n`);
    process.kill(process.pid, 'SIGKILL');
  }, minutes * 60_000);
});
