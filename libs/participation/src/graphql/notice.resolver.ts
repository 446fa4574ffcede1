import { Inject } from '@nestjs/common';
import { Args, Field, InputType, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { offsetPage, windowOf, WorkType } from '@konzeptwerkstatt/concept';
import { ViewerType } from '@konzeptwerkstatt/identity';
import { commandContext, ConnectionArgs, MutationInput, MutationPayload, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { SetContributionMailsCommand } from '../commands/contribution-mails.js';
import { ContributionReader } from '../queries/contribution.reader.js';
import type { ContributionFilter } from '../queries/contribution.reader.js';
import { TreatmentReader } from '../queries/treatment.reader.js';
import { ContributionConnection, toContribution } from './contribution.type.js';
import type { ContributionType } from './contribution.type.js';

@InputType({ description: 'Whether one wants mails about one’s contributions.' })
export class SetContributionMailsInput extends MutationInput {
  @Field(() => Boolean, { description: 'Whether they are sent.' })
  isWanted!: boolean;
}

@ObjectType({ description: 'Answer of setContributionMails.' })
export class SetContributionMailsPayload extends MutationPayload {
  @Field(() => Boolean, { nullable: true, description: 'Whether they are sent from now on.' })
  isWanted!: boolean | null;
}

/** Mails about one's contributions. */
@Resolver(() => ViewerType)
export class ContributionMailResolver {
  constructor(
    @Inject(TreatmentReader) private readonly reader: TreatmentReader,
    @Inject(SetContributionMailsCommand) private readonly command: SetContributionMailsCommand,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether she is sent mails about her contributions.' })
  async wantsContributionMails(@Parent() { actor: { personId } }: ViewerType): Promise<boolean> {
    return personId !== null && this.reader.wantsMails(personId);
  }

  @Mutation(() => SetContributionMailsPayload, { description: 'Says whether one wants mails about one’s contributions.' })
  async setContributionMails(@Requested() request: RequestContext, @Args('input') input: SetContributionMailsInput): Promise<SetContributionMailsPayload> {
    const { value, errors } = await settle(this.command.run(commandContext(request.requireActor(), request.correlationId, 'setContributionMails', input), input.isWanted));
    return { isWanted: value, errors };
  }
}

/** Contributions that wait for the viewer or her organisation. */
@Resolver(() => WorkType)
export class ContributionWorkResolver {
  constructor(@Inject(ContributionReader) private readonly reader: ContributionReader) {}

  @ResolveField(() => ContributionConnection, { description: 'Contributions that wait for the viewer to release them.' })
  contributionsToRelease(@Parent() work: WorkType, @Args() args: ConnectionArgs): Promise<Page<ContributionType>> {
    return this.page(work, { whose: 'to_release' }, args);
  }

  @ResolveField(() => ContributionConnection, { description: 'Contributions that the organisation the viewer acts for is to answer.' })
  contributionsToAnswer(@Parent() work: WorkType, @Args() args: ConnectionArgs): Promise<Page<ContributionType>> {
    return this.page(work, { states: ['submitted'], assignedOrganisationId: work.actor.organisationId ?? '00000000-0000-0000-0000-000000000000' }, args);
  }

  private async page({ actor }: WorkType, filter: ContributionFilter, args: ConnectionArgs): Promise<Page<ContributionType>> {
    const rows = await this.reader.list(actor, filter, windowOf(args));
    return offsetPage(rows, args, toContribution, rows[0]?.total ?? 0);
  }
}
