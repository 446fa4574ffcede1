import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { createConnection, DateTimeScalar, IdentifiedType, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { LegalPageKind, MunicipalityKind, SetupStep } from '@konzeptwerkstatt/platform-database';
import type { LinkState } from '../domain/one-time-link.policy.js';
import type { InstrumentKind } from '../domain/wording.policy.js';
import { LabelledInstrumentEnum, LegalPageKindEnum, LinkStateEnum, MunicipalityKindEnum, SetupStepEnum } from './municipality.enums.js';
import { MunicipalityType } from './organisation.type.js';
import { ViewerType } from './viewer.type.js';

@ObjectType('SetupLink', { description: 'How a link for setting up stands.' })
export class SetupLinkType {
  @Field(() => LinkStateEnum, { description: 'Only an open one can be used.' })
  state!: LinkState;

  @Field(() => String, { nullable: true, description: 'Name of the municipality it is for; null when the link makes one, or is not open.' })
  municipalityName!: string | null;
}

@InputType({ description: 'A new account.' })
export class NewAccountInput {
  @Field(() => String, { description: 'Name shown to others, at most 100 characters.' })
  displayName!: string;

  @Field(() => String, { description: 'Mail address, for signing in.' })
  email!: string;

  @Field(() => String, { description: 'At least twelve characters.' })
  password!: string;

  @Field(() => String, { description: 'The same once more.' })
  passwordConfirmation!: string;
}

@InputType({ description: 'The first administrator and her municipality.' })
export class SetUpInstallationInput extends NewAccountInput {
  @Field(() => String, { description: 'What stands behind # in the link.' })
  token!: string;

  @Field(() => String, { description: 'Name of the municipality.' })
  municipalityName!: string;

  @Field(() => String, { description: 'Official municipality key, eight digits with leading zeros.' })
  ags!: string;

  @Field(() => MunicipalityKindEnum, { description: 'What kind of municipality.' })
  kind!: MunicipalityKind;

  @Field(() => String, { description: 'The office she acts for.' })
  officeName!: string;

  @Field(() => String, { nullable: true, description: 'Not used: a link works once.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Who takes a municipality over.' })
export class AcceptMunicipalityInput {
  @Field(() => String, { description: 'What stands behind # in the link.' })
  token!: string;

  @Field(() => String, { description: 'The office she acts for.' })
  officeName!: string;

  @Field(() => NewAccountInput, { nullable: true, description: 'Needed unless somebody is signed in.' })
  account?: NewAccountInput | null;

  @Field(() => String, { nullable: true, description: 'Not used: a link works once.' })
  idempotencyKey?: string | null;
}

@ObjectType({ isAbstract: true })
abstract class SignedInPayload extends MutationPayload {
  @Field(() => ViewerType, { nullable: true, description: 'Who is signed in afterwards.' })
  viewer!: ViewerType | null;
}

@ObjectType({ description: 'What became of beginning an installation.' })
export class SetUpInstallationPayload extends SignedInPayload {}

@ObjectType({ description: 'What became of taking a municipality over.' })
export class AcceptMunicipalityPayload extends SignedInPayload {}

@ObjectType('PlannedConcept', { description: 'What is noted for the first concept until it is begun.' })
export class PlannedConceptType {
  @Field(() => LabelledInstrumentEnum, { description: 'Which kind of concept.' })
  kind!: InstrumentKind;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => [String], { description: 'Titles of the fields of action, in their order.' })
  fields!: string[];
}

@ObjectType('MunicipalitySetup', { description: 'How far setting the own municipality up is.' })
export class MunicipalitySetupType {
  @Field(() => SetupStepEnum, { nullable: true, description: 'The next step; null when all is set up.' })
  step!: SetupStep | null;

  @Field(() => PlannedConceptType, { nullable: true, description: 'What is noted for the first concept.' })
  plannedConcept!: PlannedConceptType | null;
}

@ObjectType('InstalledMunicipality', { description: 'A municipality of this installation.' })
export class InstalledMunicipalityType extends IdentifiedType {
  municipalityId!: string;

  @Field(() => String, { nullable: true, description: 'Name of the county here that it belongs to.' })
  countyName!: string | null;

  @Field(() => Boolean, { description: 'Whether somebody has taken it over.' })
  hasAdministrator!: boolean;
}
export const { Connection: InstalledMunicipalityConnection } = createConnection(InstalledMunicipalityType, 'InstalledMunicipality');

@ObjectType('Installation', { description: 'What whoever runs the installation sees of it; nothing of what is written in it.' })
export class InstallationType {
  /** Marks the parent for its fields. */
  isVisible!: true;
}

@ObjectType('InstallationOperator', { description: 'Somebody who runs the installation.' })
export class InstallationOperatorType extends IdentifiedType {
  @Field(() => String, { description: 'Name.' })
  displayName!: string;

  @Field(() => String, { description: 'Mail address of the account.' })
  email!: string;

  @Field(() => Boolean, { description: 'Whether it is the viewer.' })
  isViewer!: boolean;
}

@InputType({ description: 'Who shall run the installation, too.' })
export class AppointInstallationOperatorInput extends MutationInput {
  @Field(() => String, { description: 'Mail address of her account.' })
  email!: string;
}

@InputType({ description: 'Who shall run the installation no more.' })
export class DismissInstallationOperatorInput extends MutationInput {
  @Field(() => ID, { description: 'One of those who run it.' })
  operatorId!: string;
}

@ObjectType({ isAbstract: true })
abstract class InstallationOperatorPayload extends MutationPayload {
  @Field(() => InstallationType, { nullable: true, description: 'The installation; null when nothing was done, or the viewer runs it no more.' })
  installation!: InstallationType | null;
}

@ObjectType({ description: 'What became of handing the installation on. Codes: UNKNOWN_ACCOUNT.' })
export class AppointInstallationOperatorPayload extends InstallationOperatorPayload {}

@ObjectType({ description: 'What became of taking the installation away from somebody. Codes: LAST_ADMINISTRATOR.' })
export class DismissInstallationOperatorPayload extends InstallationOperatorPayload {}

@InputType({ description: 'A municipality to be set up.' })
export class CreateMunicipalityInput extends MutationInput {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Official municipality key, eight digits with leading zeros.' })
  ags!: string;

  @Field(() => MunicipalityKindEnum, { description: 'What kind of municipality.' })
  kind!: MunicipalityKind;

  @Field(() => ID, { nullable: true, description: 'The county in this installation that it belongs to.' })
  countyId?: string | null;
}

@InputType({ description: 'The municipality that nobody has taken over yet.' })
export class RenewMunicipalityLinkInput extends MutationInput {
  @Field(() => ID, { description: 'The municipality.' })
  municipalityId!: string;
}

@InputType({ description: 'The example municipality that is to go.' })
export class RemoveExampleMunicipalityInput extends MutationInput {
  @Field(() => ID, { description: 'The municipality.' })
  municipalityId!: string;

  @Field(() => String, { description: 'Its name, typed.' })
  confirmation!: string;
}

@ObjectType({ isAbstract: true })
abstract class LinkPayload extends MutationPayload {
  @Field(() => MunicipalityType, { nullable: true, description: 'The municipality.' })
  municipality!: MunicipalityType | null;

  @Field(() => String, { nullable: true, description: 'What stands behind # in the link, shown this once; null when the call was repeated.' })
  token!: string | null;
}

@ObjectType({ description: 'What became of beginning another municipality.' })
export class CreateMunicipalityPayload extends LinkPayload {}

@ObjectType({ description: 'What became of making a new link.' })
export class RenewMunicipalityLinkPayload extends LinkPayload {}

@ObjectType({ description: 'What became of removing an example municipality.' })
export class RemoveExampleMunicipalityPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The municipality that is gone.' })
  removedMunicipalityId!: string | null;
}

@ObjectType('LegalPage', { description: 'A page that a municipality answers for.' })
export class LegalPageType {
  @Field(() => LegalPageKindEnum, { description: 'Which page.' })
  kind!: LegalPageKind;

  @Field(() => String, { description: 'Plain text with `## ` for headings, `- ` for lists and empty lines between paragraphs.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether everybody sees it.' })
  isPublished!: boolean;

  @Field(() => Int, { description: 'Grows with each change.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

@ObjectType('LegalPublisher', { description: 'A municipality that has published pages it answers for.' })
export class LegalPublisherType {
  @Field(() => String, { description: 'Raw id, for addresses.' })
  uuid!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it belongs to the demonstration.' })
  isExample!: boolean;
}
