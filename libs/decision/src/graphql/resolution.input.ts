import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { ConsultationRole, ResolutionResult } from '../domain/resolution.js';
import { ConsultationRoleEnum, ResolutionResultEnum, ResolutionType } from './resolution.type.js';

@InputType({ description: 'A body that dealt with the edition before.' })
export class ConsultationInput {
  @Field(() => String, { description: 'The body, 1 to 200 characters.' })
  bodyName!: string;

  @Field(() => String, { description: 'Day, `YYYY-MM-DD`, not after the resolution.' })
  heldOn!: string;

  @Field(() => ConsultationRoleEnum, { description: 'Why.' })
  role!: ConsultationRole;
}

@InputType({ description: 'What a body resolved on an edition.' })
export class RecordResolutionInput extends MutationInput {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => String, { description: 'The body, 1 to 200 characters.' })
  bodyName!: string;

  @Field(() => String, { description: 'Day, `YYYY-MM-DD`, not in the future.' })
  decidedOn!: string;

  @Field(() => ResolutionResultEnum, { description: 'What came of it.' })
  result!: ResolutionResult;

  @Field(() => Boolean, { description: 'Whether the edition is adopted by it; its text is frozen then. Not with POSTPONED and REJECTED.' })
  adopts!: boolean;

  @Field(() => Int, { nullable: true, description: 'Votes for it.' })
  votesYes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Votes against it.' })
  votesNo?: number | null;

  @Field(() => Int, { nullable: true, description: 'Abstentions.' })
  votesAbstained?: number | null;

  @Field(() => String, { nullable: true, description: "Number of the council's paper, at most 100 characters." })
  paperNumber?: string | null;

  @Field(() => String, { nullable: true, description: "Address in the council's information system, beginning with https; never fetched." })
  oparlUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'What else there is to say, at most 2,000 characters.' })
  remark?: string | null;

  @Field(() => String, { nullable: true, description: 'Raw id of the signed paper: a PDF uploaded for `decision.resolution`.' })
  fileId?: string | null;

  @Field(() => [ConsultationInput], { defaultValue: [], description: 'Who dealt with it before; at most 30.' })
  consultations!: ConsultationInput[];
}

@ObjectType({ description: 'What became of recordResolution. Codes: ALREADY_ADOPTED, EDITION_EMPTY, RESULT_CANNOT_ADOPT, BODY_REQUIRED, DATE_INVALID, DATE_IN_FUTURE, CONSULTATION_AFTER_RESOLUTION, TOO_MANY_CONSULTATIONS, VOTES_INVALID, URL_INVALID, TEXT_TOO_LONG, TEXT_NOT_STORABLE, FILE_GONE.' })
export class RecordResolutionPayload extends MutationPayload {
  @Field(() => ResolutionType, { nullable: true, description: 'The resolution; null when nothing was done.' })
  resolution!: ResolutionType | null;
}

@InputType({ description: 'The signed paper of a resolution.' })
export class AttachResolutionPaperInput extends MutationInput {
  @Field(() => ID, { description: 'The resolution.' })
  resolutionId!: string;

  @Field(() => String, { description: 'Raw id of the signed paper: a PDF uploaded for `decision.resolution`.' })
  fileId!: string;
}

@ObjectType({ description: 'What became of attachResolutionPaper. Codes: PAPER_KEPT, FILE_GONE.' })
export class AttachResolutionPaperPayload extends MutationPayload {
  @Field(() => ResolutionType, { nullable: true, description: 'The resolution; null when nothing was done.' })
  resolution!: ResolutionType | null;
}
