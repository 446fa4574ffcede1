import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect } from '@jest/globals';
import { checkout } from '@konzeptwerkstatt/test-support';
import type { Page } from 'playwright-core';
import { conceptOf, textOf } from './support/concept.js';
import { eventually } from './support/eventually.js';
import { useNetwork } from './support/network.js';
import type { Person } from './support/person.js';
import { useJourneys } from './support/stage.js';

const journey = useJourneys();
const network = useNetwork();
const address = '/plain-client';

/** y-websocket and Yjs as they are published, for a page without any of our code. */
async function plainClient(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'support/bundle-plain-client.mjs')], { cwd: checkout, maxBuffer: 8 * 1024 * 1024, env: { ...process.env, NODE_OPTIONS: '' } });
  return stdout;
}

/** The page is served on the application's own origin, so that the session's cookie goes along. */
async function open(person: Person, script: string, documentId: string): Promise<Page> {
  const page = person.page;
  await page.route(`**${address}*`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>plain</title><link rel="icon" href="data:,"><script type="module" src="/plain-client.js"></script>' }));
  await page.route('**/plain-client.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  await person.open(`${address}?document=${documentId}`);
  await page.waitForFunction(() => (globalThis as { provider?: { synced: boolean } }).provider?.synced === true);
  return page;
}

const write = (page: Page, words: string) => page.evaluate((text) => (globalThis as unknown as { write(text: string): void }).write(text), words);
const read = (page: Page): Promise<string> => page.evaluate(() => (globalThis as unknown as { read(): string }).read());
const people = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as { people(): number }).people());

describe('an unmodified y-websocket client in two windows of one browser', () => {
  journey('keeps both in step, over the server and over the BroadcastChannel, also while one has no connection', async (stage) => {
    const script = await plainClient();
    const concept = await conceptOf(stage.application, 'office');
    const { title, documentId } = concept.sections.find(({ kind }) => kind === 'FIELD_OF_ACTION') ?? { title: '', documentId: '' };
    const straight = await stage.person('office');
    const behind = await network.person(stage, 'office');
    const neighbour = await stage.window(behind, 'office');
    neighbour.watch.tolerate(/./);
    const [elsewhere, one, other] = [await open(straight, script, documentId), await open(behind, script, documentId), await open(neighbour, script, documentId)];
    const all = [elsewhere, one, other];

    await write(one, 'Aus dem ersten Fenster.');
    await eventually(async () => { for (const page of all) expect(await read(page)).toContain('Aus dem ersten Fenster.'); });
    await eventually(async () => { for (const page of all) expect(await people(page)).toBe(3); });

    network.line.cut('/collab/');
    await write(one, 'Ohne Server.');
    await write(other, 'Auch ohne.');
    await eventually(async () => { for (const page of [one, other]) expect(await read(page)).toMatch(/Ohne Server\..*Auch ohne\./); });
    expect(await read(elsewhere)).not.toContain('Ohne Server.');
    await write(elsewhere, 'Inzwischen anderswo.');

    network.line.restore();
    await eventually(async () => {
      const texts = await Promise.all(all.map(read));
      expect(new Set(texts).size).toBe(1);
      for (const words of ['Ohne Server.', 'Auch ohne.', 'Inzwischen anderswo.']) expect(texts[0]?.split(words)).toHaveLength(2);
    }, 10_000);
    await eventually(async () => expect(await textOf(stage.application, concept, title)).toMatch(/Ohne Server\.[\s\S]*Auch ohne\./));
    await other.close();
    await eventually(async () => expect(await people(elsewhere)).toBe(2));
  });
});
