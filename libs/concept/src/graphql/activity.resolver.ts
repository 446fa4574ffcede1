import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import { ActivityType } from './activity.type.js';
import { goalLoader, measureLoader, sectionLoader } from './concept.loader.js';
import { GoalType, toGoal } from './goal.type.js';
import { toMeasure } from './measure.mapper.js';
import { MeasureType } from './measure.type.js';
import { SectionType, toSection } from './section.type.js';

const organisation = async (id: string | null, context: RequestContext): Promise<OrganisationType | null> => (id === null ? null : context.loader(organisationLoader).load(id));

/** What activities are about; null for what is no longer there. */
@Resolver(() => ActivityType)
export class ActivityResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation that did it; null for the system.' })
  organisation(@Parent() { subject }: ActivityType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return organisation(subject.organisationId, context);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer did it herself.' })
  isOwn(@Parent() { subject }: ActivityType, @Requested() { actor }: RequestContext): boolean {
    return subject.personId !== null && subject.personId === actor?.personId;
  }

  @ResolveField(() => SectionType, { nullable: true, description: 'The section it happened in.' })
  async section(@Parent() { subject }: ActivityType, @Requested() context: RequestContext): Promise<SectionType | null> {
    const record = subject.sectionId === null ? null : await context.loader(sectionLoader).load(subject.sectionId);
    return record === null ? null : toSection(record);
  }

  @ResolveField(() => MeasureType, { nullable: true, description: 'The measure it is about.' })
  async measure(@Parent() { subject }: ActivityType, @Requested() context: RequestContext): Promise<MeasureType | null> {
    const record = subject.measureId === null ? null : await context.loader(measureLoader).load(subject.measureId);
    return record === null ? null : toMeasure(record);
  }

  @ResolveField(() => GoalType, { nullable: true, description: 'The goal it is about.' })
  async goal(@Parent() { subject }: ActivityType, @Requested() context: RequestContext): Promise<GoalType | null> {
    const record = subject.goalId === null ? null : await context.loader(goalLoader).load(subject.goalId);
    return record === null ? null : toGoal(record);
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: 'Lead before, or partner taken off.' })
  fromOrganisation(@Parent() { subject }: ActivityType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return organisation(subject.fromOrganisationId, context);
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: 'Lead afterwards, or partner added.' })
  toOrganisation(@Parent() { subject }: ActivityType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return organisation(subject.toOrganisationId, context);
  }
}
