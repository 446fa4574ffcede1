/** `npm run lint`: rules of style, of the borders between projects, and of the layers inside them; no warning passes. */
import { join } from 'node:path';
import { root } from './setup/paths.mjs';
import { checkLayers } from './layers.mjs';
import { generatePrismaClient } from './prisma-generate.mjs';
import { runNode } from './setup/run.mjs';

generatePrismaClient();
const program = (path) => join(root, 'node_modules', path);
const env = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true' };
const eslint = [program('eslint/bin/eslint.js'), '.', '--max-warnings=0', '--cache', '--cache-location=node_modules/.konzeptwerkstatt/eslint'];
const codes = [await runNode(eslint, { env }), await checkLayers()];
process.exitCode = Math.max(...codes);
