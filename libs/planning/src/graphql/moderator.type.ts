import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { encodeGlobalId, IdentifiedType, MutationInput } from '@konzeptwerkstatt/platform-graphql';
import type { ModeratorRow } from '../queries/moderator.reader.js';
import { GatheringPayload } from './gathering.input.js';

/** A person runs one gathering. */
@ObjectType('GatheringModerator', { description: 'A person who runs one gathering beside the office, until it ends.' })
export class GatheringModeratorType extends IdentifiedType {
  /** Not part of the API: for the fields that are looked up. */
  readonly row!: ModeratorRow;

  static of(row: ModeratorRow): GatheringModeratorType {
    return Object.assign(new GatheringModeratorType(), { row, id: encodeGlobalId('GatheringModerator', row.id) });
  }
}

@InputType({ description: 'Who is to run a gathering.' })
export class NameModeratorInput extends MutationInput {
  @Field(() => ID, { description: 'The gathering.' })
  gatheringId!: string;

  @Field(() => String, { description: 'Mail address of somebody who belongs to an organisation of the municipality.' })
  personEmail!: string;
}

@InputType({ description: 'Who does not run a gathering any more.' })
export class WithdrawModeratorInput extends MutationInput {
  @Field(() => ID, { description: 'The gathering.' })
  gatheringId!: string;

  @Field(() => ID, { description: 'The moderator.' })
  moderatorId!: string;
}

@ObjectType({ description: 'What became of nameModerator. Codes: UNKNOWN_PERSON, ALREADY_MODERATOR, GATHERING_OVER.' })
export class NameModeratorPayload extends GatheringPayload {}

@ObjectType({ description: 'What became of withdrawModerator. No codes of its own.' })
export class WithdrawModeratorPayload extends GatheringPayload {}
