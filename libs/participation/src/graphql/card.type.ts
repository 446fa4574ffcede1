import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { encodeGlobalId, IdentifiedType, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Card } from '../domain/card.js';
import type { ContributionKind } from '../domain/contribution.js';
import { isOwnCard } from '../queries/card.reader.js';
import type { WallView } from '../queries/card.reader.js';
import { CardPlaceEnum, ContributionKindEnum, ContributionWayEnum } from './participation.enums.js';

/** A card of a workshop, as one visitor sees it. */
@ObjectType('Card', { description: 'A card of a workshop, as one visitor sees it.' })
export class CardType extends IdentifiedType {
  /** Not part of the API: for the fields that are looked up. */
  readonly row!: Card;

  /** Not part of the API: whether the visitor runs the gathering. */
  readonly isForModerators!: boolean;

  @Field(() => String, { description: 'Raw id, also of the contribution it is.' })
  uuid!: string;

  @Field(() => ID, { description: 'The contribution it is.' })
  contributionId!: string;

  @Field(() => String, { description: 'Raw id of its table.' })
  tableUuid!: string;

  @Field(() => CardPlaceEnum, { description: 'Where it is.' })
  place!: string;

  @Field(() => Int, { description: 'Order within its table.' })
  position!: number;

  @Field(() => ContributionKindEnum, { description: 'What it says.' })
  kind!: string;

  @Field(() => ContributionWayEnum, { description: 'How it came.' })
  way!: string;

  @Field(() => String, { nullable: true, description: 'Title of the measure it proposes.' })
  title!: string | null;

  @Field(() => String, { description: 'Its words.' })
  text!: string;

  @Field(() => String, { description: 'Language of its words, BCP 47.' })
  language!: string;

  @Field(() => Boolean, { description: 'Whether the visitor wrote it.' })
  isOwn!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was taken off the wall; for its author and for moderators.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'What somebody said against it; for moderators.' })
  report!: string | null;

  @Field(() => String, { nullable: true, description: 'Who said it, in words; for moderators.' })
  sender!: string | null;

  @Field(() => String, { nullable: true, description: 'Opaque id of the guest who wrote it, for moderators.' })
  guestId!: string | null;

  @Field(() => String, { nullable: true, description: 'Raw id of the bundle it is in.' })
  bundleUuid!: string | null;

  @Field(() => String, { nullable: true, description: 'What its bundle is called.' })
  bundleTitle!: string | null;

  @Field(() => Boolean, { description: 'Whether something in the text goes back to it.' })
  isTakenOver!: boolean;
}

/** The wall of a gathering. */
@ObjectType('Wall', { description: 'The wall of a gathering, as one visitor sees it.' })
export class WallType {
  @Field(() => String, { description: 'Raw id of the gathering.' })
  gatheringUuid!: string;

  @Field(() => Boolean, { description: 'Whether the visitor runs it.' })
  mayModerate!: boolean;

  @Field(() => [CardType], { description: 'Its cards by table and order; at most 2,000.' })
  cards!: CardType[];
}

/** Something changed on a wall; exactly one field says what. */
@ObjectType('WallChange', { description: 'Something changed on a wall: a card, one that is gone, the text of a table, or so much that it is read again.' })
export class WallChangeType {
  @Field(() => CardType, { nullable: true, description: 'The card as it is now.' })
  card!: CardType | null;

  @Field(() => String, { nullable: true, description: 'Raw id of a card that the visitor sees no more.' })
  goneUuid!: string | null;

  @Field(() => String, { nullable: true, description: 'Raw id of a text that changed.' })
  documentId!: string | null;

  @Field(() => Boolean, { description: 'Whether everything is to be read again; also the first message.' })
  isEverything!: boolean;
}

export function toCard(row: Card, actor: Actor, { mayModerate }: Pick<WallView, 'mayModerate'>): CardType {
  const { id: uuid, tableId: tableUuid, place, position, kind, way, title, text, language, bundleId: bundleUuid, bundleTitle, isTakenOver } = row;
  const isOwn = isOwnCard(actor, row);
  return Object.assign(new CardType(), {
    row, isForModerators: mayModerate, id: encodeGlobalId('Card', uuid), uuid, contributionId: encodeGlobalId('Contribution', uuid), tableUuid, place, position, kind, way, title, text, language, isOwn,
    reason: isOwn || mayModerate ? row.reason : null, report: mayModerate ? row.report : null, sender: mayModerate ? row.sender : null,
    guestId: mayModerate && row.guestId !== null ? encodeGlobalId('Guest', row.guestId) : null, bundleUuid, bundleTitle, isTakenOver,
  });
}

@InputType({ description: 'A card to be sent off.' })
export class SubmitCardInput extends MutationInput {
  @Field(() => String, { description: 'Raw id of the table.' })
  tableUuid!: string;

  @Field(() => ContributionKindEnum, { description: 'What it says.' })
  kind!: ContributionKind;

  @Field(() => String, { nullable: true, description: 'Title of a new measure; 1 to 300 characters.' })
  title?: string | null;

  @Field(() => String, { description: 'Its words; at most 2,000 characters.' })
  text!: string;

  @Field(() => String, { description: 'Language of the words, BCP 47.' })
  language!: string;
}

@InputType({ description: 'A card that was written on paper or said on the phone.' })
export class EnterCardInput extends SubmitCardInput {
  @Field(() => ContributionWayEnum, { description: 'PAPER or PHONE.' })
  way!: string;

  @Field(() => String, { nullable: true, description: 'Who said it, in words; only for those who run the gathering.' })
  sender?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Raw ids of at most 5 files that the viewer has uploaded for it (purpose participation.attachment): a photograph of the paper.' })
  attachmentIds!: string[];
}

@InputType({ description: 'Which card.' })
export class WithdrawCardInput extends MutationInput {
  @Field(() => ID, { description: 'The card.' })
  cardId!: string;
}

@InputType({ description: 'Which card is taken off, and why.' })
export class HideCardInput extends WithdrawCardInput {
  @Field(() => String, { description: 'Its author reads it; 1 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'What is wrong with which card.' })
export class ReportCardInput extends WithdrawCardInput {
  @Field(() => String, { description: 'Moderators read it; 1 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'Where a card is put.' })
export class MoveCardInput extends WithdrawCardInput {
  @Field(() => String, { description: 'Raw id of the table.' })
  tableUuid!: string;

  @Field(() => ID, { nullable: true, description: 'The card before which it is put; null: behind all.' })
  beforeCardId?: string | null;
}

@InputType({ description: 'Which cards everybody may see.' })
export class ReleaseCardsInput extends MutationInput {
  @Field(() => [ID], { description: 'The cards; at most 200.' })
  cardIds!: string[];
}

@InputType({ description: 'Cards that say the same.' })
export class BundleCardsInput extends MutationInput {
  @Field(() => [ID], { description: '2 to 100 cards on the wall, to one concept.' })
  cardIds!: string[];

  @Field(() => String, { description: 'What they say, in a few words.' })
  title!: string;
}

@InputType({ description: 'Which card is taken out of its bundle.' })
export class UnbundleCardInput extends WithdrawCardInput {}

@InputType({ description: 'Which wall.' })
export class ClearWallInput extends MutationInput {
  @Field(() => ID, { description: 'The gathering.' })
  gatheringId!: string;
}

@InputType({ description: 'Which wall comes back.' })
export class RestoreWallInput extends ClearWallInput {}

@ObjectType({ isAbstract: true })
export abstract class CardPayload extends MutationPayload {
  @Field(() => CardType, { nullable: true, description: 'The card as it is afterwards; null when nothing was done or it is no longer to be seen.' })
  card!: CardType | null;
}

@ObjectType({ isAbstract: true })
export abstract class WallPayload extends MutationPayload {
  @Field(() => WallType, { nullable: true, description: 'The wall as it is afterwards.' })
  wall!: WallType | null;
}

const words = 'TEXT_REQUIRED, CARD_TOO_LONG, TEXT_NOT_STORABLE, TITLE_REQUIRED, TITLE_TOO_LONG, LANGUAGE_INVALID, UNKNOWN_SECTION';

@ObjectType({ description: `Answer of submitCard. Codes: ${words}, GATHERING_OVER, GATHERING_NOT_OPEN, GUEST_BLOCKED.` })
export class SubmitCardPayload extends CardPayload {}

@ObjectType({ description: `Answer of enterCard. Codes: ${words}, WAY_INVALID, TOO_MANY_FILES, FILE_GONE.` })
export class EnterCardPayload extends CardPayload {}

@ObjectType({ description: 'Answer of withdrawCard. Codes: NOT_WITHDRAWABLE.' })
export class WithdrawCardPayload extends CardPayload {}

@ObjectType({ description: 'Answer of hideCard. Codes: REASON_REQUIRED, REASON_TOO_LONG, TEXT_NOT_STORABLE.' })
export class HideCardPayload extends CardPayload {}

@ObjectType({ description: 'Answer of reportCard. Codes: REASON_REQUIRED, REASON_TOO_LONG, TEXT_NOT_STORABLE.' })
export class ReportCardPayload extends CardPayload {}

@ObjectType({ description: 'Answer of moveCard. Codes: TABLE_GONE.' })
export class MoveCardPayload extends CardPayload {}

@ObjectType({ description: 'Answer of releaseCards. Codes: SEVERAL_REQUIRED, TOO_MANY.' })
export class ReleaseCardsPayload extends MutationPayload {
  @Field(() => [CardType], { description: 'The cards as they are afterwards; without those that were taken back meanwhile.' })
  cards!: CardType[];
}

@ObjectType({ description: 'Answer of bundleCards. Codes: SEVERAL_REQUIRED, TOO_MANY, ONE_CONCEPT_ONLY, NOT_OPEN, HANDLED_BY_OFFICE, TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE.' })
export class BundleCardsPayload extends MutationPayload {
  @Field(() => [CardType], { description: 'The cards as they are afterwards; without those that were taken back meanwhile.' })
  cards!: CardType[];
}

@ObjectType({ description: 'Answer of unbundleCard. Codes: NOT_OPEN, HANDLED_BY_OFFICE.' })
export class UnbundleCardPayload extends CardPayload {}

@ObjectType({ description: 'Answer of clearWall. No codes of its own.' })
export class ClearWallPayload extends WallPayload {}

@ObjectType({ description: 'Answer of restoreWall. No codes of its own.' })
export class RestoreWallPayload extends WallPayload {}
