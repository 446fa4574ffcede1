import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, CurrentActor, decodeGlobalId, Requested, settle, type RequestContext, type Settled } from '@konzeptwerkstatt/platform-graphql';
import { actingPerson } from '../commands/acting-person.js';
import { MunicipalitySettingsCommand } from '../commands/municipality-settings.command.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { MunicipalityReader } from '../queries/municipality.reader.js';
import { municipalityLoader, organisationLoader } from './identity.loader.js';
import {
  DescribeMunicipalityInput, DescribeMunicipalityPayload, GoToSetupStepInput, GoToSetupStepPayload, PlanConceptInput, PlanConceptPayload, SetMeasureLicenceInput, SetMeasureLicencePayload, SetMeasureStatusPublicInput, SetMeasureStatusPublicPayload, SetMunicipalityColourInput,
  SetMunicipalityColourPayload, SetMunicipalityLogoInput, SetMunicipalityLogoPayload, SetMunicipalityWordingInput, SetMunicipalityWordingPayload,
} from './municipality-settings.type.js';
import { MunicipalityType, OrganisationType } from './organisation.type.js';
import { MunicipalitySetupType } from './setup.type.js';
import { ViewerType } from './viewer.type.js';

/** What administrators set for their own municipality. */
@Resolver(() => ViewerType)
export class MunicipalitySettingsResolver {
  constructor(
    @Inject(MunicipalitySettingsCommand) private readonly settings: MunicipalitySettingsCommand,
    @Inject(MunicipalityReader) private readonly reader: MunicipalityReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @ResolveField(() => MunicipalitySetupType, { nullable: true, description: 'How far setting the own municipality up is; null for everybody but its administrators.' })
  async setup(@Parent() { actor }: ViewerType): Promise<MunicipalitySetupType | null> {
    const { municipalityId } = actingPerson(actor);
    return (await this.policy.can(actor, 'municipality.administer', { municipalityId })) ? this.setupOf(municipalityId) : null;
  }

  @ResolveField(() => [MunicipalityType], { description: 'Counties of this installation that a municipality can belong to; empty for everybody but administrators.' })
  async counties(@Parent() { actor }: ViewerType, @Requested() context: RequestContext): Promise<MunicipalityType[]> {
    const { municipalityId } = actingPerson(actor);
    if (!(await this.policy.can(actor, 'municipality.administer', { municipalityId }))) return [];
    const rows = await this.reader.counties();
    const counties = await Promise.all(rows.map(({ id }) => context.loader(municipalityLoader).load(id)));
    return counties.filter((county) => county !== null);
  }

  @Mutation(() => DescribeMunicipalityPayload, { description: 'Says what the own municipality is. Codes: NAME_REQUIRED, NAME_TOO_LONG, AGS_FORMAT, AGS_LAND, AGS_TAKEN, COUNTY_UNKNOWN, COUNTY_MISMATCH.' })
  async describeMunicipality(@Args('input') input: DescribeMunicipalityInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<DescribeMunicipalityPayload> {
    const { name, ags, kind, countyId } = input;
    const facts = { name, ags, kind, countyId: countyId ? decodeGlobalId(countyId, 'Municipality') : null };
    return this.answer(context, await settle(this.settings.describe(commandContext(actor, context.correlationId, 'describeMunicipality', input), facts)));
  }

  @Mutation(() => SetMunicipalityLogoPayload, { description: 'Sets the logo of the own municipality. Codes: FILE_UNKNOWN.' })
  async setMunicipalityLogo(@Args('input') input: SetMunicipalityLogoInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<SetMunicipalityLogoPayload> {
    return this.answer(context, await settle(this.settings.setLogo(commandContext(actor, context.correlationId, 'setMunicipalityLogo', input), input.fileId ?? null)));
  }

  @Mutation(() => SetMunicipalityColourPayload, { description: 'Sets the colour of buttons and links. Codes: COLOUR_FORMAT, COLOUR_CONTRAST.' })
  async setMunicipalityColour(@Args('input') input: SetMunicipalityColourInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<SetMunicipalityColourPayload> {
    return this.answer(context, await settle(this.settings.setColour(commandContext(actor, context.correlationId, 'setMunicipalityColour', input), input.colour ?? null)));
  }

  @Mutation(() => SetMunicipalityWordingPayload, { description: 'Sets how the own municipality writes and what it calls things. Codes: WORD_TOO_LONG, TERM_INCOMPLETE.' })
  async setMunicipalityWording(@Args('input') input: SetMunicipalityWordingInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<SetMunicipalityWordingPayload> {
    const wording = { genderStyle: input.genderStyle ?? null, terms: input.terms, labels: input.instrumentLabels };
    return this.answer(context, await settle(this.settings.setWording(commandContext(actor, context.correlationId, 'setMunicipalityWording', input), wording)));
  }

  @Mutation(() => SetMeasureStatusPublicPayload, { description: 'Sets whether public pages and open data of the own municipality say how far measures are today.' })
  async setMeasureStatusPublic(@Args('input') input: SetMeasureStatusPublicInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<SetMeasureStatusPublicPayload> {
    return this.answer(context, await settle(this.settings.setMeasureStatusPublic(commandContext(actor, context.correlationId, 'setMeasureStatusPublic', input), input.isPublic)));
  }

  @Mutation(() => SetMeasureLicencePayload, { description: 'Sets under which open licence everybody may use the measures of the own municipality as data.' })
  async setMeasureLicence(@Args('input') input: SetMeasureLicenceInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<SetMeasureLicencePayload> {
    return this.answer(context, await settle(this.settings.setMeasureLicence(commandContext(actor, context.correlationId, 'setMeasureLicence', input), input.licence ?? null)));
  }

  @Mutation(() => PlanConceptPayload, { description: 'Notes what the first concept is to be, until it is begun. Codes: TITLE_TOO_LONG, TOO_MANY_FIELDS.' })
  async planConcept(@Args('input') input: PlanConceptInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<PlanConceptPayload> {
    const { kind, title, fields } = input;
    const { value, errors } = await settle(this.settings.planConcept(commandContext(actor, context.correlationId, 'planConcept', input), { kind, title, fields }));
    return { setup: value === null ? null : await this.setupOf(value), errors };
  }

  @Mutation(() => GoToSetupStepPayload, { description: 'Goes to a step of setting up, so that one finds it again.' })
  async goToSetupStep(@Args('input') input: GoToSetupStepInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<GoToSetupStepPayload> {
    const { value, errors } = await settle(this.settings.goToStep(commandContext(actor, context.correlationId, 'goToSetupStep', input), input.step));
    return { setup: value === null ? null : await this.setupOf(value), errors };
  }

  private async setupOf(municipalityId: string): Promise<MunicipalitySetupType> {
    const { step, plannedConcept } = await this.reader.setupOf(municipalityId);
    return { step, plannedConcept: plannedConcept && { ...plannedConcept, fields: [...plannedConcept.fields] } };
  }

  private async answer(context: RequestContext, { value, errors }: Settled<string>): Promise<DescribeMunicipalityPayload> {
    return { municipality: value === null ? null : await context.loader(municipalityLoader).clear(value).load(value), errors };
  }
}

/** Counties and their members. */
@Resolver(() => MunicipalityType)
export class CountyResolver {
  constructor(
    @Inject(MunicipalityReader) private readonly reader: MunicipalityReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The county in this installation that it belongs to.' })
  county(@Parent() { countyId }: MunicipalityType, @Requested() context: RequestContext): Promise<MunicipalityType | null> | null {
    return countyId === null ? null : context.loader(municipalityLoader).load(countyId);
  }

  @ResolveField(() => [MunicipalityType], { description: 'Of a county: its members in this installation, by name.' })
  async members(@Parent() { uuid, kind }: MunicipalityType, @Requested() context: RequestContext): Promise<MunicipalityType[]> {
    if (kind !== 'county') return [];
    const rows = await this.reader.membersOf(uuid);
    const members = await Promise.all(rows.map(({ id }) => context.loader(municipalityLoader).load(id)));
    return members.filter((member) => member !== null);
  }

  @ResolveField(() => [OrganisationType], { description: 'Of a county: its organisations that stand for members in this installation, by name; for those who may see its organisations.' })
  async memberOrganisations(@Parent() { uuid, kind }: MunicipalityType, @Requested() context: RequestContext): Promise<OrganisationType[]> {
    if (kind !== 'county' || !(await this.policy.can(context.actor, 'organisation.read', { municipalityId: uuid }))) return [];
    const rows = await this.reader.memberOrganisationsOf(uuid);
    const organisations = await Promise.all(rows.map(({ id }) => context.loader(organisationLoader).load(id)));
    return organisations.filter((organisation) => organisation !== null);
  }
}
