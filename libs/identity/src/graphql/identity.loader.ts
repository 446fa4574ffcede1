import DataLoader from 'dataloader';
import { defineLoader } from '@konzeptwerkstatt/platform-graphql';
import { OrganisationDetailsReader, type OrganisationReachView } from '../queries/organisation-details.reader.js';
import { IdentityReader } from '../queries/identity.reader.js';
import { municipalityNode, organisationNode, type MunicipalityType, type OrganisationType } from './organisation.type.js';

/** Organisations by raw id, for edges of rows that the visitor may see; null for an id that does not exist. */
export const organisationLoader = defineLoader<string, OrganisationType | null>('identity.organisation', (container) =>
  new DataLoader(async (ids) => {
    const views = await container.get(IdentityReader, { strict: false }).organisationsBehindRows(ids);
    const nodes = new Map(views.map((view) => [view.id, organisationNode(view)]));
    return ids.map((id) => nodes.get(id) ?? null);
  }),
);

/** Municipalities by raw id. */
export const municipalityLoader = defineLoader<string, MunicipalityType | null>('identity.municipality', (container) =>
  new DataLoader(async (ids) => {
    const views = await container.get(IdentityReader, { strict: false }).municipalitiesByIds(ids);
    const nodes = new Map(views.map((view) => [view.id, municipalityNode(view)]));
    return ids.map((id) => nodes.get(id) ?? null);
  }),
);

/** How organisations are reached, for those who may know; all of one municipality. */
export const organisationReachLoader = defineLoader<OrganisationType, OrganisationReachView | null>('identity.organisation-reach', (container) =>
  new DataLoader(async (organisations) => {
    const municipalities = Map.groupBy(organisations, ({ municipalityId }) => municipalityId);
    const reader = container.get(OrganisationDetailsReader, { strict: false });
    const views = await Promise.all([...municipalities].map(([municipalityId, members]) => reader.reach(municipalityId, members.map(({ uuid }) => uuid))));
    const byId = new Map(views.flat().map((view) => [view.organisationId, view]));
    return organisations.map(({ uuid }) => byId.get(uuid) ?? null);
  }),
);
