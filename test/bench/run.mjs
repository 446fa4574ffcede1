/**
 * Runs a benchmark: sets the checkout up, compiles the benchmarks and starts one on the Node of the project.
 *   npm run bench:api
 *   npm run bench:export
 *   npm run bench:collab
 *   npm run bench:conference
 *   npm run bench:search
 *   npm run bench:collab-server     the server that the second one measures, until it is ended
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup/paths.mjs';
import { requireNode } from '../../scripts/setup/node.mjs';
import { fail } from '../../scripts/setup/progress.mjs';
import { runNode } from '../../scripts/setup/run.mjs';
import { setUp } from '../../scripts/setup/set-up.mjs';
import { fingerprint, isDone, markDone } from '../../scripts/setup/stamp.mjs';

const [name, ...options] = process.argv.slice(2);
const program = join(root, `test/bench/dist/${name}-bench.js`);
/** As docker/compose.yaml starts the rooms. */
const nodeOptions = name === 'collab-server' ? ['--max-semi-space-size=8'] : [];

/** Left alone when nothing has changed: a server that runs from these files must not lose them. */
async function compile() {
  const state = fingerprint(['test/bench/src', 'tools/build-library.mjs', '.swcrc'].map((path) => join(root, path)));
  if (existsSync(program) && isDone('bench', state)) return;
  const code = await runNode([join(root, 'tools/build-library.mjs'), join(root, 'test/bench')]);
  if (code !== 0) process.exit(code);
  markDone('bench', state);
}

async function run() {
  // Whoever looks into one thing again and again need not have everything looked at each time.
  if (options.includes('--built')) await requireNode();
  else await setUp({ client: false });
  await compile();
  // A server takes this process's place: signals reach it, and its memory is its own.
  if (name.endsWith('-server') && process.execve) process.execve(process.execPath, [process.execPath, ...nodeOptions, program, ...options], process.env);
  process.exit(await runNode([...nodeOptions, program, ...options]));
}

await run().catch(fail);
