import { describe, expect, it } from '@jest/globals';
import { Acknowledgements } from './acknowledgements.js';

describe('the count of messages on disk', () => {
  it('waits for the one before', () => {
    const acknowledgements = new Acknowledgements();
    const [first, second, third] = [acknowledgements.next(), acknowledgements.next(), acknowledgements.next()];
    expect(acknowledgements.settle(second)).toBeNull();
    expect(acknowledgements.settle(first)).toBe(2);
    expect(acknowledgements.settle(third)).toBe(3);
  });
});
