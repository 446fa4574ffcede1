import { Field, Int, ObjectType } from '@nestjs/graphql';
import { createConnection, encodeGlobalId, IdentifiedType, NodeType } from '@konzeptwerkstatt/platform-graphql';
import type { DefinitionRow, IndicatorRow } from '../queries/indicator.reader.js';
import { IndicatorDirectionEnum } from './monitoring.enums.js';

/** One version of an indicator's definition. */
@ObjectType('IndicatorDefinition', { description: "One version of an indicator's definition; another way of counting is another version." })
export class IndicatorDefinitionType extends IdentifiedType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => Int, { description: '1, 2, 3 …' })
  version!: number;

  @Field(() => String, { description: 'What is counted, and against what.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Where the definition comes from.' })
  source!: string | null;
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

  /** The row, for edges. */
  row!: IndicatorRow;
}

export const { Connection: IndicatorConnection } = createConnection(IndicatorType, 'Indicator');

/** An indicator as the API shows it. */
export function toIndicator(row: IndicatorRow): IndicatorType {
  const { id, key, name, unit, unitLabel, decimals, direction, isExample } = row;
  return { id: encodeGlobalId('Indicator', id), uuid: id, key, name, unit, unitLabel, decimals, direction, isExample, row };
}

/** A definition as the API shows it. */
export function toDefinition({ id, version, text, source }: DefinitionRow): IndicatorDefinitionType {
  return { id: encodeGlobalId('IndicatorDefinition', id), uuid: id, version, text, source };
}
