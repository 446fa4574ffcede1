import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { ConnectionArgs, pageOfList, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { RecentImportReader } from '../queries/recent-import.reader.js';
import { EditionType } from './edition.type.js';
import { RecentImportConnection, RecentImportType, toRecentImport } from './recent-import.type.js';

/** What was brought into an edition, so that people find back to it. */
@Resolver(() => EditionType)
export class EditionRecentImportResolver {
  constructor(private readonly imports: RecentImportReader) {}

  @ResolveField(() => RecentImportConnection, { description: 'The files that were brought into it within a month, the latest first, at most twenty; unless she looks after it only the viewer’s own, and the lists and tables of her organisation.' })
  async recentImports(@Parent() { place }: EditionType, @Args() args: ConnectionArgs, @Requested() { actor }: RequestContext): Promise<Page<RecentImportType>> {
    return pageOfList((await this.imports.find(actor, place)).map((found) => toRecentImport(found, { isOwn: found.requestedBy === actor?.personId, isFrozen: place.isFrozen })), args);
  }
}

/** Who brought it. */
@Resolver(() => RecentImportType)
export class RecentImportResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation for which it was brought.' })
  async organisation(@Parent() { organisationId }: RecentImportType, @Requested() request: RequestContext): Promise<OrganisationType | null> {
    return organisationId === null ? null : request.loader(organisationLoader).load(organisationId);
  }
}
