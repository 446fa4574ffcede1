/** `npm run typecheck`: checks the types of server and web client. */
import { join } from 'node:path';
import { root } from './setup/paths.mjs';
import { generatePrismaClient } from './prisma-generate.mjs';
import { runNode } from './setup/run.mjs';

generatePrismaClient();
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const codes = await Promise.all(['tsconfig.json', 'tsconfig.web.json'].map((project) => runNode([tsc, '-p', project])));
process.exitCode = Math.max(...codes);
