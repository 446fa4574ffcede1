import { expect, test } from '@jest/globals';
import { assertKeepsJobs } from './redis-queue-backend.js';

test('a Redis that keeps what it has is accepted', () => {
  expect(() => assertKeepsJobs('used_memory:1\r\nmaxmemory_policy:noeviction\r\n')).not.toThrow();
});

test('a Redis that throws jobs away when it is full is refused, with the setting to change', () => {
  expect(() => assertKeepsJobs('used_memory:1\r\nmaxmemory_policy:allkeys-lru\r\n')).toThrow(/„maxmemory-policy noeviction“.*allkeys-lru/);
});
