import { expect, it } from '@jest/globals';
import { isIssuer, providerErrors, storedRules, tidyProvider, type ProviderDraft } from './sign-in-provider.policy.js';

const draft: ProviderDraft = { issuer: 'https://login.stadt.example/realms/stadt', clientId: 'konzept', clientSecret: null, label: 'Stadt', groupsClaim: null, requiredGroups: [], createsAccounts: false, isEnabled: true, rules: [] };
const codes = (change: Partial<ProviderDraft>): string[] => providerErrors(tidyProvider({ ...draft, ...change })).map(({ code, path }) => `${code} at ${path.join('.')}`);

it.each(['', 'login.stadt.example', 'ftp://a.example', 'https://a.example/?x=1', 'https://a.example/#x', 'https://a.example/?', 'https://n:p@a.example', 'javascript:alert(1)'])('%p is no issuer', (issuer) => {
  expect(isIssuer(issuer)).toBe(false);
});

it('a draft with everything is good, and one with nothing is told all at once', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ issuer: ' ', clientId: ' ', label: ' ' })).toEqual(['ISSUER_INVALID at issuer', 'CLIENT_ID_REQUIRED at clientId', 'LABEL_REQUIRED at label']);
  expect(codes({ label: 'x'.repeat(61), clientId: 'a\u0000b', clientSecret: 'a\u0000b' })).toEqual(['CLIENT_ID_REQUIRED at clientId', 'TEXT_NOT_STORABLE at clientSecret', 'LABEL_REQUIRED at label']);
});

it('groups need the name of their claim; a rule for everybody does not', () => {
  const organisationId = '01900000-0000-7000-8000-000000000000';
  expect(codes({ requiredGroups: ['amt'] })).toEqual(['CLAIM_REQUIRED at groupsClaim']);
  expect(codes({ rules: [{ group: 'amt', organisationId, role: 'member' }] })).toEqual(['CLAIM_REQUIRED at groupsClaim']);
  expect(codes({ rules: [{ group: ' ', organisationId, role: 'member' }] })).toEqual([]);
  expect(codes({ groupsClaim: 'groups', requiredGroups: Array.from({ length: 51 }, (_, index) => `g${index}`) })).toEqual(['GROUPS_INVALID at requiredGroups']);
});

it('what is stored is read as what it is, and nothing else', () => {
  const rule = { group: 'amt', organisationId: '01900000-0000-7000-8000-000000000000', role: 'member' };
  expect(storedRules([rule, null, { ...rule, role: 'owner' }, { ...rule, organisationId: 'x' }, 7])).toEqual([rule]);
  expect(storedRules({})).toEqual([]);
});
