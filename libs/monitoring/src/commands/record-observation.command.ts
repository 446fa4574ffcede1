import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, newId, ValidationError } from '@konzeptwerkstatt/kernel';
import { observationRecorded } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { monitoringError } from '../domain/monitoring.errors.js';
import { observationOf, placeProblem } from '../domain/observation.entity.js';
import type { ObservationDraft, ObservationFacts } from '../domain/observation.entity.js';
import { IndicatorRepository } from '../persistence/indicator.repository.js';
import type { IndicatorForRecording } from '../persistence/indicator.repository.js';
import { ObservationRepository } from '../persistence/observation.repository.js';
import { RegionRepository } from '../persistence/region.repository.js';
import { IndicatorGate } from './indicator.gate.js';

export interface RecordObservation extends ObservationDraft {
  readonly indicatorId: string;
  /** Null: the region of the own municipality. */
  readonly regionId: string | null;
  /** The value that this one corrects. */
  readonly supersedesId: string | null;
}

interface PlacedObservation extends ObservationFacts {
  readonly regionId: string;
  readonly breakdown: string;
  readonly supersedesId: string | null;
}

/** Records a value of an indicator, or the reason why there is none; a correction takes the place of what it corrects. */
@Injectable()
export class RecordObservationCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(IndicatorGate) private readonly gate: IndicatorGate,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(IndicatorRepository) private readonly indicators: IndicatorRepository,
    @Inject(ObservationRepository) private readonly observations: ObservationRepository,
    @Inject(RegionRepository) private readonly regions: RegionRepository,
  ) {}

  /**
   * @returns the value's id
   * @throws ValidationError; ApplicationError NOT_FOUND (of the indicator), FORBIDDEN
   */
  async run(context: CommandContext, input: RecordObservation): Promise<string> {
    const municipalityId = await this.gate.requireRecord(context.actor);
    const ags = (await this.identity.municipality(municipalityId))?.ags ?? null;
    return this.unitOfWork.run(context, async (unit) => {
      const indicator = await this.indicators.lock(unit.tx, municipalityId, input.indicatorId);
      if (indicator === null) throw new ApplicationError('NOT_FOUND', 'Diesen Indikator gibt es nicht, oder er ist für Sie nicht sichtbar.');
      const facts = observationOf(input, indicator.decimals);
      const regionId = await this.regionOf(unit.tx, input.regionId, ags);
      const known = await this.observations.findManyForPlace(unit.tx, municipalityId, indicator.id, regionId, input.supersedesId);
      const problem = placeProblem(known, regionId, facts.period, input.supersedesId);
      if (problem !== null) throw new ValidationError([problem]);
      // A correction stays about the same part of the population.
      const breakdown = known.find((observation) => observation.id === input.supersedesId)?.breakdown ?? '';
      return this.write(unit, municipalityId, indicator, { ...facts, regionId, breakdown, supersedesId: input.supersedesId });
    });
  }

  private async regionOf(tx: Transaction, regionId: string | null, ags: string | null): Promise<string> {
    if (regionId !== null) {
      if (await this.regions.exists(tx, regionId)) return regionId;
      throw monitoringError('UNKNOWN_REGION', ['regionId']);
    }
    const own = ags === null ? null : await this.regions.findIdByAgs(tx, ags);
    if (own === null) throw monitoringError('REGION_REQUIRED', ['regionId']);
    return own;
  }

  private async write(
    { tx, events }: Unit<Transaction>, municipalityId: string, indicator: IndicatorForRecording,
    { supersedesId, ...facts }: PlacedObservation,
  ): Promise<string> {
    const id = newId();
    const { id: indicatorId, definitionId } = indicator;
    if (supersedesId !== null) await this.observations.supersede(tx, municipalityId, supersedesId);
    await this.observations.insertMany(tx, [{ ...facts, id, municipalityId, indicatorId, definitionId, qualifier: facts.value === null ? 'not_available' : 'exact', factKey: null }]);
    events.record(observationRecorded, { municipalityId, aggregateType: 'Indicator', aggregateId: indicatorId, editionId: null, payload: { observationId: id, indicatorId, supersedes: supersedesId } });
    return id;
  }
}
