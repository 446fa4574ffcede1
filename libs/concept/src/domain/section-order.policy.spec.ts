import { describe, expect, it } from '@jest/globals';
import { movedBehind } from './section-order.policy.js';

describe('moving a section', () => {
  it('puts it behind another one, or first', () => {
    expect(movedBehind(['a', 'b', 'c'], 'a', 'c')).toEqual(['b', 'c', 'a']);
    expect(movedBehind(['a', 'b', 'c'], 'c', null)).toEqual(['c', 'a', 'b']);
  });

  it('changes nothing behind itself, and is impossible behind a section of elsewhere', () => {
    expect(movedBehind(['a', 'b'], 'a', 'a')).toEqual(['a', 'b']);
    expect(movedBehind(['a', 'b'], 'a', 'x')).toBeNull();
  });
});
