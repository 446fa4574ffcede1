import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, Correlation, CurrentActor, decodeGlobalId, pickedId, settle } from '@konzeptwerkstatt/platform-graphql';
import { AddIndicatorCommand } from '../commands/add-indicator.command.js';
import { RecordObservationCommand } from '../commands/record-observation.command.js';
import { IndicatorReader } from '../queries/indicator.reader.js';
import { ObservationReader } from '../queries/observation.reader.js';
import { toIndicator } from './indicator.type.js';
import { AddIndicatorInput, RecordObservationInput } from './monitoring.input.js';
import { AddIndicatorPayload, RecordObservationPayload } from './monitoring.payload.js';
import { toObservation } from './observation.type.js';

/** Changes of indicators and their values. */
@Resolver()
export class MonitoringMutationResolver {
  constructor(
    @Inject(AddIndicatorCommand) private readonly add: AddIndicatorCommand,
    @Inject(RecordObservationCommand) private readonly record: RecordObservationCommand,
    @Inject(IndicatorReader) private readonly indicators: IndicatorReader,
    @Inject(ObservationReader) private readonly observations: ObservationReader,
  ) {}

  @Mutation(() => AddIndicatorPayload, { description: 'Defines an indicator of the municipality one works in.' })
  async addIndicator(@Args('input', { type: () => AddIndicatorInput }) input: AddIndicatorInput, @CurrentActor() actor: Actor, @Correlation() correlation: string): Promise<AddIndicatorPayload> {
    const { value: id, errors } = await settle(this.add.run(commandContext(actor, correlation, 'addIndicator', input), input));
    const row = id === null ? null : await this.indicators.find(actor, id);
    return { indicator: row === null ? null : toIndicator(row), errors };
  }

  @Mutation(() => RecordObservationPayload, { description: 'Records a value of an indicator, or the reason why there is none; a correction takes the place of what it corrects.' })
  async recordObservation(
    @Args('input', { type: () => RecordObservationInput }) input: RecordObservationInput, @CurrentActor() actor: Actor, @Correlation() correlation: string,
  ): Promise<RecordObservationPayload> {
    const indicatorId = decodeGlobalId(input.indicatorId, 'Indicator');
    const { value: id, errors } = await settle(this.record.run(commandContext(actor, correlation, 'recordObservation', input), {
      ...input, indicatorId, regionId: pickedId(input.regionId, 'Region'), supersedesId: pickedId(input.supersedesId, 'Observation'),
      value: input.value ?? null, missingReason: input.missingReason ?? null, note: input.note ?? null, source: input.source ?? null,
    }));
    const [row, observation] = id === null ? [null, null] : await Promise.all([this.indicators.find(actor, indicatorId), this.observations.find(actor, id)]);
    return { observation: observation === null ? null : toObservation(observation), indicator: row === null ? null : toIndicator(row), errors };
  }
}
