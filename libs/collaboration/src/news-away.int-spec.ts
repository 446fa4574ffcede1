import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TcpProxy, useTestDatabase } from '@konzeptwerkstatt/test-support';
import { CollaborationRig, personOf, textOf, until } from '../test/collaboration-rig.js';

const database = useTestDatabase();
/** What the connection that listens goes through; all others reach the database past it. */
let network: TcpProxy;
let rig: CollaborationRig;
beforeEach(async () => {
  const url = new URL(database().url);
  const { port } = url;
  network = await TcpProxy.start(() => Number(port));
  url.hostname = '127.0.0.1';
  url.port = String(network.port);
  rig = new CollaborationRig(database(), { databaseUrl: url.href });
  await rig.start();
});
afterEach(async () => {
  network.restore();
  await rig.stop();
  await network.close();
});

describe('while nobody can tell the rooms anything', () => {
  it('whose rights have gone is cut off within two seconds all the same, and the others stay', async () => {
    const documentId = await rig.createDocument();
    const [anna, bela] = [await rig.connected(documentId, 'anna'), await rig.connected(documentId, 'bela')];
    network.cut();
    // By now it is known that the connection is lost.
    await new Promise((resolve) => setTimeout(resolve, 200));
    rig.rights.set(personOf('bela').actor.personId!, null);
    const since = Date.now();
    expect(await bela.closed).toBe(4403);
    expect(Date.now() - since).toBeLessThan(2000);
    anna.words.insert(0, 'weiter');
    await until(async () => textOf(await rig.stored(documentId)) === 'weiter');
    expect(anna.provider.wsconnected).toBe(true);
  }, 15_000);
});

describe('news that make no sense', () => {
  it('harm nobody', async () => {
    const documentId = await rig.createDocument();
    const anna = await rig.connected(documentId, 'anna');
    for (const payload of ['kein JSON', 'null', '']) await database().pool.query('SELECT pg_notify($1, $2)', ['konzeptwerkstatt', payload]);
    await rig.createDocument();
    anna.words.insert(0, 'weiter');
    await until(async () => textOf(await rig.stored(documentId)) === 'weiter');
  });
});
