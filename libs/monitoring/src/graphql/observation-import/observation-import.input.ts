import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { decodeGlobalId, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { SaidStatisticsReading } from '../../commands/observation-import/decide-observation-import.command.js';
import type { DecimalSign } from '../../domain/statistics-file/number-cell.js';
import type { SaidEncoding } from '../../domain/statistics-file/said-encoding.js';
import type { ColumnMeaning, ColumnRole } from '../../domain/statistics-file/statistics-reading.js';
import { ColumnRoleEnum, DecimalSignEnum, SaidEncodingEnum } from './observation-import.enums.js';
import { ObservationImportType } from './observation-import.type.js';

@InputType({ description: 'A statistics file to be read.' })
export class StartObservationImportInput extends MutationInput {
  @Field(() => String, { description: 'Raw id of the file, as `POST /files?purpose=monitoring.statistics-file` answered.' })
  fileId!: string;
}

@InputType({ description: 'What a column is taken for.' })
export class StatisticsColumnInput {
  @Field(() => Int, { description: 'The column, from 0.' })
  column!: number;

  @Field(() => ColumnRoleEnum, { description: 'What it is.' })
  role!: ColumnRole;

  @Field(() => ID, { nullable: true, description: 'The indicator of a value column.' })
  indicatorId?: string | null;

  @Field(() => String, { nullable: true, description: 'The period of a value column, e.g. `2021`.' })
  period?: string | null;

  @Field(() => String, { nullable: true, description: 'The region of a value column, by name or key.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'The part of the population of a value column, as `name=value`; the name of a breakdown column.' })
  breakdown?: string | null;

  @Field(() => String, { nullable: true, description: 'The unit that the head of a value column names.' })
  unit?: string | null;
}

@InputType({ description: 'Which indicator is meant by words; none of them when null: their rows stay out.' })
export class StatisticsIndicatorAnswerInput {
  @Field(() => String, { description: 'What stands in the file.' })
  words!: string;

  @Field(() => ID, { nullable: true, description: 'The indicator.' })
  indicatorId?: string | null;
}

@InputType({ description: 'What holds for rows and columns that say nothing of it.' })
export class StatisticsDefaultsInput {
  @Field(() => ID, { nullable: true, description: 'The indicator.' })
  indicatorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The region.' })
  regionId?: string | null;

  @Field(() => String, { nullable: true, description: 'The period, e.g. `2021` or `2021-12-31`.' })
  period?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the values come from.' })
  source?: string | null;

  // Not the Date scalar: what was typed wrongly is answered beside the field.
  @Field(() => String, { nullable: true, description: 'When they were retrieved, e.g. `2026-11-04`.' })
  retrievedOn?: string | null;
}

@InputType({ description: 'How a statistics file is to be understood.' })
export class SetObservationImportReadingInput extends MutationInput {
  @Field(() => ID, { description: 'The file.' })
  importId!: string;

  @Field(() => Int, { description: 'The sheet, from 0.' })
  sheet!: number;

  @Field(() => Int, { description: 'First row of the heads, from 0.' })
  headRow!: number;

  @Field(() => Int, { description: 'How many rows of heads there are, 0 to 6.' })
  headRows!: number;

  @Field(() => Int, { nullable: true, description: 'Last row with values, from 0; left out: the last of the sheet.' })
  lastRow?: number | null;

  @Field(() => DecimalSignEnum, { description: 'What separates decimals.' })
  decimalSign!: DecimalSign;

  @Field(() => SaidEncodingEnum, { nullable: true, description: 'How the text is written, for files that were taken for Windows-1252; left out: as it was recognised.' })
  encoding?: SaidEncoding | null;

  @Field(() => [StatisticsColumnInput], { nullable: true, description: 'What columns are; those that are not named are ignored. Left out: taken for what they are called.' })
  columns?: StatisticsColumnInput[] | null;

  @Field(() => [StatisticsIndicatorAnswerInput], { description: 'Which indicators are meant by words, at most 200.' })
  indicators!: StatisticsIndicatorAnswerInput[];

  @Field(() => StatisticsDefaultsInput, { description: 'What holds otherwise.' })
  defaults!: StatisticsDefaultsInput;
}

@InputType({ description: 'A statistics file to be taken over, with what was seen of it.' })
export class ApplyObservationImportInput extends MutationInput {
  @Field(() => ID, { description: 'The file.' })
  importId!: string;

  @Field(() => Int, { description: 'How many values it would add, as far as was seen.' })
  expectedNew!: number;

  @Field(() => Int, { description: 'How many it would change.' })
  expectedChanged!: number;
}

@InputType({ description: 'A statistics file to be taken back.' })
export class UndoObservationImportInput extends MutationInput {
  @Field(() => ID, { description: 'The file.' })
  importId!: string;
}

@ObjectType({ isAbstract: true })
abstract class ObservationImportPayload extends MutationPayload {
  @Field(() => ObservationImportType, { nullable: true, description: 'The file; null when nothing was done.' })
  observationImport!: ObservationImportType | null;
}

@ObjectType({ description: 'Answer of startObservationImport. Codes: FILE_GONE.' })
export class StartObservationImportPayload extends ObservationImportPayload {}

@ObjectType({ description: 'Answer of setObservationImportReading. Codes: IMPORT_NOT_READY, READING_INVALID, PERIOD_INVALID, DATE_INVALID.' })
export class SetObservationImportReadingPayload extends ObservationImportPayload {}

@ObjectType({ description: 'Answer of applyObservationImport. Codes: VALUES_REFUSED, NOTHING_TO_APPLY, PLAN_CHANGED, TOO_MANY_VALUES, IMPORT_NOT_READY.' })
export class ApplyObservationImportPayload extends ObservationImportPayload {}

@ObjectType({ description: 'Answer of undoObservationImport. Codes: IMPORT_NOT_READY, VALUES_CHANGED_SINCE.' })
export class UndoObservationImportPayload extends ObservationImportPayload {}

const [maxColumns, maxAnswers, maxWords] = [300, 200, 2_000];
const tidy = (words: string | null | undefined): string | null => words?.trim().slice(0, maxWords) || null;
const rawId = (id: string | null | undefined, type: 'Indicator' | 'Region'): string | null => (id ? decodeGlobalId(id, type) : null);

function toMeaning({ column, role, indicatorId, period, region, breakdown, unit }: StatisticsColumnInput): ColumnMeaning {
  return { column, role, indicatorId: rawId(indicatorId, 'Indicator'), period: tidy(period), region: tidy(region), breakdown: tidy(breakdown), unit: tidy(unit) };
}

/** What somebody says of a file, with raw ids. @throws ApplicationError NOT_FOUND for a malformed id */
export function toSaidReading({ sheet, headRow, headRows, lastRow, decimalSign, encoding, columns, indicators, defaults }: SetObservationImportReadingInput): SaidStatisticsReading {
  return {
    sheet, headRow, headRows, lastRow: lastRow ?? null, decimalSign, encoding: encoding ?? null, columns: columns ? columns.slice(0, maxColumns).map(toMeaning) : null,
    indicators: indicators.slice(0, maxAnswers).map(({ words, indicatorId }) => ({ words: words.slice(0, maxWords), indicatorId: rawId(indicatorId, 'Indicator') })),
    defaults: { indicatorId: rawId(defaults.indicatorId, 'Indicator'), regionId: rawId(defaults.regionId, 'Region'), period: tidy(defaults.period), source: tidy(defaults.source), retrievedOn: tidy(defaults.retrievedOn) },
  };
}
