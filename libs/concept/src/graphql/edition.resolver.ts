import type { OnModuleInit } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ApplicationError, isUuid } from '@konzeptwerkstatt/kernel';
import { municipalityLoader, MunicipalityType } from '@konzeptwerkstatt/identity';
import { ConnectionArgs, NodeRegistry, pageOfList, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { SectionAccess } from '../commands/section-access.js';
import { GAP_KINDS } from '../domain/gap.policy.js';
import { ActivityReader } from '../queries/activity.reader.js';
import { MeasureReader } from '../queries/measure.reader.js';
import { PresenceReader } from '../queries/presence.reader.js';
import { VisibleEditionsReader } from '../queries/visible-editions.reader.js';
import { measureTableId } from '../queries/measure-table-id.js';
import { activityPage } from './activity-page.js';
import type { ActivityType } from './activity.type.js';
import { ActivityConnection, EditionConnection, GapConnection, GoalConnection, MeasureConnection, SectionConnection } from './concept.connections.js';
import { gapsOfEditionLoader, goalsOfEditionLoader, sectionLoader, sectionsOfEditionLoader } from './concept.loader.js';
import { EditionType, toEdition } from './edition.type.js';
import { filterGaps, GapListArgs } from './gap-list.input.js';
import { GapCountType, toGap } from './gap.type.js';
import type { GapType } from './gap.type.js';
import { toGoal } from './goal.type.js';
import type { GoalType } from './goal.type.js';
import { MeasureListArgs, toMeasureFilter, toMeasureOrder } from './measure-list.input.js';
import { toMeasure } from './measure.mapper.js';
import type { MeasureType } from './measure.type.js';
import { offsetPage, ownedPage, windowOf } from './owned-page.js';
import { SectionPresenceType, toSectionPresence } from './presence.type.js';
import { toSection } from './section.type.js';
import type { SectionType } from './section.type.js';

/** Editions and what is in them. Whoever has got an edition may read all of it. */
@Resolver(() => EditionType)
export class EditionResolver implements OnModuleInit {
  constructor(
    private readonly visible: VisibleEditionsReader,
    private readonly measuresReader: MeasureReader,
    private readonly activities: ActivityReader,
    private readonly presences: PresenceReader,
    private readonly access: SectionAccess,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Edition', (uuid, { actor }) => this.visible.findEdition(actor, uuid).then((record) => (record === null ? null : toEdition(record))));
  }

  @Query(() => EditionConnection, { description: 'The editions one may see, newest first; without being signed in those that are published.' })
  async editions(@Args() args: ConnectionArgs, @Requested() { actor }: RequestContext): Promise<Page<EditionType>> {
    return offsetPage(await this.visible.list(actor, windowOf(args)), args, toEdition, () => this.visible.count(actor));
  }

  @Query(() => EditionType, { nullable: true, description: 'One edition by its raw id; null when it does not exist or is not for the viewer.' })
  async edition(@Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string, @Requested() { actor }: RequestContext): Promise<EditionType | null> {
    const record = isUuid(uuid) ? await this.visible.findEdition(actor, uuid) : null;
    return record === null ? null : toEdition(record);
  }

  @ResolveField(() => MunicipalityType, { description: 'Whose it is.' })
  async municipality(@Parent() { place }: EditionType, @Requested() context: RequestContext): Promise<MunicipalityType> {
    const municipality = await context.loader(municipalityLoader).load(place.municipalityId);
    if (municipality === null) throw new ApplicationError('NOT_FOUND', 'Diese Kommune gibt es nicht.');
    return municipality;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may add, rename, move and remove sections.' })
  mayEdit(@Parent() { place }: EditionType, @Requested() { actor }: RequestContext): Promise<boolean> {
    return this.access.mayEditEdition(actor, place);
  }

  @ResolveField(() => SectionConnection, { description: 'Its sections in order.' })
  sections(@Parent() { uuid }: EditionType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<SectionType>> {
    return ownedPage(context, sectionsOfEditionLoader, uuid, args, (record) => {
      // What stands in these sections names them again; they need not be read twice.
      context.loader(sectionLoader).prime(record.sectionId, record);
      return toSection(record);
    });
  }

  @ResolveField(() => GoalConnection, { description: 'Its goals in the order of the texts.' })
  goals(@Parent() { uuid }: EditionType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<GoalType>> {
    return ownedPage(context, goalsOfEditionLoader, uuid, args, toGoal);
  }

  @ResolveField(() => MeasureConnection, { description: 'Its measures: the measure table.' })
  async measures(@Parent() { place }: EditionType, @Args() args: MeasureListArgs): Promise<Page<MeasureType>> {
    const filter = toMeasureFilter(args.filter);
    const rows = await this.measuresReader.findByEdition(place, filter, toMeasureOrder(args.orderBy), windowOf(args));
    return offsetPage(rows, args, toMeasure, () => this.measuresReader.countByEdition(place, filter));
  }

  @ResolveField(() => GapConnection, { description: 'What is still missing.' })
  async gaps(@Parent() { place }: EditionType, @Args() args: GapListArgs, @Requested() context: RequestContext): Promise<Page<GapType>> {
    return pageOfList(filterGaps(await context.loader(gapsOfEditionLoader).load(place), args.filter).map(toGap), args);
  }

  @ResolveField(() => [GapCountType], { description: 'How many gaps of each kind there are, kinds without any included.' })
  async gapCounts(@Parent() { place }: EditionType, @Requested() context: RequestContext): Promise<GapCountType[]> {
    const gaps = await context.loader(gapsOfEditionLoader).load(place);
    return GAP_KINDS.map((kind) => ({ kind, count: gaps.filter((gap) => gap.kind === kind).length }));
  }

  @ResolveField(() => ActivityConnection, { description: 'What happened in it, newest first.' })
  activity(@Parent() { place }: EditionType, @Args() args: ConnectionArgs): Promise<Page<ActivityType>> {
    return activityPage(args, (before, limit) => this.activities.findByEdition(place, before, limit));
  }

  @ResolveField(() => [SectionPresenceType], { description: 'Who has its sections open right now; empty without being signed in.' })
  async presence(@Parent() { place }: EditionType, @Requested() { actor }: RequestContext): Promise<SectionPresenceType[]> {
    return actor === null ? [] : toSectionPresence(await this.presences.findByEdition(place), actor);
  }

  @ResolveField(() => String, { description: 'Address of the measure table for spreadsheets: semicolons and decimal comma as German ones take them, in the words of the language of the edition.' })
  measureTableGermanCsv(@Parent() { uuid }: EditionType): string {
    return `/files/${measureTableId(uuid, 'german')}`;
  }

  @ResolveField(() => String, { description: 'Address of the measure table for programs: commas, decimal point, keys.' })
  measureTableMachineCsv(@Parent() { uuid }: EditionType): string {
    return `/files/${measureTableId(uuid, 'machine')}`;
  }
}
