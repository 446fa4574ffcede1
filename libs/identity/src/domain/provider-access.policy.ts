/** What a group gives in an organisation: belonging to it, administering it, or administering the municipality as one of its administration. */
export const PROVIDER_ROLES = ['member', 'organisation_administrator', 'municipality_administrator'] as const;
export type ProviderRole = (typeof PROVIDER_ROLES)[number];

/** Who is in the group belongs to the organisation; an empty group means everybody who may sign in. */
export interface ProviderRule {
  readonly group: string;
  readonly organisationId: string;
  readonly role: ProviderRole;
}

/** What an administrator has set about groups. */
export interface GroupSettings {
  readonly groupsClaim: string | null;
  readonly requiredGroups: readonly string[];
  readonly rules: readonly ProviderRule[];
}

/** A place in an organisation that groups give. */
export interface GivenPlace {
  readonly organisationId: string;
  readonly role: 'member' | 'administrator';
}

/** What somebody's groups come to. */
export interface ProviderAccess {
  readonly isAdmitted: boolean;
  /** One per organisation, with the most that any group gives there. */
  readonly places: readonly GivenPlace[];
  /** Organisations of the administration for which the groups let her administer the municipality. */
  readonly administersFor: readonly string[];
}

/** More groups than any person has; the rest of a longer list does not count. */
const MAX_GROUPS = 2_000;

/** Groups are written with and without a leading slash; `/a/b` stays another one than `b`. */
const plain = (group: string): string => group.trim().replace(/^\//, '');

/**
 * The groups in what a provider says of a person.
 * @param claim name of the claim, with dots for what is nested (`realm_access.roles`); a name that itself has dots is found first
 */
export function groupsIn(claims: Readonly<Record<string, unknown>>, claim: string | null): string[] {
  if (claim === null) return [];
  const step = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined);
  const value = Object.hasOwn(claims, claim) ? claims[claim] : claim.split('.').reduce<unknown>(step, claims);
  return [value].flat().filter((group) => typeof group === 'string').slice(0, MAX_GROUPS).map(plain);
}

/** What the groups of somebody come to by the settings. Who is not admitted gets nothing. */
export function accessFrom({ requiredGroups, rules }: GroupSettings, groups: readonly string[]): ProviderAccess {
  const held = new Set(groups.map(plain));
  if (requiredGroups.length > 0 && !requiredGroups.some((group) => held.has(plain(group)))) return { isAdmitted: false, places: [], administersFor: [] };
  const places = new Map<string, GivenPlace['role']>();
  const given = rules.filter(({ group }) => group === '' || held.has(plain(group)));
  for (const { organisationId, role } of given) {
    if (role === 'organisation_administrator') places.set(organisationId, 'administrator');
    else if (!places.has(organisationId)) places.set(organisationId, 'member');
  }
  return {
    isAdmitted: true,
    places: [...places].map(([organisationId, role]) => ({ organisationId, role })),
    administersFor: [...new Set(given.filter(({ role }) => role === 'municipality_administrator').map(({ organisationId }) => organisationId))],
  };
}
