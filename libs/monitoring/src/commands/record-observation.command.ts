import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, municipalClock, newId, systemClock, ValidationError } from '@konzeptwerkstatt/kernel';
import { observationRecorded } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { monitoringError } from '../domain/monitoring.errors.js';
import { observationOf, placeProblem } from '../domain/observation.entity.js';
import type { ObservationDraft, ObservationFacts } from '../domain/observation.entity.js';
import { IndicatorRepository } from '../persistence/indicator.repository.js';
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
  readonly definitionId: string;
  readonly supersedesId: string | null;
}

/** The municipality one works in, as far as its region goes. */
interface OwnTown {
  readonly name: string;
  readonly ags: string | null;
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
    const own = await this.identity.municipality(municipalityId);
    if (own === null) throw new ApplicationError('NOT_FOUND', 'Diese Kommune gibt es nicht mehr.');
    return this.unitOfWork.run(context, async (unit) => {
      const indicator = await this.indicators.lock(unit.tx, municipalityId, input.indicatorId);
      if (indicator === null) throw new ApplicationError('NOT_FOUND', 'Diesen Indikator gibt es nicht, oder er ist für Sie nicht sichtbar.');
      const facts = observationOf(input, indicator, municipalClock(systemClock.now()).day);
      const regionId = await this.regionOf(unit.tx, input.regionId, own);
      const known = await this.observations.findManyForPlace(unit.tx, municipalityId, indicator.id, regionId, input.supersedesId);
      // A correction stays about the same part of the population, and counted the same way.
      const corrected = known.find(({ id }) => id === input.supersedesId);
      const place = { regionId, period: facts.period, definitionId: corrected?.definitionId ?? indicator.definitionId, breakdown: corrected?.breakdown ?? facts.breakdown };
      const problem = placeProblem(known, place, input.supersedesId);
      if (problem !== null) throw new ValidationError([problem]);
      return this.write(unit, municipalityId, indicator.id, { ...facts, ...place, supersedesId: input.supersedesId });
    });
  }

  private async regionOf(tx: Transaction, regionId: string | null, own: OwnTown): Promise<string> {
    if (regionId !== null) {
      if (await this.regions.exists(tx, regionId)) return regionId;
      throw monitoringError('UNKNOWN_REGION', ['regionId']);
    }
    if (own.ags === null) throw monitoringError('REGION_REQUIRED', ['regionId']);
    const known = await this.regions.findIdByAgs(tx, own.ags);
    if (known !== null) return known;
    // The first value of a municipality makes its region.
    const key = `ags_${own.ags}`;
    const ids = await this.regions.ensure(tx, [{ id: newId(), key, label: own.name, kind: 'municipality', ags: own.ags }]);
    return ids.get(key) as string;
  }

  private async write({ tx, events }: Unit<Transaction>, municipalityId: string, indicatorId: string, observation: PlacedObservation): Promise<string> {
    const id = newId();
    const { supersedesId } = observation;
    if (supersedesId !== null) await this.observations.supersede(tx, municipalityId, supersedesId);
    await this.observations.insertMany(tx, [{ ...observation, id, municipalityId, indicatorId, qualifier: observation.value === null ? 'not_available' : 'exact', factKey: null }]);
    events.record(observationRecorded, { municipalityId, aggregateType: 'Indicator', aggregateId: indicatorId, editionId: null, payload: { observationId: id, indicatorId, supersedes: supersedesId } });
    return id;
  }
}
