import { Inject } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { NodeRegistry, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { ObservationReader } from '../queries/observation.reader.js';
import { IndicatorDefinitionType, toDefinition } from './indicator.type.js';
import { definitionLoader, earlierObservationsLoader, shareDisagreementLoader } from './monitoring.loader.js';
import { ObservationType, ShareDisagreementType, toObservation } from './observation.type.js';

/** Values of indicators. */
@Resolver(() => ObservationType)
export class ObservationResolver implements OnModuleInit {
  constructor(
    @Inject(ObservationReader) private readonly reader: ObservationReader,
    @Inject(NodeRegistry) private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Observation', async (uuid, { actor }) => {
      const record = await this.reader.find(actor, uuid);
      return record === null ? null : toObservation(record);
    });
  }

  @ResolveField(() => IndicatorDefinitionType, { description: 'The version of the definition it was recorded by.' })
  async definition(@Parent() { record }: ObservationType, @Requested() context: RequestContext): Promise<IndicatorDefinitionType> {
    const definition = await context.loader(definitionLoader).load({ municipalityId: record.municipalityId, id: record.definitionId });
    if (definition === null) throw new Error(`Observation ${record.id} has no definition`);
    return toDefinition(definition);
  }

  @ResolveField(() => ShareDisagreementType, { nullable: true, description: 'Of a share whose counts are recorded for the same region, period and group: what follows from them, where it is more than rounding away; null otherwise.' })
  async shareDisagreement(@Parent() { record }: ObservationType, @Requested() context: RequestContext): Promise<ShareDisagreementType | null> {
    const found = await context.loader(shareDisagreementLoader).load(record);
    return found === null ? null : { computed: found.computed, numerator: found.numerator.value ?? '', denominator: found.denominator.value ?? '' };
  }

  @ResolveField(() => [ObservationType], { description: 'What stood in its place before it was corrected, newest first.' })
  async earlier(@Parent() { record }: ObservationType, @Requested() context: RequestContext): Promise<ObservationType[]> {
    return (await context.loader(earlierObservationsLoader).load(record)).map(toObservation);
  }
}
