import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { OpenLicenceKey } from '@konzeptwerkstatt/kernel';
import { MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { GenderStyle, LegalPageKind, MunicipalityKind, SetupStep } from '@konzeptwerkstatt/platform-database';
import type { InstrumentKind } from '../domain/wording.policy.js';
import { GenderStyleEnum, LabelledInstrumentEnum, LegalPageKindEnum, MunicipalityKindEnum, OpenLicenceEnum, SetupStepEnum } from './municipality.enums.js';
import { MunicipalityType } from './organisation.type.js';
import { LegalPageType, MunicipalitySetupType } from './setup.type.js';
import { InstrumentLabelType, TermType } from './wording.type.js';

@InputType({ description: 'What the municipality is, officially.' })
export class DescribeMunicipalityInput extends MutationInput {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Official municipality key, eight digits with leading zeros.' })
  ags!: string;

  @Field(() => MunicipalityKindEnum, { description: 'What kind of municipality.' })
  kind!: MunicipalityKind;

  @Field(() => ID, { nullable: true, description: 'The county in this installation that it belongs to.' })
  countyId?: string | null;
}

@InputType({ description: 'The new logo.' })
export class SetMunicipalityLogoInput extends MutationInput {
  @Field(() => String, { nullable: true, description: 'Raw id of an uploaded picture of the purpose `identity.logo`; null takes the logo away.' })
  fileId?: string | null;
}

@InputType({ description: 'The colour of buttons and links.' })
export class SetMunicipalityColourInput extends MutationInput {
  @Field(() => String, { nullable: true, description: '`#rrggbb`, at least 4.5 to 1 on white; null for the look of the product.' })
  colour?: string | null;
}

@InputType({ description: 'How the municipality writes.' })
export class SetMunicipalityWordingInput extends MutationInput {
  @Field(() => GenderStyleEnum, { nullable: true, description: 'How people of all genders are written; null when nobody has decided.' })
  genderStyle?: GenderStyle | null;

  @Field(() => [TermType], { description: 'Its own words; what is left out or empty is the usual one.' })
  terms!: TermType[];

  @Field(() => [InstrumentLabelType], { description: 'Its own names of kinds of concept.' })
  instrumentLabels!: InstrumentLabelType[];
}

@InputType({ description: 'Whether everybody may read how far measures are today.' })
export class SetMeasureStatusPublicInput extends MutationInput {
  @Field(() => Boolean, { description: 'Whether public pages and open data say it.' })
  isPublic!: boolean;
}

@InputType({ description: 'Under which licence everybody may use the measures as data.' })
export class SetMeasureLicenceInput extends MutationInput {
  @Field(() => OpenLicenceEnum, { nullable: true, description: 'The licence; null for none.' })
  licence?: OpenLicenceKey | null;
}

@InputType({ description: 'What is noted for the first concept.' })
export class PlanConceptInput extends MutationInput {
  @Field(() => LabelledInstrumentEnum, { description: 'Which kind of concept.' })
  kind!: InstrumentKind;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => [String], { description: 'Titles of the fields of action.' })
  fields!: string[];
}

@InputType({ description: 'The step to go to.' })
export class GoToSetupStepInput extends MutationInput {
  @Field(() => SetupStepEnum, { description: 'The step.' })
  step!: SetupStep;
}

@InputType({ description: 'A page that the municipality answers for.' })
export class SetLegalPageInput extends MutationInput {
  @Field(() => LegalPageKindEnum, { description: 'Which page.' })
  kind!: LegalPageKind;

  @Field(() => String, { description: 'Plain text, at most 60,000 characters.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether everybody is to see it; not while something is left to be filled in.' })
  isPublished!: boolean;

  @Field(() => Int, { description: 'The version that was seen; 0 when there was none.' })
  expectedVersion!: number;
}

@ObjectType({ isAbstract: true })
abstract class MunicipalityPayload extends MutationPayload {
  @Field(() => MunicipalityType, { nullable: true, description: 'The municipality.' })
  municipality!: MunicipalityType | null;
}

@ObjectType({ isAbstract: true })
abstract class SetupPayload extends MutationPayload {
  @Field(() => MunicipalitySetupType, { nullable: true, description: 'How far setting up is.' })
  setup!: MunicipalitySetupType | null;
}

@ObjectType({ description: 'What became of describing the municipality.' })
export class DescribeMunicipalityPayload extends MunicipalityPayload {}
@ObjectType({ description: 'What became of setting the logo.' })
export class SetMunicipalityLogoPayload extends MunicipalityPayload {}
@ObjectType({ description: 'What became of setting the colour.' })
export class SetMunicipalityColourPayload extends MunicipalityPayload {}
@ObjectType({ description: 'What became of setting how the municipality writes.' })
export class SetMunicipalityWordingPayload extends MunicipalityPayload {}
@ObjectType({ description: 'What became of setting whether everybody may read how far measures are today.' })
export class SetMeasureStatusPublicPayload extends MunicipalityPayload {}
@ObjectType({ description: 'What became of setting the licence of the measures as data.' })
export class SetMeasureLicencePayload extends MunicipalityPayload {}
@ObjectType({ description: 'What became of noting the first concept.' })
export class PlanConceptPayload extends SetupPayload {}
@ObjectType({ description: 'What became of going to a step.' })
export class GoToSetupStepPayload extends SetupPayload {}

@ObjectType({ description: 'What became of changing a page.' })
export class SetLegalPagePayload extends MutationPayload {
  @Field(() => LegalPageType, { nullable: true, description: 'The page.' })
  page!: LegalPageType | null;
}
