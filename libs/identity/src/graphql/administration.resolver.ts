import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, CurrentActor, decodeGlobalId, Requested, settle, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { HandOnAdministrationCommand } from '../commands/hand-on-administration.command.js';
import { organisationLoader } from './identity.loader.js';
import { AppointAdministratorInput, AppointAdministratorPayload, DismissAdministratorInput, DismissAdministratorPayload } from './member.type.js';

/** Who administers the municipality. */
@Resolver()
export class AdministrationResolver {
  constructor(@Inject(HandOnAdministrationCommand) private readonly command: HandOnAdministrationCommand) {}

  @Mutation(() => AppointAdministratorPayload, { description: 'Lets a colleague in the municipality’s administration administer the municipality, too.' })
  async appointAdministrator(@Args('input') input: AppointAdministratorInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<AppointAdministratorPayload> {
    const command = commandContext(actor, context.correlationId, 'appointAdministrator', input);
    const { value, errors } = await settle(this.command.appoint(command, decodeGlobalId(input.membershipId, 'Membership')));
    return { organisation: value === null ? null : await context.loader(organisationLoader).load(value), errors };
  }

  @Mutation(() => DismissAdministratorPayload, { description: 'Takes the right to administer the municipality from somebody, perhaps from oneself; somebody must be left.' })
  async dismissAdministrator(@Args('input') input: DismissAdministratorInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<DismissAdministratorPayload> {
    const command = commandContext(actor, context.correlationId, 'dismissAdministrator', input);
    const { value, errors } = await settle(this.command.dismiss(command, decodeGlobalId(input.membershipId, 'Membership')));
    return { organisation: value === null ? null : await context.loader(organisationLoader).load(value), errors };
  }
}
