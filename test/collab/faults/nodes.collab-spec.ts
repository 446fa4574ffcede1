import { describe } from '@jest/globals';
import { usePlainDatabase } from '@konzeptwerkstatt/test-support';
import { describeNodes } from './nodes-behaviour.js';

const database = usePlainDatabase();

describe('two nodes on one database', () => {
  // Without Redis the database itself tells them of each other.
  describeNodes(database, () => ({ REDIS_URL: '' }));
});
