import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import {
  commandContext, ConnectionArgs, CurrentActor, decodeGlobalId, encodeGlobalId, pageOfList, Requested, settle, type Page, type RequestContext,
} from '@konzeptwerkstatt/platform-graphql';
import { actingPerson } from '../commands/acting-person.js';
import { CreateMunicipalityCommand } from '../commands/create-municipality.command.js';
import { HandOnInstallationCommand } from '../commands/hand-on-installation.command.js';
import { RemoveExampleCommand } from '../commands/remove-example.command.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { MunicipalityReader } from '../queries/municipality.reader.js';
import { municipalityLoader } from './identity.loader.js';
import { MunicipalityType } from './organisation.type.js';
import {
  CreateMunicipalityInput, CreateMunicipalityPayload, InstallationType, InstalledMunicipalityConnection, InstalledMunicipalityType, RemoveExampleMunicipalityInput,
  RemoveExampleMunicipalityPayload, RenewMunicipalityLinkInput, RenewMunicipalityLinkPayload, AppointInstallationOperatorInput, AppointInstallationOperatorPayload, DismissInstallationOperatorInput,
  DismissInstallationOperatorPayload, InstallationOperatorType,
} from './setup.type.js';
import { ViewerType } from './viewer.type.js';

/** What whoever runs the installation does: municipalities come and example municipalities go. */
@Resolver(() => ViewerType)
export class InstallationResolver {
  constructor(
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(CreateMunicipalityCommand) private readonly create: CreateMunicipalityCommand,
    @Inject(RemoveExampleCommand) private readonly removeExample: RemoveExampleCommand,
    @Inject(HandOnInstallationCommand) private readonly handOn: HandOnInstallationCommand,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether she sets up municipalities of this installation.' })
  runsInstallation(@Parent() { actor }: ViewerType): Promise<boolean> {
    return this.policy.can(actor, 'installation.administer', { municipalityId: actingPerson(actor).municipalityId });
  }

  @ResolveField(() => InstallationType, { nullable: true, description: 'The installation, for whoever runs it; null for everybody else.' })
  async installation(@Parent() { actor }: ViewerType): Promise<InstallationType | null> {
    return (await this.runsInstallation({ actor, credentialId: null })) ? { isVisible: true } : null;
  }

  @Mutation(() => CreateMunicipalityPayload, { description: 'Begins another municipality, with a link for its first administrator. Codes: NAME_REQUIRED, AGS_FORMAT, AGS_LAND, AGS_TAKEN, COUNTY_UNKNOWN, COUNTY_MISMATCH.' })
  async createMunicipality(@Args('input') input: CreateMunicipalityInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<CreateMunicipalityPayload> {
    const { name, ags, kind, countyId } = input;
    const county = countyId ? decodeGlobalId(countyId, 'Municipality') : null;
    const { value, errors } = await settle(this.create.execute(commandContext(actor, context.correlationId, 'createMunicipality', input), { name, ags, kind, countyId: county }));
    return { municipality: value && (await context.loader(municipalityLoader).load(value.municipalityId)), token: value?.token ?? null, errors };
  }

  @Mutation(() => RenewMunicipalityLinkPayload, { description: 'Makes a new link for a municipality that nobody has taken over; the one before stops working. Codes: ADMINISTRATOR_THERE.' })
  async renewMunicipalityLink(@Args('input') input: RenewMunicipalityLinkInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<RenewMunicipalityLinkPayload> {
    const municipalityId = decodeGlobalId(input.municipalityId, 'Municipality');
    const { value, errors } = await settle(this.create.renewLink(commandContext(actor, context.correlationId, 'renewMunicipalityLink', input), municipalityId));
    return { municipality: value && (await context.loader(municipalityLoader).load(value.municipalityId)), token: value?.token ?? null, errors };
  }

  @Mutation(() => RemoveExampleMunicipalityPayload, { description: 'Removes an example municipality and everything in it. Codes: NOT_AN_EXAMPLE, CONFIRMATION_WRONG.' })
  async removeExampleMunicipality(@Args('input') input: RemoveExampleMunicipalityInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<RemoveExampleMunicipalityPayload> {
    const municipalityId = decodeGlobalId(input.municipalityId, 'Municipality');
    const command = commandContext(actor, context.correlationId, 'removeExampleMunicipality', input);
    const { value, errors } = await settle(this.removeExample.execute(command, { municipalityId, confirmation: input.confirmation }));
    return { removedMunicipalityId: value === null ? null : input.municipalityId, errors };
  }

  @Mutation(() => AppointInstallationOperatorPayload, { description: 'Lets another account run the installation, too.' })
  async appointInstallationOperator(@Args('input') input: AppointInstallationOperatorInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<AppointInstallationOperatorPayload> {
    const { value, errors } = await settle(this.handOn.appoint(commandContext(actor, context.correlationId, 'appointInstallationOperator', input), input.email));
    return { installation: value === null ? null : { isVisible: true }, errors };
  }

  @Mutation(() => DismissInstallationOperatorPayload, { description: 'Takes the installation away from somebody, perhaps from oneself; somebody must be left.' })
  async dismissInstallationOperator(@Args('input') input: DismissInstallationOperatorInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<DismissInstallationOperatorPayload> {
    const operatorId = decodeGlobalId(input.operatorId, 'InstallationOperator');
    const { value, errors } = await settle(this.handOn.dismiss(commandContext(actor, context.correlationId, 'dismissInstallationOperator', input), operatorId));
    return { installation: value === null || value === actor.personId ? null : { isVisible: true }, errors };
  }
}

@Resolver(() => InstallationType)
export class InstalledMunicipalitiesResolver {
  constructor(@Inject(MunicipalityReader) private readonly reader: MunicipalityReader) {}

  @ResolveField(() => [InstallationOperatorType], { description: 'Who runs the installation, at most 200.' })
  async operators(@Requested() { actor }: RequestContext): Promise<InstallationOperatorType[]> {
    return (await this.reader.operators()).map(({ personId, ...rest }) => ({ id: encodeGlobalId('InstallationOperator', personId), ...rest, isViewer: personId === actor?.personId }));
  }

  @ResolveField(() => InstalledMunicipalityConnection, { description: 'Every municipality, real ones first, by name.' })
  async municipalities(@Args() args: ConnectionArgs): Promise<Page<InstalledMunicipalityType>> {
    const rows = await this.reader.installed();
    return pageOfList(rows.map(({ id, ...rest }) => ({ id: encodeGlobalId('InstalledMunicipality', id), municipalityId: id, ...rest })), args);
  }
}

@Resolver(() => InstalledMunicipalityType)
export class InstalledMunicipalityResolver {
  @ResolveField(() => MunicipalityType, { description: 'The municipality.' })
  municipality(@Parent() { municipalityId }: InstalledMunicipalityType, @Requested() context: RequestContext): Promise<MunicipalityType | null> {
    return context.loader(municipalityLoader).load(municipalityId);
  }
}
