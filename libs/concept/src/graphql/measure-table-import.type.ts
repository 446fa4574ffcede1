import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { createConnection, encodeGlobalId, MutationInput, MutationPayload, NodeType, upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
import { CELL_PROBLEMS } from '../domain/measure-sheet.fields.js';
import { ROW_STATES } from '../domain/measure-sheet.comparison.js';
import type { ComparedRow, SheetChange } from '../domain/measure-sheet.comparison.js';
import { IMPORT_PROBLEMS, IMPORT_STATES, OUTCOME_RESULTS } from '../domain/measure-table-import.js';
import type { MeasureTableImport, PlannedChange } from '../domain/measure-table-import.js';

export const TableImportStateEnum = upperCaseEnum(IMPORT_STATES);
registerEnumType(TableImportStateEnum, { name: 'TableImportState', description: 'How far an import of a measure table is; READY: its changes wait for a decision.' });
export const TableImportProblemEnum = upperCaseEnum(IMPORT_PROBLEMS);
registerEnumType(TableImportProblemEnum, { name: 'TableImportProblem', description: 'Why a measure table could not be read or taken over.' });
export const TableRowStateEnum = upperCaseEnum(ROW_STATES);
registerEnumType(TableRowStateEnum, { name: 'TableRowState', description: 'What about a row is to be looked at.' });
export const TableChangeStateEnum = upperCaseEnum(['ready', 'conflict', 'problem'] as const);
registerEnumType(TableChangeStateEnum, { name: 'TableChangeState', description: 'Whether a changed cell can be taken over.' });
export const CellProblemEnum = upperCaseEnum(CELL_PROBLEMS);
registerEnumType(CellProblemEnum, { name: 'CellProblem', description: 'Why the words of a cell were not understood.' });
export const TableOutcomeResultEnum = upperCaseEnum(OUTCOME_RESULTS);
registerEnumType(TableOutcomeResultEnum, { name: 'TableOutcomeResult', description: 'What became of a change.' });

@ObjectType('TableChange', { description: 'A cell of a spreadsheet that was changed.' })
export class TableChangeType {
  @Field(() => String, { description: 'The field: title, status, partner …' })
  field!: string;

  @Field(() => TableChangeStateEnum, { description: 'Whether it can be taken over.' })
  state!: string;

  @Field(() => String, { description: 'Words as they went out.' })
  before!: string;

  @Field(() => String, { description: 'Words in the spreadsheet now.' })
  after!: string;

  @Field(() => String, { nullable: true, description: 'Of a conflict: the words here now.' })
  current!: string | null;

  @Field(() => CellProblemEnum, { nullable: true, description: 'Of a problem: why the words were not understood.' })
  problem!: string | null;
}

@ObjectType('TableRow', { description: 'A row of a spreadsheet that has something to look at.' })
export class TableRowType {
  @Field(() => Int, { description: 'Number of the row in the spreadsheet.' })
  row!: number;

  @Field(() => String, { description: 'Title of the measure in the spreadsheet.' })
  title!: string;

  @Field(() => TableRowStateEnum, { description: 'What is to be looked at.' })
  state!: string;

  @Field(() => [TableChangeType], { description: 'Its changed cells, at most one for each field.' })
  changes!: readonly TableChangeType[];
}

@ObjectType('TableOutcome', { description: 'What became of a change.' })
export class TableOutcomeType {
  @Field(() => Int, { description: 'Number of the row in the spreadsheet.' })
  row!: number;

  @Field(() => String, { description: 'Title of the measure in the spreadsheet.' })
  title!: string;

  @Field(() => String, { description: 'The field: title, status, partner …' })
  field!: string;

  @Field(() => String, { description: 'Words as they went out.' })
  before!: string;

  @Field(() => String, { description: 'Words in the spreadsheet.' })
  after!: string;

  @Field(() => TableOutcomeResultEnum, { description: 'What became of it.' })
  result!: string;

  @Field(() => String, { nullable: true, description: 'Of REFUSED: code of the reason.' })
  code!: string | null;
}

export const { Connection: TableRowConnection } = createConnection(TableRowType, 'TableRow');
export const { Connection: TableOutcomeConnection } = createConnection(TableOutcomeType, 'TableOutcome');

/** A measure table that came back as a spreadsheet. */
@ObjectType('MeasureTableImport', { implements: () => [NodeType], description: 'A measure table that the viewer brought back as a spreadsheet; kept for a month.' })
export class MeasureTableImportType extends NodeType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;

  @Field(() => TableImportStateEnum, { description: 'How far it is.' })
  state!: string;

  @Field(() => Int, { description: 'Percent of the changes that are taken over, 0 to 100.' })
  progress!: number;

  @Field(() => TableImportProblemEnum, { nullable: true, description: 'Why it failed; null otherwise.' })
  problem!: string | null;

  /** The row, for edges. */
  record!: MeasureTableImport;
}

/** An import as the API shows it. */
export function toMeasureTableImport(record: MeasureTableImport): MeasureTableImportType {
  const { id, fileName, state, progress, problem } = record;
  return { id: encodeGlobalId('MeasureTableImport', id), uuid: id, fileName, state, progress, problem, record };
}

const toChange = ({ field, state, before, after, current, problem }: SheetChange): TableChangeType => ({ field, state, before, after, current, problem });
export const toTableRow = ({ row, title, state, changes }: ComparedRow): TableRowType => ({ row, title, state, changes: changes.map(toChange) });
export const toTableOutcome = ({ row, title, field, before, after, result, code }: PlannedChange): TableOutcomeType => ({ row, title, field, before, after, result, code });

@InputType({ description: 'A spreadsheet to be compared with an edition.' })
export class StartMeasureTableImportInput extends MutationInput {
  @Field(() => ID, { description: 'The edition.' })
  editionId!: string;

  @Field(() => String, { description: 'Raw id of the file, as `POST /files?purpose=concept.measure-table` answered.' })
  fileId!: string;
}

@InputType({ description: 'A compared spreadsheet to be taken over.' })
export class ApplyMeasureTableImportInput extends MutationInput {
  @Field(() => ID, { description: 'The import.' })
  importId!: string;
}

@ObjectType({ isAbstract: true })
abstract class MeasureTableImportPayload extends MutationPayload {
  @Field(() => MeasureTableImportType, { nullable: true, description: 'The import; null when nothing was done.' })
  measureTableImport!: MeasureTableImportType | null;
}

@ObjectType({ description: 'Answer of startMeasureTableImport. Codes: EDITION_FROZEN, FILE_GONE.' })
export class StartMeasureTableImportPayload extends MeasureTableImportPayload {}

@ObjectType({ description: 'Answer of applyMeasureTableImport. Codes: NOTHING_TO_APPLY, IMPORT_NOT_READY.' })
export class ApplyMeasureTableImportPayload extends MeasureTableImportPayload {}
