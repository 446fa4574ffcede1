import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { GuestDoorRecord } from '@konzeptwerkstatt/identity';
import { DateTimeScalar, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { AgendaEntry } from '../domain/gathering-draft.policy.js';
import type { GatheringRow } from '../queries/gathering.reader.js';
import { GatheringStateEnum } from './gathering.enums.js';
import { AgendaEntryType, gatheringStateOf } from './gathering.type.js';

/** What a guest sees of the table she sits at. */
@ObjectType('GuestTable', { description: 'What a guest sees of a table.' })
export class GuestTableType {
  @Field(() => String, { description: 'The raw id.' })
  uuid!: string;

  @Field(() => Int, { description: 'Its number, from 1.' })
  number!: number;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'What those who sit at it are asked; may be empty.' })
  question!: string;

  @Field(() => String, { description: 'Title of the section they talk about; empty when it was taken out.' })
  sectionTitle!: string;

  @Field(() => String, { description: 'In which language that section is written, as a tag such as "de".' })
  sectionLanguage!: string;

  @Field(() => String, { nullable: true, description: 'Raw id of the section; null when she may not read its text.' })
  sectionUuid!: string | null;

  @Field(() => String, { nullable: true, description: 'Raw id of its text, for /collab/; null when she may not read it.' })
  documentId!: string | null;

  @Field(() => Boolean, { description: 'Whether she may write in it.' })
  mayWrite!: boolean;
}

/** What a guest sees of her gathering; before she has come in, its name and times. */
@ObjectType('GuestGathering', { description: 'What a guest sees of her gathering.' })
export class GuestGatheringType {
  /** Not part of the API: for the fields that are looked up. */
  readonly row!: GatheringRow;

  @Field(() => String, { description: 'The raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

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

  @Field(() => String, { description: 'Who interprets; may be empty.' })
  interpretation!: string;

  @Field(() => [AgendaEntryType], { description: 'What happens in it, in order.' })
  agenda!: AgendaEntry[];

  @Field(() => Boolean, { description: 'Whether cards reach the wall only once a moderator has released them.' })
  releasesCards!: boolean;

  @Field(() => Boolean, { description: 'Whether it belongs to the demonstration.' })
  isExample!: boolean;

  /** @param standing of the door, which also closes with the phase of the gathering */
  static of(row: GatheringRow, standing: GuestDoorRecord['standing']): GuestGatheringType {
    const { id, title, place, startsAt, endsAt, languages, interpretation, agenda, releasesCards, isExample } = row;
    return Object.assign(new GuestGatheringType(), { row, uuid: id, title, place, startsAt, endsAt, state: standing === 'over' ? 'over' : gatheringStateOf(row), languages, interpretation, agenda: agenda as unknown as AgendaEntry[], releasesCards, isExample });
  }
}

/** What stands at the door of a gathering. */
@ObjectType('GuestDoor', { description: 'What somebody with a code sees before she comes in.' })
export class GuestDoorType extends MutationPayload {
  @Field(() => GuestGatheringType, { nullable: true, description: 'The gathering; null when the code is wrong or it does not take place.' })
  gathering!: GuestGatheringType | null;
}
