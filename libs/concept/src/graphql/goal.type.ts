import { Field, ObjectType } from '@nestjs/graphql';
import { encodeGlobalId, NodeType } from '@konzeptwerkstatt/platform-graphql';
import type { GoalRecord } from '../queries/goal.reader.js';
import { GoalKindEnum } from './concept.enums.js';

/** A goal of a section's text. */
@ObjectType('Goal', { implements: () => [NodeType], description: "A goal of a section's text." })
export class GoalType extends NodeType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Raw id of its block in the text.' })
  blockId!: string;

  @Field(() => GoalKindEnum, { description: 'Guiding goal or sub-goal.' })
  kind!: string;

  @Field(() => String, { description: 'Its title; empty when nobody has typed one.' })
  title!: string;

  @Field(() => String, { description: 'Its description as plain text, one line per paragraph.' })
  description!: string;

  /** The row, for edges (`record.indicatorIds` for monitoring). */
  record!: GoalRecord;
}

/** A goal as the API shows it. */
export function toGoal(record: GoalRecord): GoalType {
  const { id, blockId, kind, title, description } = record;
  return { id: encodeGlobalId('Goal', id), uuid: id, blockId, kind, title, description, record };
}
