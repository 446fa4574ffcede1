import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { PublicStatusReader } from './public-status.reader.js';

type Parts = ConstructorParameters<typeof PublicStatusReader>;

const reported = { status: 'running', reportedAt: new Date('2026-05-03T10:00:00Z') };

function reader(municipalities: readonly { readonly publishesMeasureStatus: boolean }[]): PublicStatusReader {
  return new PublicStatusReader(
    { municipalitiesByIds: () => Promise.resolve(municipalities) } as unknown as Parts[0],
    { newestStatuses: (measures: readonly { readonly id: string }[]) => Promise.resolve(measures.map(({ id }) => ({ measureId: id, ...reported }))) } as unknown as Parts[1],
  );
}

describe('what everybody may read of how far measures are', () => {
  it('is what was reported last', async () => {
    expect(await reader([{ publishesMeasureStatus: true }]).newest('m', ['a', 'b'])).toEqual([{ measureId: 'a', ...reported }, { measureId: 'b', ...reported }]);
  });

  it.each([['has switched it off', [{ publishesMeasureStatus: false }]], ['is gone', []]])('is nothing where the municipality %s', async (_case, municipalities) => {
    expect([await reader(municipalities).isPublic('m'), await reader(municipalities).newest('m', ['a'])]).toEqual([false, []]);
  });
});
