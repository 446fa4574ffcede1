import TestSequencer from '@jest/test-sequencer';

/**
 * Suites that take several times as long as the others. Where no earlier run has told Jest how long each takes, it begins with the
 * largest files; one of these begun last would keep one worker busy and the others idle.
 */
const longest = ['every-page.web-spec.ts', 'every-page-in-arabic.web-spec.ts', 'crash.e2e-spec.ts', 'access-matrix.e2e-spec.ts', 'bad-network.web-spec.ts', 'people-come-in.web-spec.ts', 'workspace.spec.ts', 'backup.int-spec.ts', 'half-open.e2e-spec.ts', 'slow-reader.e2e-spec.ts'];

const rank = ({ path }) => {
  const place = longest.findIndex((name) => path.endsWith(`/${name}`));
  return place === -1 ? longest.length : place;
};

/** Jest's own order, with those first. */
export default class LongestFirst extends TestSequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((one, other) => rank(one) - rank(other));
  }
}
