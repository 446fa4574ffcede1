import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { isUuid } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { OptionalActor } from '@konzeptwerkstatt/platform-graphql';
import { IndicatorComparisonReader } from '../queries/indicator-comparison.reader.js';
import { IndicatorComparisonType, toComparison } from './indicator-comparison.type.js';

/** Comparing indicators of municipalities. */
@Resolver(() => IndicatorComparisonType)
export class IndicatorComparisonResolver {
  constructor(@Inject(IndicatorComparisonReader) private readonly comparisons: IndicatorComparisonReader) {}

  @Query(() => IndicatorComparisonType, { nullable: true, description: 'An indicator, by raw id, beside that of other municipalities as far as they have let everybody read it; null when it does not exist or is not for the visitor.' })
  async indicatorComparison(@OptionalActor() actor: Actor | null, @Args('uuid', { type: () => String }) uuid: string): Promise<IndicatorComparisonType | null> {
    const found = isUuid(uuid) ? await this.comparisons.find(actor, uuid) : null;
    return found === null ? null : toComparison(found);
  }
}
