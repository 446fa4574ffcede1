import { expect, it } from '@jest/globals';
import { namesOrganisation } from './stated-organisation.policy.js';

const organisation = { name: 'Brücken bauen e. V.', shortName: 'BBV' };

it.each(['Brücken bauen e. V.', 'brucken  BAUEN', 'Brücken bauen e.V. Leipzig', 'bbv', 'BBV e. V.'])('“%s” names the organisation', (stated) => {
  expect(namesOrganisation(stated, organisation)).toBe(true);
});

it.each([null, '', '  ', 'B', 'Br', 'Brücken bau', 'bauen', 'BBVX', '...'])('“%s” does not', (stated) => {
  expect(namesOrganisation(stated, organisation)).toBe(false);
});

it('an organisation without a short name is known by its name only', () => {
  expect([namesOrganisation('Amt', { name: 'Amt für Soziales', shortName: null }), namesOrganisation('e. V.', { name: 'Amt für Soziales', shortName: null })]).toEqual([true, false]);
});
