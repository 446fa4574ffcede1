import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, Correlation, CurrentActor, decodeGlobalId, pickedId, settle } from '@konzeptwerkstatt/platform-graphql';
import { AddIndicatorCommand } from '../commands/add-indicator.command.js';
import { AddStarterIndicatorsCommand } from '../commands/add-starter-indicators.command.js';
import { EditIndicatorCommand } from '../commands/edit-indicator.command.js';
import { RecordObservationCommand } from '../commands/record-observation.command.js';
import { SetSuppressionThresholdCommand } from '../commands/set-suppression-threshold.command.js';
import { IndicatorReader } from '../queries/indicator.reader.js';
import { ObservationReader } from '../queries/observation.reader.js';
import { toIndicator } from './indicator.type.js';
import { AddIndicatorInput, AddStarterIndicatorsInput, EditIndicatorInput, RecordObservationInput, SetSuppressionThresholdInput } from './monitoring.input.js';
import { AddIndicatorPayload, AddStarterIndicatorsPayload, EditIndicatorPayload, RecordObservationPayload, SetSuppressionThresholdPayload } from './monitoring.payload.js';
import { toObservation } from './observation.type.js';

type Picked = Pick<AddIndicatorInput, 'responsibleOrganisationId' | 'numeratorId' | 'denominatorId'>;

/** What was picked from lists, as raw ids; what is malformed finds nothing. */
const pickedIds = ({ responsibleOrganisationId, numeratorId, denominatorId }: Picked): Picked => ({
  responsibleOrganisationId: pickedId(responsibleOrganisationId, 'Organisation'), numeratorId: pickedId(numeratorId, 'Indicator'), denominatorId: pickedId(denominatorId, 'Indicator'),
});

/** Changes of indicators and their values. */
@Resolver()
export class MonitoringMutationResolver {
  constructor(
    @Inject(AddIndicatorCommand) private readonly add: AddIndicatorCommand,
    @Inject(EditIndicatorCommand) private readonly edit: EditIndicatorCommand,
    @Inject(AddStarterIndicatorsCommand) private readonly starters: AddStarterIndicatorsCommand,
    @Inject(SetSuppressionThresholdCommand) private readonly thresholds: SetSuppressionThresholdCommand,
    @Inject(RecordObservationCommand) private readonly record: RecordObservationCommand,
    @Inject(IndicatorReader) private readonly indicators: IndicatorReader,
    @Inject(ObservationReader) private readonly observations: ObservationReader,
  ) {}

  @Mutation(() => AddIndicatorPayload, { description: 'Defines an indicator of the municipality one works in.' })
  async addIndicator(@Args('input', { type: () => AddIndicatorInput }) input: AddIndicatorInput, @CurrentActor() actor: Actor, @Correlation() correlation: string): Promise<AddIndicatorPayload> {
    const { value: id, errors } = await settle(this.add.run(commandContext(actor, correlation, 'addIndicator', input), { ...input, ...pickedIds(input) }));
    const row = id === null ? null : await this.indicators.find(actor, id);
    return { indicator: row === null ? null : toIndicator(row), errors };
  }

  @Mutation(() => EditIndicatorPayload, { description: 'Changes the record of an indicator; counting something else from now on starts another version of its definition.' })
  async editIndicator(@Args('input', { type: () => EditIndicatorInput }) input: EditIndicatorInput, @CurrentActor() actor: Actor, @Correlation() correlation: string): Promise<EditIndicatorPayload> {
    const indicatorId = decodeGlobalId(input.indicatorId, 'Indicator');
    const { errors } = await settle(this.edit.run(commandContext(actor, correlation, 'editIndicator', input), {
      ...input, indicatorId, ...pickedIds(input),
    }));
    // Also when it was not changed: a form shows what somebody else has saved meanwhile.
    const row = await this.indicators.find(actor, indicatorId);
    return { indicator: row === null ? null : toIndicator(row), errors };
  }

  @Mutation(() => AddStarterIndicatorsPayload, { description: 'Adds indicators of the starter set that are not there yet, all or some. Doing it again changes nothing.' })
  async addStarterIndicators(
    @Args('input', { type: () => AddStarterIndicatorsInput }) input: AddStarterIndicatorsInput, @CurrentActor() actor: Actor, @Correlation() correlation: string,
  ): Promise<AddStarterIndicatorsPayload> {
    const { value, errors } = await settle(this.starters.run(commandContext(actor, correlation, 'addStarterIndicators', input), input.keys ?? null));
    const rows = await Promise.all((value ?? []).map((id) => this.indicators.find(actor, id)));
    return { indicators: rows.filter((row) => row !== null).map(toIndicator), errors };
  }

  @Mutation(() => SetSuppressionThresholdPayload, { description: 'Sets below which number people are not shown.' })
  async setSuppressionThreshold(
    @Args('input', { type: () => SetSuppressionThresholdInput }) input: SetSuppressionThresholdInput, @CurrentActor() actor: Actor, @Correlation() correlation: string,
  ): Promise<SetSuppressionThresholdPayload> {
    const { value, errors } = await settle(this.thresholds.run(commandContext(actor, correlation, 'setSuppressionThreshold', input), input.threshold));
    return { threshold: value, errors };
  }

  @Mutation(() => RecordObservationPayload, { description: 'Records a value of an indicator, or the reason why there is none; a correction takes the place of what it corrects.' })
  async recordObservation(
    @Args('input', { type: () => RecordObservationInput }) input: RecordObservationInput, @CurrentActor() actor: Actor, @Correlation() correlation: string,
  ): Promise<RecordObservationPayload> {
    const indicatorId = decodeGlobalId(input.indicatorId, 'Indicator');
    const { value: id, errors } = await settle(this.record.run(commandContext(actor, correlation, 'recordObservation', input), {
      ...input, indicatorId, regionId: pickedId(input.regionId, 'Region'), supersedesId: pickedId(input.supersedesId, 'Observation'),
      value: input.value ?? null, missingReason: input.missingReason ?? null, note: input.note ?? null, source: input.source ?? null, retrievedOn: input.retrievedOn ?? null,
    }));
    const [row, observation] = id === null ? [null, null] : await Promise.all([this.indicators.find(actor, indicatorId), this.observations.find(actor, id)]);
    return { observation: observation === null ? null : toObservation(observation), indicator: row === null ? null : toIndicator(row), errors };
  }
}
