import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openDataFolder } from './data-folder.js';

let place = '';
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'konzeptwerkstatt-test-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

it('a data folder is made with all folders above it', async () => {
  await openDataFolder(join(place, 'a', 'b'), undefined);
  expect((await stat(join(place, 'a', 'b', 'postgres'))).isDirectory()).toBe(true);
  expect((await stat(join(place, 'a'))).mode & 0o777).toBe(0o755);
});

it('a data folder where none can be made is refused at once', async () => {
  await expect(openDataFolder('/proc/konzeptwerkstatt/data', undefined)).rejects.toMatchObject({ name: 'StartupError', message: expect.stringContaining('kann nicht beschrieben werden') });
});
