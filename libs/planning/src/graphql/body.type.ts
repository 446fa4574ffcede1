import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { DatePrecision } from '@konzeptwerkstatt/kernel';
import { createConnection, DatePrecisionEnum, DateScalar, encodeGlobalId, IdentifiedType } from '@konzeptwerkstatt/platform-graphql';
import type { FactBasis } from '../domain/planning-process.entity.js';
import type { BodyRow } from '../queries/process.reader.js';
import { FactBasisEnum } from './fact-basis.enum.js';
import { ProcessExampleType } from './process-example.type.js';

/** A body that takes part: officer, unit, council, committee, network, conference. */
@ObjectType('Body', { description: 'A body that takes part: officer, unit, council, committee, network, conference.' })
export class BodyType extends IdentifiedType {
  /** Not part of the API: for who sits in it. */
  readonly municipalityId!: string;
  readonly processId!: string;

  @Field(() => String, { description: 'The raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Kind of body, as a key.' })
  kind!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it belongs to.' })
  parentName!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it may have begun.' })
  sinceFrom!: Date | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on which it may have begun, or of the time in which it worked.' })
  sinceTo!: Date | null;

  @Field(() => DatePrecisionEnum, { nullable: true, description: 'How exactly that is known; null when nothing is.' })
  sincePrecision!: DatePrecision | null;

  @Field(() => String, { nullable: true, description: 'A remark.' })
  note!: string | null;

  @Field(() => Int, { description: 'Grows with each change; sent back as expectedRevision.' })
  revision!: number;

  @Field(() => FactBasisEnum, { description: 'Where this statement comes from.' })
  basis!: FactBasis;

  @Field(() => String, { nullable: true, description: 'The public page it was read on.' })
  sourceUrl!: string | null;

  @Field(() => [ProcessExampleType], { description: 'What it is in the example the process follows.' })
  examples!: ProcessExampleType[];

  static of({ id, examples, ...row }: BodyRow): BodyType {
    return Object.assign(new BodyType(), { ...row, examples: ProcessExampleType.listOf(examples), id: encodeGlobalId('Body', id), uuid: id });
  }
}

export const { Connection: BodyConnection, Edge: BodyEdge } = createConnection(BodyType, 'Body');
