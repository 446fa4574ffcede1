import { describe } from '@jest/globals';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { describeQueue } from '../test/queue-behaviour.js';

describe('a queue on PostgreSQL', () => {
  describeQueue(useTestDatabase());
});
