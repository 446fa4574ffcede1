import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import { PlanningProcessType } from './planning-process.type.js';
import { ProcessTemplateType } from './process-template.type.js';

@InputType({ description: 'From what a process begins.' })
export class StartProcessInput extends MutationInput {
  @Field(() => String, { description: 'Key of the template.' })
  templateKey!: string;

  @Field(() => String, { description: 'What the process is called.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Day of the decision, `2027-06-30`; exactly one of decisionDay and startMonth is given.' })
  decisionDay?: string | null;

  @Field(() => String, { nullable: true, description: 'Month in which the first phase begins, `2026-09`.' })
  startMonth?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'What is not wanted of the template: `bodies/<key>`, `phases/<key>`, `documents/<key>`, `fields/<key>`.' })
  leaveOut!: string[];
}

@InputType({ description: 'Which process becomes a template.' })
export class SaveProcessAsTemplateInput extends MutationInput {
  @Field(() => ID, { description: 'The process.' })
  processId!: string;

  @Field(() => String, { description: 'What the template is called.' })
  title!: string;
}

@InputType({ description: 'A file with a planned process.' })
export class ImportProcessTemplateInput extends MutationInput {
  @Field(() => String, { description: 'The whole text of the file, at most 500 kilobytes.' })
  content!: string;
}

@InputType({ description: 'Which template is removed.' })
export class RemoveProcessTemplateInput extends MutationInput {
  @Field(() => String, { description: 'Key of one of the templates of the municipality.' })
  templateKey!: string;
}

@ObjectType({ description: 'What became of startProcess. Codes: TEMPLATE_UNKNOWN, TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE, ANCHOR_REQUIRED, DAY_INVALID, MONTH_INVALID.' })
export class StartProcessPayload extends MutationPayload {
  @Field(() => PlanningProcessType, { nullable: true, description: 'The new process. Rights in it follow a moment later.' })
  process!: PlanningProcessType | null;
}

@ObjectType({ description: 'What became of saveProcessAsTemplate. Codes: TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE.' })
export class SaveProcessAsTemplatePayload extends MutationPayload {
  @Field(() => ProcessTemplateType, { nullable: true, description: 'The new template.' })
  template!: ProcessTemplateType | null;
}

@ObjectType({ description: 'What became of importProcessTemplate. Codes: FILE_TOO_LARGE, FILE_UNREADABLE, FILE_TOO_NEW.' })
export class ImportProcessTemplatePayload extends MutationPayload {
  @Field(() => ProcessTemplateType, { nullable: true, description: 'The new template.' })
  template!: ProcessTemplateType | null;
}

@ObjectType({ description: 'What became of removeProcessTemplate. Codes: TEMPLATE_UNKNOWN.' })
export class RemoveProcessTemplatePayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'The key of the template that is gone.' })
  removedKey!: string | null;
}
