import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { isUuid, notFound } from '@konzeptwerkstatt/kernel';
import { expand } from '@konzeptwerkstatt/concept';
import { RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { CardReader } from '../queries/card.reader.js';
import type { WallView } from '../queries/card.reader.js';
import { WallStream } from '../queries/wall.stream.js';
import type { WallNews } from '../queries/wall.stream.js';
import { pseudonymLoader } from './card.loader.js';
import { attachmentsLoader } from './contribution.loader.js';
import { ContributionAttachmentType } from './contribution.type.js';
import { CardType, toCard, WallChangeType, WallType } from './card.type.js';

const uuidArg = { name: 'gatheringUuid', type: () => String, description: 'Raw id of the gathering.' } as const;

/** Walls and their cards. */
@Resolver(() => CardType)
export class CardResolver {
  constructor(
    @Inject(CardReader) private readonly reader: CardReader,
    @Inject(WallStream) private readonly stream: WallStream,
  ) {}

  @Query(() => WallType, { nullable: true, description: 'The wall of a gathering; null when it does not exist or is not for the visitor.' })
  async wall(@Args(uuidArg) gatheringUuid: string, @Requested() context: RequestContext): Promise<WallType | null> {
    const actor = context.guest ?? context.actor;
    const view = actor !== null && isUuid(gatheringUuid) ? await this.reader.view(actor, gatheringUuid) : null;
    if (actor === null || view === null) return null;
    return { gatheringUuid, mayModerate: view.mayModerate, cards: (await this.reader.list(actor, view)).map((card) => toCard(card, actor, view)) };
  }

  @Subscription(() => WallChangeType, { name: 'wallChanged', description: 'Whatever changes on the wall of a gathering and in the texts of its tables; begins with `isEverything`.' })
  async followWall(@Args(uuidArg) gatheringUuid: string, @Requested() context: RequestContext): Promise<AsyncIterableIterator<{ wallChanged: WallChangeType }>> {
    const actor = context.requireParticipant();
    const view: WallView | null = isUuid(gatheringUuid) ? await this.reader.view(actor, gatheringUuid) : null;
    if (view === null) throw notFound();
    return expand<WallNews, { wallChanged: WallChangeType }>(await this.stream.follow(actor, view), (news) => Promise.resolve([{
      wallChanged: {
        card: news.kind === 'card' ? toCard(news.card, actor, news.view) : null, goneUuid: news.kind === 'gone' ? news.cardId : null,
        documentId: news.kind === 'text' ? news.documentId : null, isEverything: news.kind === 'everything',
      },
    }]));
  }

  @ResolveField(() => String, { nullable: true, description: 'Pseudonym of the guest who wrote it; null for everybody else, and once guests are deleted.' })
  pseudonym(@Parent() { row }: CardType, @Requested() context: RequestContext): Promise<string | null> {
    return row.guestId === null ? Promise.resolve(null) : context.loader(pseudonymLoader).load(row.guestId);
  }

  @ResolveField(() => [ContributionAttachmentType], { description: 'Photographs of the paper it was on; for moderators.' })
  async attachments(@Parent() { row, isForModerators }: CardType, @Requested() context: RequestContext): Promise<ContributionAttachmentType[]> {
    if (!isForModerators) return [];
    return (await context.loader(attachmentsLoader).load(row)).map(({ id: uuid, name, mediaType, byteSize }) => ({ uuid, name, mediaType, byteSize }));
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation it counts for, once confirmed.' })
  organisation(@Parent() { row }: CardType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return row.organisationId === null ? Promise.resolve(null) : context.loader(organisationLoader).load(row.organisationId);
  }
}
