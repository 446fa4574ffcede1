import { spawn } from 'node:child_process';
import { root } from './paths.mjs';
import { SetupError } from './progress.mjs';

/** Runs a program of node_modules on this Node, output shown; gives its exit code (128 where a signal ended it). */
export function runNode(args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', reject).on('exit', (code) => resolve(code ?? 128));
  });
}

/** Like `runNode`, but output is shown only when it fails, which then ends the set-up. */
export function runQuietly(args, message, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject).on('close', (code) => (code === 0 ? resolve() : reject(new SetupError(`${message}\n${output}`))));
  });
}
