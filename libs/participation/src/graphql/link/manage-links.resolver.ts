import { Inject } from '@nestjs/common';
import { Args, Extensions, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { editionLoader, EditionType, sectionLoader, SectionType, toEdition, toSection } from '@konzeptwerkstatt/concept';
import { commandContext, decodeGlobalId, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { ManageLinksCommand } from '../../commands/link/manage-links.command.js';
import { SaveShortVersionCommand } from '../../commands/link/save-short-version.command.js';
import { LinkReader } from '../../queries/link/link.reader.js';
import { ShortVersionReader } from '../../queries/link/short-version.reader.js';
import { CreateContributionLinkInput, CreateContributionLinkPayload, EndContributionLinkInput, EndContributionLinkPayload, SaveShortVersionInput, SaveShortVersionPayload } from './link.input.js';
import { shortVersionLoader } from './link.loader.js';
import { ContributionLinkType, linkGlobalId, ShortVersionType, toShortVersion } from './link.type.js';

/** Short versions of fields of action. */
@Resolver(() => SectionType)
export class ShortVersionResolver {
  constructor(
    @Inject(ShortVersionReader) private readonly reader: ShortVersionReader,
    @Inject(SaveShortVersionCommand) private readonly saving: SaveShortVersionCommand,
  ) {}

  @ResolveField(() => ShortVersionType, { nullable: true, description: 'What it says in at most 120 words; null when nobody has written that.' })
  async shortVersion(@Parent() { place }: SectionType, @Requested() context: RequestContext): Promise<ShortVersionType | null> {
    const row = await context.loader(shortVersionLoader).load(place);
    return row === null ? null : toShortVersion(row);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may write its short version.' })
  mayWriteShortVersion(@Parent() { place }: SectionType, @Requested() { actor }: RequestContext): Promise<boolean> {
    return this.reader.mayWrite(actor, place);
  }

  @Extensions({ cost: 250 })
  @ResolveField(() => String, { description: 'The same for the same text; a short version is written for one.' })
  textFingerprint(@Parent() { place }: SectionType): Promise<string> {
    return this.reader.fingerprint(place);
  }

  // The text is read for those who may write the short version only.
  @Extensions({ cost: 250 })
  @ResolveField(() => Boolean, { nullable: true, description: 'Whether its text has changed since its short version was written; null without one, and for those who may not write it.' })
  async hasOutgrownShortVersion(@Parent() { place }: SectionType, @Requested() context: RequestContext): Promise<boolean | null> {
    const row = await context.loader(shortVersionLoader).load(place);
    return row === null || !(await this.reader.mayWrite(context.actor, place)) ? null : row.textFingerprint !== (await this.reader.fingerprint(place));
  }

  @Mutation(() => SaveShortVersionPayload, { description: 'Keeps what a field of action says in at most 120 words, for the text as it was read; the same words again confirm that they still fit.' })
  async saveShortVersion(@Requested() request: RequestContext, @Args('input') input: SaveShortVersionInput): Promise<SaveShortVersionPayload> {
    const context = commandContext(request.requireActor(), request.correlationId, 'saveShortVersion', input);
    const { text, textFingerprint, expectedRevision } = input;
    const { value, errors } = await settle(this.saving.run(context, decodeGlobalId(input.sectionId, 'Section'), { text, textFingerprint, expectedRevision }));
    const record = value === null ? null : await request.loader(sectionLoader).load(value);
    return { section: record === null ? null : toSection(record), errors };
  }
}

/** Links for people without an account. */
@Resolver(() => EditionType)
export class ContributionLinkResolver {
  constructor(
    @Inject(LinkReader) private readonly reader: LinkReader,
    @Inject(ManageLinksCommand) private readonly managing: ManageLinksCommand,
  ) {}

  @ResolveField(() => [ContributionLinkType], { nullable: true, description: 'Links with which people without an account answer, the newest first, at most 100; null for those who do not answer contributions.' })
  async contributionLinks(@Parent() { place }: EditionType, @Requested() { actor }: RequestContext): Promise<ContributionLinkType[] | null> {
    const links = await this.reader.ofEdition(actor, place);
    return links?.map(({ id, title, sectionIds, needsRelease, expiresAt, isOver, contributionCount }) => ({ id: linkGlobalId(id), title, sectionUuids: sectionIds, needsRelease, expiresAt, isOver, contributionCount })) ?? null;
  }

  @Mutation(() => CreateContributionLinkPayload, { description: 'Makes a link with which people without an account read fields of action and answer.' })
  async createContributionLink(@Requested() request: RequestContext, @Args('input') input: CreateContributionLinkInput): Promise<CreateContributionLinkPayload> {
    const context = commandContext(request.requireActor(), request.correlationId, 'createContributionLink', input);
    const { title, endsOn, needsRelease } = input;
    const editionId = decodeGlobalId(input.editionId, 'Edition');
    const sectionIds = input.sectionIds.map((id) => decodeGlobalId(id, 'Section'));
    const { value, errors } = await settle(this.managing.create(context, { editionId, sectionIds, title, endsOn, needsRelease }));
    return { edition: value === null ? null : await this.edition(request, editionId), path: value?.token ? `/mitreden#${value.token}` : null, errors };
  }

  @Mutation(() => EndContributionLinkPayload, { description: 'Ends a link at once; what came in by it stays.' })
  async endContributionLink(@Requested() request: RequestContext, @Args('input') input: EndContributionLinkInput): Promise<EndContributionLinkPayload> {
    const context = commandContext(request.requireActor(), request.correlationId, 'endContributionLink', input);
    const { value, errors } = await settle(this.managing.end(context, decodeGlobalId(input.linkId, 'ContributionLink')));
    return { edition: value === null ? null : await this.edition(request, value), errors };
  }

  private async edition(request: RequestContext, id: string): Promise<EditionType | null> {
    const record = await request.loader(editionLoader).load(id);
    return record === null ? null : toEdition(record);
  }
}
