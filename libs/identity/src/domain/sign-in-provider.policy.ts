import { isStorableText, isUuid, type UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { PROVIDER_ROLES, type GroupSettings, type ProviderRole, type ProviderRule } from './provider-access.policy.js';

/** How a municipality's provider is set up. */
export interface ProviderFacts extends GroupSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly label: string;
  readonly createsAccounts: boolean;
  readonly isEnabled: boolean;
}

/** As an administrator entered it. */
export interface ProviderDraft extends ProviderFacts {
  /** Null keeps the one that is stored. */
  readonly clientSecret: string | null;
}

export const [MAX_LABEL_LENGTH, MAX_RULES, MAX_REQUIRED_GROUPS] = [60, 100, 50];
const MAX_TEXT = 500;

const problem = (code: string, message: string, path: string, params?: UserErrorDetail['params']): UserErrorDetail => ({ code, message, path: [path], ...(params ? { params } : {}) });
const isGood = (text: string, max = MAX_TEXT): boolean => text.trim().length <= max && isStorableText(text);

/** An issuer as the standard has it: a URL without query, fragment, name or password. Whether it may be asked depends on the installation. */
export function isIssuer(text: string): boolean {
  if (!URL.canParse(text) || text.length > MAX_TEXT) return false;
  const { protocol, search, hash, username, password } = new URL(text);
  return ['https:', 'http:'].includes(protocol) && search === '' && hash === '' && username === '' && password === '' && !text.includes('?') && !text.includes('#');
}

/** Without blanks around, and groups only once. */
export function tidyProvider(draft: ProviderDraft): ProviderDraft {
  const tidyGroups = (groups: readonly string[]): string[] => [...new Set(groups.map((group) => group.trim()).filter((group) => group !== ''))];
  const [groupsClaim, clientSecret] = [draft.groupsClaim?.trim() ?? '', draft.clientSecret?.trim() ?? ''];
  return {
    ...draft, issuer: draft.issuer.trim(), clientId: draft.clientId.trim(), label: draft.label.trim(), groupsClaim: groupsClaim === '' ? null : groupsClaim, clientSecret: clientSecret === '' ? null : clientSecret,
    requiredGroups: tidyGroups(draft.requiredGroups), rules: draft.rules.map((rule) => ({ ...rule, group: rule.group.trim() })),
  };
}

function groupErrors({ groupsClaim, requiredGroups, rules }: GroupSettings): UserErrorDetail[] {
  const needsClaim = groupsClaim === null && (requiredGroups.length > 0 || rules.some(({ group }) => group !== ''));
  return [
    ...(needsClaim ? [problem('CLAIM_REQUIRED', 'Bitte geben Sie an, in welchem Feld der Anmeldedienst die Gruppen nennt.', 'groupsClaim')] : []),
    ...(groupsClaim !== null && !isGood(groupsClaim, 200) ? [problem('TEXT_NOT_STORABLE', 'Dieser Name ist zu lang oder enthält Zeichen, die nicht gespeichert werden können.', 'groupsClaim')] : []),
    ...(requiredGroups.length > MAX_REQUIRED_GROUPS || !requiredGroups.every((group) => isGood(group)) ? [problem('GROUPS_INVALID', `Höchstens ${MAX_REQUIRED_GROUPS} Gruppen sind möglich.`, 'requiredGroups', { max: MAX_REQUIRED_GROUPS })] : []),
    ...(rules.length > MAX_RULES || !rules.every(({ group }) => isGood(group)) ? [problem('RULES_INVALID', `Höchstens ${MAX_RULES} Zuordnungen sind möglich.`, 'rules', { max: MAX_RULES })] : []),
  ];
}

/** Everything that is wrong with a (tidy) draft, for the form to show at once. */
export function providerErrors(draft: ProviderDraft): UserErrorDetail[] {
  const { issuer, clientId, clientSecret, label } = draft;
  return [
    ...(isIssuer(issuer) ? [] : [problem('ISSUER_INVALID', 'Bitte geben Sie die vollständige Adresse des Anmeldedienstes an, zum Beispiel https://login.stadt.de/realms/stadt.', 'issuer')]),
    ...(clientId !== '' && isGood(clientId) ? [] : [problem('CLIENT_ID_REQUIRED', 'Bitte geben Sie die Client-ID an, unter der diese Installation dort eingetragen ist.', 'clientId')]),
    ...(clientSecret === null || isGood(clientSecret) ? [] : [problem('TEXT_NOT_STORABLE', 'Dieses Geheimnis ist zu lang oder enthält Zeichen, die nicht gespeichert werden können.', 'clientSecret')]),
    ...(label !== '' && isGood(label, MAX_LABEL_LENGTH) ? [] : [problem('LABEL_REQUIRED', `Bitte geben Sie an, was auf dem Knopf stehen soll; höchstens ${MAX_LABEL_LENGTH} Zeichen.`, 'label', { max: MAX_LABEL_LENGTH })]),
    ...groupErrors(draft),
  ];
}

const isRole = (role: unknown): role is ProviderRole => PROVIDER_ROLES.includes(role as ProviderRole);

/** Rules as they stand in the database. */
export function storedRules(value: unknown): ProviderRule[] {
  return (Array.isArray(value) ? (value as unknown[]) : []).flatMap((rule) => {
    const { group, organisationId, role } = (rule ?? {}) as Readonly<Record<string, unknown>>;
    return typeof group === 'string' && typeof organisationId === 'string' && isUuid(organisationId) && isRole(role) ? [{ group, organisationId, role }] : [];
  });
}

/** Groups as they stand in the database. */
export const storedGroups = (value: unknown): string[] => (Array.isArray(value) ? (value as unknown[]) : []).filter((group) => typeof group === 'string');
