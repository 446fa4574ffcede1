import { Field, ObjectType } from '@nestjs/graphql';
import type { DatePrecision } from '@konzeptwerkstatt/kernel';
import { createConnection, DatePrecisionEnum, DateScalar, encodeGlobalId, IdentifiedType } from '@konzeptwerkstatt/platform-graphql';
import type { FactBasis } from '../domain/planning-process.entity.js';
import type { DatedStepRow } from '../queries/process.reader.js';
import { FactBasisEnum } from './fact-basis.enum.js';

/** A dated step of a process; the date is as exact as it is known. */
@ObjectType('DatedStep', { description: 'A dated step of a process; the date is as exact as it is known.' })
export class DatedStepType extends IdentifiedType {
  @Field(() => String, { description: 'The raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Kind of step, as a key.' })
  kind!: string;

  @Field(() => String, { description: 'What happened or is planned.' })
  title!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day; null when undated or recurring.' })
  dateFrom!: Date | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day.' })
  dateTo!: Date | null;

  @Field(() => DatePrecisionEnum, { description: 'How exactly the date is known.' })
  datePrecision!: DatePrecision;

  @Field(() => [String], { description: 'Who took part, in the words of the source.' })
  actors!: string[];

  @Field(() => String, { nullable: true, description: 'A remark.' })
  note!: string | null;

  @Field(() => FactBasisEnum, { description: 'Where this statement comes from.' })
  basis!: FactBasis;

  @Field(() => String, { nullable: true, description: 'The public page it was read on.' })
  sourceUrl!: string | null;

  static of({ id, ...row }: DatedStepRow): DatedStepType {
    return Object.assign(new DatedStepType(), { ...row, id: encodeGlobalId('DatedStep', id), uuid: id });
  }
}

export const { Connection: DatedStepConnection, Edge: DatedStepEdge } = createConnection(DatedStepType, 'DatedStep');
