import { Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EmptyHeadingReader } from '../queries/empty-heading.reader.js';
import { EditionType } from './edition.type.js';
import { EmptyHeadingType, toEmptyHeading } from './empty-heading.type.js';

/** More of them nobody reads before a resolution. */
const MOST_NAMED = 200;

/** What is still blank before an edition is adopted. */
@Resolver(() => EditionType)
export class EmptyHeadingResolver {
  constructor(private readonly headings: EmptyHeadingReader) {}

  // It reads every text of the edition.
  @Extensions({ cost: 2_000 })
  @ResolveField(() => [EmptyHeadingType], { description: 'Headings without text, in the order of the texts, at most 200; none of an adopted edition, which nobody can fill any more.' })
  async emptyHeadings(@Parent() { uuid, place: { isFrozen } }: EditionType): Promise<EmptyHeadingType[]> {
    return isFrozen ? [] : (await this.headings.find(uuid, MOST_NAMED)).map(toEmptyHeading);
  }
}
