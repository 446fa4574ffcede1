import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MutationInput, MutationPayload, UserErrorType } from '@konzeptwerkstatt/platform-graphql';
import type { OrganisationKind } from '@konzeptwerkstatt/platform-database';
import { OrganisationKindEnum, OrganisationType } from './organisation.type.js';

@ObjectType('Contact', { description: 'Somebody to reach in an organisation.' })
export class ContactType {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Mail address.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number, as written.' })
  phone!: string | null;
}

/** How an organisation is reached. */
@ObjectType('OrganisationReach', { description: 'How an organisation is reached; for those who administer it.' })
export class OrganisationReachType {
  @Field(() => String, { nullable: true, description: 'Functional mailbox, read by more than one person.' })
  mailbox!: string | null;

  @Field(() => String, { description: 'Language in which it is written to, BCP 47.' })
  language!: string;

  @Field(() => Int, { description: 'Edition of the entry; to be handed back with a change.' })
  revision!: number;

  @Field(() => ContactType, { nullable: true, description: 'Whom to ask first.' })
  contactPerson!: ContactType | null;

  @Field(() => ContactType, { nullable: true, description: 'Whom to ask otherwise.' })
  deputy!: ContactType | null;
}

@InputType({ description: 'Somebody to reach.' })
export class ContactInput {
  @Field(() => String, { description: 'Name, at most 200 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Mail address.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number, as written.' })
  phone?: string | null;
}

@InputType({ description: 'The entry of an organisation.' })
export class OrganisationDetailsInput {
  @Field(() => String, { description: 'Full name, at most 200 characters; once in a municipality.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Short name, at most 60 characters.' })
  shortName?: string | null;

  @Field(() => OrganisationKindEnum, { description: 'What kind of organisation.' })
  kind!: OrganisationKind;

  @Field(() => String, { nullable: true, description: 'Functional mailbox.' })
  mailbox?: string | null;

  @Field(() => String, { defaultValue: 'de', description: 'Language in which it is written to: de, en, ar, uk, tr, ru or fa.' })
  language!: string;

  @Field(() => ContactInput, { nullable: true, description: 'Whom to ask first.' })
  contactPerson?: ContactInput | null;

  @Field(() => ContactInput, { nullable: true, description: 'Whom to ask otherwise.' })
  deputy?: ContactInput | null;
}

@InputType({ description: 'An organisation to be added.' })
export class AddOrganisationInput extends MutationInput {
  @Field(() => OrganisationDetailsInput, { description: 'Its entry.' })
  details!: OrganisationDetailsInput;
}

@InputType({ description: 'How the entry of an organisation is to read.' })
export class ChangeOrganisationInput extends MutationInput {
  @Field(() => ID, { description: 'Which organisation.' })
  organisationId!: string;

  @Field(() => Int, { description: 'The edition of the entry that the person saw.' })
  revision!: number;

  @Field(() => OrganisationDetailsInput, { description: 'The whole entry.' })
  details!: OrganisationDetailsInput;
}

@InputType({ description: 'A row of somebody’s list, as it stands there; empty cells and missing columns are null.' })
export class OrganisationImportRowInput {
  @Field(() => Int, { description: 'Line in the list, from 1 on.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Short name.' })
  shortName?: string | null;

  @Field(() => String, { nullable: true, description: 'Kind, in words or as in the API.' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'Functional mailbox.' })
  mailbox?: string | null;

  @Field(() => String, { nullable: true, description: 'Language, in words or as BCP 47.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the contact person.' })
  contactName?: string | null;

  @Field(() => String, { nullable: true, description: 'Mail address of the contact person.' })
  contactEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number of the contact person.' })
  contactPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the deputy.' })
  deputyName?: string | null;

  @Field(() => String, { nullable: true, description: 'Mail address of the deputy.' })
  deputyEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number of the deputy.' })
  deputyPhone?: string | null;
}

@InputType({ description: 'A list of organisations to be taken over.' })
export class ImportOrganisationsInput extends MutationInput {
  @Field(() => [OrganisationImportRowInput], { description: 'At most 1000 rows.' })
  rows!: OrganisationImportRowInput[];
}

export const ImportOutcomeEnum = { NEW: 'new', CHANGED: 'changed', UNCHANGED: 'unchanged', REFUSED: 'refused' } as const;
registerEnumType(ImportOutcomeEnum, { name: 'ImportOutcome', description: 'What a row of a list would do.' });

@ObjectType('OrganisationImportRow', { description: 'What a row of a list would do.' })
export class OrganisationImportRowType {
  @Field(() => Int, { description: 'Line in the list.' })
  line!: number;

  @Field(() => String, { description: 'Name as it would be stored.' })
  name!: string;

  @Field(() => ImportOutcomeEnum, { description: 'What it would do.' })
  outcome!: (typeof ImportOutcomeEnum)[keyof typeof ImportOutcomeEnum];

  @Field(() => [String], { description: 'Fields of the entry that would change.' })
  changed!: readonly string[];

  @Field(() => [UserErrorType], { description: 'Why it is refused. Codes: NAME_TWICE, NAME_OF_REMOVED, KIND_REQUIRED, KIND_UNKNOWN, and those of addOrganisation.' })
  problems!: UserErrorType[];
}

@ObjectType({ description: 'What became of adding an organisation. Codes: ORGANISATION_NAME_REQUIRED, ORGANISATION_NAME_TAKEN, TEXT_TOO_LONG, TEXT_IS_FORMULA, EMAIL_INVALID, LANGUAGE_UNKNOWN, CONTACT_NAME_REQUIRED.' })
export class AddOrganisationPayload extends MutationPayload {
  @Field(() => OrganisationType, { nullable: true, description: 'The organisation.' })
  organisation!: OrganisationType | null;
}

@ObjectType({ description: 'What became of changing an entry. Codes: those of addOrganisation, ORGANISATION_CHANGED.' })
export class ChangeOrganisationPayload extends MutationPayload {
  @Field(() => OrganisationType, { nullable: true, description: 'The organisation.' })
  organisation!: OrganisationType | null;
}

@ObjectType({ description: 'What became of an import: all of it or nothing. Paths of errors are `rows`, line, field.' })
export class ImportOrganisationsPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: 'How many organisations are new.' })
  added!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many entries were changed.' })
  changed!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many rows said what was known already.' })
  unchanged!: number | null;
}
