import { describe, expect, it } from '@jest/globals';
import { neighbourFor } from './section-task.js';

const ids = ['a', 'b', 'c'];

describe('moving a section by one place', () => {
  it('names the section it then stands after, null for the very beginning', () => {
    expect(neighbourFor(ids, 'c', -1)).toBe('a');
    expect(neighbourFor(ids, 'b', -1)).toBeNull();
    expect(neighbourFor(ids, 'a', 1)).toBe('b');
  });

  it('is impossible at the ends and for sections that are not there', () => {
    expect(neighbourFor(ids, 'a', -1)).toBeUndefined();
    expect(neighbourFor(ids, 'c', 1)).toBeUndefined();
    expect(neighbourFor(ids, 'x', 1)).toBeUndefined();
  });
});
