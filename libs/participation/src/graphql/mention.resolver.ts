import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { rawId, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import { mayMention, shownText } from '../domain/mention.policy.js';
import { MentionReader, namesOf } from '../queries/mention.reader.js';
import type { Mentionable, NamedMention } from '../queries/mention.reader.js';
import { mentionsLoader } from './contribution.loader.js';
import { ContributionReplyType, ContributionType } from './contribution.type.js';
import { MentionableType, MentionType } from './mention.type.js';

export const toMentionable = ({ kind, targetId: uuid, name, organisationName }: Mentionable): MentionableType => ({ kind, uuid, name, organisationName });
const toMention = ({ id: uuid, kind, name }: NamedMention): MentionType => ({ uuid, kind, name });

/** Who can be mentioned. */
@Resolver()
export class MentionableResolver {
  constructor(@Inject(MentionReader) private readonly reader: MentionReader) {}

  @Query(() => [MentionableType], { nullable: true, description: 'At most 300 organisations and, where the municipality shows them, persons who can be mentioned in what is said about a concept; null where the visitor may not say anything.' })
  async mentionables(
    @Args('editionUuid', { type: () => String, description: 'Raw id of the edition.' }) editionUuid: string,
    @Args('sectionUuid', { type: () => String, nullable: true, description: 'Raw id of the section that it is about.' }) sectionUuid: string | null,
    @Args('search', { type: () => String, description: 'Part of the name; at most 100 characters count.' }) search: string,
    @Requested() { actor }: RequestContext,
  ): Promise<MentionableType[] | null> {
    const found = await this.reader.choices(actor, { editionId: rawId(editionUuid) ?? '', sectionId: rawId(sectionUuid) ?? null }, search);
    return found === null ? null : found.map(toMentionable);
  }
}

/** The words of a contribution, with names for whom they mention. */
@Resolver(() => ContributionType)
export class ContributionTextResolver {
  @ResolveField(() => String, { description: 'Its words; empty where the kind says it all.' })
  async text(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<string> {
    return mayMention(row) ? shownText(row.text, namesOf(await this.of(row, context))) : row.text;
  }

  @ResolveField(() => [MentionType], { description: 'Whom its words mention.' })
  async mentions(@Parent() { row }: ContributionType, @Requested() context: RequestContext): Promise<MentionType[]> {
    return mayMention(row) ? (await this.of(row, context)).map(toMention) : [];
  }

  private async of(row: ContributionType['row'], context: RequestContext): Promise<NamedMention[]> {
    return (await context.loader(mentionsLoader).load(row)).filter(({ replyId }) => replyId === null);
  }
}

/** The words of a reply, with names for whom they mention. */
@Resolver(() => ContributionReplyType)
export class ReplyTextResolver {
  @ResolveField(() => String, { description: 'Its words.' })
  async text(@Parent() { row }: ContributionReplyType, @Requested() context: RequestContext): Promise<string> {
    return mayMention(row) ? shownText(row.text, namesOf(await this.of(row, context))) : row.text;
  }

  @ResolveField(() => [MentionType], { description: 'Whom its words mention.' })
  async mentions(@Parent() { row }: ContributionReplyType, @Requested() context: RequestContext): Promise<MentionType[]> {
    return mayMention(row) ? (await this.of(row, context)).map(toMention) : [];
  }

  private async of({ id, contributionId, municipalityId }: ContributionReplyType['row'], context: RequestContext): Promise<NamedMention[]> {
    return (await context.loader(mentionsLoader).load({ id: contributionId, municipalityId })).filter(({ replyId }) => replyId === id);
  }
}
