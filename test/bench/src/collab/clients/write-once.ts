import { setTimeout as sleep } from 'node:timers/promises';
import { newClientIds } from './client-ids.js';
import type { Dialect } from './dialect.js';
import { Person } from './person.js';

/** Somebody comes, adds this to the document and waits a moment before she goes. Rejects when the server does not take it. */
export async function writeOnce(port: number, dialect: Dialect, update: Uint8Array): Promise<void> {
  const person = await Person.join({ port, dialect, clientId: newClientIds(1) });
  await person.inSync();
  person.send(person.updateFrame(update));
  await sleep(1_000);
  const { closeCode } = person.connection;
  if (closeCode !== null) throw new Error(`The server did not take ${update.length} bytes: ${closeCode}`);
  person.leave();
}
