import { Field, Int, ObjectType } from '@nestjs/graphql';
import { createConnection, DateScalar, DateTimeScalar, encodeGlobalId, NodeType } from '@konzeptwerkstatt/platform-graphql';
import type { Contribution, ContributionReply } from '../domain/contribution.js';
import { AnchorStateEnum, ContributionKindEnum, ContributionStateEnum, ContributionTargetEnum, ContributionWayEnum } from './participation.enums.js';

/** A contribution. */
@ObjectType('Contribution', { implements: () => [NodeType], description: 'What somebody says about a concept or a part of it.' })
export class ContributionType extends NodeType {
  /** Not part of the API: for the fields that are looked up. */
  readonly row!: Contribution;

  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => ContributionTargetEnum, { description: 'What it is about.' })
  target!: string;

  @Field(() => ContributionKindEnum, { description: 'What it says.' })
  kind!: string;

  @Field(() => ContributionStateEnum, { description: 'How far it is.' })
  state!: string;

  @Field(() => ContributionWayEnum, { description: 'How it came.' })
  way!: string;

  @Field(() => String, { nullable: true, description: 'Title of the measure it proposes.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'The words it is about, as they were then.' })
  quote!: string | null;

  @Field(() => String, { nullable: true, description: 'What stood before these words in their block.' })
  quoteBefore!: string | null;

  @Field(() => String, { nullable: true, description: 'Raw id of the block it was about.' })
  blockId!: string | null;

  @Field(() => String, { nullable: true, description: 'What is to stand instead of the quoted words.' })
  replacement!: string | null;

  @Field(() => String, { description: 'Language of its words, BCP 47.' })
  language!: string;

  @Field(() => DateScalar, { nullable: true, description: 'When the office received it.' })
  receivedOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when those who take part see it.' })
  submittedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it is not released; of REFUSED.' })
  refusalReason!: string | null;
}

/** What is said below a contribution. */
@ObjectType('ContributionReply', { description: 'What is said below a contribution.' })
export class ContributionReplyType {
  /** Not part of the API. */
  readonly row!: ContributionReply & { readonly municipalityId: string };

  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Language of its words, BCP 47.' })
  language!: string;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  createdAt!: Date;
}

/** A file that was sent along. */
@ObjectType('ContributionAttachment', { description: 'A file that was sent along with a contribution; at `/files/` for who may see the contribution.' })
export class ContributionAttachmentType {
  @Field(() => String, { description: 'Raw id, as it stands in its address.' })
  uuid!: string;

  @Field(() => String, { description: 'Its name, as whoever brought it named it.' })
  name!: string;

  @Field(() => String, { description: 'What it is, found from its content.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Size in bytes.' })
  byteSize!: number;
}

/** What became of what a contribution is about. */
@ObjectType('ContributionAnchor', { description: 'Where what a contribution is about stands now.' })
export class ContributionAnchorType {
  @Field(() => AnchorStateEnum, { description: 'Whether it is still there.' })
  state!: string;

  @Field(() => String, { nullable: true, description: 'Raw id of the block where it stands now.' })
  blockId!: string | null;
}

/** How many there are. */
@ObjectType('ContributionCount', { description: 'How many contributions there are of one state and kind.' })
export class ContributionCountType {
  @Field(() => ContributionStateEnum, { description: 'Their state.' })
  state!: string;

  @Field(() => ContributionKindEnum, { description: 'Their kind.' })
  kind!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

export const { Connection: ContributionConnection, Edge: ContributionEdge } = createConnection(ContributionType, 'Contribution');

export function toContribution(row: Contribution): ContributionType {
  const { id: uuid, target, kind, state, way, title, quote, quoteBefore, blockId, replacement, language, receivedOn, createdAt, submittedAt, refusalReason } = row;
  return Object.assign(new ContributionType(), { row, id: encodeGlobalId('Contribution', uuid), uuid, target, kind, state, way, title, quote, quoteBefore, blockId, replacement, language, receivedOn, createdAt, submittedAt, refusalReason });
}

export function toReply(row: ContributionReply, municipalityId: string): ContributionReplyType {
  const { id: uuid, language, createdAt } = row;
  return Object.assign(new ContributionReplyType(), { row: { ...row, municipalityId }, uuid, language, createdAt });
}
