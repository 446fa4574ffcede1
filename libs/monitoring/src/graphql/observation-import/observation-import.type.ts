import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { DatePrecision } from '@konzeptwerkstatt/kernel';
import { OrganisationType } from '@konzeptwerkstatt/identity';
import { createConnection, DatePrecisionEnum, DateScalar, DateTimeScalar, DecimalScalar, encodeGlobalId, NodeType } from '@konzeptwerkstatt/platform-graphql';
import { isOpenToOthers } from '../../domain/observation-import.js';
import type { ObservationImport, RecentObservationImport } from '../../domain/observation-import.js';
import type { PlannedFile } from '../../queries/observation-import.reader.js';
import { ObservationStatusEnum } from '../monitoring.enums.js';
import { ColumnRoleEnum, DecimalSignEnum, ObservationImportProblemEnum, ObservationImportStateEnum, PlannedValueStateEnum, SaidEncodingEnum, StatisticsFormEnum, TextEncodingEnum, ValueNoteEnum, ValueProblemEnum } from './observation-import.enums.js';

@ObjectType('StatisticsSheet', { description: 'A sheet of a statistics file.' })
export class StatisticsSheetType {
  @Field(() => String, { description: 'Its name; empty for a file without sheets.' })
  name!: string;

  @Field(() => Int, { description: 'How many rows it has.' })
  rowCount!: number;

  @Field(() => [[String]], { description: 'Its first 25 rows, for finding the heads; at most 30 columns.' })
  firstRows!: readonly (readonly string[])[];
}

@ObjectType('StatisticsColumn', { description: 'What a column is taken for; what a value column says itself goes before what stands in the row.' })
export class StatisticsColumnType {
  @Field(() => Int, { description: 'The column, from 0.' })
  column!: number;

  @Field(() => ColumnRoleEnum, { description: 'What it is.' })
  role!: string;

  @Field(() => ID, { nullable: true, description: 'The indicator of a value column.' })
  indicatorId!: string | null;

  @Field(() => String, { nullable: true, description: 'The period of a value column.' })
  period!: string | null;

  @Field(() => String, { nullable: true, description: 'The region of a value column, by name or key.' })
  region!: string | null;

  @Field(() => String, { nullable: true, description: 'The part of the population of a value column, as `name=value`; the name of a breakdown column.' })
  breakdown!: string | null;

  @Field(() => String, { nullable: true, description: 'The unit that the head of a value column names.' })
  unit!: string | null;
}

@ObjectType('StatisticsIndicatorAnswer', { description: 'Which indicator is meant by words; none of them when null.' })
export class StatisticsIndicatorAnswerType {
  @Field(() => String, { description: 'What stands in the file.' })
  words!: string;

  @Field(() => ID, { nullable: true, description: 'The indicator.' })
  indicatorId!: string | null;
}

@ObjectType('StatisticsDefaults', { description: 'What holds for rows and columns that say nothing of it.' })
export class StatisticsDefaultsType {
  @Field(() => ID, { nullable: true, description: 'The indicator.' })
  indicatorId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The region.' })
  regionId!: string | null;

  @Field(() => String, { nullable: true, description: 'The period, e.g. `2021` or `2021-12-31`.' })
  period!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the values come from.' })
  source!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When they were retrieved.' })
  retrievedOn!: string | null;
}

@ObjectType('StatisticsReading', { description: 'How a statistics file is understood.' })
export class StatisticsReadingType {
  @Field(() => StatisticsFormEnum, { description: 'Where it comes from, by its form.' })
  form!: string;

  @Field(() => Int, { description: 'The sheet, from 0.' })
  sheet!: number;

  @Field(() => Int, { description: 'First row of the heads, from 0.' })
  headRow!: number;

  @Field(() => Int, { description: 'How many rows of heads there are.' })
  headRows!: number;

  @Field(() => Int, { nullable: true, description: 'Last row with values, from 0; null: the last of the sheet.' })
  lastRow!: number | null;

  @Field(() => DecimalSignEnum, { description: 'What separates decimals.' })
  decimalSign!: string;

  @Field(() => SaidEncodingEnum, { nullable: true, description: 'How the text is written, where somebody has said so; null: as it was recognised.' })
  encoding!: string | null;

  @Field(() => Boolean, { description: 'Whether the file itself says which sign it is.' })
  isDecimalSignSure!: boolean;

  @Field(() => [String], { description: 'What the columns are called.' })
  heads!: readonly string[];

  @Field(() => [StatisticsColumnType], { description: 'What columns are taken for.' })
  columns!: readonly StatisticsColumnType[];

  @Field(() => [StatisticsIndicatorAnswerType], { description: 'What was said of words in the indicator column.' })
  indicators!: readonly StatisticsIndicatorAnswerType[];

  @Field(() => StatisticsDefaultsType, { description: 'What holds otherwise.' })
  defaults!: StatisticsDefaultsType;
}

@ObjectType('StatisticsValue', { description: 'A value of a statistics file, and what becomes of it.' })
export class StatisticsValueType {
  @Field(() => Int, { description: 'Line of the sheet, from 1.' })
  row!: number;

  @Field(() => Int, { description: 'Column, from 0; of what is wrong, otherwise of the value.' })
  column!: number;

  @Field(() => String, { description: 'What stands there.' })
  words!: string;

  @Field(() => PlannedValueStateEnum, { description: 'What becomes of it.' })
  state!: string;

  @Field(() => ValueProblemEnum, { nullable: true, description: 'Why it cannot be taken over.' })
  problem!: string | null;

  @Field(() => [ValueNoteEnum], { description: 'What was mended, or has to be known.' })
  notes!: readonly string[];

  @Field(() => String, { nullable: true, description: 'What the indicator is called.' })
  indicatorName!: string | null;

  @Field(() => String, { nullable: true, description: 'Key of its unit.' })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'What is printed behind a value.' })
  unitLabel!: string | null;

  @Field(() => Int, { description: 'How many decimals it is printed with.' })
  decimals!: number;

  @Field(() => String, { description: 'The region, as the installation calls it, otherwise in the words of the file.' })
  region!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day it is about.' })
  periodFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day it is about.' })
  periodTo!: string | null;

  @Field(() => DatePrecisionEnum, { nullable: true, description: 'How exact the period is.' })
  periodPrecision!: DatePrecision | null;

  @Field(() => String, { description: 'Which part of the population; empty for the total.' })
  breakdown!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value.' })
  value!: string | null;

  @Field(() => String, { nullable: true, description: 'Why there is none.' })
  missingReason!: string | null;

  @Field(() => ObservationStatusEnum, { nullable: true, description: 'How settled it is, where the file says so; provisional where it does not and the period goes on.' })
  status!: string | null;

  @Field(() => String, { nullable: true, description: 'What to mind.' })
  note!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value in whose place it comes; null also when that may not be shown.' })
  beforeValue!: string | null;
}
export const { Connection: StatisticsValueConnection } = createConnection(StatisticsValueType, 'StatisticsValue');

@ObjectType('StatisticsWords', { description: 'Words of a statistics file, and how many rows or values have them.' })
export class StatisticsWordsType {
  @Field(() => String, { description: 'The words.' })
  words!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => ID, { nullable: true, description: 'The indicator that has them as its key or name.' })
  indicatorId!: string | null;
}

/** What a file would do, computed once for all its parts. */
@ObjectType('StatisticsPlan', { description: 'What a statistics file would do to the values as they are now.' })
export class StatisticsPlanType {
  @Field(() => Boolean, { description: 'Whether it holds more values than can be taken over at once; then nothing else is said.' })
  isTooLarge!: boolean;

  @Field(() => Int, { description: 'How many values would be added.' })
  newCount!: number;

  @Field(() => Int, { description: 'How many would take the place of another.' })
  changedCount!: number;

  @Field(() => Int, { description: 'How many stand there already.' })
  unchangedCount!: number;

  @Field(() => Int, { description: 'How many are about regions that the installation does not know.' })
  leftOutCount!: number;

  @Field(() => Int, { description: 'How many of the new and changed ones are taken as provisional, because their period goes on and the file does not say how settled they are.' })
  firstFigureCount!: number;

  @Field(() => Int, { description: 'How many have a fault; with one of them nothing can be taken over.' })
  refusedCount!: number;

  @Field(() => [StatisticsWordsType], { description: 'The regions that the installation does not know, at most fifty.' })
  unknownRegions!: readonly StatisticsWordsType[];

  @Field(() => [StatisticsWordsType], { description: 'What stands in the indicator column, at most two hundred.' })
  indicatorWords!: readonly StatisticsWordsType[];

  /** For the page of values. */
  planned!: PlannedFile;

  municipalityId!: string;
}

@ObjectType('ObservationImport', { implements: () => [NodeType], description: 'A statistics file of the viewer that is to become values of indicators; kept for a month.' })
export class ObservationImportType extends NodeType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;

  @Field(() => ObservationImportStateEnum, { description: 'How far it is.' })
  state!: string;

  @Field(() => ObservationImportProblemEnum, { nullable: true, description: 'Why it failed, or waits once more.' })
  problem!: string | null;

  @Field(() => TextEncodingEnum, { nullable: true, description: 'How its text was written; null for a workbook.' })
  encoding!: string | null;

  @Field(() => Boolean, { description: 'Whether cells are computed: what was saved of them last is read.' })
  hasFormulas!: boolean;

  @Field(() => Int, { description: 'How many values are to be written, or were.' })
  plannedCount!: number;

  @Field(() => Int, { description: 'How many of them are written already.' })
  progress!: number;

  @Field(() => Int, { description: 'How many of those that were written took the place of another.' })
  changedCount!: number;

  /** The row, for edges. */
  record!: ObservationImport;
}

@ObjectType('RecentObservationImport', { description: 'A statistics file that was brought lately.' })
export class RecentObservationImportType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;

  @Field(() => ObservationImportStateEnum, { description: 'How far it is.' })
  state!: string;

  @Field(() => DateTimeScalar, { description: 'When it was brought.' })
  requestedAt!: Date;

  @Field(() => Boolean, { description: 'Whether the viewer brought it.' })
  isOwn!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer can open it: her own, and what others have taken over.' })
  mayOpen!: boolean;

  @Field(() => Int, { description: 'How many values came of it.' })
  plannedCount!: number;

  @Field(() => OrganisationType, { nullable: true, description: 'The organisation for which it was brought.' })
  organisation!: OrganisationType | null;
}
export const { Connection: RecentObservationImportConnection } = createConnection(RecentObservationImportType, 'RecentObservationImport');

/** An import as the API shows it. */
export function toObservationImport(record: ObservationImport): ObservationImportType {
  const { id, fileName, state, problem, encoding, hasFormulas, planned, progress, changed } = record;
  return { id: encodeGlobalId('ObservationImport', id), uuid: id, fileName, state, problem, encoding, hasFormulas, plannedCount: planned, progress, changedCount: changed, record };
}

/** An import as the list shows it. */
export function toRecentObservationImport({ id, fileName, state, requestedAt, planned }: RecentObservationImport, isOwn: boolean, organisation: OrganisationType | null): RecentObservationImportType {
  return { uuid: id, fileName, state, requestedAt, isOwn, mayOpen: isOwn || isOpenToOthers({ state }), plannedCount: planned, organisation };
}
