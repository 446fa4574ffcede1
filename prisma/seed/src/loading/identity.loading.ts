import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { CityContent, OrganisationContent } from '../content/city-content.js';

/** Origin of grants that belong to the demonstration itself. */
const ORIGIN = 'demonstration.account';

/** Parents before their offices. */
function inOrder(organisations: readonly OrganisationContent[]): readonly OrganisationContent[] {
  const depth = ({ parent }: OrganisationContent): number => {
    const above = parent === undefined ? undefined : organisations.find((candidate) => candidate.key === parent);
    return above === undefined ? 0 : 1 + depth(above);
  };
  return organisations.toSorted((one, other) => depth(one) - depth(other));
}

async function insertOrganisations(tx: Transaction, municipalityId: string, organisations: readonly OrganisationContent[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(organisations.map(({ key }) => [key, newId()]));
  const idOf = (key: string): string => ids.get(key) as string;
  for (const { key, kind, name, shortName, parent, example, reach } of inOrder(organisations)) {
    await tx.organisation.create({
      data: { id: idOf(key), municipalityId, kind, name, shortName: shortName ?? null, parentId: parent === undefined ? null : idOf(parent), mailbox: reach?.mailbox ?? null, isExample: example },
    });
    if (reach !== undefined) await tx.organisationContact.create({ data: { id: newId(), municipalityId, organisationId: idOf(key), role: 'contact_person', name: reach.contact, phone: reach.phone } });
  }
  return ids;
}

/**
 * Writes a municipality with its organisations and the people who may sign in.
 * @param passwordHash of the password that all demonstration accounts share
 * @returns the municipality's id
 */
export async function loadIdentity(tx: Transaction, { municipality, organisations, people }: CityContent, passwordHash: string): Promise<string> {
  const municipalityId = newId();
  await tx.municipality.create({ data: { id: municipalityId, name: municipality.name, ags: municipality.ags, isExample: true } });
  const ids = await insertOrganisations(tx, municipalityId, organisations);
  for (const { email, name, organisation, administrator } of people) {
    const organisationId = ids.get(organisation);
    if (organisationId === undefined) throw new Error(`${email} belongs to ${organisation}, which the demonstration does not have`);
    const personId = newId();
    await tx.person.create({ data: { id: personId, email, displayName: name, passwordHash, locale: 'de' } });
    await tx.membership.create({ data: { id: newId(), municipalityId, personId, organisationId } });
    if (!administrator) continue;
    await tx.grant.create({
      data: { id: newId(), municipalityId, subjectKind: 'person', subjectId: personId, role: 'administrator', scopeKind: 'municipality', scopeId: municipalityId, originKind: ORIGIN, originId: personId },
    });
  }
  return municipalityId;
}
