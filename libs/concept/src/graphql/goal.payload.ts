import { Field, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { GoalType } from './goal.type.js';

/** The goal as it is afterwards, or the reasons why nothing was done. */
@ObjectType({ isAbstract: true })
export abstract class GoalPayload extends MutationPayload {
  @Field(() => GoalType, { nullable: true, description: 'The goal as it is afterwards; null when nothing was done.' })
  goal!: GoalType | null;
}

@ObjectType({ description: 'Answer of addGoal.' })
export class AddGoalPayload extends GoalPayload {}

@ObjectType({ description: 'Answer of setGoalTitle.' })
export class SetGoalTitlePayload extends GoalPayload {}

@ObjectType({ description: 'Answer of setGoalKind.' })
export class SetGoalKindPayload extends GoalPayload {}

@ObjectType({ description: 'Answer of linkGoalIndicator.' })
export class LinkGoalIndicatorPayload extends GoalPayload {}

@ObjectType({ description: 'Answer of unlinkGoalIndicator.' })
export class UnlinkGoalIndicatorPayload extends GoalPayload {}
