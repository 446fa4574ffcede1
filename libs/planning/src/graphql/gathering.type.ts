import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, encodeGlobalId, IdentifiedType } from '@konzeptwerkstatt/platform-graphql';
import { admissionOf } from '../domain/gathering-draft.policy.js';
import type { AgendaEntry } from '../domain/gathering-draft.policy.js';
import type { AttendanceRow, GatheringRow, GatheringTableRow } from '../queries/gathering.reader.js';
import { AttendanceStateEnum, GatheringKindEnum, GatheringStateEnum } from './gathering.enums.js';
import type { GatheringStateName } from './gathering.enums.js';

@ObjectType('AgendaEntry', { description: 'A point of an agenda.' })
export class AgendaEntryType {
  @Field(() => String, { nullable: true, description: 'By the clock in Germany, `18:30`.' })
  time!: string | null;

  @Field(() => String, { description: 'What happens.' })
  title!: string;
}

/** A table of a gathering; those who sit at it talk about one section. */
@ObjectType('GatheringTable', { description: 'A table of a gathering; those who sit at it talk about one section.' })
export class GatheringTableType extends IdentifiedType {
  /** Not part of the API: for the fields that are looked up. */
  readonly row!: GatheringTableRow;

  @Field(() => String, { description: 'The raw id.' })
  uuid!: string;

  @Field(() => Int, { description: 'Its number, from 1.' })
  number!: number;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What those who sit at it are asked; may be empty.' })
  question!: string;

  static of(row: GatheringTableRow): GatheringTableType {
    const { id, number, title, question } = row;
    return Object.assign(new GatheringTableType(), { row, id: encodeGlobalId('GatheringTable', id), uuid: id, number, title, question });
  }
}

/** An organisation is registered for a gathering, or was there. */
@ObjectType('Attendance', { description: 'An organisation is registered for a gathering, or was there; no person is named.' })
export class AttendanceType {
  /** Not part of the API: for the fields that are looked up. */
  readonly row!: AttendanceRow;

  @Field(() => AttendanceStateEnum, { description: 'Registered, or there.' })
  state!: string;

  @Field(() => Int, { nullable: true, description: 'How many people; null when nobody counted.' })
  people!: number | null;

  static of(row: AttendanceRow): AttendanceType {
    return Object.assign(new AttendanceType(), { row, state: row.state, people: row.people });
  }
}

/** People meet within a process. */
@ObjectType('Gathering', { description: 'People meet within a process: in a workshop, a working group, a conference, a council meeting.' })
export class GatheringType extends IdentifiedType {
  /** Not part of the API: for the fields that are looked up. */
  readonly row!: GatheringRow;

  @Field(() => String, { description: 'The raw id, for addresses.' })
  uuid!: string;

  @Field(() => GatheringKindEnum, { description: 'What kind of meeting it is.' })
  kind!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What it is about; may be empty.' })
  summary!: string;

  @Field(() => String, { description: 'Where it is; may be empty.' })
  place!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  endsAt!: Date;

  @Field(() => GatheringStateEnum, { description: 'Whether it is still to come, goes on, or is over.' })
  state!: string;

  @Field(() => [String], { description: 'Spoken there or interpreted, BCP 47.' })
  languages!: string[];

  @Field(() => String, { description: 'Who interprets, and whatever else helps people to understand each other; may be empty.' })
  interpretation!: string;

  @Field(() => [AgendaEntryType], { description: 'What happens in it, in order.' })
  agenda!: AgendaEntry[];

  @Field(() => Boolean, { description: 'Whether guests may join without an account.' })
  welcomesGuests!: boolean;

  @Field(() => Boolean, { description: 'Whether cards reach the wall only once a moderator has released them.' })
  releasesCards!: boolean;

  @Field(() => Boolean, { description: 'Whether guests may write in the texts of their tables.' })
  guestsWrite!: boolean;

  @Field(() => String, { description: 'What was said; may be empty.' })
  minutes!: string;

  @Field(() => String, { description: 'What came of it; may be empty.' })
  results!: string;

  @Field(() => Int, { description: 'Grows whenever it is planned anew or its record is written; sent back as expectedRevision.' })
  revision!: number;

  @Field(() => Boolean, { description: 'Whether it belongs to the demonstration.' })
  isExample!: boolean;

  @Field(() => String, { nullable: true, description: 'Source line to be shown with it.' })
  sourceNote!: string | null;

  static of(row: GatheringRow): GatheringType {
    const { id, agenda, ...fields } = row;
    return Object.assign(new GatheringType(), { ...fields, row, id: encodeGlobalId('Gathering', id), uuid: id, agenda: agenda as unknown as AgendaEntry[], state: gatheringStateOf(row) });
  }
}

/** What a gathering is at this moment. */
export function gatheringStateOf(row: Pick<GatheringRow, 'startsAt' | 'endsAt' | 'endedAt'>, now = new Date()): GatheringStateName {
  const { opensAt, closesAt } = admissionOf(row);
  return now >= closesAt ? 'over' : now >= opensAt ? 'running' : 'planned';
}
