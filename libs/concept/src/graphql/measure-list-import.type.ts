import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { createConnection, encodeGlobalId, MutationInput, MutationPayload, NodeType } from '@konzeptwerkstatt/platform-graphql';
import { OrganisationType } from '@konzeptwerkstatt/identity';
import { LIST_FIELDS, LIST_PROBLEMS, LIST_STATES } from '../domain/measure-list.js';
import type { ListReading, ListSheet, MeasureListImport } from '../domain/measure-list.js';
import { PLANNED_STATES } from '../domain/measure-list.plan.js';
import type { PlannedRow } from '../domain/measure-list.plan.js';

/** Names in capitals for keys as the domain writes them: `budgetAmount` is BUDGET_AMOUNT. */
const capitalEnum = <Value extends string>(values: readonly Value[]): Readonly<Record<string, Value>> => Object.fromEntries(values.map((value) => [value.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(), value]));

export const ListStateEnum = capitalEnum(LIST_STATES);
registerEnumType(ListStateEnum, { name: 'MeasureListState', description: 'How far a measure list is; READY: it waits for what people say of it.' });
export const ListProblemEnum = capitalEnum(LIST_PROBLEMS);
registerEnumType(ListProblemEnum, { name: 'MeasureListProblem', description: 'Why a measure list could not be read or taken over.' });
export const ListFieldEnum = capitalEnum(LIST_FIELDS);
registerEnumType(ListFieldEnum, { name: 'MeasureListField', description: 'What a column of a measure list can be taken for.' });
export const ListRowStateEnum = capitalEnum(PLANNED_STATES);
registerEnumType(ListRowStateEnum, { name: 'MeasureListRowState', description: 'Whether a row becomes a measure, and why not.' });

@ObjectType('MeasureListSheet', { description: 'A sheet of a measure list.' })
export class MeasureListSheetType {
  @Field(() => String, { description: 'Its name; empty for a file without sheets.' })
  name!: string;

  @Field(() => Int, { description: 'How many rows it has.' })
  rowCount!: number;

  @Field(() => [[String]], { description: 'Its first 25 rows, for finding the heads.' })
  firstRows!: readonly (readonly string[])[];
}

@ObjectType('MeasureListColumn', { description: 'What a column is taken for.' })
export class MeasureListColumnType {
  @Field(() => ListFieldEnum, { description: 'The field.' })
  field!: string;

  @Field(() => Int, { description: 'The column, from 0.' })
  column!: number;
}

@ObjectType('MeasureListTarget', { description: 'Where rows of a section of the list go; nowhere when both are null.' })
export class MeasureListTargetType {
  @Field(() => String, { description: 'What stands in the section column; empty: rows without.' })
  words!: string;

  @Field(() => ID, { nullable: true, description: 'A section of the edition.' })
  sectionId!: string | null;

  @Field(() => String, { nullable: true, description: 'Title of a section to be added.' })
  newTitle!: string | null;
}

@ObjectType('MeasureListAnswer', { description: 'Who is meant by a name; null: the name stays in the text.' })
export class MeasureListAnswerType {
  @Field(() => String, { description: 'The name in the list.' })
  words!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation.' })
  organisationId!: string | null;
}

@ObjectType('MeasureListReading', { description: 'How a measure list is understood.' })
export class MeasureListReadingType {
  @Field(() => Int, { description: 'The sheet, from 0.' })
  sheet!: number;

  @Field(() => Int, { description: 'First row of the heads, from 0.' })
  headerRow!: number;

  @Field(() => Int, { description: 'How many rows of heads there are.' })
  headerRows!: number;

  @Field(() => [String], { description: 'What the columns are called.' })
  heads!: readonly string[];

  @Field(() => [MeasureListColumnType], { description: 'What columns are taken for.' })
  columns!: readonly MeasureListColumnType[];

  @Field(() => [MeasureListTargetType], { description: 'Where the rows go.' })
  targets!: readonly MeasureListTargetType[];

  @Field(() => [MeasureListAnswerType], { description: 'Who is meant by names.' })
  organisations!: readonly MeasureListAnswerType[];

  @Field(() => Boolean, { description: 'Whether rows whose title is there already become measures too.' })
  withDuplicates!: boolean;
}

@ObjectType('MeasureListKeptWords', { description: 'Words that no field takes; they are kept in the text of the measure.' })
export class MeasureListKeptWordsType {
  @Field(() => ListFieldEnum, { description: 'The column they stand in.' })
  field!: string;

  @Field(() => String, { description: 'The words.' })
  words!: string;
}

@ObjectType('MeasureListRow', { description: 'A row of a measure list as it would become a measure.' })
export class MeasureListRowType {
  @Field(() => Int, { description: 'Line in the list, from 1.' })
  line!: number;

  @Field(() => ListRowStateEnum, { description: 'Whether it becomes a measure.' })
  state!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'Its text.' })
  description!: string;

  @Field(() => MeasureListTargetType, { nullable: true, description: 'Where it goes.' })
  target!: MeasureListTargetType | null;

  @Field(() => Int, { description: 'How many fields were understood.' })
  fieldCount!: number;

  @Field(() => [MeasureListKeptWordsType], { description: 'What was not understood.' })
  kept!: readonly MeasureListKeptWordsType[];
}
export const { Connection: MeasureListRowConnection } = createConnection(MeasureListRowType, 'MeasureListRow');

@ObjectType('MeasureListSection', { description: 'What stands in the section column of a list.' })
export class MeasureListSectionType {
  @Field(() => String, { description: 'The words; empty: rows without.' })
  words!: string;

  @Field(() => Int, { description: 'How many rows.' })
  count!: number;
}

@ObjectType('MeasureListName', { description: 'A name in a list that no organisation has.' })
export class MeasureListNameType {
  @Field(() => String, { description: 'The name.' })
  words!: string;

  @Field(() => [OrganisationType], { description: 'Organisations that may be meant, at most three.' })
  similar!: readonly OrganisationType[];
}

/** What a list would do, computed once for all its parts. */
@ObjectType('MeasureListPlan', { description: 'What a measure list would do to the edition as it is now.' })
export class MeasureListPlanType {
  @Field(() => Int, { description: 'How many rows become measures.' })
  readyCount!: number;

  @Field(() => [MeasureListSectionType], { description: 'What stands in the section column.' })
  sections!: readonly MeasureListSectionType[];

  @Field(() => [MeasureListNameType], { description: 'Names that no organisation has.' })
  names!: readonly MeasureListNameType[];

  /** For the page of rows. */
  planned!: readonly PlannedRow[];
}

@ObjectType('MeasureListImport', { implements: () => [NodeType], description: 'A measure list of the viewer that is to become measures; kept for a month.' })
export class MeasureListImportType extends NodeType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;

  @Field(() => ListStateEnum, { description: 'How far it is.' })
  state!: string;

  @Field(() => ListProblemEnum, { nullable: true, description: 'Why it failed; null otherwise.' })
  problem!: string | null;

  @Field(() => [MeasureListSheetType], { description: 'Its sheets; empty until they are read.' })
  sheets!: readonly MeasureListSheetType[];

  @Field(() => MeasureListReadingType, { nullable: true, description: 'How it is understood; null until it is read.' })
  reading!: MeasureListReadingType | null;

  @Field(() => Int, { description: 'How many goals and measures it has written.' })
  writtenCount!: number;

  /** The row, for edges. */
  record!: MeasureListImport;
}

const idOf = (type: 'Section' | 'Organisation', id: string | null): string | null => (id === null ? null : encodeGlobalId(type, id));
const toTarget = ({ words, sectionId, newTitle }: ListReading['targets'][number]): MeasureListTargetType => ({ words, sectionId: idOf('Section', sectionId), newTitle });
const toSheet = ({ name, rows }: ListSheet): MeasureListSheetType => ({ name, rowCount: rows.length, firstRows: rows.slice(0, 25) });

export const toListRow = ({ line, state, title, description, target, values, kept }: PlannedRow): MeasureListRowType => ({ line, state, title, description, target: target === null ? null : toTarget(target), fieldCount: Object.keys(values).length, kept });

/** A list as the API shows it. @param heads what its columns are called */
export function toMeasureListImport(record: MeasureListImport, heads: readonly string[]): MeasureListImportType {
  const { id, fileName, state, problem, sheets, reading, written } = record;
  return {
    id: encodeGlobalId('MeasureListImport', id), uuid: id, fileName, state, problem, sheets: (sheets ?? []).map(toSheet), writtenCount: written.length, record,
    reading: reading === null ? null : {
      ...reading, heads, columns: Object.entries(reading.columns).map(([field, column]) => ({ field, column })), targets: reading.targets.map(toTarget),
      organisations: reading.organisations.map(({ words, organisationId }) => ({ words, organisationId: idOf('Organisation', organisationId) })),
    },
  };
}

@InputType({ description: 'A measure list to be read.' })
export class StartMeasureListImportInput extends MutationInput {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => String, { description: 'Raw id of the file, as `POST /files?purpose=concept.measure-list` answered.' })
  fileId!: string;
}

@InputType({ description: 'What a column is taken for.' })
export class MeasureListColumnInput {
  @Field(() => ListFieldEnum, { description: 'The field.' })
  field!: string;

  @Field(() => Int, { description: 'The column, from 0.' })
  column!: number;
}

@InputType({ description: 'Where rows of a section of the list go; nowhere when both are null.' })
export class MeasureListTargetInput {
  @Field(() => String, { description: 'What stands in the section column; empty: rows without.' })
  words!: string;

  @Field(() => ID, { nullable: true, description: 'A section of the edition.' })
  sectionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Title of a section to be added, 1 to 300 characters.' })
  newTitle?: string | null;
}

@InputType({ description: 'Who is meant by a name; null: the name stays in the text.' })
export class MeasureListAnswerInput {
  @Field(() => String, { description: 'The name in the list.' })
  words!: string;

  @Field(() => ID, { nullable: true, description: 'The organisation.' })
  organisationId?: string | null;
}

@InputType({ description: 'How a measure list is to be understood.' })
export class SetMeasureListReadingInput extends MutationInput {
  @Field(() => ID, { description: 'The list.' })
  importId!: string;

  @Field(() => Int, { description: 'The sheet, from 0.' })
  sheet!: number;

  @Field(() => Int, { description: 'First row of the heads, from 0.' })
  headerRow!: number;

  @Field(() => Int, { description: 'How many rows of heads there are, 1 to 5.' })
  headerRows!: number;

  @Field(() => [MeasureListColumnInput], { nullable: true, description: 'What columns are; left out: taken for what they are called. At most one for each field.' })
  columns?: MeasureListColumnInput[] | null;

  @Field(() => [MeasureListTargetInput], { description: 'Where the rows go, at most 200.' })
  targets!: MeasureListTargetInput[];

  @Field(() => [MeasureListAnswerInput], { description: 'Who is meant by names, at most 500.' })
  organisations!: MeasureListAnswerInput[];

  @Field(() => Boolean, { description: 'Whether rows whose title is there already become measures too.' })
  withDuplicates!: boolean;
}

@InputType({ description: 'A measure list to be taken over.' })
export class ApplyMeasureListImportInput extends MutationInput {
  @Field(() => ID, { description: 'The list.' })
  importId!: string;
}

@InputType({ description: 'A measure list whose measures shall be taken out again.' })
export class UndoMeasureListImportInput extends MutationInput {
  @Field(() => ID, { description: 'The list.' })
  importId!: string;
}

@ObjectType({ isAbstract: true })
abstract class MeasureListImportPayload extends MutationPayload {
  @Field(() => MeasureListImportType, { nullable: true, description: 'The list; null when nothing was done.' })
  measureListImport!: MeasureListImportType | null;
}

@ObjectType({ description: 'Answer of startMeasureListImport. Codes: EDITION_FROZEN, FILE_GONE.' })
export class StartMeasureListImportPayload extends MeasureListImportPayload {}

@ObjectType({ description: 'Answer of setMeasureListReading. Codes: IMPORT_NOT_READY, VALUE_NOT_ALLOWED, TITLE_TOO_LONG.' })
export class SetMeasureListReadingPayload extends MeasureListImportPayload {}

@ObjectType({ description: 'Answer of applyMeasureListImport. Codes: NOTHING_TO_APPLY, IMPORT_NOT_READY.' })
export class ApplyMeasureListImportPayload extends MeasureListImportPayload {}

@ObjectType({ description: 'Answer of undoMeasureListImport. Codes: IMPORT_NOT_READY, EDITION_FROZEN; LIST_CHANGED_SINCE for each goal or measure that somebody has changed, with its title in the path.' })
export class UndoMeasureListImportPayload extends MeasureListImportPayload {}
