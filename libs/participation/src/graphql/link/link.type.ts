import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, encodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import { MAX_SHORT_VERSION_WORDS } from '../../domain/link/short-version.policy.js';
import type { ShortVersion } from '../../domain/link/short-version.policy.js';
import type { SectionRecord } from '@konzeptwerkstatt/concept';
import { isWithdrawable } from '../../domain/contribution.js';
import type { LinkView, Passage, SentContribution } from '../../queries/link/link.reader.js';
import { ContributionKindEnum, ContributionStateEnum, ResponseVerdictEnum } from '../participation.enums.js';
import { PassageKindEnum } from './link.enums.js';

/** A field of action in a few words. */
@ObjectType('ShortVersion', { description: 'A field of action in at most 120 words, written by a person.' })
export class ShortVersionType {
  /** Not part of the API. */
  readonly row!: ShortVersion;

  @Field(() => String, { description: 'Its words.' })
  text!: string;

  @Field(() => Int, { description: 'Grows whenever it is saved.' })
  revision!: number;

  @Field(() => DateTimeScalar, { description: 'When it was written, or confirmed.' })
  writtenAt!: Date;
}

/** A link for people without an account. */
@ObjectType('ContributionLink', { description: 'A link that is passed on, with which people without an account answer.' })
export class ContributionLinkType {
  @Field(() => String, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'For whom it was made.' })
  title!: string;

  @Field(() => [String], { description: 'Raw ids of its fields of action.' })
  sectionUuids!: readonly string[];

  @Field(() => Boolean, { description: 'Whether what comes in waits until the office releases it.' })
  needsRelease!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  expiresAt!: Date;

  @Field(() => Boolean, { description: 'Whether it opens nothing any more.' })
  isOver!: boolean;

  @Field(() => Int, { description: 'How much came in by it.' })
  contributionCount!: number;
}

/** A passage that can be answered. */
@ObjectType('LinkedPassage', { description: 'Words of a text, a goal or a measure that can be answered.' })
export class LinkedPassageType {
  @Field(() => String, { description: 'Raw id of its block.' })
  blockId!: string;

  @Field(() => PassageKindEnum, { description: 'What it is.' })
  kind!: string;

  @Field(() => String, { description: 'Its words.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Raw id of the goal or measure.' })
  objectUuid!: string | null;
}

/** A field of action as a link shows it. */
@ObjectType('LinkedField', { description: 'A field of action as a link shows it.' })
export class LinkedFieldType {
  /** Not part of the API. */
  readonly record!: SectionRecord;

  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;
}

/** What a link opens. */
@ObjectType('LinkedConcept', { description: 'What a link opens for people without an account.' })
export class LinkedConceptType {
  /** Not part of the API. */
  readonly view!: LinkView | null;

  @Field(() => Boolean, { description: 'False: the link is unknown, over or ended, and nothing is shown.' })
  isLinkValid!: boolean;

  @Field(() => String, { nullable: true, description: 'Raw id of the link, under which a browser keeps what was not sent; null without a valid link.' })
  uuid!: string | null;

  @Field(() => String, { nullable: true, description: 'Title of the concept.' })
  title!: string | null;

  @Field(() => Boolean, { description: 'Whether what is sent waits until the office releases it.' })
  needsRelease!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it opens.' })
  expiresAt!: Date | null;

  @Field(() => [LinkedFieldType], { description: 'Its fields of action in their order.' })
  fields!: readonly LinkedFieldType[];
}

/** The published answer to what somebody sent. */
@ObjectType('SentResponse', { description: 'What the municipality answered.' })
export class SentResponseType {
  @Field(() => ResponseVerdictEnum, { description: 'What it made of it.' })
  verdict!: string;

  @Field(() => String, { description: 'Why.' })
  reasons!: string;

  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  publishedAt!: Date;
}

/** What somebody sent without an account. */
@ObjectType('SentContribution', { description: 'What somebody sent without an account, as she sees it with her key.' })
export class SentContributionType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => ContributionKindEnum, { description: 'What it says.' })
  kind!: string;

  @Field(() => ContributionStateEnum, { description: 'How far it is.' })
  state!: string;

  @Field(() => String, { nullable: true, description: 'Title of the field of action; null after it was taken out.' })
  sectionTitle!: string | null;

  @Field(() => String, { nullable: true, description: 'The words it is about, as they were then.' })
  quote!: string | null;

  @Field(() => String, { description: 'Its words.' })
  text!: string;

  @Field(() => String, { description: 'Language of its words, BCP 47.' })
  language!: string;

  @Field(() => String, { nullable: true, description: 'What she said of herself.' })
  sender!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it came in.' })
  sentAt!: Date;

  @Field(() => Boolean, { description: 'Whether she can take it back.' })
  mayWithdraw!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is not released; of REFUSED.' })
  refusalReason!: string | null;

  @Field(() => SentResponseType, { nullable: true, description: 'The answer; null until it is published.' })
  response!: SentResponseType | null;
}

export const toShortVersion = (row: ShortVersion): ShortVersionType => Object.assign(new ShortVersionType(), { row, text: row.text, revision: row.revision, writtenAt: row.writtenAt });
export const SHORT_VERSION_DESCRIPTION = `At most ${MAX_SHORT_VERSION_WORDS} words; empty: there is to be none.`;
export const toLinkedPassage = ({ blockId, kind, text, objectId }: Passage): LinkedPassageType => ({ blockId, text, objectUuid: objectId, kind: kind === 'goal' || kind === 'measure' ? kind : kind.startsWith('heading') ? 'heading' : 'words' });
export const toLinkedField = (record: SectionRecord): LinkedFieldType => Object.assign(new LinkedFieldType(), { record, uuid: record.sectionId, title: record.title });

export function toLinkedConcept(view: LinkView | null): LinkedConceptType {
  return Object.assign(new LinkedConceptType(), {
    view, isLinkValid: view !== null, uuid: view?.link.id ?? null, title: view?.edition.title ?? null, needsRelease: view?.link.needsRelease ?? true, expiresAt: view?.link.expiresAt ?? null, fields: (view?.fields ?? []).map(toLinkedField),
  });
}

export function toSent({ contribution, section, response }: SentContribution): SentContributionType {
  const { id: uuid, kind, state, quote, text, language, sender, refusalReason, createdAt: sentAt } = contribution;
  return {
    uuid, kind, state, quote, text, language, sender, refusalReason, sentAt, sectionTitle: section?.title ?? null, mayWithdraw: isWithdrawable(contribution),
    response: response === null || response.publishedAt === null ? null : { verdict: response.verdict, reasons: response.reasons, publishedAt: response.publishedAt },
  };
}

export const linkGlobalId = (id: string): string => encodeGlobalId('ContributionLink', id);
