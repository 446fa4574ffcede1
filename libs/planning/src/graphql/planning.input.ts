import { Field, ID, InputType } from '@nestjs/graphql';
import { MutationInput } from '@konzeptwerkstatt/platform-graphql';
import type { ProcessRoleName } from '../domain/process-role.entity.js';
import { ProcessRoleEnum } from './process-role.enum.js';

/** Who gets which role where. */
@InputType({ description: 'Who gets which role where.' })
export class AssignProcessRoleInput extends MutationInput {
  @Field(() => ID, { description: 'The process.' })
  processId!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation; exactly one of organisationId and personEmail is given.' })
  organisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'Mail address of a person who belongs to an organisation of the municipality.' })
  personEmail?: string | null;

  @Field(() => ProcessRoleEnum, { description: 'The role.' })
  role!: ProcessRoleName;

  @Field(() => [ID], { defaultValue: [], description: 'Sections it is for; none means the whole process.' })
  sectionIds!: string[];
}

/** Which role ends. */
@InputType({ description: 'Which role ends.' })
export class WithdrawProcessRoleInput extends MutationInput {
  @Field(() => ID, { description: 'The role.' })
  roleId!: string;
}

/** A step of a process. */
@InputType({ description: 'A step of a process.' })
export class AddDatedStepInput extends MutationInput {
  @Field(() => ID, { description: 'The process.' })
  processId!: string;

  @Field(() => String, { description: 'mandate, participation, consultation, postponed, adoption, publication, guidelines, report, survey, study, strategy, commitment, institution or other.' })
  kind!: string;

  @Field(() => String, { description: 'What happened or is planned.' })
  title!: string;

  @Field(() => String, { description: 'As exact as it is known: `2025-03-14`, `2025-03`, `2025-Q1`, `2025-autumn`, `2025`, `1990s`, `2025/2027`, `yearly`, `undated`.' })
  date!: string;

  @Field(() => String, { nullable: true, description: 'A remark.' })
  note?: string | null;
}
