import { expect, it } from '@jest/globals';
import { organisationNamed } from './stated-organisation.policy.js';

const organisations = [
  { id: 'bridge', name: 'Brücken bauen e. V.', shortName: 'BBV' },
  { id: 'social', name: 'Amt für Soziales', shortName: null },
  { id: 'housing', name: 'Amt für Wohnen', shortName: null },
  { id: 'council', name: 'Amt', shortName: 'Amtsrat' },
];
const withoutCouncil = organisations.slice(0, -1);

it.each(['Brücken bauen e. V.', 'brucken  BAUEN', 'Brücken bauen e.V. Leipzig', 'bbv', 'BBV e. V.'])('“%s” names the organisation', (stated) => {
  expect(organisationNamed(organisations)(stated)).toBe('bridge');
});

it.each([null, '', '  ', 'B', 'Br', 'Brücken bau', 'bauen', 'BBVX', '...', 'e. V.'])('“%s” names none', (stated) => {
  expect(organisationNamed(organisations)(stated)).toBeNull();
});

it.each(['Amt', 'Amt für'])('“%s”, with which several names begin, names none of them', (stated) => {
  expect(organisationNamed(withoutCouncil)(stated)).toBeNull();
});

it('words that are a whole name name that organisation alone, however many others begin so', () => {
  expect([organisationNamed(organisations)('amt'), organisationNamed(organisations)('Amt für Soziales')]).toEqual(['council', 'social']);
});

it('words that several organisations are called by name none of them', () => {
  const twins = [...organisations, { id: 'other-bridge', name: 'Brücken bauen e.V.', shortName: null }, { id: 'short', name: 'Bunte Vielfalt', shortName: 'BBV' }];
  expect(['Brücken bauen e. V.', 'BBV', 'Bunte Vielfalt'].map(organisationNamed(twins))).toEqual([null, null, 'short']);
});
