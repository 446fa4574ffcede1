import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EditionType } from '@konzeptwerkstatt/concept';
import { MutationInput, MutationPayload, upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
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

@ObjectType({ description: 'The assembled report, or why there is none.' })
export class AssembleReportPayload extends MutationPayload {
  @Field(() => EditionType, { nullable: true, description: 'The report: an edition like any other.' })
  edition!: EditionType | null;
}
