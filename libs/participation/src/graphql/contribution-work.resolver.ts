import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { offsetPage, windowOf, WorkType } from '@konzeptwerkstatt/concept';
import { ConnectionArgs } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { ContributionReader } from '../queries/contribution.reader.js';
import type { ContributionFilter } from '../queries/contribution.reader.js';
import { ContributionConnection, toContribution } from './contribution.type.js';
import type { ContributionType } from './contribution.type.js';

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

  @ResolveField(() => ContributionConnection, { description: 'Contributions that the viewer may answer, that no organisation is asked to answer and nobody has begun to.' })
  contributionsToAssign(@Parent() work: WorkType, @Args() args: ConnectionArgs): Promise<Page<ContributionType>> {
    return this.page(work, { whose: 'to_assign' }, args);
  }

  @ResolveField(() => ContributionConnection, { description: 'Contributions of the viewer or the organisation she acts for to which an answer is proposed that nobody has accepted or objected to.' })
  contributionsToAccept(@Parent() work: WorkType, @Args() args: ConnectionArgs): Promise<Page<ContributionType>> {
    return this.page(work, { whose: 'to_accept' }, args);
  }

  @ResolveField(() => ContributionConnection, { description: 'Contributions on which the organisation the viewer acts for is asked for its advice.' })
  contributionsToAdvise(@Parent() work: WorkType, @Args() args: ConnectionArgs): Promise<Page<ContributionType>> {
    return this.page(work, { whose: 'to_advise' }, args);
  }

  private async page({ actor }: WorkType, filter: ContributionFilter, args: ConnectionArgs): Promise<Page<ContributionType>> {
    const rows = await this.reader.list(actor, filter, windowOf(args));
    return offsetPage(rows, args, toContribution, rows[0]?.total ?? 0);
  }
}
