/**
 * Runs a benchmark: sets the checkout up, compiles the benchmarks and starts one on the Node of the project.
 *   npm run bench:api
 */
import { join } from 'node:path';
import { root } from '../../scripts/setup/paths.mjs';
import { fail } from '../../scripts/setup/progress.mjs';
import { runNode } from '../../scripts/setup/run.mjs';
import { setUp } from '../../scripts/setup/set-up.mjs';

const [name, ...options] = process.argv.slice(2);

async function run() {
  // Whoever looks into one thing again and again need not have everything looked at each time.
  if (!options.includes('--built')) await setUp({ client: false });
  const compiled = await runNode([join(root, 'tools/build-library.mjs'), join(root, 'test/bench')]);
  process.exit(compiled === 0 ? await runNode([join(root, `test/bench/dist/${name}-bench.js`), ...options]) : compiled);
}

await run().catch(fail);
