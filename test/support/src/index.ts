export { ensureTemplateDatabase } from './template-database.js';
export { createTestDatabase, useTestDatabase, type TestDatabase } from './test-database.js';
export { checkout, testServerUrl } from './test-server.js';
