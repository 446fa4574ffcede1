import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ActivityType, GapType, GoalType, MeasureType, sectionLoader } from '@konzeptwerkstatt/concept';
import { ConnectionArgs, pageOfList, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { Page, RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { IndicatorConnection, IndicatorType, toIndicator } from './indicator.type.js';
import { indicatorLoader } from './monitoring.loader.js';

interface Linked {
  readonly municipalityId: string;
  readonly indicatorIds: readonly string[];
}

/** The living ones of the linked indicators, by name; all lists of a request share one statement. */
async function linkedIndicators({ municipalityId, indicatorIds }: Linked, args: ConnectionArgs, context: RequestContext): Promise<Page<IndicatorType>> {
  const rows = await Promise.all(indicatorIds.map((id) => context.loader(indicatorLoader).load({ municipalityId, id })));
  const living = rows.filter((row) => row !== null).sort((one, other) => one.name.localeCompare(other.name, 'de'));
  return pageOfList(living.map(toIndicator), args);
}

async function oneIndicator(municipalityId: string, id: string | null, context: RequestContext): Promise<IndicatorType | null> {
  const row = id === null ? null : await context.loader(indicatorLoader).load({ municipalityId, id });
  return row === null ? null : toIndicator(row);
}

/** Indicators that a measure is observed by. */
@Resolver(() => MeasureType)
export class MeasureIndicatorsResolver {
  @ResolveField(() => IndicatorConnection, { description: 'Indicators it is observed by.' })
  indicators(@Parent() { record }: MeasureType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<IndicatorType>> {
    return linkedIndicators(record, args, context);
  }
}

/** Indicators that a goal is observed by. */
@Resolver(() => GoalType)
export class GoalIndicatorsResolver {
  @ResolveField(() => IndicatorConnection, { description: 'Indicators it is observed by.' })
  indicators(@Parent() { record }: GoalType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<IndicatorType>> {
    return linkedIndicators(record, args, context);
  }
}

/** The indicator of what happened. */
@Resolver(() => ActivityType)
export class ActivityIndicatorResolver {
  @ResolveField(() => IndicatorType, { nullable: true, description: 'The indicator it is about.' })
  indicator(@Parent() { subject }: ActivityType, @Requested() context: RequestContext): Promise<IndicatorType | null> {
    return oneIndicator(subject.municipalityId, subject.indicatorId, context);
  }
}

/** The indicator that a gap is about. */
@Resolver(() => GapType)
export class GapIndicatorResolver {
  @ResolveField(() => IndicatorType, { nullable: true, description: 'The indicator without data.' })
  async indicator(@Parent() { gap }: GapType, @Requested() context: RequestContext): Promise<IndicatorType | null> {
    const section = gap.sectionId === null || gap.indicatorId === null ? null : await context.loader(sectionLoader).load(gap.sectionId);
    return section === null ? null : oneIndicator(section.municipalityId, gap.indicatorId, context);
  }
}
