import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { readCopiedRow } from './copied-row.js';

/** Authentication done, and ready for a query, as PostgreSQL says it. */
const welcome = Buffer.from('R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I', 'latin1');

it('says that a database has gone while it was read, and does not take the process along', async () => {
  const database = createServer((socket) => void socket.once('data', () => {
    socket.write(welcome);
    socket.once('data', () => socket.destroy());
  })).listen(0, '127.0.0.1');
  await new Promise((resolve) => database.once('listening', resolve));
  const pool = new Pool({ host: '127.0.0.1', port: (database.address() as AddressInfo).port, user: 'anna', database: 'none' });
  await expect(readCopiedRow(pool, 'SELECT 1')).rejects.toThrow('Connection terminated');
  expect(pool.totalCount).toBe(0);
  await pool.end();
  await new Promise((resolve) => database.close(resolve));
});
