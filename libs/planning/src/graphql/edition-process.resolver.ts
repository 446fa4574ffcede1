import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EditionType } from '@konzeptwerkstatt/concept';
import { Requested } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { PlanningProcessType } from './planning-process.type.js';
import { processLoader } from './process.loader.js';

/** The process of an edition. */
@Resolver(() => EditionType)
export class EditionProcessResolver {
  @ResolveField(() => PlanningProcessType, { nullable: true, description: 'The process it is written in; null when there is none or the visitor may not see it.' })
  async process(@Parent() { place }: EditionType, @Requested() context: RequestContext): Promise<PlanningProcessType | null> {
    const row = place.processId === null ? null : await context.loader(processLoader).load(place.processId);
    return row === null ? null : PlanningProcessType.of(row);
  }
}
