import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { BodyType } from './body.type.js';
import { PlanningProcessType } from './planning-process.type.js';

@InputType({ isAbstract: true })
abstract class BodyFieldsInput extends MutationInput {
  @Field(() => String, { description: 'Kind of body: administration, officer, executive, council, committee, advisory_council, steering_group, working_group, conference, network, participation, civil_society, science, service or other.' })
  kind!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'A remark.' })
  note?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Organisations that sit in it.' })
  organisationIds!: string[];
}

@InputType({ description: 'A body to be added.' })
export class AddBodyInput extends BodyFieldsInput {
  @Field(() => ID, { description: 'The process.' })
  processId!: string;
}

@InputType({ description: 'What a body is from now on.' })
export class ChangeBodyInput extends BodyFieldsInput {
  @Field(() => ID, { description: 'The body.' })
  bodyId!: string;

  @Field(() => Int, { description: 'The revision that was seen; another one is not overwritten.' })
  expectedRevision!: number;
}

@InputType({ description: 'Which body is removed.' })
export class RemoveBodyInput extends MutationInput {
  @Field(() => ID, { description: 'The body.' })
  bodyId!: string;
}

const codes = 'NAME_REQUIRED, TITLE_TOO_LONG, TEXT_TOO_LONG, TEXT_NOT_STORABLE, BODY_KIND_INVALID, UNKNOWN_ORGANISATION';

@ObjectType({ description: `What became of addBody. Codes: ${codes}.` })
export class AddBodyPayload extends MutationPayload {
  @Field(() => BodyType, { nullable: true, description: 'The new body.' })
  body!: BodyType | null;
}

@ObjectType({ description: `What became of changeBody. Codes: ${codes}, STALE_VALUE.` })
export class ChangeBodyPayload extends MutationPayload {
  @Field(() => BodyType, { nullable: true, description: 'The body as it is now.' })
  body!: BodyType | null;
}

@ObjectType({ description: 'What became of removeBody. No codes of its own.' })
export class RemoveBodyPayload extends MutationPayload {
  @Field(() => PlanningProcessType, { nullable: true, description: 'The process without the body.' })
  process!: PlanningProcessType | null;
}
