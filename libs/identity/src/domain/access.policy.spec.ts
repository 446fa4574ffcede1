import { describe, expect, it } from '@jest/globals';
import { ACTIONS, allowedScopes, INSTALLATION_ID, isAllowed, NO_RIGHTS, readActionOf, type Action, type GrantFact, type Resource, type Rights, type Role } from './access.policy.js';

const resource: Resource = { municipalityId: 'm', processId: 'p', editionId: 'e', sectionId: 's' };
const rightsWith = (...grants: GrantFact[]): Rights => ({ municipalityId: 'm', isMember: true, grants });
const onProcess = (role: Role): Rights => rightsWith({ role, scopeKind: 'process', scopeId: 'p' });

const read = ['edition.read', 'section.read', 'process.read', 'organisation.read', 'indicator.read', 'contribution.read'];
/** What each role may do in its process, spelled out on purpose: a change of the policy has to be made twice. */
const table: Readonly<Record<Role, readonly string[]>> = {
  administrator: [...read, 'edition.edit', 'edition.adopt', 'section.write', 'process.manage', 'observation.record', 'organisation.administer', 'organisation.manage', 'municipality.administer', 'contribution.submit', 'contribution.answer', 'gathering.moderate', 'gathering.contribute', 'inquiry.manage'],
  steering: [...read, 'edition.edit', 'edition.adopt', 'section.write', 'process.manage', 'observation.record', 'organisation.administer', 'organisation.manage', 'municipality.administer', 'contribution.submit', 'contribution.answer', 'gathering.moderate', 'gathering.contribute', 'inquiry.manage'],
  editor: [...read, 'edition.edit', 'section.write', 'observation.record', 'contribution.submit', 'contribution.answer', 'gathering.moderate', 'gathering.contribute'],
  contributor: [...read, 'section.write', 'contribution.submit', 'gathering.contribute'],
  reviewer: [...read, 'contribution.submit', 'gathering.contribute'],
  reader: read,
  moderator: ['section.read', 'section.write', 'organisation.read', 'indicator.read', 'gathering.moderate', 'gathering.contribute'],
};

const cases = (Object.keys(table) as Role[]).flatMap((role) => ACTIONS.map((action): [Role, Action, boolean] => [role, action, table[role].includes(action)]));

describe('a role in a process', () => {
  it.each(cases)('of %s: %s is %s', (role, action, expected) => {
    expect(isAllowed(onProcess(role), action, resource)).toBe(expected);
  });

  it('says nothing about another process, edition or section', () => {
    expect(isAllowed(onProcess('steering'), 'section.write', { ...resource, processId: 'other' })).toBe(false);
    const inSection = rightsWith({ role: 'contributor', scopeKind: 'section', scopeId: 's' });
    expect(isAllowed(inSection, 'section.write', resource)).toBe(true);
    expect(isAllowed(inSection, 'section.write', { ...resource, sectionId: 'other' })).toBe(false);
  });

  it('does not reach what concerns the whole municipality', () => {
    expect(isAllowed(onProcess('steering'), 'municipality.administer', { municipalityId: 'm' })).toBe(false);
    expect(isAllowed(onProcess('steering'), 'organisation.administer', { municipalityId: 'm', organisationId: 'o' })).toBe(false);
    expect(isAllowed(onProcess('editor'), 'observation.record', { municipalityId: 'm' })).toBe(false);
  });

  it('ends with the membership', () => {
    expect(isAllowed({ ...onProcess('administrator'), isMember: false }, 'section.read', resource)).toBe(false);
  });
});

describe('a role in the municipality', () => {
  const administrator = rightsWith({ role: 'administrator', scopeKind: 'municipality', scopeId: 'm' });

  it('reaches everything in it, but for answers in the name of others', () => {
    expect(ACTIONS.filter((action) => !isAllowed(administrator, action, resource))).toEqual(['installation.administer', 'inquiry.answer']);
  });

  it('reaches nothing in another one, even with a grant that names it', () => {
    const strayed = rightsWith({ role: 'administrator', scopeKind: 'municipality', scopeId: 'other' });
    for (const action of ACTIONS) expect(isAllowed(strayed, action, { ...resource, municipalityId: 'other' })).toBe(false);
    for (const action of ACTIONS) expect(isAllowed(administrator, action, { ...resource, municipalityId: 'other' })).toBe(false);
  });
});

describe('an administrator of an organisation', () => {
  const chair: Rights = { ...rightsWith(), administers: 'o' };

  it('says who belongs to it, and nothing of another one or of the municipality', () => {
    expect(isAllowed(chair, 'organisation.administer', { municipalityId: 'm', organisationId: 'o' })).toBe(true);
    expect(isAllowed(chair, 'organisation.administer', { municipalityId: 'm', organisationId: 'other' })).toBe(false);
    expect(isAllowed(chair, 'organisation.administer', { municipalityId: 'm' })).toBe(false);
    expect(isAllowed(chair, 'organisation.manage', { municipalityId: 'm', organisationId: 'o' })).toBe(false);
    expect(isAllowed({ ...chair, isMember: false }, 'organisation.administer', { municipalityId: 'm', organisationId: 'o' })).toBe(false);
  });
});

describe('a role in the installation', () => {
  it('lets set municipalities up, and nothing in any of them', () => {
    const rights = rightsWith({ role: 'administrator', scopeKind: 'installation', scopeId: INSTALLATION_ID });
    expect(ACTIONS.filter((action) => isAllowed(rights, action, resource))).toEqual(['organisation.read', 'indicator.read', 'installation.administer']);
    expect(isAllowed({ ...rights, isMember: false }, 'installation.administer', resource)).toBe(false);
  });
});

describe('without any role', () => {
  it.each(ACTIONS.map((action) => [action, ['organisation.read', 'indicator.read'].includes(action)] as const))('a member: %s is %s', (action, expected) => {
    expect(isAllowed(rightsWith(), action, resource)).toBe(expected);
  });

  it.each(ACTIONS.map((action) => [action, ['edition.read', 'section.read', 'process.read', 'indicator.read'].includes(action)] as const))('nobody in particular, of what is published: %s is %s', (action, expected) => {
    expect(isAllowed(NO_RIGHTS, action, { ...resource, isPublished: true })).toBe(expected);
    expect(isAllowed(NO_RIGHTS, action, resource)).toBe(false);
  });
});

describe('the filter of a list', () => {
  it('names the scopes where the action is allowed', () => {
    const rights = rightsWith(
      { role: 'contributor', scopeKind: 'section', scopeId: 's' }, { role: 'reader', scopeKind: 'process', scopeId: 'p' }, { role: 'editor', scopeKind: 'edition', scopeId: 'e' },
    );
    expect(allowedScopes(rights, 'section.write')).toEqual({ all: false, processIds: [], editionIds: ['e'], sectionIds: ['s'] });
    expect(allowedScopes(rights, 'edition.read')).toEqual({ all: false, processIds: ['p'], editionIds: ['e'], sectionIds: ['s'] });
  });

  it('says all for a role in the municipality, and for what every member may see', () => {
    expect(allowedScopes(rightsWith({ role: 'steering', scopeKind: 'municipality', scopeId: 'm' }), 'edition.read').all).toBe(true);
    expect(allowedScopes(rightsWith(), 'indicator.read').all).toBe(true);
    expect(allowedScopes(NO_RIGHTS, 'indicator.read').all).toBe(false);
  });
});

describe('whether something is visible', () => {
  it.each([['section.write', 'section.read'], ['edition.edit', 'edition.read'], ['contribution.submit', 'edition.read'], ['contribution.answer', 'edition.read'], ['process.manage', 'process.read'], ['observation.record', 'indicator.read'], ['municipality.administer', 'organisation.read']] as const)(
    'is asked for %s by %s', (action, expected) => expect(readActionOf(action)).toBe(expected),
  );
});

describe('what an organisation is asked', () => {
  const asked: Resource = { municipalityId: 'm', organisationId: 'o' };
  const acting = (organisationId: string | null, more: Partial<Rights> = {}): Rights => ({ municipalityId: 'm', isMember: true, actingOrganisationId: organisationId, grants: [], ...more });

  it('is answered by its members alone, not by the office', () => {
    expect(isAllowed(acting('o'), 'inquiry.answer', asked)).toBe(true);
    expect(isAllowed(acting('other'), 'inquiry.answer', asked)).toBe(false);
    expect(isAllowed(acting('other', { grants: [{ role: 'administrator', scopeKind: 'municipality', scopeId: 'm' }] }), 'inquiry.answer', asked)).toBe(false);
    expect(isAllowed(acting('o', { isMember: false }), 'inquiry.answer', asked)).toBe(false);
    expect(isAllowed(acting(null), 'inquiry.answer', { municipalityId: 'm' })).toBe(false);
  });
});

describe('a guest of a gathering', () => {
  const guest: Rights = { municipalityId: 'm', isMember: false, grants: [], guest: { gatheringId: 'g', sectionIds: ['s'], mayWrite: true } };
  const here: Resource = { ...resource, gatheringId: 'g' };
  const allowed = (rights: Rights, at: Resource): string[] => ACTIONS.filter((action) => isAllowed(rights, action, at));

  it('writes cards in it, and reads and writes the texts of its tables', () => {
    expect(allowed(guest, here)).toEqual(['section.read', 'section.write', 'gathering.contribute']);
  });

  it('only reads them where the gathering wants no more', () => {
    expect(allowed({ ...guest, guest: { gatheringId: 'g', sectionIds: ['s'], mayWrite: false } }, here)).toEqual(['section.read', 'gathering.contribute']);
  });

  it.each([
    ['another gathering', { ...here, gatheringId: 'other' }, ['section.read', 'section.write']], ['another section', { ...here, sectionId: 'other' }, ['gathering.contribute']],
    ['the concept as a whole', { municipalityId: 'm', processId: 'p', editionId: 'e' }, []], ['another municipality', { ...here, municipalityId: 'other' }, []],
  ])('in %s may do no more', (_words, at, expected) => {
    expect(allowed(guest, at)).toEqual(expected);
  });

  it('may do nothing once the door is closed or she is blocked', () => {
    expect(allowed({ ...guest, guest: null }, here)).toEqual([]);
  });
});

describe('a moderator of a gathering', () => {
  const rights: Rights = { municipalityId: 'm', isMember: true, grants: [{ role: 'moderator', scopeKind: 'gathering', scopeId: 'g' }, { role: 'moderator', scopeKind: 'section', scopeId: 's' }] };
  it.each<[Action, Resource, boolean]>([
    ['gathering.moderate', { municipalityId: 'm', processId: 'p', gatheringId: 'g' }, true],
    ['gathering.moderate', { municipalityId: 'm', processId: 'p', gatheringId: 'other' }, false],
    ['gathering.moderate', { municipalityId: 'other', processId: 'p', gatheringId: 'g' }, false],
    ['section.write', { municipalityId: 'm', processId: 'p', editionId: 'e', sectionId: 's' }, true],
    ['section.write', { municipalityId: 'm', processId: 'p', editionId: 'e', sectionId: 'other' }, false],
    ['process.manage', { municipalityId: 'm', processId: 'p', gatheringId: 'g' }, false],
    ['contribution.answer', { municipalityId: 'm', processId: 'p', editionId: 'e', sectionId: 's' }, false],
  ])('%s on %j: %s', (action, resourceAsked, expected) => {
    expect(isAllowed(rights, action, resourceAsked)).toBe(expected);
  });
});
