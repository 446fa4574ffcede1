import { describe, expect, it } from '@jest/globals';
import { matchesSearch } from './organisation-search.js';

const organisation = { name: 'Verein für türkisch-deutsche Freundschaft Leipzig', shortName: 'VtdF' };

describe('searching for an organisation', () => {
  it.each(['', '  ', 'verein', 'TÜRKISCH', 'turkisch', 'leipzig verein', 'vtdf'])('finds it by %j', (search) => {
    expect(matchesSearch(organisation, search)).toBe(true);
  });

  it.each(['rostock', 'verein rostock'])('does not find it by %j', (search) => {
    expect(matchesSearch(organisation, search)).toBe(false);
  });

  it('does without a short name', () => {
    expect(matchesSearch({ ...organisation, shortName: null }, 'vtdf')).toBe(false);
  });
});
