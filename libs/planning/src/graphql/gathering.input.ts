import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MutationInput, MutationPayload, pickedId } from '@konzeptwerkstatt/platform-graphql';
import type { GatheringDraft } from '../domain/gathering-draft.policy.js';
import { AttendanceStateEnum, GatheringKindEnum } from './gathering.enums.js';
import { GatheringType } from './gathering.type.js';
import { PlanningProcessType } from './planning-process.type.js';

@InputType({ description: 'A point of an agenda.' })
export class AgendaEntryInput {
  @Field(() => String, { nullable: true, description: 'By the clock in Germany, `18:30`.' })
  time?: string | null;

  @Field(() => String, { description: 'What happens.' })
  title!: string;
}

@InputType({ description: 'A table of a gathering.' })
export class GatheringTableInput {
  @Field(() => ID, { nullable: true, description: 'The table, when it is there already.' })
  id?: string | null;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { defaultValue: '', description: 'What those who sit at it are asked.' })
  question!: string;

  @Field(() => ID, { description: 'The section they talk about.' })
  sectionId!: string;
}

@InputType({ isAbstract: true })
abstract class GatheringFieldsInput extends MutationInput {
  @Field(() => GatheringKindEnum, { description: 'What kind of meeting it is.' })
  kind!: string;

  @Field(() => ID, { nullable: true, description: 'The phase of the process that it belongs to: guests may do nothing after it has closed.' })
  phaseId?: string | null;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { defaultValue: '', description: 'What it is about.' })
  summary!: string;

  @Field(() => String, { defaultValue: '', description: 'Where it is.' })
  place!: string;

  @Field(() => String, { description: 'When it begins, by the clock in Germany: `2027-06-30T18:00`.' })
  startsAt!: string;

  @Field(() => String, { description: 'When it ends; at most seven days later.' })
  endsAt!: string;

  @Field(() => [String], { defaultValue: [], description: 'Spoken there or interpreted, BCP 47.' })
  languages!: string[];

  @Field(() => String, { defaultValue: '', description: 'Who interprets, and whatever else helps people to understand each other.' })
  interpretation!: string;

  @Field(() => [AgendaEntryInput], { defaultValue: [], description: 'What happens in it, in order.' })
  agenda!: AgendaEntryInput[];

  @Field(() => [GatheringTableInput], { defaultValue: [], description: 'Its tables in order; tables that are left out are put away.' })
  tables!: GatheringTableInput[];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether guests may join without an account.' })
  welcomesGuests!: boolean;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether cards reach the wall only once a moderator has released them.' })
  releasesCards!: boolean;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether guests may write in the texts of their tables.' })
  guestsWrite!: boolean;
}

@InputType({ description: 'A gathering to be added.' })
export class AddGatheringInput extends GatheringFieldsInput {
  @Field(() => ID, { description: 'The process.' })
  processId!: string;
}

@InputType({ description: 'What a gathering is from now on.' })
export class ChangeGatheringInput extends GatheringFieldsInput {
  @Field(() => ID, { description: 'The gathering.' })
  gatheringId!: string;

  @Field(() => Int, { description: 'The revision that was seen; another one is not overwritten.' })
  expectedRevision!: number;
}

@InputType({ description: 'Which gathering does not take place.' })
export class RemoveGatheringInput extends MutationInput {
  @Field(() => ID, { description: 'The gathering.' })
  gatheringId!: string;
}

@InputType({ description: 'Which gathering is over.' })
export class EndGatheringInput extends RemoveGatheringInput {}

@InputType({ description: 'Which organisation is registered or was there.' })
export class RecordAttendanceInput extends RemoveGatheringInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => AttendanceStateEnum, { description: 'Registered, or there.' })
  state!: 'registered' | 'attended';

  @Field(() => Int, { nullable: true, description: 'How many people; null when nobody counted.' })
  people?: number | null;
}

@InputType({ description: 'Which organisation does not come.' })
export class RemoveAttendanceInput extends RemoveGatheringInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;
}

@InputType({ description: 'What was said and what came of it.' })
export class RecordGatheringResultsInput extends RemoveGatheringInput {
  @Field(() => Int, { description: 'The revision that was seen; another one is not overwritten.' })
  expectedRevision!: number;

  @Field(() => String, { description: 'What was said; at most 50,000 characters.' })
  minutes!: string;

  @Field(() => String, { description: 'What came of it; at most 50,000 characters.' })
  results!: string;
}

/** The gathering as it is afterwards, or the reasons why nothing was done. */
@ObjectType({ isAbstract: true })
export abstract class GatheringPayload extends MutationPayload {
  @Field(() => GatheringType, { nullable: true, description: 'The gathering as it is afterwards; null when nothing was done.' })
  gathering!: GatheringType | null;
}

const codes = 'GATHERING_KIND_INVALID, TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_TOO_LONG, TEXT_NOT_STORABLE, TIME_INVALID, TIME_SKIPPED, ENDS_BEFORE_START, GATHERING_TOO_LONG, NAME_REQUIRED, TOO_MANY_TABLES, TABLE_NEEDED, TOO_MANY_ENTRIES, LANGUAGE_INVALID, UNKNOWN_SECTION, PHASE_UNKNOWN';

@ObjectType({ description: `What became of addGathering. Codes: ${codes}.` })
export class AddGatheringPayload extends GatheringPayload {}

@ObjectType({ description: `What became of changeGathering. Codes: ${codes}, STALE_VALUE.` })
export class ChangeGatheringPayload extends GatheringPayload {}

@ObjectType({ description: 'What became of endGathering. Codes: GATHERING_OVER.' })
export class EndGatheringPayload extends GatheringPayload {}

@ObjectType({ description: 'What became of recordAttendance. Codes: UNKNOWN_ORGANISATION, PEOPLE_INVALID.' })
export class RecordAttendancePayload extends GatheringPayload {}

@ObjectType({ description: 'What became of removeAttendance. No codes of its own.' })
export class RemoveAttendancePayload extends GatheringPayload {}

@ObjectType({ description: 'What became of recordGatheringResults. Codes: RECORD_TOO_LONG, TEXT_NOT_STORABLE, STALE_VALUE.' })
export class RecordGatheringResultsPayload extends GatheringPayload {}

@ObjectType({ description: 'What became of removeGathering. No codes of its own.' })
export class RemoveGatheringPayload extends MutationPayload {
  @Field(() => PlanningProcessType, { nullable: true, description: 'The process without the gathering.' })
  process!: PlanningProcessType | null;
}

/** The fields both forms have; what is no id becomes one that nothing has. */
export function gatheringFieldsOf({ phaseId, kind, title, summary, place, startsAt, endsAt, languages, interpretation, agenda, tables, welcomesGuests, releasesCards, guestsWrite }: GatheringFieldsInput): GatheringDraft {
  return {
    phaseId: pickedId(phaseId, 'Phase'), kind, title, summary, place, startsAt, endsAt, languages, interpretation, welcomesGuests, releasesCards, guestsWrite,
    agenda: agenda.map((entry) => ({ time: entry.time ?? null, title: entry.title })),
    tables: tables.map((table) => ({ id: pickedId(table.id, 'GatheringTable'), title: table.title, question: table.question, sectionId: pickedId(table.sectionId, 'Section') })),
  };
}
