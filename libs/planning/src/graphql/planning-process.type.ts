import { Field, ObjectType } from '@nestjs/graphql';
import { createConnection, DateScalar, encodeGlobalId, NodeType } from '@konzeptwerkstatt/platform-graphql';
import type { ProcessRow } from '../queries/process.reader.js';
import { ProcessExampleType } from './process-example.type.js';

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

  /** Not part of the API: for the name of the body. */
  readonly decisionBodyId!: string | null;

  @Field(() => String, { nullable: true, description: 'The municipality whose example its plan follows.' })
  exampleName!: string | null;

  @Field(() => Boolean, { description: 'Whether it goes on without an end.' })
  isStanding!: boolean;

  @Field(() => Boolean, { description: 'Whether it comes again every year.' })
  isYearly!: boolean;

  @Field(() => String, { nullable: true, description: 'The decision its plan is counted from; null without a plan.' })
  decisionTitle!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day planned for the decision.' })
  decisionDay!: Date | null;

  @Field(() => [ProcessExampleType], { description: 'What else happened in the example its plan follows.' })
  history!: ProcessExampleType[];

  static of({ id, municipalityId, title, summary, isExample, sourceNote, ...plan }: ProcessRow): PlanningProcessType {
    return Object.assign(new PlanningProcessType(), {
      id: encodeGlobalId('PlanningProcess', id), uuid: id, municipalityId, title, summary, isExample, sourceNote,
      decisionBodyId: plan.decisionBodyId, exampleName: plan.exampleName, isStanding: plan.isStanding, isYearly: plan.rhythm === 'yearly', decisionTitle: plan.decisionTitle,
      decisionDay: plan.decisionDay, history: ProcessExampleType.listOf(plan.history),
    });
  }
}

export const { Connection: PlanningProcessConnection, Edge: PlanningProcessEdge } = createConnection(PlanningProcessType, 'PlanningProcess');
