import { readFileSync } from 'node:fs';

const swcOptions = { ...JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8')), $schema: undefined, swcrc: false };

/** Every suite runs the TypeScript sources of the workspace packages (export condition `konzeptwerkstatt-source`), as native ES modules. */
const shared = {
  rootDir: '.',
  // Where suites and what they name lie: every other folder would be searched through before each run, node_modules too.
  roots: ['apps', 'libs', 'prisma', 'test', 'tools'].map((folder) => `<rootDir>/${folder}`),
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['konzeptwerkstatt-source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
  modulePathIgnorePatterns: ['/dist/', '/.nx/', '/.data/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

const project = (displayName, testMatch, extra = {}) => ({ ...shared, displayName, testMatch, ...extra });

export default {
  // Tests that wait for something say how long; the rest must not fail because a machine is busy.
  testTimeout: 20_000,
  testSequencer: '<rootDir>/test/longest-first.sequencer.mjs',
  projects: [
    project('unit', ['<rootDir>/{apps,libs}/**/*.spec.ts', '<rootDir>/{tools,test/bench,test/support}/**/*.spec.ts']),
    project('architecture', ['<rootDir>/test/architecture/**/*.spec.ts']),
    project('integration', ['<rootDir>/{apps,libs,prisma}/**/*.int-spec.ts']),
    // Of the rooms only what waits and measures nothing; the rest wants the machine for itself.
    project('e2e', ['<rootDir>/test/{e2e,collab}/**/*.e2e-spec.ts']),
    project('collab', ['<rootDir>/test/collab/**/*.collab-spec.ts']),
    project('redis', ['<rootDir>/{apps,libs,test}/**/*.redis-spec.ts']),
    project('web', ['<rootDir>/test/web/**/*.web-spec.ts']),
  ],
};
