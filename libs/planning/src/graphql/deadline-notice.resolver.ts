import { Inject } from '@nestjs/common';
import { Args, Field, InputType, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, Correlation, CurrentActor, MutationInput, MutationPayload, OptionalActor, settle } from '@konzeptwerkstatt/platform-graphql';
import { SetDeadlineNoticesCommand } from '../commands/set-deadline-notices.command.js';
import { ProcessReader } from '../queries/process.reader.js';
import { PlanningProcessType } from './planning-process.type.js';

@InputType({ description: 'Whether the visitor wants mails before deadlines.' })
export class SetDeadlineNoticesInput extends MutationInput {
  @Field(() => Boolean, { description: 'Whether mails are wanted.' })
  wanted!: boolean;
}

@ObjectType({ description: 'What became of setDeadlineNotices. No codes of its own.' })
export class SetDeadlineNoticesPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true, description: 'What counts from now on.' })
  wanted!: boolean | null;
}

/** Mails before deadlines, for oneself. */
@Resolver(() => PlanningProcessType)
export class DeadlineNoticeResolver {
  constructor(
    @Inject(SetDeadlineNoticesCommand) private readonly notices: SetDeadlineNoticesCommand,
    @Inject(ProcessReader) private readonly processes: ProcessReader,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether the visitor is told by mail before phases end in which she may contribute.' })
  wantsNotices(@Parent() { municipalityId }: PlanningProcessType, @OptionalActor() actor: Actor | null): Promise<boolean> {
    return this.processes.wantsNotices(actor, municipalityId);
  }

  @Mutation(() => SetDeadlineNoticesPayload, { description: 'Switches mails before deadlines on or off, for the visitor and all processes of her municipality.' })
  async setDeadlineNotices(@Args('input', { type: () => SetDeadlineNoticesInput }) input: SetDeadlineNoticesInput, @CurrentActor() actor: Actor, @Correlation() correlation: string): Promise<SetDeadlineNoticesPayload> {
    const { value, errors } = await settle(this.notices.run(commandContext(actor, correlation, 'setDeadlineNotices', input), { wanted: input.wanted }));
    return { wanted: value, errors };
  }
}
