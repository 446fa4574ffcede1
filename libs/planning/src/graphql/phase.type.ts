import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, encodeGlobalId, IdentifiedType } from '@konzeptwerkstatt/platform-graphql';
import type { PhaseRow } from '../queries/process.reader.js';
import { PhaseRuleType } from './phase-rule.type.js';
import { PhaseStateEnum } from './process-plan.enums.js';
import { ProcessExampleType } from './process-example.type.js';

/** A part of a process with a time at which it opens and one at which it closes. */
@ObjectType('Phase', { description: 'A part of a process with a time at which it opens and one at which it closes; what its rules allow holds in between.' })
export class PhaseType extends IdentifiedType {
  /** Not part of the API: for the fields that are looked up. */
  readonly row!: PhaseRow;

  @Field(() => String, { description: 'The raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Kind of phase, as a key.' })
  kind!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What happens in it.' })
  summary!: string;

  @Field(() => Boolean, { description: 'Whether no other exclusive phase of its track may be open at the same time.' })
  isExclusive!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it opens.' })
  opensAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it closes; null when it stays open.' })
  closesAt!: Date | null;

  @Field(() => Int, { description: 'Grows with each change; sent back as expectedRevision.' })
  revision!: number;

  @Field(() => PhaseStateEnum, { description: 'Whether it is still to come, open, or over.' })
  state!: string;

  @Field(() => [PhaseRuleType], { description: 'Who may do what while it is open, beside what their roles allow at any time.' })
  rules!: PhaseRuleType[];

  @Field(() => [ProcessExampleType], { description: 'How it was in the example the process follows.' })
  examples!: ProcessExampleType[];

  static of(row: PhaseRow): PhaseType {
    const { id, kind, title, summary, isExclusive, opensAt, closesAt, state, revision } = row;
    return Object.assign(new PhaseType(), {
      row, id: encodeGlobalId('Phase', id), uuid: id, kind, title, summary, isExclusive, opensAt, closesAt, state, revision,
      rules: PhaseRuleType.listOf(row.rules), examples: ProcessExampleType.listOf(row.examples),
    });
  }
}
