import DataLoader from 'dataloader';
import { defineLoader } from '@konzeptwerkstatt/platform-graphql';
import type { Resolution } from '../domain/resolution.js';
import { ResolutionReader } from '../queries/resolution.reader.js';

/** Resolutions of editions by raw id; rights are not asked. */
export const resolutionsLoader = defineLoader<string, readonly Resolution[]>('decision.resolutions', (container) => new DataLoader(async (ids) => {
  const rows = Map.groupBy(await container.get(ResolutionReader, { strict: false }).findByEditions(ids), ({ editionId }) => editionId);
  return ids.map((id) => rows.get(id) ?? []);
}));
