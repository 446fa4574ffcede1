import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { commandContext, decodeGlobalId, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { NameModeratorCommand } from '../commands/name-moderator.command.js';
import { GatheringReader } from '../queries/gathering.reader.js';
import { moderatorsLoader } from './gathering.loader.js';
import type { GatheringPayload } from './gathering.input.js';
import { GatheringType } from './gathering.type.js';
import { GatheringModeratorType, NameModeratorInput, NameModeratorPayload, WithdrawModeratorInput, WithdrawModeratorPayload } from './moderator.type.js';
import { personNameLoader } from './process.loader.js';

/** Who runs a gathering. */
@Resolver(() => GatheringType)
export class ModeratorMutationResolver {
  constructor(
    @Inject(NameModeratorCommand) private readonly command: NameModeratorCommand,
    @Inject(GatheringReader) private readonly reader: GatheringReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @Mutation(() => NameModeratorPayload, { description: 'Lets a person run one gathering until it ends; she is told.' })
  nameModerator(@Args('input') input: NameModeratorInput, @Requested() request: RequestContext): Promise<GatheringPayload> {
    const context = commandContext(request.requireActor(), request.correlationId, 'nameModerator', input);
    return this.answer(request.actor, this.command.name(context, decodeGlobalId(input.gatheringId, 'Gathering'), input.personEmail));
  }

  @Mutation(() => WithdrawModeratorPayload, { description: 'Ends that a person runs a gathering.' })
  withdrawModerator(@Args('input') input: WithdrawModeratorInput, @Requested() request: RequestContext): Promise<GatheringPayload> {
    const context = commandContext(request.requireActor(), request.correlationId, 'withdrawModerator', input);
    return this.answer(request.actor, this.command.withdraw(context, decodeGlobalId(input.gatheringId, 'Gathering'), decodeGlobalId(input.moderatorId, 'GatheringModerator')));
  }

  @ResolveField(() => [GatheringModeratorType], { description: 'Who runs it beside the office; none for those who may not plan it.' })
  async moderators(@Parent() { row }: GatheringType, @Requested() context: RequestContext): Promise<GatheringModeratorType[]> {
    const { municipalityId, processId } = row;
    if (!(await this.policy.can(context.actor, 'process.manage', { municipalityId, processId }))) return [];
    return (await context.loader(moderatorsLoader).load(row)).map((moderator) => GatheringModeratorType.of(moderator));
  }

  private async answer(actor: Actor | null, done: Promise<string>): Promise<GatheringPayload> {
    const { value, errors } = await settle(done);
    const row = value === null ? null : await this.reader.find(actor, value);
    return { gathering: row === null ? null : GatheringType.of(row), errors };
  }
}

/** What those who plan a gathering know of its moderators. */
@Resolver(() => GatheringModeratorType)
export class ModeratorResolver {
  @ResolveField(() => String, { nullable: true, description: 'Her name; null after her account was erased.' })
  name(@Parent() { row }: GatheringModeratorType, @Requested() context: RequestContext): Promise<string | null> {
    return context.loader(personNameLoader).load(row.personId);
  }
}
