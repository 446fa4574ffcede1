import { expect, it } from '@jest/globals';
import { mappingOf } from './columns.js';
import { mergedRowsOf } from './xlsx.js';

it('a hostile list takes no longer than an honest one', () => {
  const start = performance.now();
  expect(mergedRowsOf('<mergeCell '.repeat(100_000)).size).toBe(0);
  expect(mappingOf([`${'*'.repeat(100_000)}x`]).name).toBeNull();
  // Some milliseconds; by patterns that try again at every sign it was many seconds.
  expect(performance.now() - start).toBeLessThan(1_000);
});
