import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, decodeGlobalId, pickedId, rawId, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { BundleCardsCommand } from '../commands/bundle-cards.command.js';
import { ModerateCardsCommand } from '../commands/moderate-cards.command.js';
import { WriteCardCommand } from '../commands/write-card.command.js';
import type { WantedCard } from '../domain/card.js';
import { CardReader } from '../queries/card.reader.js';
import {
  BundleCardsInput, BundleCardsPayload, ClearWallInput, ClearWallPayload, EnterCardInput, EnterCardPayload, HideCardInput, HideCardPayload, MoveCardInput, MoveCardPayload, ReleaseCardsInput, ReleaseCardsPayload, ReportCardInput, ReportCardPayload,
  RestoreWallInput, RestoreWallPayload, SubmitCardInput, SubmitCardPayload, toCard, UnbundleCardInput, UnbundleCardPayload, WithdrawCardInput, WithdrawCardPayload,
} from './card.type.js';
import type { CardPayload, WallPayload } from './card.type.js';

const cardIdOf = ({ cardId }: { readonly cardId: string }): string => decodeGlobalId(cardId, 'Card');
const wantedOf = ({ tableUuid, kind, title = null, text, language }: SubmitCardInput): WantedCard => ({ tableId: rawId(tableUuid), kind, title, text, language });
/** Of those who take part, with an account or as guests. */
const asParticipant = (request: RequestContext, mutation: string, input: MutationInput): CommandContext => commandContext(request.requireParticipant(), request.correlationId, mutation, input);
const asPerson = (request: RequestContext, mutation: string, input: MutationInput): CommandContext => commandContext(request.requireActor(), request.correlationId, mutation, input);

/** Writing cards and what becomes of them on the wall. */
@Resolver()
export class CardMutationResolver {
  constructor(
    @Inject(WriteCardCommand) private readonly writing: WriteCardCommand,
    @Inject(ModerateCardsCommand) private readonly moderation: ModerateCardsCommand,
    @Inject(BundleCardsCommand) private readonly bundles: BundleCardsCommand,
    @Inject(CardReader) private readonly reader: CardReader,
  ) {}

  @Mutation(() => SubmitCardPayload, { description: 'Sends off a card, as a guest or with an account.' })
  submitCard(@Args('input') input: SubmitCardInput, @Requested() request: RequestContext): Promise<CardPayload> {
    const context = asParticipant(request, 'submitCard', input);
    return this.answer(context.actor, this.writing.write(context, wantedOf(input)));
  }

  @Mutation(() => EnterCardPayload, { description: 'Enters what was written on paper or said on the phone.' })
  enterCard(@Args('input') input: EnterCardInput, @Requested() request: RequestContext): Promise<CardPayload> {
    const context = asPerson(request, 'enterCard', input);
    const sender = (input.sender ?? '').trim().slice(0, 300);
    return this.answer(context.actor, this.writing.enter(context, wantedOf(input), { way: input.way, sender: sender === '' ? null : sender, attachmentIds: input.attachmentIds }));
  }

  @Mutation(() => WithdrawCardPayload, { description: 'Takes one’s own card back before it is answered.' })
  withdrawCard(@Args('input') input: WithdrawCardInput, @Requested() request: RequestContext): Promise<CardPayload> {
    const context = asParticipant(request, 'withdrawCard', input);
    return this.answer(context.actor, this.moderation.withdraw(context, cardIdOf(input)));
  }

  @Mutation(() => ReportCardPayload, { description: 'Tells the moderators that something is wrong with a card.' })
  reportCard(@Args('input') input: ReportCardInput, @Requested() request: RequestContext): Promise<CardPayload> {
    const context = asParticipant(request, 'reportCard', input);
    return this.answer(context.actor, this.moderation.report(context, cardIdOf(input), input.reason));
  }

  @Mutation(() => ReleaseCardsPayload, { description: 'Lets everybody in the gathering see cards.' })
  releaseCards(@Args('input') input: ReleaseCardsInput, @Requested() request: RequestContext): Promise<ReleaseCardsPayload> {
    const context = asPerson(request, 'releaseCards', input);
    return this.answerAll(context.actor, this.moderation.release(context, input.cardIds.map((id) => decodeGlobalId(id, 'Card'))));
  }

  @Mutation(() => BundleCardsPayload, { description: 'Puts cards together that say the same; they are answered together.' })
  bundleCards(@Args('input') input: BundleCardsInput, @Requested() request: RequestContext): Promise<BundleCardsPayload> {
    const context = asPerson(request, 'bundleCards', input);
    return this.answerAll(context.actor, this.bundles.bundle(context, input.cardIds.map((id) => decodeGlobalId(id, 'Card')), input.title));
  }

  @Mutation(() => UnbundleCardPayload, { description: 'Takes a card out of its bundle.' })
  unbundleCard(@Args('input') input: UnbundleCardInput, @Requested() request: RequestContext): Promise<CardPayload> {
    const context = asPerson(request, 'unbundleCard', input);
    return this.answer(context.actor, this.bundles.unbundle(context, cardIdOf(input)));
  }

  @Mutation(() => HideCardPayload, { description: 'Takes a card off the wall; its author reads why.' })
  hideCard(@Args('input') input: HideCardInput, @Requested() request: RequestContext): Promise<CardPayload> {
    const context = asPerson(request, 'hideCard', input);
    return this.answer(context.actor, this.moderation.hide(context, cardIdOf(input), input.reason));
  }

  @Mutation(() => MoveCardPayload, { description: 'Puts a card to a table, before another card or behind all.' })
  moveCard(@Args('input') input: MoveCardInput, @Requested() request: RequestContext): Promise<CardPayload> {
    const context = asPerson(request, 'moveCard', input);
    return this.answer(context.actor, this.moderation.move(context, cardIdOf(input), { tableId: rawId(input.tableUuid), beforeId: pickedId(input.beforeCardId, 'Card') }));
  }

  @Mutation(() => ClearWallPayload, { description: 'Takes every card off the wall; `restoreWall` puts them back.' })
  clearWall(@Args('input') input: ClearWallInput, @Requested() request: RequestContext): Promise<WallPayload> {
    return this.cleared(asPerson(request, 'clearWall', input), input, false);
  }

  @Mutation(() => RestoreWallPayload, { description: 'Puts back what was cleared from the wall.' })
  restoreWall(@Args('input') input: RestoreWallInput, @Requested() request: RequestContext): Promise<WallPayload> {
    return this.cleared(asPerson(request, 'restoreWall', input), input, true);
  }

  private async cleared(context: CommandContext, input: ClearWallInput, isBack: boolean): Promise<WallPayload> {
    const { actor } = context;
    const { value, errors } = await settle(this.moderation.clear(context, decodeGlobalId(input.gatheringId, 'Gathering'), isBack));
    const view = value === null ? null : await this.reader.view(actor, value);
    if (value === null || view === null) return { wall: null, errors };
    return { wall: { gatheringUuid: value, mayModerate: view.mayModerate, cards: (await this.reader.list(actor, view)).map((card) => toCard(card, actor, view)) }, errors };
  }

  private async answerAll(actor: Actor, done: Promise<string[]>): Promise<ReleaseCardsPayload> {
    const { value, errors } = await settle(done);
    const located = await this.reader.locateMany(actor, value ?? []);
    return { cards: located.filter(({ card }) => card.state !== 'withdrawn').map(({ card, view }) => toCard(card, actor, view)), errors };
  }

  private async answer(actor: Actor, done: Promise<string>): Promise<CardPayload> {
    const { value, errors } = await settle(done);
    const located = value === null ? null : await this.reader.locate(actor, value);
    return { card: located === null ? null : toCard(located.card, actor, located.view), errors };
  }
}
