import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import { goalLoader, measureLoader, sectionLoader } from './concept.loader.js';
import { GapType } from './gap.type.js';
import { GoalType, toGoal } from './goal.type.js';
import { toMeasure } from './measure.mapper.js';
import { MeasureType } from './measure.type.js';
import { SectionType, toSection } from './section.type.js';

/** The places that gaps lead to. */
@Resolver(() => GapType)
export class GapResolver {
  @ResolveField(() => SectionType, { nullable: true, description: 'The section it leads to.' })
  async section(@Parent() { gap }: GapType, @Requested() context: RequestContext): Promise<SectionType | null> {
    const record = gap.sectionId === null ? null : await context.loader(sectionLoader).load(gap.sectionId);
    return record === null ? null : toSection(record);
  }

  @ResolveField(() => MeasureType, { nullable: true, description: 'The measure that lacks something.' })
  async measure(@Parent() { gap }: GapType, @Requested() context: RequestContext): Promise<MeasureType | null> {
    const record = gap.measureId === null ? null : await context.loader(measureLoader).load(gap.measureId);
    return record === null ? null : toMeasure(record);
  }

  @ResolveField(() => GoalType, { nullable: true, description: 'The goal that lacks something.' })
  async goal(@Parent() { gap }: GapType, @Requested() context: RequestContext): Promise<GoalType | null> {
    const record = gap.goalId === null ? null : await context.loader(goalLoader).load(gap.goalId);
    return record === null ? null : toGoal(record);
  }
}
