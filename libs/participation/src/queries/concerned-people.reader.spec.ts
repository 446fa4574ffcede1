import { expect, it, jest } from '@jest/globals';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { IdentityReader } from '@konzeptwerkstatt/identity';
import type { Contribution } from '../domain/contribution.js';
import { ConcernedPeople } from './concerned-people.reader.js';
import type { ContributionAccess } from './contribution.access.js';

const tx = {} as Transaction;
const contribution = (id: string, part: Partial<Contribution> = {}) =>
  ({ id, municipalityId: 'town', editionId: 'edition', sectionId: 'section', contributorId: null, organisationId: 'club', ...part }) as Contribution;

/** Two people in each organisation, of whom the first may read what stands in “section”. */
function people() {
  const membersOf = jest.fn((_tx: unknown, _municipalityId: string, organisationId: string) => Promise.resolve([{ personId: `${organisationId}-reader`, role: 'member' }, { personId: `${organisationId}-other`, role: 'member' }]));
  const readersAmong = jest.fn((_tx: unknown, { sectionId }: Contribution, ids: readonly string[]) => Promise.resolve(new Set(sectionId === 'section' ? ids.slice(0, 1) : [])));
  const concerned = new ConcernedPeople({ membersOf } as unknown as IdentityReader, { readersAmong } as unknown as ContributionAccess);
  return { concerned, membersOf, readersAmong };
}
const personIds = (concerned: readonly { readonly personIds: readonly string[] }[]) => concerned.map((one) => one.personIds);

it('of an organisation only those are concerned who may read it, or made it', async () => {
  const { concerned } = people();
  const [own, foreign, elsewhere] = [contribution('1', { contributorId: 'office-other' }), contribution('2'), contribution('3', { sectionId: 'hidden' })];
  expect(personIds(await concerned.readersOf(tx, [own, foreign, elsewhere], 'office'))).toEqual([['office-reader', 'office-other'], ['office-reader'], []]);
});

it('behind a contribution stand whoever made it and those of the organisation who may read it, each once', async () => {
  const { concerned } = people();
  const made = [contribution('1', { contributorId: 'club-reader' }), contribution('2', { contributorId: 'somebody' }), contribution('3', { contributorId: 'somebody', organisationId: null })];
  expect(personIds(await concerned.behind(tx, made))).toEqual([['club-reader'], ['somebody', 'club-reader'], ['somebody']]);
});

it('people and their rights are asked once for all that stand at the same place', async () => {
  const { concerned, membersOf, readersAmong } = people();
  await concerned.readersOf(tx, [contribution('1'), contribution('2', { contributorId: 'office-other' }), contribution('3', { sectionId: 'hidden' })], 'office');
  expect([membersOf.mock.calls.length, readersAmong.mock.calls.length]).toEqual([1, 2]);
});
