import { Inject } from '@nestjs/common';
import { Args, Field, ID, InputType, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, Correlation, CurrentActor, decodeGlobalId, MutationInput, MutationPayload, OptionalActor, settle } from '@konzeptwerkstatt/platform-graphql';
import { CalendarFeedCommand } from '../commands/calendar-feed.command.js';
import { CalendarReader } from '../queries/calendar.reader.js';
import { ProcessReader } from '../queries/process.reader.js';
import { PlanningProcessType } from './planning-process.type.js';

@InputType({ description: 'For which process an address is wanted.' })
export class CreateCalendarFeedInput extends MutationInput {
  @Field(() => ID, { description: 'The process.' })
  processId!: string;
}

@InputType({ description: 'For which process the address is taken back.' })
export class WithdrawCalendarFeedInput extends MutationInput {
  @Field(() => ID, { description: 'The process.' })
  processId!: string;
}

@ObjectType({ description: 'What became of createCalendarFeed. No codes of its own.' })
export class CreateCalendarFeedPayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: 'The path of the calendar; given once, and null when the mutation is repeated.' })
  path!: string | null;

  @Field(() => PlanningProcessType, { nullable: true, description: 'The process.' })
  process!: PlanningProcessType | null;
}

@ObjectType({ description: 'What became of withdrawCalendarFeed. No codes of its own.' })
export class WithdrawCalendarFeedPayload extends MutationPayload {
  @Field(() => PlanningProcessType, { nullable: true, description: 'The process.' })
  process!: PlanningProcessType | null;
}

/** One's own calendar of a process. */
@Resolver(() => PlanningProcessType)
export class CalendarResolver {
  constructor(
    @Inject(CalendarFeedCommand) private readonly feeds: CalendarFeedCommand,
    @Inject(CalendarReader) private readonly calendars: CalendarReader,
    @Inject(ProcessReader) private readonly processes: ProcessReader,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether the visitor has an address for its calendar.' })
  hasCalendarFeed(@Parent() { municipalityId, uuid }: PlanningProcessType, @OptionalActor() actor: Actor | null): Promise<boolean> {
    return this.calendars.hasFeed(actor, { municipalityId, processId: uuid });
  }

  @Mutation(() => CreateCalendarFeedPayload, { description: 'Gives the visitor a secret address for the calendar of a process; one she had before ends.' })
  async createCalendarFeed(@Args('input', { type: () => CreateCalendarFeedInput }) input: CreateCalendarFeedInput, @CurrentActor() actor: Actor, @Correlation() correlation: string): Promise<CreateCalendarFeedPayload> {
    const processId = decodeGlobalId(input.processId, 'PlanningProcess');
    const { value, errors } = await settle(this.feeds.create(commandContext(actor, correlation, 'createCalendarFeed', input), { processId }));
    return { path: value === null ? null : `/files/kalender-${value}.ics`, process: await this.find(actor, processId), errors };
  }

  @Mutation(() => WithdrawCalendarFeedPayload, { description: 'Takes the address of the visitor back: calendars that use it find nothing any more.' })
  async withdrawCalendarFeed(@Args('input', { type: () => WithdrawCalendarFeedInput }) input: WithdrawCalendarFeedInput, @CurrentActor() actor: Actor, @Correlation() correlation: string): Promise<WithdrawCalendarFeedPayload> {
    const processId = decodeGlobalId(input.processId, 'PlanningProcess');
    const { errors } = await settle(this.feeds.withdraw(commandContext(actor, correlation, 'withdrawCalendarFeed', input), { processId }));
    return { process: await this.find(actor, processId), errors };
  }

  private async find(actor: Actor, processId: string): Promise<PlanningProcessType | null> {
    const row = await this.processes.find(actor, processId);
    return row === null ? null : PlanningProcessType.of(row);
  }
}
