import { describe, expect, it } from '@jest/globals';
import { accessFrom, groupsIn, type ProviderRule } from './provider-access.policy.js';

const rule = (group: string, organisationId: string, role: ProviderRule['role'] = 'member'): ProviderRule => ({ group, organisationId, role });
const settings = (rules: readonly ProviderRule[], requiredGroups: readonly string[] = []) => ({ groupsClaim: 'groups', requiredGroups, rules });

describe('groups', () => {
  it('are found under a name, a path, or a name with dots, as a list or alone', () => {
    expect(groupsIn({ groups: ['/integration', 'rat'] }, 'groups')).toEqual(['integration', 'rat']);
    expect(groupsIn({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
    expect(groupsIn({ 'https://stadt.example/groups': ['b'] }, 'https://stadt.example/groups')).toEqual(['b']);
    expect(groupsIn({ groups: 'allein' }, 'groups')).toEqual(['allein']);
  });

  it.each([[{ groups: { a: 1 } }], [{ groups: [1, null, { name: 'x' }] }], [{ groups: null }], [{}], [JSON.parse('{"__proto__": {"groups": ["x"]}}') as Record<string, unknown>]])(
    'that are none of these count as none: %j', (claims) => expect(groupsIn(claims, 'groups')).toEqual([]));

  it('do not count when no claim is set', () => expect(groupsIn({ groups: ['a'] }, null)).toEqual([]));
});

describe('what groups give', () => {
  it('is a place per organisation, with the most of all groups', () => {
    const access = accessFrom(settings([rule('amt', 'o1'), rule('leitung', 'o1', 'organisation_administrator'), rule('amt', 'o2'), rule('rat', 'o3')]), ['amt', 'leitung']);
    expect(access).toEqual({ isAdmitted: true, places: [{ organisationId: 'o1', role: 'administrator' }, { organisationId: 'o2', role: 'member' }], administersFor: [] });
  });

  it('is the same whatever the order of the rules', () => {
    expect(accessFrom(settings([rule('leitung', 'o1', 'organisation_administrator'), rule('amt', 'o1')]), ['amt', 'leitung']).places).toEqual([{ organisationId: 'o1', role: 'administrator' }]);
  });

  it('can be the municipality, and a rule without a group is for everybody', () => {
    expect(accessFrom(settings([rule('', 'o1'), rule('admins', 'o1', 'municipality_administrator')]), ['/admins'])).toEqual({ isAdmitted: true, places: [{ organisationId: 'o1', role: 'member' }], administersFor: ['o1'] });
    expect(accessFrom(settings([rule('', 'o1')]), [])).toMatchObject({ places: [{ organisationId: 'o1', role: 'member' }] });
  });

  it('is nothing for whoever is in none of the groups that may sign in', () => {
    expect(accessFrom(settings([rule('', 'o1')], ['amt']), ['rat', 'amt/unter'])).toEqual({ isAdmitted: false, places: [], administersFor: [] });
    expect(accessFrom(settings([rule('', 'o1')], ['/amt']), ['amt']).isAdmitted).toBe(true);
  });
});
