import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, encodeGlobalId, IdentifiedType, NodeType } from '@konzeptwerkstatt/platform-graphql';
import type { EditionPlace } from '../domain/section-place.js';
import type { EditionRecord } from '../queries/edition.reader.js';
import { EditionVisibilityEnum, InstrumentKindEnum } from './concept.enums.js';

/** What a municipality writes again and again: guidelines, a concept, a report. Its editions form a chain. */
@ObjectType('Instrument', { description: 'What a municipality writes again and again: guidelines, a concept, a report.' })
export class InstrumentType extends IdentifiedType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => InstrumentKindEnum, { description: 'What it is.' })
  kind!: string;

  @Field(() => String, { description: 'Its name.' })
  title!: string;
}

/** One edition of an instrument: drafted together, later adopted. */
@ObjectType('Edition', { implements: () => [NodeType], description: 'One edition of an instrument: drafted together, later adopted.' })
export class EditionType extends NodeType {
  @Field(() => String, { description: 'Raw id, for addresses.' })
  uuid!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => Int, { description: 'The year it stands for.' })
  year!: number;

  @Field(() => InstrumentType, { description: 'What it is an edition of.' })
  instrument!: InstrumentType;

  @Field(() => Boolean, { description: 'Whether it is an example and not a real concept.' })
  isExample!: boolean;

  @Field(() => String, { nullable: true, description: 'Source to be named where facts of others are used.' })
  sourceNote!: string | null;

  @Field(() => String, { description: 'In which language it is written (BCP 47); people may write in others.' })
  language!: string;

  @Field(() => EditionVisibilityEnum, { description: 'Who may read it.' })
  visibility!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is adopted and no longer changes.' })
  frozenAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Set for a correction of an adopted edition: why it is needed.' })
  correctionReason!: string | null;

  /** Raw id of the adopted edition it began as a copy of. */
  basedOnUuid!: string | null;

  /** Where it stands, for rights and for edges of other contexts (`place.municipalityId`, `place.processId`). */
  place!: EditionPlace;
}

/** An edition as the API shows it. */
export function toEdition(record: EditionRecord): EditionType {
  const { editionId, title, year, isExample, sourceNote, language, visibility, frozenAt, municipalityId, processId, isPublished, isFrozen, correctionReason, basedOnId } = record;
  const instrument = { id: encodeGlobalId('Instrument', record.instrumentId), uuid: record.instrumentId, kind: record.instrumentKind, title: record.instrumentTitle };
  const place = { editionId, municipalityId, processId, isPublished, isFrozen };
  return { id: encodeGlobalId('Edition', editionId), uuid: editionId, title, year, instrument, isExample, sourceNote, language, visibility, frozenAt, correctionReason, basedOnUuid: basedOnId, place };
}
