import { Field, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { DatedStepType } from './dated-step.type.js';
import { PlanningProcessType } from './planning-process.type.js';
import { ProcessRoleType } from './process-role.type.js';

@ObjectType({ description: 'What became of assignProcessRole. Codes: SUBJECT_REQUIRED, UNKNOWN_ORGANISATION, UNKNOWN_PERSON, UNKNOWN_SECTION, ROLE_NOT_ASSIGNABLE, ROLE_ALREADY_ASSIGNED.' })
export class AssignProcessRolePayload extends MutationPayload {
  @Field(() => ProcessRoleType, { nullable: true, description: 'The new role.' })
  role!: ProcessRoleType | null;
}

@ObjectType({ description: 'What became of withdrawProcessRole. Codes: LAST_STEERING_ROLE.' })
export class WithdrawProcessRolePayload extends MutationPayload {
  @Field(() => PlanningProcessType, { nullable: true, description: 'The process without the role; null also when the visitor may no longer see it.' })
  process!: PlanningProcessType | null;
}

@ObjectType({ description: 'What became of addDatedStep. Codes: STEP_KIND_INVALID, TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_TOO_LONG, TEXT_NOT_STORABLE, DATE_INVALID.' })
export class AddDatedStepPayload extends MutationPayload {
  @Field(() => DatedStepType, { nullable: true, description: 'The new step.' })
  step!: DatedStepType | null;
}
