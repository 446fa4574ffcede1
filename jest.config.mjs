import { readFileSync } from 'node:fs';

const swcOptions = { ...JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8')), $schema: undefined, swcrc: false };

/** Every suite runs the TypeScript sources of the workspace packages (export condition `konzeptwerkstatt-source`), as native ES modules. */
const shared = {
  rootDir: '.',
  // Where suites and what they name lie: every other folder would be searched through before each run, node_modules too.
  roots: ['apps', 'libs', 'prisma', 'test', 'tools'].map((folder) => `<rootDir>/${folder}`),
  testEnvironment: '<rootDir>/test/runner/watched.environment.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
  modulePathIgnorePatterns: ['/dist/', '/.nx/', '/.data/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

/** @param minutes after which a suite that has not ended is ended: several times what the longest of them takes */
const project = (displayName, minutes, testMatch) => ({
  ...shared,
  displayName,
  testMatch,
  testEnvironmentOptions: { customExportConditions: ['konzeptwerkstatt-source', 'node', 'node-addons'], minutes },
});

/** A night's runs of the rooms take their time (`npm run test:faults`). */
const collabMinutes = process.env.COLLAB_RUNS === 'nightly' ? 240 : 15;

export default {
  // Tests that wait for something say how long; the rest must not fail because a machine is busy.
  testTimeout: 20_000,
  testSequencer: '<rootDir>/test/runner/longest-first.sequencer.mjs',
  projects: [
    project('unit', 5, ['<rootDir>/{apps,libs}/**/*.spec.ts', '<rootDir>/{tools,test/bench,test/support}/**/*.spec.ts']),
    project('architecture', 5, ['<rootDir>/test/architecture/**/*.spec.ts']),
    project('integration', 10, ['<rootDir>/{apps,libs,prisma}/**/*.int-spec.ts']),
    // Of the rooms only what waits and measures nothing; the rest wants the machine for itself.
    project('e2e', 15, ['<rootDir>/test/{e2e,collab}/**/*.e2e-spec.ts']),
    project('collab', collabMinutes, ['<rootDir>/test/collab/**/*.collab-spec.ts']),
    project('office', 15, ['<rootDir>/test/office/**/*.office-spec.ts']),
    project('redis', 10, ['<rootDir>/{apps,libs,test}/**/*.redis-spec.ts']),
    project('web', 20, ['<rootDir>/test/web/**/*.web-spec.ts']),
  ],
};
