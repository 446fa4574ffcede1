import { expect, it } from '@jest/globals';
import { organisationsNamed } from './stated-organisation.policy.js';

const organisations = [
  { id: 'bridge', name: 'Brücken bauen e. V.', shortName: 'BBV' },
  { id: 'social', name: 'Amt für Soziales', shortName: null },
  { id: 'housing', name: 'Amt für Wohnen', shortName: null },
  { id: 'council', name: 'Amt', shortName: 'Amtsrat' },
];
const withoutCouncil = organisations.slice(0, -1);

it.each(['Brücken bauen e. V.', 'brucken  BAUEN', 'Brücken bauen e.V. Leipzig', 'bbv', 'BBV e. V.'])('“%s” names the organisation', (stated) => {
  expect(organisationsNamed(organisations)(stated)).toEqual(['bridge']);
});

it.each([null, '', '  ', 'B', 'Br', 'Brücken bau', 'bauen', 'BBVX', '...', 'e. V.'])('“%s” names none', (stated) => {
  expect(organisationsNamed(organisations)(stated)).toEqual([]);
});

it.each(['Amt', 'Amt für'])('“%s”, with which several names begin, names none of them', (stated) => {
  expect(organisationsNamed(withoutCouncil)(stated)).toEqual([]);
});

it('words that are a whole name name that organisation alone, however many others begin so', () => {
  expect([organisationsNamed(organisations)('amt'), organisationsNamed(organisations)('Amt für Soziales')]).toEqual([['council'], ['social']]);
});
