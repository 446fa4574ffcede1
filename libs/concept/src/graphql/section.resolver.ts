import type { OnModuleInit } from '@nestjs/common';
import { Args, Extensions, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ApplicationError, isUuid } from '@konzeptwerkstatt/kernel';
import { ConnectionArgs, NodeRegistry, pageOfList, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { SectionAccess } from '../commands/section-access.js';
import { SectionBlocksReader } from '../queries/section-blocks.reader.js';
import { ReadingViewReader } from '../queries/reading-view.reader.js';
import { VisibleEditionsReader } from '../queries/visible-editions.reader.js';
import { GapConnection, GoalConnection, MeasureConnection, SectionBlockConnection } from './concept.connections.js';
import { editionLoader, gapsOfEditionLoader, goalsOfSectionLoader, measuresOfSectionLoader, numberOf } from './concept.loader.js';
import { EditionType, toEdition } from './edition.type.js';
import { toGap } from './gap.type.js';
import type { GapType } from './gap.type.js';
import { toGoal } from './goal.type.js';
import type { GoalType } from './goal.type.js';
import { toMeasure } from './measure.mapper.js';
import type { MeasureType } from './measure.type.js';
import { ownedPage } from './owned-page.js';
import { toSectionBlock } from './section-block.type.js';
import type { SectionBlockType } from './section-block.type.js';
import { SectionType, toSection } from './section.type.js';

/** Sections and what is in them. */
@Resolver(() => SectionType)
export class SectionResolver implements OnModuleInit {
  constructor(
    private readonly visible: VisibleEditionsReader,
    private readonly readingView: ReadingViewReader,
    private readonly blockList: SectionBlocksReader,
    private readonly access: SectionAccess,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Section', (uuid, { actor }) => this.visible.findSection(actor, uuid).then((record) => (record === null ? null : toSection(record))));
  }

  @Query(() => SectionType, { nullable: true, description: 'One section by its raw id; null when it does not exist or is not for the viewer.' })
  async section(@Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string, @Requested() { actor }: RequestContext): Promise<SectionType | null> {
    const record = isUuid(uuid) ? await this.visible.findSection(actor, uuid) : null;
    return record === null ? null : toSection(record);
  }

  @ResolveField(() => EditionType, { description: 'The edition it belongs to.' })
  async edition(@Parent() { place }: SectionType, @Requested() context: RequestContext): Promise<EditionType> {
    const record = await context.loader(editionLoader).load(place.editionId);
    if (record === null) throw new ApplicationError('NOT_FOUND', 'Diese Fassung gibt es nicht.');
    return toEdition(record);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may write in its text.' })
  mayWrite(@Parent() { place }: SectionType, @Requested() { actor }: RequestContext): Promise<boolean> {
    return this.access.mayWrite(actor, place);
  }

  // Each text is built from its log: a list of them must not be as cheap as a list of titles.
  @Extensions({ cost: 250 })
  @ResolveField(() => String, { description: 'Its text for reading, as safe HTML.' })
  readingHtml(@Parent() { place }: SectionType): Promise<string> {
    return this.readingView.render(place);
  }

  @Extensions({ cost: 250 })
  @ResolveField(() => SectionBlockConnection, { description: 'Its text as a list of blocks in plain words, for forms and scripts.' })
  async blocks(@Parent() { documentId }: SectionType, @Args() args: ConnectionArgs): Promise<Page<SectionBlockType>> {
    return pageOfList((await this.blockList.read(documentId)).map(toSectionBlock), args);
  }

  @ResolveField(() => String, { description: 'A mark of its text: as long as it is the same, so is the text.' })
  textVersion(@Parent() { documentId }: SectionType): Promise<string> {
    return this.blockList.readVersion(documentId);
  }

  @ResolveField(() => String, { description: 'Its number within the edition, e.g. `3`; it follows the order of the sections.' })
  async number(@Parent() { place }: SectionType, @Requested() context: RequestContext): Promise<string> {
    return numberOf(context, place.editionId, place.sectionId);
  }

  @ResolveField(() => GoalConnection, { description: 'Its goals in the order of the text.' })
  goals(@Parent() { uuid }: SectionType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<GoalType>> {
    return ownedPage(context, goalsOfSectionLoader, uuid, args, toGoal);
  }

  @ResolveField(() => MeasureConnection, { description: 'Its measures in the order of the text.' })
  measures(@Parent() { uuid }: SectionType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<MeasureType>> {
    return ownedPage(context, measuresOfSectionLoader, uuid, args, toMeasure);
  }

  @ResolveField(() => GapConnection, { description: 'What is still missing in it.' })
  async gaps(@Parent() { place }: SectionType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<GapType>> {
    const gaps = await context.loader(gapsOfEditionLoader).load(place);
    return pageOfList(gaps.filter(({ sectionId }) => sectionId === place.sectionId).map(toGap), args);
  }
}
