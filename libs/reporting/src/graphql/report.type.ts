import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MutationInput, MutationPayload, upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
import { ASSEMBLY_PROBLEMS, ASSEMBLY_STATES } from '../domain/report/report-assembly.js';
import type { ReportAssembly } from '../domain/report/report-assembly.js';
import { REPORT_KINDS } from '../domain/report/report-facts.js';
import type { ReportKind } from '../domain/report/report-facts.js';
import { REPORT_LANGUAGES } from '../domain/report/words/report-words.js';
import type { ReportLanguage } from '../domain/report/words/report-words.js';

export const ReportKindEnum = upperCaseEnum(REPORT_KINDS);
registerEnumType(ReportKindEnum, { name: 'ReportKind', description: "What can be assembled from a concept's data." });

export const ReportLanguageEnum = upperCaseEnum(REPORT_LANGUAGES);
registerEnumType(ReportLanguageEnum, { name: 'ReportLanguage', description: 'In which language the words of a report are made; what people wrote stays in theirs.' });

@InputType({ description: 'A report to be assembled.' })
export class AssembleReportInput extends MutationInput {
  @Field(() => ID, { description: 'From the data of this edition.' })
  editionId!: string;

  @Field(() => ReportKindEnum, { description: 'Which report.' })
  kind!: ReportKind;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => Int, { description: 'The year it stands for.' })
  year!: number;

  @Field(() => ReportLanguageEnum, { defaultValue: ReportLanguageEnum.DE, description: 'In which language its words, numbers and dates are written.' })
  language!: ReportLanguage;
}

export const AssemblyStateEnum = upperCaseEnum(ASSEMBLY_STATES);
registerEnumType(AssemblyStateEnum, { name: 'ReportAssemblyState', description: 'How far a report is.' });
export const AssemblyProblemEnum = upperCaseEnum(ASSEMBLY_PROBLEMS);
registerEnumType(AssemblyProblemEnum, { name: 'ReportAssemblyProblem', description: 'Why a report could not be assembled.' });

/** A report that somebody asked for, assembled by a job. */
@ObjectType('ReportAssembly', { description: 'A report that the viewer asked for.' })
export class ReportAssemblyType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => AssemblyStateEnum, { description: 'How far it is.' })
  state!: string;

  @Field(() => Int, { description: 'Percent, 0 to 100.' })
  progress!: number;

  @Field(() => AssemblyProblemEnum, { nullable: true, description: 'Why it could not be assembled; null unless it failed.' })
  problem!: string | null;

  /** Raw id of the edition that came of it. */
  reportId!: string | null;
}

/** A wanted report as the API shows it. */
export function toReportAssembly({ id, state, progress, problem, reportId }: ReportAssembly): ReportAssemblyType {
  return { uuid: id, state, progress, problem, reportId };
}

@ObjectType({ description: 'Answer of assembleReport. Codes: TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE, YEAR_INVALID, TOO_MANY_REPORTS.' })
export class AssembleReportPayload extends MutationPayload {
  @Field(() => ReportAssemblyType, { nullable: true, description: 'The report to come; null when nothing was done.' })
  assembly!: ReportAssemblyType | null;
}
