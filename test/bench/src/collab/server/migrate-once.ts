/** Brings the database in DATABASE_URL up to date and ends: in a process of its own, whose memory goes with it. */
import { join } from 'node:path';
import { migrate } from '@konzeptwerkstatt/platform-database';

await migrate(process.env['DATABASE_URL'] ?? '', join(import.meta.dirname, '../../../../../prisma/migrations'));
