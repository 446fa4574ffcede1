/** The rooms in a process of their own, to be killed: `node room-process.mjs <database url> <port>`. Prints "ready". */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { attachCollaboration, DecoderPool } from '@konzeptwerkstatt/collaboration';
import { createPgPool } from '@konzeptwerkstatt/platform-database';
import { createLogger } from '@konzeptwerkstatt/platform-logging';

const [databaseUrl, port] = process.argv.slice(2);
const http = createServer();
const pool = createPgPool(databaseUrl, { max: 5 });
const idOf = (name) => `00000000-0000-7000-8000-${Buffer.from(name).toString('hex').padStart(12, '0').slice(-12)}`;
const visitorOf = (name) => {
  const id = idOf(name);
  return { actor: { kind: 'person', personId: id, guestId: null, organisationId: id, gatheringId: null, municipalityId: null }, credentialId: id, personName: name, organisationName: name };
};

await attachCollaboration(http, {
  logPool: pool, pool, databaseUrl, decoder: new DecoderPool(), publicOrigin: undefined, logger: createLogger({ level: 'silent' }),
  queue: { enqueue: async () => undefined },
  authentication: { authenticate: async ({ authorization }) => visitorOf(authorization.replace(/^Bearer /, '')) },
  access: { rights: async () => ({ canRead: true, canWrite: true }) },
});
http.listen(Number(port), '127.0.0.1');
await once(http, 'listening');
process.stdout.write('ready\n');
