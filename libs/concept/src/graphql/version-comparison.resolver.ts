import { Args, Extensions, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid } from '@konzeptwerkstatt/kernel';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { VersionReader } from '../queries/version.reader.js';
import { ComparedBlockConnection } from './concept.connections.js';
import { ComparedBlockArgs, ComparedBlockPages } from './compared-block.pages.js';
import { toComparison } from './version-comparison.mapper.js';
import { ComparedValueType, VersionComparisonType } from './version-comparison.type.js';
import type { ComparedBlockType } from './version-comparison.type.js';

/** What became of a version's text. */
@Resolver(() => VersionComparisonType)
export class VersionComparisonResolver {
  constructor(
    private readonly reader: VersionReader,
    private readonly pages: ComparedBlockPages,
  ) {}

  // Two texts are built from their bytes and held against each other.
  @Extensions({ cost: 600 })
  @Query(() => VersionComparisonType, { nullable: true, description: 'What became of a version until another one of the same section, or until now; null when one of them is not for the viewer.' })
  async compareVersion(
    @Args('uuid', { type: () => String, description: 'Raw id of the version.' }) uuid: string,
    @Args('otherUuid', { type: () => String, nullable: true, description: 'Raw id of the version to compare with; left out: the text as it is now.' }) otherUuid: string | null | undefined,
    @Requested() { actor }: RequestContext,
  ): Promise<VersionComparisonType | null> {
    const other = otherUuid ?? null;
    const compared = isUuid(uuid) && (other === null || isUuid(other)) ? await this.reader.compare(actor, uuid, other) : null;
    return compared === null ? null : toComparison(compared);
  }

  @ResolveField(() => ComparedBlockConnection, { description: 'The blocks of both texts in the order of the later one; what is gone stands where it used to stand.' })
  blocks(@Parent() compared: VersionComparisonType, @Args() args: ComparedBlockArgs): Promise<Page<ComparedBlockType>> {
    return this.pages.of(compared, args);
  }
}

/** The organisations that differing fields name. */
@Resolver(() => ComparedValueType)
export class ComparedValueResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'Lead before, or partner taken off.' })
  async fromOrganisation(@Parent() { fromOrganisationId: id }: ComparedValueType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return id === null ? null : context.loader(organisationLoader).load(id);
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: 'Lead afterwards, or partner added.' })
  async toOrganisation(@Parent() { toOrganisationId: id }: ComparedValueType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return id === null ? null : context.loader(organisationLoader).load(id);
  }
}
