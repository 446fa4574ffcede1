/** What somebody may want to do. */
export const ACTIONS = [
  'edition.read', 'edition.edit', 'edition.adopt', 'section.read', 'section.write', 'process.read', 'process.manage',
  'organisation.read', 'organisation.administer', 'organisation.manage', 'indicator.read', 'observation.record', 'municipality.administer',
  'installation.administer', 'contribution.read', 'contribution.submit', 'contribution.answer', 'gathering.moderate', 'gathering.contribute',
  'inquiry.manage', 'inquiry.answer',
] as const;

export type Action = (typeof ACTIONS)[number];

/** What it is done to, as far as rights depend on it. Callers name every id they know: a right on the process covers its sections. */
export interface Resource {
  readonly municipalityId: string;
  readonly processId?: string | null;
  readonly editionId?: string | null;
  readonly sectionId?: string | null;
  /** For what is done in a gathering of the process. */
  readonly gatheringId?: string | null;
  /** For what is done to one organisation: its people, its contacts. */
  readonly organisationId?: string | null;
  /** Published editions, their sections and processes are readable for everybody. */
  readonly isPublished?: boolean;
}

export type Role = 'administrator' | 'steering' | 'editor' | 'contributor' | 'reviewer' | 'reader' | 'moderator';
export type Scope = 'installation' | 'municipality' | 'process' | 'edition' | 'section' | 'gathering';

/** Stands for the installation as a whole where a grant names a municipality or a scope. */
export const INSTALLATION_ID = '00000000-0000-0000-0000-000000000000';

/** A role on a scope, as it stands in the table of grants. */
export interface GrantFact {
  readonly role: Role;
  readonly scopeKind: Scope;
  readonly scopeId: string;
}

/** Everything that decides what an actor may do in the municipality she acts in. */
export interface Rights {
  readonly municipalityId: string | null;
  /** Whether the acting organisation is one of the municipality's, and the actor belongs to it. */
  readonly isMember: boolean;
  /** The acting organisation, when the actor administers it; null otherwise. */
  readonly administers?: string | null;
  /** The organisation she acts for; null for nobody in particular. */
  readonly actingOrganisationId?: string | null;
  readonly grants: readonly GrantFact[];
  /** What a guest was let in to, while she is: one gathering and the sections of its tables. */
  readonly guest?: GuestRights | null;
}

/** Where somebody may take part without an account. */
export interface GuestRights {
  readonly gatheringId: string;
  readonly sectionIds: readonly string[];
  /** Whether she may write in their texts. */
  readonly mayWrite: boolean;
}

/** Where an action is allowed: in all of the municipality, or in the processes, editions and sections named. */
export interface ScopeFilter {
  readonly all: boolean;
  readonly processIds: readonly string[];
  readonly editionIds: readonly string[];
  readonly sectionIds: readonly string[];
}

/** Nobody in particular: only what is published. */
export const NO_RIGHTS: Rights = { municipalityId: null, isMember: false, grants: [] };

const reading: readonly Action[] = ['edition.read', 'section.read', 'process.read', 'organisation.read', 'indicator.read', 'contribution.read'];

/** The actions of each role, on the scope of its grant. */
export const ROLE_ACTIONS: Readonly<Record<Role, readonly Action[]>> = {
  administrator: ACTIONS,
  steering: ACTIONS,
  editor: [...reading, 'edition.edit', 'section.write', 'observation.record', 'contribution.submit', 'contribution.answer', 'gathering.moderate', 'gathering.contribute'],
  contributor: [...reading, 'section.write', 'contribution.submit', 'gathering.contribute'],
  reviewer: [...reading, 'contribution.submit', 'gathering.contribute'],
  reader: reading,
  // Of one gathering. Its grants on the sections of the tables are what lets her take cards over.
  moderator: ['gathering.moderate', 'gathering.contribute', 'section.read', 'section.write'],
};

/** Every member of an organisation of the municipality may see who there is and what is observed. */
const memberActions: readonly Action[] = ['organisation.read', 'indicator.read'];
const publicActions: readonly Action[] = ['edition.read', 'section.read', 'process.read', 'indicator.read'];

function covers(grant: GrantFact, resource: Resource): boolean {
  if (grant.scopeKind === 'installation') return false;
  if (grant.scopeKind === 'municipality') return grant.scopeId === resource.municipalityId;
  const ids = { process: resource.processId, edition: resource.editionId, section: resource.sectionId, gathering: resource.gatheringId };
  return grant.scopeId === ids[grant.scopeKind];
}

/** A guest takes part in her gathering and in the texts of its tables, and in nothing else. */
function isForGuest({ gatheringId, sectionIds, mayWrite }: GuestRights, action: Action, resource: Resource): boolean {
  if (action === 'gathering.contribute') return resource.gatheringId === gatheringId;
  if (action !== 'section.read' && (action !== 'section.write' || !mayWrite)) return false;
  return typeof resource.sectionId === 'string' && sectionIds.includes(resource.sectionId);
}

/** Whether rights allow an action on a resource. */
export function isAllowed(rights: Rights, action: Action, resource: Resource): boolean {
  // Whoever runs the installation sets municipalities up; what is written in them is none of her business.
  if (action === 'installation.administer') return rights.isMember && rights.grants.some(({ role, scopeKind }) => scopeKind === 'installation' && role === 'administrator');
  if (resource.isPublished === true && publicActions.includes(action)) return true;
  if (rights.guest) return rights.municipalityId === resource.municipalityId && isForGuest(rights.guest, action, resource);
  if (!rights.isMember || rights.municipalityId !== resource.municipalityId) return false;
  if (memberActions.includes(action)) return true;
  if (action === 'organisation.administer' && rights.administers && rights.administers === resource.organisationId) return true;
  // Every member answers what her organisation is asked; a role in the municipality does not.
  if (action === 'inquiry.answer') return Boolean(rights.actingOrganisationId) && rights.actingOrganisationId === resource.organisationId;
  return rights.grants.some((grant) => ROLE_ACTIONS[grant.role].includes(action) && covers(grant, resource));
}

/** The action that tells whether a resource is visible at all, for an action on it. */
export function readActionOf(action: Action): Action {
  if (action.startsWith('section.')) return 'section.read';
  // Whoever may read a concept is told that she may not say something about it, rather than that it does not exist.
  if (action.startsWith('edition.') || action.startsWith('contribution.') || action === 'inquiry.manage') return 'edition.read';
  if (action.startsWith('process.') || action.startsWith('gathering.')) return 'process.read';
  return action === 'observation.record' ? 'indicator.read' : 'organisation.read';
}

/** Whether something is allowed in the whole municipality or in any of its processes. */
export const isAllowedSomewhere = ({ all, processIds }: ScopeFilter): boolean => all || processIds.length > 0;

/** Where an action is allowed, for filters of lists. What is published comes on top. */
export function allowedScopes(rights: Rights, action: Action): ScopeFilter {
  const granted = rights.isMember ? rights.grants.filter((grant) => ROLE_ACTIONS[grant.role].includes(action)) : [];
  const idsOf = (kind: Scope): string[] => [...new Set(granted.filter((grant) => grant.scopeKind === kind).map((grant) => grant.scopeId))];
  const all = idsOf('municipality').some((id) => id === rights.municipalityId) || (rights.isMember && memberActions.includes(action));
  return { all, processIds: idsOf('process'), editionIds: idsOf('edition'), sectionIds: idsOf('section') };
}
