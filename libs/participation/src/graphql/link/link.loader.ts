import DataLoader from 'dataloader';
import { defineLoader } from '@konzeptwerkstatt/platform-graphql';
import type { ShortVersion } from '../../domain/link/short-version.policy.js';
import { ShortVersionReader } from '../../queries/link/short-version.reader.js';

interface Place {
  readonly municipalityId: string;
  readonly sectionId: string;
}

/** Short versions of sections; a request that changed one reads it again. */
export const shortVersionLoader = defineLoader<Place, ShortVersion | null>('participation.short-versions', (container) => {
  const reader = container.get(ShortVersionReader, { strict: false });
  return new DataLoader<Place, ShortVersion | null, string>(async (places) => {
    const found = new Map<string, ShortVersion>();
    for (const [municipalityId, own] of Map.groupBy(places, (place) => place.municipalityId)) {
      for (const [id, short] of await reader.findMany(municipalityId, own.map(({ sectionId }) => sectionId))) found.set(id, short);
    }
    return places.map(({ sectionId }) => found.get(sectionId) ?? null);
  }, { cacheKeyFn: ({ sectionId }) => sectionId });
});
