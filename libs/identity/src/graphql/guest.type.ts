import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { encodeGlobalId, IdentifiedType, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { GuestRecord } from '../domain/guest.js';

/** Somebody who takes part in one gathering under a pseudonym. Other contexts add fields. */
@ObjectType('Guest', { description: 'Somebody who takes part in one gathering under a pseudonym, without an account.' })
export class GuestType extends IdentifiedType {
  /** Not part of the API: for the fields that are looked up. */
  readonly record!: GuestRecord;

  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => String, { description: 'The name she is known by here; drawn at random.' })
  pseudonym!: string;

  @Field(() => String, { description: 'Her language, BCP 47.' })
  language!: string;

  @Field(() => String, { nullable: true, description: 'The organisation she says she comes from; counts for nothing.' })
  statedOrganisation!: string | null;

  @Field(() => String, { nullable: true, description: 'Why she can write nothing more; null while she can.' })
  blockedReason!: string | null;

  static of(record: GuestRecord): GuestType {
    const { id, pseudonym, language, statedOrganisation, blockedReason } = record;
    return Object.assign(new GuestType(), { record, id: encodeGlobalId('Guest', id), uuid: id, pseudonym, language, statedOrganisation, blockedReason });
  }
}

@InputType({ description: 'How somebody comes into a gathering.' })
export class JoinGatheringInput extends MutationInput {
  @Field(() => String, { description: 'The code on the poster; blanks, dashes and case do not count.' })
  code!: string;

  @Field(() => String, { description: 'Her language, BCP 47.' })
  language!: string;

  @Field(() => String, { nullable: true, description: 'The organisation she says she comes from, in her words; at most 200 characters.' })
  organisation?: string | null;
}

@InputType({ description: 'How a guest comes back.' })
export class ReturnToGatheringInput extends MutationInput {
  @Field(() => String, { description: 'The code on the poster.' })
  code!: string;

  @Field(() => String, { description: 'The five words she was given.' })
  phrase!: string;
}

@InputType({ description: 'A guest leaves her gathering.' })
export class LeaveGatheringInput extends MutationInput {}

@InputType({ description: 'Which guest.' })
export class UnblockGuestInput extends MutationInput {
  @Field(() => ID, { description: 'The guest.' })
  guestId!: string;
}

@InputType({ description: 'Which guest, and why.' })
export class BlockGuestInput extends UnblockGuestInput {
  @Field(() => String, { description: 'She reads it; 1 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'Which gathering gets another code.' })
export class ChangeGuestCodeInput extends MutationInput {
  @Field(() => ID, { description: 'The gathering.' })
  gatheringId!: string;
}

@InputType({ description: 'For which organisation a guest counts.' })
export class ConfirmGuestOrganisationInput extends UnblockGuestInput {
  @Field(() => ID, { nullable: true, description: 'The organisation; null: for none.' })
  organisationId?: string | null;
}

@ObjectType({ isAbstract: true })
export abstract class GuestPayload extends MutationPayload {
  @Field(() => GuestType, { nullable: true, description: 'The guest as she is afterwards; null when nothing was done.' })
  guest!: GuestType | null;
}

@ObjectType({ description: 'What became of joinGathering. Codes: GUEST_CODE_UNKNOWN, GATHERING_NOT_OPEN, GATHERING_OVER, GATHERING_FULL, SIGNED_IN_ALREADY, LANGUAGE_INVALID, ORGANISATION_TOO_LONG.' })
export class JoinGatheringPayload extends GuestPayload {
  @Field(() => String, { nullable: true, description: 'Five words with which she can come back; shown once.' })
  recoveryPhrase!: string | null;
}

@ObjectType({ description: 'What became of returnToGathering. Codes: GUEST_CODE_UNKNOWN, GATHERING_NOT_OPEN, GATHERING_OVER, SIGNED_IN_ALREADY, RECOVERY_PHRASE_UNKNOWN.' })
export class ReturnToGatheringPayload extends GuestPayload {}

@ObjectType({ description: 'What became of leaveGathering. No codes of its own.' })
export class LeaveGatheringPayload extends GuestPayload {}

@ObjectType({ description: 'What became of blockGuest. Codes: REASON_REQUIRED, REASON_TOO_LONG.' })
export class BlockGuestPayload extends GuestPayload {}

@ObjectType({ description: 'What became of unblockGuest. No codes of its own.' })
export class UnblockGuestPayload extends GuestPayload {}

@ObjectType({ description: 'What became of confirmGuestOrganisation. Codes: UNKNOWN_ORGANISATION.' })
export class ConfirmGuestOrganisationPayload extends GuestPayload {}

@ObjectType({ description: 'What became of changeGuestCode. No codes of its own.' })
export class ChangeGuestCodePayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'The new code, as it stands on a poster; null when nothing was done.' })
  guestCode!: string | null;
}
