import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EditionType, GoalType, MeasureType, offsetPage, SectionType, windowOf } from '@konzeptwerkstatt/concept';
import { AccessPolicy, OrganisationType } from '@konzeptwerkstatt/identity';
import { ConnectionArgs, pageOfList, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { Page, RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { ContributionAccess } from '../queries/contribution.access.js';
import { ContributionReader } from '../queries/contribution.reader.js';
import type { ContributionFilter } from '../queries/contribution.reader.js';
import { ContributionListArgs, filterOf } from './contribution.input.js';
import { ContributionConnection, toContribution } from './contribution.type.js';
import type { ContributionType } from './contribution.type.js';

/** A page of what the visitor may see; nothing without a session. */
async function page(reader: ContributionReader, { actor }: RequestContext, filter: ContributionFilter, args: ConnectionArgs): Promise<Page<ContributionType>> {
  if (actor === null) return pageOfList<ContributionType>([], args);
  const rows = await reader.list(actor, filter, windowOf(args));
  return offsetPage(rows, args, toContribution, rows[0]?.total ?? 0);
}

/** Contributions behind an edition. */
@Resolver(() => EditionType)
export class EditionContributionResolver {
  constructor(
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(ContributionReader) private readonly reader: ContributionReader,
  ) {}

  @ResolveField(() => ContributionConnection, { description: 'What was said about it and its parts, the newest first.' })
  contributions(@Parent() { uuid }: EditionType, @Args() args: ContributionListArgs, @Requested() context: RequestContext): Promise<Page<ContributionType>> {
    return page(this.reader, context, { ...filterOf(args.filter), editionId: uuid }, args);
  }

  @ResolveField(() => Boolean, { description: 'Whether the visitor may say something about it.' })
  mayContribute(@Parent() { place }: EditionType, @Requested() { actor }: RequestContext): Promise<boolean> {
    return this.access.canAt(actor, 'contribution.submit', { ...place, sectionId: null });
  }

  @ResolveField(() => Boolean, { description: 'Whether the visitor sees what others have said about it.' })
  mayReadContributions(@Parent() { place }: EditionType, @Requested() { actor }: RequestContext): Promise<boolean> {
    return this.access.canAt(actor, 'contribution.read', { ...place, sectionId: null });
  }

  @ResolveField(() => Boolean, { description: 'Whether the visitor answers contributions to it.' })
  mayAnswerContributions(@Parent() { place }: EditionType, @Requested() { actor }: RequestContext): Promise<boolean> {
    return this.access.canAt(actor, 'contribution.answer', { ...place, sectionId: null });
  }
}

/** Contributions behind a section. */
@Resolver(() => SectionType)
export class SectionContributionResolver {
  constructor(
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(ContributionReader) private readonly reader: ContributionReader,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether the visitor may say something about it.' })
  mayContribute(@Parent() { place }: SectionType, @Requested() { actor }: RequestContext): Promise<boolean> {
    return this.access.canAt(actor, 'contribution.submit', place);
  }

  @ResolveField(() => ContributionConnection, { description: 'What was said about it and what stands in it, the newest first.' })
  contributions(@Parent() { uuid }: SectionType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<ContributionType>> {
    return page(this.reader, context, { sectionId: uuid }, args);
  }
}

/** Contributions behind a goal. */
@Resolver(() => GoalType)
export class GoalContributionResolver {
  constructor(@Inject(ContributionReader) private readonly reader: ContributionReader) {}

  @ResolveField(() => ContributionConnection, { description: 'What was said about it, the newest first.' })
  contributions(@Parent() { uuid }: GoalType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<ContributionType>> {
    return page(this.reader, context, { objectId: uuid }, args);
  }
}

/** Contributions behind a measure. */
@Resolver(() => MeasureType)
export class MeasureContributionResolver {
  constructor(@Inject(ContributionReader) private readonly reader: ContributionReader) {}

  @ResolveField(() => ContributionConnection, { description: 'What was said about it, the newest first.' })
  contributions(@Parent() { uuid }: MeasureType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<ContributionType>> {
    return page(this.reader, context, { objectId: uuid }, args);
  }
}

/** How an organisation handles its contributions. */
@Resolver(() => OrganisationType)
export class OrganisationContributionResolver {
  constructor(
    @Inject(ContributionReader) private readonly reader: ContributionReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @ResolveField(() => Boolean, { nullable: true, description: 'Whether its administrators release its contributions before others see them; null for those who do not belong to the municipality.' })
  async releasesContributions(@Parent() { uuid, municipalityId }: OrganisationType, @Requested() { actor }: RequestContext): Promise<boolean | null> {
    return (await this.policy.can(actor, 'organisation.read', { municipalityId })) ? this.reader.requiresRelease(municipalityId, uuid) : null;
  }
}
