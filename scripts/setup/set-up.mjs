import { install } from './install.mjs';
import { requireNode } from './node.mjs';
import { step } from './progress.mjs';

/**
 * Everything a bare checkout needs before it can run: packages, Node, the generated client, both builds. Each step is
 * left out when nothing has changed for it. Runs on any Node from 18 on and returns on Node 24.
 */
export async function setUp({ client = true } = {}) {
  const isChild = process.channel !== undefined && process.channel !== null;
  if (!isChild) await step('Pakete installieren', install);
  await requireNode();
  // Loaded only now: these need packages and the newer Node.
  const { generatePrismaClient } = await import('../prisma-generate.mjs');
  const { buildClient, buildServer } = await import('./build.mjs');
  await step('Datenbank-Client erzeugen', async () => generatePrismaClient());
  await step('Server übersetzen', buildServer);
  if (client) await step('Oberfläche bauen', buildClient);
}
