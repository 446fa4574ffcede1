import { Inject } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { editionLoader, EditionType, GoalType, MeasureType, offsetPage, sectionLoader, SectionType, windowOf } from '@konzeptwerkstatt/concept';
import { findAnchor } from '@konzeptwerkstatt/document-model';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { CurrentActor, decodeGlobalId, NodeRegistry, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { Page, RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { isWithdrawable } from '../domain/contribution.js';
import type { Contribution } from '../domain/contribution.js';
import { ContributionAccess } from '../queries/contribution.access.js';
import { ContributionReader } from '../queries/contribution.reader.js';
import { TreatmentReader } from '../queries/treatment.reader.js';
import { ContributionListArgs, filterOf } from './contribution.input.js';
import { attachmentsLoader, blocksLoader, personNameLoader, repliesLoader, showsNamesLoader } from './contribution.loader.js';
import { ContributionAnchorType, ContributionAttachmentType, ContributionConnection, ContributionCountType, ContributionReplyType, ContributionType, toContribution, toReply } from './contribution.type.js';
import { VisibleConcept } from './visible-concept.js';

/** The name of who wrote something: for herself, and for others where the municipality shows names. */
async function shownName(context: RequestContext, municipalityId: string, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const isShown = personId === context.actor?.personId || (await context.loader(showsNamesLoader).load(municipalityId));
  return isShown ? context.loader(personNameLoader).load(personId) : null;
}

/** Contributions, and how many there are. */
@Resolver(() => ContributionType)
export class ContributionQueryResolver implements OnModuleInit {
  constructor(
    @Inject(ContributionReader) private readonly reader: ContributionReader,
    @Inject(TreatmentReader) private readonly single: TreatmentReader,
    @Inject(NodeRegistry) private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Contribution', (uuid, { actor }) => this.find(actor, uuid));
  }

  @Query(() => ContributionType, { nullable: true, description: 'A contribution by raw id; null when it does not exist or is not for the visitor.' })
  async contribution(@Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string, @Requested() { actor }: RequestContext): Promise<ContributionType | null> {
    return isUuid(uuid) ? this.find(actor, uuid) : null;
  }

  @Query(() => ContributionConnection, { name: 'contributions', description: 'Contributions that one may see, the newest first.' })
  async list(@CurrentActor() actor: Actor, @Args() args: ContributionListArgs): Promise<Page<ContributionType>> {
    const rows = await this.reader.list(actor, filterOf(args.filter), windowOf(args));
    return offsetPage(rows, args, toContribution, rows[0]?.total ?? 0);
  }

  @Query(() => [ContributionCountType], { description: 'How many contributions of an edition one may see, by state and kind.' })
  contributionCounts(@CurrentActor() actor: Actor, @Args('editionId', { type: () => String, description: 'The edition.' }) editionId: string): Promise<ContributionCountType[]> {
    return this.reader.counts(actor, decodeGlobalId(editionId, 'Edition'));
  }

  private async find(actor: Actor | null, uuid: string): Promise<ContributionType | null> {
    const row = await this.single.find(actor, uuid);
    return row === null ? null : toContribution(row);
  }
}

/** What a contribution is about and who made it. */
@Resolver(() => ContributionType)
export class ContributionResolver {
  constructor(@Inject(VisibleConcept) private readonly visible: VisibleConcept) {}

  @ResolveField(() => EditionType, { nullable: true, description: 'The edition; null when the visitor may no longer read it.' })
  edition(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<EditionType | null> {
    return this.visible.edition(context, row.editionId);
  }

  @ResolveField(() => SectionType, { nullable: true, description: 'The section; null when it is about the whole concept, the section was taken out or the visitor may no longer read it.' })
  section(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<SectionType | null> {
    return this.visible.section(context, row.sectionId);
  }

  @ResolveField(() => GoalType, { nullable: true, description: 'The goal it is about; null when it is about something else, the goal was taken out or the visitor may no longer read it.' })
  goal(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<GoalType | null> {
    return this.visible.goal(context, row.target === 'goal' ? row.objectId : null);
  }

  @ResolveField(() => MeasureType, { nullable: true, description: 'The measure it is about; null when it is about something else, the measure was taken out or the visitor may no longer read it.' })
  measure(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<MeasureType | null> {
    return this.visible.measure(context, row.target === 'measure' ? row.objectId : null);
  }

  @ResolveField(() => ContributionAnchorType, { nullable: true, description: 'Where what it is about stands now, while others go on writing; null when the visitor may no longer read it.' })
  async anchor(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<ContributionAnchorType | null> {
    if ((await this.visible.edition(context, row.editionId)) === null) return null;
    if (row.sectionId === null) return { state: 'in_place', blockId: null };
    const section = await context.loader(sectionLoader).load(row.sectionId);
    if (section === null) return { state: 'removed', blockId: null };
    if (row.target === 'section') return { state: 'in_place', blockId: null };
    const blocks = await context.loader(blocksLoader).load(section.documentId);
    if (row.target !== 'passage') return blocks.some(({ id }) => id === row.blockId) ? { state: 'in_place', blockId: row.blockId } : { state: 'removed', blockId: null };
    const place = findAnchor(blocks, { blockId: row.blockId, quote: row.quote ?? '', before: row.quoteBefore ?? '' });
    return place === null ? { state: 'changed', blockId: blocks.some(({ id }) => id === row.blockId) ? row.blockId : null } : { state: 'in_place', blockId: place.blockId };
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: 'For which organisation it was made; null: for oneself.' })
  organisation(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return row.organisationId === null ? Promise.resolve(null) : context.loader(organisationLoader).load(row.organisationId);
  }

  @ResolveField(() => String, { nullable: true, description: 'Who made it; null where the municipality shows no names.' })
  contributorName(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<string | null> {
    return shownName(context, row.municipalityId, row.contributorId);
  }

  @ResolveField(() => [ContributionAttachmentType], { description: 'Files that were sent along with it.' })
  async attachments(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<ContributionAttachmentType[]> {
    return (await context.loader(attachmentsLoader).load(row)).map(({ id: uuid, name, mediaType, byteSize }) => ({ uuid, name, mediaType, byteSize }));
  }

  @ResolveField(() => [ContributionReplyType], { description: 'What is said below it, the oldest first.' })
  async replies(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<ContributionReplyType[]> {
    return (await context.loader(repliesLoader).load(row)).map((reply) => toReply(reply, row.municipalityId));
  }
}

/** What the viewer may do with a contribution. */
@Resolver(() => ContributionType)
export class ContributionRightsResolver {
  constructor(@Inject(ContributionAccess) private readonly access: ContributionAccess) {}

  @ResolveField(() => Boolean, { description: 'Whether the viewer made it.' })
  isOwn(@Parent() { row }: ContributionType, @Requested() { actor }: RequestContext): boolean {
    return row.contributorId !== null && row.contributorId === actor?.personId;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may take it back.' })
  async mayWithdraw(@Parent() { row }: ContributionType, @Requested() { actor }: RequestContext): Promise<boolean> {
    if (actor === null || !isWithdrawable(row)) return false;
    return (row.contributorId !== null && row.contributorId === actor.personId) || (await this.access.speaksFor(actor, row));
  }

  @ResolveField(() => Boolean, { description: 'Whether it waits for the viewer to release it.' })
  async mayRelease(@Parent() { row }: ContributionType, @Requested() { actor }: RequestContext): Promise<boolean> {
    return row.state === 'held' && (await this.access.mayRelease(actor, row));
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may write below it.' })
  mayReply(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<boolean> {
    return this.can(context, 'contribution.submit', row);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may answer it for the municipality.' })
  mayAnswer(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<boolean> {
    return this.can(context, 'contribution.answer', row);
  }

  @ResolveField(() => String, { nullable: true, description: 'Who sent it, in words; only for those who may answer it.' })
  async sender(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<string | null> {
    return row.sender !== null && (await this.can(context, 'contribution.answer', row)) ? row.sender : null;
  }

  private async can(context: RequestContext, action: 'contribution.submit' | 'contribution.answer', { editionId, sectionId }: Contribution): Promise<boolean> {
    const edition = await context.loader(editionLoader).load(editionId);
    return edition !== null && this.access.canAt(context.actor, action, { ...edition, sectionId });
  }
}

/** Who wrote below a contribution. */
@Resolver(() => ContributionReplyType)
export class ContributionReplyResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'For which organisation; null after it was removed.' })
  organisation(@Parent() { row }: ContributionReplyType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return row.organisationId === null ? Promise.resolve(null) : context.loader(organisationLoader).load(row.organisationId);
  }

  @ResolveField(() => String, { nullable: true, description: 'Who wrote it; null where the municipality shows no names.' })
  personName(@Parent() { row }: ContributionReplyType, @Requested() context: RequestContext): Promise<string | null> {
    return shownName(context, row.municipalityId, row.personId);
  }
}
