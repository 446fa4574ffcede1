import { Field, Int, ObjectType } from '@nestjs/graphql';
import { createConnection, DateTimeScalar, DecimalScalar, encodeGlobalId, IdentifiedType, NodeType } from '@konzeptwerkstatt/platform-graphql';
import type { DefinitionRow, IndicatorRow } from '../queries/indicator.reader.js';
import { BreakdownDimensionEnum, IndicatorDirectionEnum, IndicatorKindEnum, IndicatorSensitivityEnum, ReferenceDateTypeEnum, ReportingRhythmEnum, SpatialLevelEnum } from './monitoring.enums.js';

/** One version of an indicator's definition. */
@ObjectType('IndicatorDefinition', { description: "One version of an indicator's definition; another way of counting is another version." })
export class IndicatorDefinitionType extends IdentifiedType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => Int, { description: '1, 2, 3 …' })
  version!: number;

  @Field(() => String, { description: 'What is counted, and against what; empty when nobody has said so yet.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Where the figures come from.' })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'What is counted, of a share.' })
  numerator!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is divided by, of a share.' })
  denominator!: string | null;

  @Field(() => String, { nullable: true, description: 'Who counts as belonging to the group.' })
  populationConcept!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the table at its source.' })
  tableId!: string | null;

  @Field(() => String, { nullable: true, description: 'What to mind about the method.' })
  methodNote!: string | null;

  @Field(() => ReferenceDateTypeEnum, { nullable: true, description: 'What day or time a value is counted for.' })
  referenceDateType!: string | null;

  @Field(() => DateTimeScalar, { description: 'Since when it is counted so.' })
  createdAt!: Date;
}

/** What is observed over the years. */
@ObjectType('Indicator', { implements: () => [NodeType], description: 'What is observed over the years.' })
export class IndicatorType extends NodeType {
  @Field(() => String, { description: 'Raw id, for addresses.' })
  uuid!: string;

  @Field(() => String, { description: 'Short name for files and scripts.' })
  key!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { description: 'Key of its unit.' })
  unit!: string;

  @Field(() => String, { description: 'What is printed behind a value.' })
  unitLabel!: string;

  @Field(() => Int, { description: 'How many decimals its values have at most.' })
  decimals!: number;

  @Field(() => IndicatorDirectionEnum, { description: 'Which way it should go.' })
  direction!: string;

  @Field(() => Boolean, { description: 'Whether it belongs to the demonstration.' })
  isExample!: boolean;

  @Field(() => IndicatorKindEnum, { nullable: true, description: 'What it says something about.' })
  kind!: string | null;

  @Field(() => SpatialLevelEnum, { nullable: true, description: 'The smallest region its figures are there for.' })
  spatialLevel!: string | null;

  @Field(() => [BreakdownDimensionEnum], { description: 'What its values are broken down by.' })
  breakdowns!: string[];

  @Field(() => DecimalScalar, { nullable: true, description: 'Lower bound of the corridor.' })
  corridorLow!: unknown;

  @Field(() => DecimalScalar, { nullable: true, description: 'Upper bound of the corridor.' })
  corridorHigh!: unknown;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value it starts from; of a gap that is to shrink, the gap.' })
  baselineValue!: unknown;

  @Field(() => Int, { nullable: true, description: 'The year of that value.' })
  baselineYear!: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value that is to be reached.' })
  targetValue!: unknown;

  @Field(() => Int, { nullable: true, description: 'Until when.' })
  targetYear!: number | null;

  @Field(() => Int, { nullable: true, description: 'The version of the definition that baseline and target were set for; values of another one are not held against them.' })
  pathVersion!: number | null;

  @Field(() => ReportingRhythmEnum, { nullable: true, description: 'How often a new value is to come.' })
  rhythm!: string | null;

  @Field(() => IndicatorSensitivityEnum, { description: 'How far its figures can hurt.' })
  sensitivity!: string;

  @Field(() => String, { nullable: true, description: 'Licence of the figures.' })
  licence!: string | null;

  @Field(() => Boolean, { description: 'Whether shares outside of 0 to 100 % are possible.' })
  mayExceedHundred!: boolean;

  @Field(() => Int, { description: 'Grows with each change; sent back as expectedRevision.' })
  revision!: number;

  /** The row, for edges. */
  row!: IndicatorRow;
}

export const { Connection: IndicatorConnection } = createConnection(IndicatorType, 'Indicator');

/** An indicator as the API shows it. */
export function toIndicator(row: IndicatorRow): IndicatorType {
  const { municipalityId: _, createdAt: __, removedAt: ___, responsibleOrganisationId: ____, numeratorId: _____, denominatorId: ______, ...facts } = row;
  return { ...facts, id: encodeGlobalId('Indicator', row.id), uuid: row.id, row };
}

/** A definition as the API shows it. */
export function toDefinition({ municipalityId: _, indicatorId: __, ...facts }: DefinitionRow): IndicatorDefinitionType {
  return { ...facts, id: encodeGlobalId('IndicatorDefinition', facts.id), uuid: facts.id };
}
