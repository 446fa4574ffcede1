import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import type { ModuleRef } from '@nestjs/core';
import type { StatisticsReading } from '../domain/statistics-file/statistics-reading.js';
import type { ObservationImportReader } from '../queries/observation-import.reader.js';
import { sheetsLoader } from './monitoring.loader.js';

test('a statistics file is read once for all that tells of it, and anew in another encoding', async () => {
  const read: string[] = [];
  const reader: Pick<ObservationImportReader, 'sheets'> = {
    sheets: async ({ id, reading }) => {
      read.push(`${id} ${reading?.encoding ?? 'as recognised'}`);
      return [];
    },
  };
  const loader = sheetsLoader.create({ get: () => reader } as unknown as ModuleRef, null);
  const said = { encoding: 'macintosh' } as StatisticsReading;
  await Promise.all([loader.load({ id: 'a', reading: null }), loader.load({ id: 'a', reading: null }), loader.load({ id: 'a', reading: said })]);
  await loader.load({ id: 'a', reading: { ...said } });
  expect(read).toEqual(['a as recognised', 'a macintosh']);
});
