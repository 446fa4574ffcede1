import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Requested } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { adoptionLoader } from './concept.loader.js';
import { AdoptionType } from './adoption.type.js';
import { EditionType } from './edition.type.js';

/** The adoption of an edition. */
@Resolver(() => EditionType)
export class AdoptionResolver {
  @ResolveField(() => AdoptionType, { nullable: true, description: 'What its adoption has fixed; null while it is written.' })
  async adoption(@Parent() { uuid, frozenAt }: EditionType, @Requested() context: RequestContext): Promise<AdoptionType | null> {
    const facts = frozenAt === null ? null : await context.loader(adoptionLoader).load(uuid);
    return facts === null || frozenAt === null ? null : { ...facts, frozenAt };
  }
}
