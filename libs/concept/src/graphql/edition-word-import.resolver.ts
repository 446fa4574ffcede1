import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionArgs, pageOfList, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { WordImportReader } from '../queries/word-import.reader.js';
import { EditionType } from './edition.type.js';
import { RecentWordImportConnection, toRecentWordImport } from './word-import.type.js';
import type { RecentWordImportType } from './word-import.type.js';

/** The Word documents that somebody brought into an edition, so that she finds back to them. */
@Resolver(() => EditionType)
export class EditionWordImportResolver {
  constructor(private readonly imports: WordImportReader) {}

  @ResolveField(() => RecentWordImportConnection, { description: 'The Word documents that the viewer brought into it within a month, the latest first, at most twenty.' })
  async recentWordImports(@Parent() { place }: EditionType, @Args() args: ConnectionArgs, @Requested() { actor }: RequestContext): Promise<Page<RecentWordImportType>> {
    return pageOfList((await this.imports.recent(actor, place)).map(toRecentWordImport), args);
  }
}
