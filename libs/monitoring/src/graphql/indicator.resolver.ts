import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { OnModuleInit } from '@nestjs/common';
import { isUuid } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { MeasureConnection, measuresOfIndicatorLoader, ownedPage, toMeasure } from '@konzeptwerkstatt/concept';
import type { MeasureType } from '@konzeptwerkstatt/concept';
import {
  ConnectionArgs, CurrentActor, encodeCursor, NodeRegistry, offsetAfter, OptionalActor, pageOf, Requested, rowsToLoad,
} from '@konzeptwerkstatt/platform-graphql';
import type { Page, RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { IndicatorGate } from '../commands/indicator.gate.js';
import { IndicatorReader } from '../queries/indicator.reader.js';
import { IndicatorConnection, IndicatorDefinitionType, IndicatorType, toDefinition, toIndicator } from './indicator.type.js';
import { latestObservationLoader, newestDefinitionLoader, observationsLoader } from './monitoring.loader.js';
import { ObservationConnection, ObservationType, toObservation } from './observation.type.js';

/** Indicators and what belongs to them. */
@Resolver(() => IndicatorType)
export class IndicatorResolver implements OnModuleInit {
  constructor(
    @Inject(IndicatorReader) private readonly reader: IndicatorReader,
    @Inject(IndicatorGate) private readonly gate: IndicatorGate,
    @Inject(NodeRegistry) private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Indicator', async (uuid, { actor }) => {
      const row = await this.reader.find(actor, uuid);
      return row === null ? null : toIndicator(row);
    });
  }

  @Query(() => IndicatorConnection, { description: 'The indicators of the municipality one works in, by name.' })
  async indicators(@CurrentActor() actor: Actor, @Args() args: ConnectionArgs): Promise<Page<IndicatorType>> {
    const skip = offsetAfter(args.after);
    const { rows, count } = await this.reader.findVisible(actor, { skip, take: rowsToLoad(args) });
    return pageOf(rows.map(toIndicator), args, { cursorOf: (_, index) => encodeCursor(skip + index), totalCount: count });
  }

  @Query(() => IndicatorType, { nullable: true, description: 'An indicator by raw id; null when it does not exist or is not for the visitor.' })
  async indicator(@OptionalActor() actor: Actor | null, @Args('uuid', { type: () => String }) uuid: string): Promise<IndicatorType | null> {
    const row = isUuid(uuid) ? await this.reader.find(actor, uuid) : null;
    return row === null ? null : toIndicator(row);
  }

  @ResolveField(() => IndicatorDefinitionType, { description: 'What is counted: the newest version.' })
  async definition(@Parent() { row }: IndicatorType, @Requested() context: RequestContext): Promise<IndicatorDefinitionType> {
    const definition = await context.loader(newestDefinitionLoader).load(row);
    if (definition === null) throw new Error(`Indicator ${row.id} has no definition`);
    return toDefinition(definition);
  }

  @ResolveField(() => Boolean, { description: 'Whether the visitor may record values.' })
  mayRecord(@Parent() { row }: IndicatorType, @OptionalActor() actor: Actor | null): Promise<boolean> {
    return this.gate.mayRecord(actor, row.municipalityId);
  }

  @ResolveField(() => ObservationConnection, { description: 'Its values, newest first; corrected ones are left out.' })
  async observations(@Parent() { row }: IndicatorType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<ObservationType>> {
    const offset = offsetAfter(args.after);
    const { rows, total } = await context.loader(observationsLoader).load({ municipalityId: row.municipalityId, id: row.id, offset, limit: rowsToLoad(args) });
    return pageOf(rows.map(toObservation), args, { cursorOf: (_, index) => encodeCursor(offset + index), ...(total === null ? {} : { totalCount: total }) });
  }

  @ResolveField(() => ObservationType, { nullable: true, description: "The latest total in the own municipality's region." })
  async latestObservation(@Parent() { row }: IndicatorType, @Requested() context: RequestContext): Promise<ObservationType | null> {
    const observation = await context.loader(latestObservationLoader).load(row);
    return observation === null ? null : toObservation(observation);
  }

  @ResolveField(() => MeasureConnection, { description: 'Measures that name it, in the editions that the visitor may read.' })
  measures(@Parent() { row }: IndicatorType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<MeasureType>> {
    return ownedPage(context, measuresOfIndicatorLoader, row.id, args, toMeasure);
  }
}
