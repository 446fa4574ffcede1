/** What needs no test runner, for benchmarks too. */
export { freePort } from './free-port.js';
export { RedisProcess } from './redis-process.js';
