import { Args, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { SectionComparisonReader } from '../queries/section-comparison.reader.js';
import { ComparedBlockConnection } from './concept.connections.js';
import { ComparedBlockArgs, ComparedBlockPages } from './compared-block.pages.js';
import { ComparedSectionType, toComparedSection } from './section-comparison.type.js';
import { SectionType } from './section.type.js';
import type { ComparedBlockType } from './version-comparison.type.js';

/** A section, held against the one it began as a copy of. */
@Resolver(() => SectionType)
export class SectionComparisonResolver {
  constructor(private readonly reader: SectionComparisonReader) {}

  @Extensions({ cost: 600 })
  @ResolveField(() => ComparedSectionType, { nullable: true, description: 'It and the section of the adopted edition it began as a copy of; null when there is none or it is not for the viewer.' })
  async comparison(@Parent() { place }: SectionType, @Requested() { actor }: RequestContext): Promise<ComparedSectionType | null> {
    const compared = await this.reader.find(actor, place);
    return compared === null ? null : toComparedSection(compared);
  }
}

/** The texts of sections that follow one another. */
@Resolver(() => ComparedSectionType)
export class ComparedSectionResolver {
  constructor(private readonly pages: ComparedBlockPages) {}

  @ResolveField(() => ComparedBlockConnection, { description: 'The blocks of both texts in the order of the later one; what is gone stands where it used to stand.' })
  blocks(@Parent() compared: ComparedSectionType, @Args() args: ComparedBlockArgs): Promise<Page<ComparedBlockType>> {
    return this.pages.of(compared, args);
  }
}
