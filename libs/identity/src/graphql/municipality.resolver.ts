import { Inject } from '@nestjs/common';
import { Args, Field, InputType, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, CurrentActor, MutationInput, MutationPayload, Requested, settle, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { actingPerson } from '../commands/acting-person.js';
import { SetAuthorshipDetailCommand } from '../commands/set-authorship-detail.command.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { municipalityLoader } from './identity.loader.js';
import { MunicipalityType } from './organisation.type.js';
import { ViewerType } from './viewer.type.js';

@InputType({ description: 'What everybody in the municipality is shown of who wrote a text.' })
export class SetAuthorshipDetailInput extends MutationInput {
  @Field(() => Boolean, { description: 'Whether persons and numbers of characters are shown beside the organisations.' })
  shown!: boolean;
}

@ObjectType({ description: 'What became of setting what is shown of who wrote a text.' })
export class SetAuthorshipDetailPayload extends MutationPayload {
  @Field(() => MunicipalityType, { nullable: true, description: 'The municipality.' })
  municipality!: MunicipalityType | null;
}

/** Settings of the municipality in which somebody acts. */
@Resolver(() => ViewerType)
export class MunicipalityResolver {
  constructor(
    @Inject(SetAuthorshipDetailCommand) private readonly setAuthorshipDetailCommand: SetAuthorshipDetailCommand,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether she may change settings of the municipality.' })
  mayAdminister(@Parent() { actor }: ViewerType): Promise<boolean> {
    return this.policy.can(actor, 'municipality.administer', { municipalityId: actingPerson(actor).municipalityId });
  }

  @Mutation(() => SetAuthorshipDetailPayload, { description: 'Sets for the own municipality whether persons and numbers of characters show beside the organisations that wrote a text.' })
  async setAuthorshipDetail(@Args('input') input: SetAuthorshipDetailInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<SetAuthorshipDetailPayload> {
    const { value, errors } = await settle(this.setAuthorshipDetailCommand.execute(commandContext(actor, context.correlationId, 'setAuthorshipDetail', input), input.shown));
    return { municipality: value === null ? null : await context.loader(municipalityLoader).clear(value).load(value), errors };
  }
}
