import { describe, expect, it } from '@jest/globals';
import { tidyVersion, versionProblems } from './version.policy.js';

const problemsOf = (name: string): string[] => versionProblems(tidyVersion({ name, reason: null })).map(({ code }) => code);

describe('the name of a version', () => {
  it.each(['', '   ', '\u200b', '\u202e \u2060', '\ufeff\u200d'])('must show something: %j does not', (name) => {
    expect(problemsOf(name)).toEqual(['NAME_REQUIRED']);
  });

  it.each(['Stand', 'نسخة', '😀', '👩\u200d👧', '1', '…'])('may be %s', (name) => {
    expect(problemsOf(name)).toEqual([]);
  });
});
