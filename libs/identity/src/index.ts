export { IdentityModule, IdentityGraphqlModule, identityWorkerParts } from './identity.module.js';
export { AccessPolicy } from './queries/access-policy.reader.js';
export { ACTIONS, type Action, type Resource, type ScopeFilter } from './domain/access.policy.js';
export { IdentityReader } from './queries/identity.reader.js';
export type { MunicipalityView, OrganisationView, PersonView } from './queries/identity.views.js';
export { SessionAuthentication } from './queries/visitor-authentication.reader.js';
export { MunicipalityType, municipalityNode, OrganisationConnection, OrganisationKindEnum, organisationNode, OrganisationType } from './graphql/organisation.type.js';
export { ViewerType } from './graphql/viewer.type.js';
export { municipalityLoader, organisationLoader } from './graphql/identity.loader.js';
