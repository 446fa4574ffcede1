import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { PublicStatusReader } from './public-status.reader.js';

type Parts = ConstructorParameters<typeof PublicStatusReader>;

const reported = { status: 'running', reportedAt: new Date('2026-05-03T10:00:00Z') };

const led = (lineageId: string) => ({ lineageId, ids: [lineageId], leadOrganisationId: null });

function reader(municipalities: readonly { readonly publishesMeasureStatus: boolean }[]): PublicStatusReader {
  return new PublicStatusReader(
    { municipalitiesByIds: () => Promise.resolve(municipalities) } as unknown as Parts[0],
    { states: (_municipalityId: string, measures: readonly { readonly lineageId: string }[]) => Promise.resolve(measures.map(({ lineageId }) => ({ lineageId, ...reported }))) } as unknown as Parts[1],
  );
}

describe('what everybody may read of how far measures are', () => {
  it('is what was reported last', async () => {
    expect(await reader([{ publishesMeasureStatus: true }]).states('m', [led('a'), led('b')])).toEqual([{ lineageId: 'a', ...reported }, { lineageId: 'b', ...reported }]);
  });

  it.each([['has switched it off', [{ publishesMeasureStatus: false }]], ['is gone', []]])('is nothing where the municipality %s', async (_case, municipalities) => {
    expect([await reader(municipalities).isPublic('m'), await reader(municipalities).states('m', [led('a')])]).toEqual([false, []]);
  });
});
