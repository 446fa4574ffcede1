import type { OnModuleInit } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { ConnectionArgs, NodeRegistry, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { GoalReader } from '../queries/goal.reader.js';
import { VisibleEditionsReader } from '../queries/visible-editions.reader.js';
import { MeasureConnection } from './concept.connections.js';
import { measuresOfGoalLoader, numberOf, sectionLoader } from './concept.loader.js';
import { GoalType, toGoal } from './goal.type.js';
import { toMeasure } from './measure.mapper.js';
import type { MeasureType } from './measure.type.js';
import { ownedPage } from './owned-page.js';
import { SectionType, toSection } from './section.type.js';

/** Goals and what is linked to them. */
@Resolver(() => GoalType)
export class GoalResolver implements OnModuleInit {
  constructor(
    private readonly goals: GoalReader,
    private readonly visible: VisibleEditionsReader,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Goal', async (uuid, { actor }) => {
      const [goal] = await this.goals.findByIds([uuid]);
      return goal !== undefined && (await this.visible.findSection(actor, goal.sectionId)) !== null ? toGoal(goal) : null;
    });
  }

  @ResolveField(() => SectionType, { description: 'The section it stands in.' })
  async section(@Parent() { record }: GoalType, @Requested() context: RequestContext): Promise<SectionType> {
    const section = await context.loader(sectionLoader).load(record.sectionId);
    if (section === null) throw new ApplicationError('NOT_FOUND', 'Diesen Abschnitt gibt es nicht mehr.');
    return toSection(section);
  }

  @ResolveField(() => String, { description: 'Its number within the edition, e.g. `Z3.1`; it follows the order of the texts.' })
  number(@Parent() { uuid, record }: GoalType, @Requested() context: RequestContext): Promise<string> {
    return numberOf(context, record.editionId, uuid);
  }

  @ResolveField(() => MeasureConnection, { description: 'The measures that serve it.' })
  measures(@Parent() { uuid }: GoalType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<MeasureType>> {
    return ownedPage(context, measuresOfGoalLoader, uuid, args, toMeasure);
  }
}
