import 'reflect-metadata';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import type { PublicPage } from '@konzeptwerkstatt/reporting';
import { publicPageRouter } from './public-page.router.js';

const page = async (): Promise<PublicPage> => ({ status: 200, html: '<!doctype html>', styleHash: '' });
const nothing = async (): Promise<null> => null;
let server: Server;

beforeAll(async () => {
  const app = express();
  app.use('/k', publicPageRouter({
    editions: { index: page, edition: page }, measures: { page }, measureLists: { data: nothing }, indicators: { list: page, page, data: nothing }, catalogues: { read: nothing }, clientAddress: ({ headers }) => String(headers['x-from']), publicOrigin: undefined,
  }));
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const ask = async (from: string, path: string): Promise<Response> => {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers: { 'x-from': from } });
  await answer.clone().arrayBuffer();
  return answer;
};

test('an address that asks too often waits, and no other with it', async () => {
  for (let asked = 0; asked < 600; asked++) expect((await ask('busy', '/k/1')).status).toBe(200);
  const refused = await ask('busy', '/k/1/indikatoren');
  expect([refused.status, refused.headers.get('cache-control')]).toEqual([429, 'no-store']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.text()).toContain('Bitte warten Sie eine Minute');
  expect((await ask('other', '/k/1/indikatoren')).status).toBe(200);
}, 30_000);
