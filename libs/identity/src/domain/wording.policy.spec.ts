import { expect, it } from '@jest/globals';
import { labelsToStore, storedLabelList, storedTermList, termsToStore, wordingErrors } from './wording.policy.js';

const own = { key: 'measure', one: ' Vorhaben ', many: 'Vorhaben' } as const;
const empty = { key: 'indicator', one: '', many: '' } as const;

it('own words come back as they were given, without those left empty', () => {
  expect(wordingErrors([own, empty], [])).toEqual([]);
  expect(storedTermList(termsToStore([own, empty]))).toEqual([{ key: 'measure', one: 'Vorhaben', many: 'Vorhaben' }]);
  expect(storedLabelList(labelsToStore([{ kind: 'concept', label: ' Vielfaltskonzept ' }, { kind: 'guidelines', label: '' }]))).toEqual([{ kind: 'concept', label: 'Vielfaltskonzept' }]);
});

it('a word needs both its forms, and an end', () => {
  expect(wordingErrors([{ ...own, many: '' }], [])).toMatchObject([{ code: 'TERM_INCOMPLETE', path: ['terms', 'measure'] }]);
  expect(wordingErrors([{ ...own, one: 'x'.repeat(61) }], [{ kind: 'concept', label: 'x'.repeat(61) }]).map(({ code }) => code)).toEqual(['WORD_TOO_LONG', 'WORD_TOO_LONG']);
});
