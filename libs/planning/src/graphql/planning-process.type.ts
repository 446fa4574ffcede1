import { Field, ObjectType } from '@nestjs/graphql';
import { createConnection, encodeGlobalId, NodeType } from '@konzeptwerkstatt/platform-graphql';
import type { ProcessRow } from '../queries/process.reader.js';

/** A planning process in which people and organisations take part with roles. */
@ObjectType('PlanningProcess', { implements: () => [NodeType], description: 'A planning process in which people and organisations take part with roles.' })
export class PlanningProcessType extends NodeType {
  /** Not part of the API: for what hangs on the process. */
  readonly municipalityId!: string;

  @Field(() => String, { description: 'The raw id, for addresses.' })
  uuid!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What it is about.' })
  summary!: string;

  @Field(() => Boolean, { description: 'Whether it belongs to the demonstration.' })
  isExample!: boolean;

  @Field(() => String, { nullable: true, description: 'Source line to be shown with it.' })
  sourceNote!: string | null;

  static of({ id, municipalityId, title, summary, isExample, sourceNote }: ProcessRow): PlanningProcessType {
    return Object.assign(new PlanningProcessType(), { id: encodeGlobalId('PlanningProcess', id), uuid: id, municipalityId, title, summary, isExample, sourceNote });
  }
}

export const { Connection: PlanningProcessConnection, Edge: PlanningProcessEdge } = createConnection(PlanningProcessType, 'PlanningProcess');
