import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { createConnection, DateScalar, DateTimeScalar, encodeGlobalId, IdentifiedType, upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
import { wholeDay } from '@konzeptwerkstatt/kernel';
import { CONSULTATION_ROLES, RESOLUTION_RESULTS } from '../domain/resolution.js';
import type { Resolution } from '../domain/resolution.js';

export const ResolutionResultEnum = upperCaseEnum(RESOLUTION_RESULTS);
registerEnumType(ResolutionResultEnum, { name: 'ResolutionResult', description: 'What a body made of an edition.' });
export const ConsultationRoleEnum = upperCaseEnum(CONSULTATION_ROLES);
registerEnumType(ConsultationRoleEnum, { name: 'ConsultationRole', description: 'Why a body dealt with an edition before the one that resolved.' });

/** A body that dealt with an edition before. */
@ObjectType('Consultation', { description: 'A body that dealt with an edition before the one that resolved.' })
export class ConsultationType {
  @Field(() => String, { description: 'The body.' })
  bodyName!: string;

  @Field(() => DateScalar, { description: 'On which day.' })
  heldOn!: Date;

  @Field(() => ConsultationRoleEnum, { description: 'Why.' })
  role!: string;
}

/** What a body resolved on an edition. */
@ObjectType('Resolution', { description: 'What a body resolved on an edition.' })
export class ResolutionType extends IdentifiedType {
  @Field(() => String, { description: 'The body.' })
  bodyName!: string;

  @Field(() => DateScalar, { description: 'On which day.' })
  decidedOn!: Date;

  @Field(() => ResolutionResultEnum, { description: 'What came of it.' })
  result!: string;

  @Field(() => Boolean, { description: 'Whether the edition is adopted by it.' })
  adopts!: boolean;

  @Field(() => Int, { nullable: true, description: 'Votes for it; null when not recorded.' })
  votesYes!: number | null;

  @Field(() => Int, { nullable: true, description: 'Votes against it; null when not recorded.' })
  votesNo!: number | null;

  @Field(() => Int, { nullable: true, description: 'Abstentions; null when not recorded.' })
  votesAbstained!: number | null;

  @Field(() => String, { nullable: true, description: "Number of the council's paper." })
  paperNumber!: string | null;

  @Field(() => String, { nullable: true, description: "Address in the council's information system." })
  oparlUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'What else there is to say.' })
  remark!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the signed paper, for who takes part.' })
  fileUrl!: string | null;

  @Field(() => [ConsultationType], { description: 'Who dealt with it before, by day; at most 30.' })
  consultations!: readonly ConsultationType[];

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  recordedAt!: Date;
}

export const { Connection: ResolutionConnection } = createConnection(ResolutionType, 'Resolution');

/** A resolution as the API shows it. */
export function toResolution(resolution: Resolution): ResolutionType {
  const { id, bodyName, result, adopts, votesYes, votesNo, votesAbstained, paperNumber, oparlUrl, remark, fileId, recordedAt } = resolution;
  return {
    id: encodeGlobalId('Resolution', id), bodyName, decidedOn: wholeDay(resolution.decidedOn), result, adopts, votesYes, votesNo, votesAbstained, paperNumber, oparlUrl, remark,
    fileUrl: fileId === null ? null : `/files/${fileId}`, recordedAt,
    consultations: resolution.consultations.map(({ bodyName: name, heldOn, role }) => ({ bodyName: name, heldOn: wholeDay(heldOn), role })),
  };
}
