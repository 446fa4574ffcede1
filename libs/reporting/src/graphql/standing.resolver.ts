import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { municipalClock, systemClock } from '@konzeptwerkstatt/kernel';
import { EditionType, goalLoader, GoalType, MeasureType, sectionLoader, SectionType, toGoal, toMeasure, toSection } from '@konzeptwerkstatt/concept';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { MeasureProgressType, toMeasureProgress } from '@konzeptwerkstatt/participation';
import { ConnectionArgs, pageOfList, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { Page, RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { filterStanding, isOverdue, standingOf } from '../domain/standing.js';
import { StandingReader } from '../queries/standing.reader.js';
import { StandingArgs, toStandingFilter } from './standing.input.js';
import { EditionStandingType, GoalStandingType, LeadStandingType, MeasureStandingConnection, MeasureStandingType, SectionStandingType } from './standing.type.js';

/** How far the measures of an edition are. Whoever has got an edition may read all of it. */
@Resolver(() => EditionType)
export class EditionStandingResolver {
  constructor(private readonly reader: StandingReader) {}

  @ResolveField(() => EditionStandingType, { description: 'How far its measures are; what parties reported counts for those who may read it.' })
  async standing(@Parent() { place }: EditionType, @Args() { filter }: StandingArgs, @Requested() { actor }: RequestContext): Promise<EditionStandingType> {
    const today = municipalClock(systemClock.now()).day;
    const rows = filterStanding(await this.reader.find(actor, place), toStandingFilter(filter), today);
    return Object.assign(new EditionStandingType(), { rows, today, ...standingOf(rows, today) });
  }
}

/** The measures that were counted. */
@Resolver(() => EditionStandingType)
export class CountedMeasuresResolver {
  @ResolveField(() => MeasureStandingConnection, { description: 'The measures that were counted, in the order of the text.' })
  measures(@Parent() { rows, today }: EditionStandingType, @Args() args: ConnectionArgs): Page<MeasureStandingType> {
    return pageOfList(rows.map((row) => {
      const { record: { number }, status, reportedAt } = row;
      return Object.assign(new MeasureStandingType(), { row, number, status, reportedAt, isOverdue: isOverdue(row, today) });
    }), args);
  }
}

/** The measure itself, and what is said of it. */
@Resolver(() => MeasureStandingType)
export class MeasureStandingResolver {
  @ResolveField(() => MeasureType, { description: 'The measure.' })
  measure(@Parent() { row }: MeasureStandingType): MeasureType {
    return toMeasure(row.record);
  }

  @ResolveField(() => [MeasureProgressType], { description: 'What those who reported in the newest round say, where they say different things: the one that sets its state first. None where they agree.' })
  differing(@Parent() { row }: MeasureStandingType): MeasureProgressType[] {
    return row.isDiffering ? row.round.map(toMeasureProgress) : [];
  }
}

/** Which section. */
@Resolver(() => SectionStandingType)
export class SectionStandingResolver {
  @ResolveField(() => SectionType, { nullable: true, description: 'The section; null when it was taken out.' })
  async section(@Parent() { sectionId }: SectionStandingType, @Requested() context: RequestContext): Promise<SectionType | null> {
    const record = await context.loader(sectionLoader).load(sectionId);
    return record === null ? null : toSection(record);
  }
}

/** Which organisation. */
@Resolver(() => LeadStandingType)
export class LeadStandingResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation; null when nobody leads, or it is gone.' })
  organisation(@Parent() { organisationId }: LeadStandingType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return organisationId === null ? Promise.resolve(null) : context.loader(organisationLoader).load(organisationId);
  }
}

/** Which goal. */
@Resolver(() => GoalStandingType)
export class GoalStandingResolver {
  @ResolveField(() => GoalType, { nullable: true, description: 'The goal; null when it was taken out.' })
  async goal(@Parent() { goalId }: GoalStandingType, @Requested() context: RequestContext): Promise<GoalType | null> {
    const record = await context.loader(goalLoader).load(goalId);
    return record === null ? null : toGoal(record);
  }
}

export const standingResolvers = [EditionStandingResolver, CountedMeasuresResolver, MeasureStandingResolver, SectionStandingResolver, LeadStandingResolver, GoalStandingResolver];
