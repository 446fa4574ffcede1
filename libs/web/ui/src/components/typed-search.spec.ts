import { describe, expect, it } from '@jest/globals';
import { beginSearch, nextSearch } from './typed-search.js';
import type { SearchStep } from './typed-search.js';

const typedAfter = (...steps: SearchStep[]): string => steps.reduce(nextSearch, beginSearch('')).typed;

describe('a search that is typed', () => {
  it('keeps letters that came while a search was on its way', () => {
    expect(typedAfter({ type: 'typed', text: 'ab' }, { type: 'sent', search: 'ab' }, { type: 'typed', text: 'abc' }, { type: 'in-force', search: 'ab' })).toBe('abc');
  });

  it('follows what is reset or taken back elsewhere, also to what was sent off before', () => {
    const reset: SearchStep[] = [{ type: 'typed', text: 'ab' }, { type: 'sent', search: 'ab' }, { type: 'in-force', search: 'ab' }, { type: 'in-force', search: '' }];
    expect(typedAfter(...reset)).toBe('');
    expect(typedAfter(...reset, { type: 'in-force', search: 'ab' })).toBe('ab');
  });
});
