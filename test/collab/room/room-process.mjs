/**
 * The rooms in a process of their own, to be killed and attacked: `node room-process.mjs <database url> <port>`. Prints
 * "ready". Whoever names herself in the bearer token is let in; the parent changes rights by message:
 * `{ name, rights: { canRead, canWrite } | null }` and `{ name, signedOut: true }`. With `UNHURRIED` in the environment nobody is told to
 * send more slowly.
 */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { attachCollaboration, DecoderPool, DEFAULT_LIMITS } from '@konzeptwerkstatt/collaboration';
import { createPgPool } from '@konzeptwerkstatt/platform-database';
import { createLogger } from '@konzeptwerkstatt/platform-logging';

const [databaseUrl, port] = process.argv.slice(2);
const rights = new Map();
const signedOut = new Set();
const everything = { canRead: true, canWrite: true };

function visitorOf(authorization) {
  const name = authorization?.replace(/^Bearer /, '');
  if (!name || signedOut.has(name)) return null;
  const id = `00000000-0000-7000-8000-${Buffer.from(name).toString('hex').padStart(12, '0').slice(-12)}`;
  const actor = { kind: 'person', personId: id, guestId: null, organisationId: id, gatheringId: null, municipalityId: null };
  return { actor, credentialId: id, personName: name, organisationName: `Verein ${name}` };
}

process.on('message', ({ name, rights: changed, signedOut: left }) => {
  const personId = visitorOf(`Bearer ${name}`)?.actor.personId;
  if (changed !== undefined) rights.set(personId, changed);
  if (left) signedOut.add(name);
  process.send('done');
});
// Its parent is gone, so nobody needs it.
process.on('disconnect', () => process.exit(0));

const decoder = new DecoderPool();
const http = createServer((_request, response) => response.writeHead(404).end());
await attachCollaboration(http, {
  logPool: createPgPool(databaseUrl, { max: 4, name: 'room-log' }),
  pool: createPgPool(databaseUrl, { max: 2, name: 'room-presence' }),
  databaseUrl, decoder, publicOrigin: undefined,
  redisUrl: process.env.REDIS_URL || undefined,
  logger: createLogger({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }),
  queue: { enqueue: async () => undefined },
  limits: process.env.UNHURRIED ? { ...DEFAULT_LIMITS, messagesPerSecond: Number.MAX_SAFE_INTEGER, bytesPerSecond: Number.MAX_SAFE_INTEGER } : DEFAULT_LIMITS,
  authentication: {
    authenticate: async ({ authorization, cookie }) => {
      const name = authorization ?? cookie;
      if (name === 'Bearer slow') await sleep(1_000);
      if (name === 'Bearer never') await sleep(60_000);
      return visitorOf(name);
    },
  },
  access: { rights: async (_documentId, { personId }) => (rights.has(personId) ? rights.get(personId) : everything) },
});
const compact = process.env.COMPACTING ? await (await import('./compacting.mjs')).prepareCompacting(databaseUrl, decoder) : () => undefined;
http.listen(Number(port), '127.0.0.1');
await once(http, 'listening');
process.stdout.write('ready\n');
await compact();
