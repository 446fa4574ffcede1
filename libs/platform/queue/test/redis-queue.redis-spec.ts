import { beforeAll, describe } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { Redis } from 'ioredis';
import { describeQueue } from './queue-behaviour.js';

/** Run by `REDIS_URL=redis://… jest --selectProjects redis`: a Redis of its own, which is emptied. */
const redisUrl = (): string => {
  const url = process.env['REDIS_URL'];
  if (!url) throw new Error('These tests need a Redis of their own, which they empty: set REDIS_URL, e.g. redis://127.0.0.1:6379/15');
  return url;
};

describe('a queue on Redis', () => {
  beforeAll(async () => {
    const redis = new Redis(redisUrl());
    await redis.flushdb();
    redis.disconnect();
  });
  describeQueue(useTestDatabase(), redisUrl);
});
