import { Field, ObjectType } from '@nestjs/graphql';
import { wholeDay } from '@konzeptwerkstatt/kernel';
import type { DatePrecision } from '@konzeptwerkstatt/kernel';
import { DatePrecisionEnum, DateScalar } from '@konzeptwerkstatt/platform-graphql';
import { parsePartialDate } from '../domain/partial-date.policy.js';
import type { ProcessExample } from '../domain/process-plan.js';

const dayOf = (day: string | null | undefined): Date | null => (day ? wholeDay(day) : null);

/** How something was in the municipality that a plan follows. */
@ObjectType('ProcessExample', { description: 'How something was in the municipality that a plan follows.' })
export class ProcessExampleType {
  @Field(() => String, { description: 'What it was.' })
  title!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day; null when undated or recurring.' })
  dateFrom!: Date | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day.' })
  dateTo!: Date | null;

  @Field(() => DatePrecisionEnum, { description: 'How exactly the date is known.' })
  datePrecision!: DatePrecision;

  @Field(() => String, { nullable: true, description: 'The public page it was read on, when it is not in the source of the plan.' })
  sourceUrl!: string | null;

  static of({ title, date, sourceUrl }: ProcessExample): ProcessExampleType {
    const parsed = date === null ? null : parsePartialDate(date);
    return Object.assign(new ProcessExampleType(), { title, sourceUrl, dateFrom: dayOf(parsed?.from), dateTo: dayOf(parsed?.to), datePrecision: parsed?.precision ?? 'unknown' });
  }

  /** Of a column that holds examples. */
  static listOf(stored: unknown): ProcessExampleType[] {
    return (stored as readonly ProcessExample[]).map((example) => ProcessExampleType.of(example));
  }
}
