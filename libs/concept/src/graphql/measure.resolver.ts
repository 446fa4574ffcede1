import type { OnModuleInit } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { OrganisationConnection, organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { ConnectionArgs, NodeRegistry, pageOfList, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { SectionAccess } from '../commands/section-access.js';
import { MeasureReader } from '../queries/measure.reader.js';
import type { MeasureRecord } from '../queries/measure.record.js';
import type { SectionRecord } from '../queries/section.reader.js';
import { VisibleEditionsReader } from '../queries/visible-editions.reader.js';
import { GoalConnection } from './concept.connections.js';
import { goalLoader, numberOf, sectionLoader } from './concept.loader.js';
import { toGoal } from './goal.type.js';
import type { GoalType } from './goal.type.js';
import { toMeasure } from './measure.mapper.js';
import { MeasureType } from './measure.type.js';
import { SectionType, toSection } from './section.type.js';

async function sectionOf({ sectionId }: MeasureRecord, context: RequestContext): Promise<SectionRecord> {
  const section = await context.loader(sectionLoader).load(sectionId);
  if (section === null) throw new ApplicationError('NOT_FOUND', 'Diesen Abschnitt gibt es nicht mehr.');
  return section;
}

/** What rows name may have been removed since; it is then left out. */
const present = <Item>(item: Item | null): item is Item => item !== null;

/** Measures and what is linked to them. */
@Resolver(() => MeasureType)
export class MeasureResolver implements OnModuleInit {
  constructor(
    private readonly measures: MeasureReader,
    private readonly visible: VisibleEditionsReader,
    private readonly access: SectionAccess,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Measure', async (uuid, { actor }) => {
      const [measure] = await this.measures.findByIds([uuid]);
      return measure !== undefined && (await this.visible.findSection(actor, measure.sectionId)) !== null ? toMeasure(measure) : null;
    });
  }

  @ResolveField(() => String, { description: 'Its number within the edition, e.g. `M3.1`; it follows the order of the texts.' })
  number(@Parent() { uuid, record }: MeasureType, @Requested() context: RequestContext): Promise<string> {
    return numberOf(context, record.editionId, uuid);
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation proposed to be in charge.' })
  async lead(@Parent() { record }: MeasureType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return record.leadOrganisationId === null ? null : context.loader(organisationLoader).load(record.leadOrganisationId);
  }

  @ResolveField(() => OrganisationConnection, { description: 'Organisations proposed to take part.' })
  async partners(@Parent() { record }: MeasureType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<OrganisationType>> {
    const partners = await Promise.all(record.partnerIds.map((id) => context.loader(organisationLoader).load(id)));
    return pageOfList(partners.filter(present), args);
  }

  @ResolveField(() => GoalConnection, { description: 'The goals it serves: those it was linked to, otherwise the nearest one above it in the text.' })
  async goals(@Parent() { record }: MeasureType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<GoalType>> {
    const goals = await Promise.all(record.goalIds.map((id) => context.loader(goalLoader).load(id)));
    return pageOfList(goals.filter(present).map(toGoal), args);
  }

  @ResolveField(() => SectionType, { description: 'The section it stands in.' })
  async section(@Parent() { record }: MeasureType, @Requested() context: RequestContext): Promise<SectionType> {
    return toSection(await sectionOf(record, context));
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change it.' })
  async mayEdit(@Parent() { record }: MeasureType, @Requested() context: RequestContext): Promise<boolean> {
    return this.access.mayWrite(context.actor, await sectionOf(record, context));
  }
}
