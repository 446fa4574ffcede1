import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import { sectionLoader } from './concept.loader.js';
import { ParticipantType, SectionPresenceType } from './presence.type.js';
import { SectionType, toSection } from './section.type.js';

@Resolver(() => SectionPresenceType)
export class SectionPresenceResolver {
  @ResolveField(() => SectionType, { nullable: true, description: 'The section; null when it was removed meanwhile.' })
  async section(@Parent() { sectionId }: SectionPresenceType, @Requested() context: RequestContext): Promise<SectionType | null> {
    const record = await context.loader(sectionLoader).load(sectionId);
    return record === null ? null : toSection(record);
  }
}

@Resolver(() => ParticipantType)
export class ParticipantResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation; null for guests.' })
  async organisation(@Parent() { organisationId }: ParticipantType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return organisationId === null ? null : context.loader(organisationLoader).load(organisationId);
  }
}
