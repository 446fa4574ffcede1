import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { sectionLoader, SectionType, toSection } from '@konzeptwerkstatt/concept';
import { encodeCursor, offsetAfter, OptionalActor, pageOf, Requested, rowsToLoad } from '@konzeptwerkstatt/platform-graphql';
import type { Page, RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { SEARCH_KINDS, type SearchKind } from '../domain/search-entry.js';
import { SearchReader } from '../queries/search.reader.js';
import { SearchArgs, SearchResultConnection, SearchResultType, toSearchResult } from './search-result.type.js';

/** The one search over everything. */
@Resolver(() => SearchResultType)
export class SearchResolver {
  constructor(private readonly reader: SearchReader) {}

  @Query(() => SearchResultConnection, { description: 'Sections, goals, measures, organisations and indicators that the visitor may see and that hold all words; the best first. Without signing in, what is published.' })
  async search(@OptionalActor() actor: Actor | null, @Args() args: SearchArgs): Promise<Page<SearchResultType>> {
    const offset = offsetAfter(args.after);
    const kinds = (args.kinds ?? SEARCH_KINDS) as readonly SearchKind[];
    const { hits, total } = await this.reader.search(actor, args.text, { kinds, offset, limit: rowsToLoad(args) });
    // Behind the end of the list there is no row that could tell the total.
    return pageOf(hits.map(toSearchResult), args, { cursorOf: (_, index) => encodeCursor(offset + index), ...(hits.length > 0 || offset === 0 ? { totalCount: total } : {}) });
  }

  @ResolveField(() => SectionType, { nullable: true, description: 'The section it is, or stands in.' })
  async section(@Parent() { sectionId }: SearchResultType, @Requested() context: RequestContext): Promise<SectionType | null> {
    const record = sectionId === null ? null : await context.loader(sectionLoader).load(sectionId);
    return record === null ? null : toSection(record);
  }
}
