/**
 * A database server of one's own, to be killed: `node postgres-process.mjs <folder> [port]`. Prints a line of JSON with its
 * address and process number; ends it in order when its parent lets go.
 */
import { join } from 'node:path';
import { migrate, startEmbeddedPostgres } from '../../../libs/platform/database/dist/tooling.js';

const [dataDir, port] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataDir, database: 'konzeptwerkstatt_test', ...(port === undefined ? {} : { port: Number(port) }) });
await migrate(server.url, join(import.meta.dirname, '../../../prisma/migrations'));
process.on('disconnect', () => void server.stop().then(() => process.exit(0)));
process.send({ url: server.url, port: server.port, pid: server.pid });
