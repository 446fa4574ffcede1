import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { indicatorAdded, observationRecorded } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { indicatorOf } from '../domain/indicator.entity.js';
import type { IndicatorDraft } from '../domain/indicator.entity.js';
import type { NewObservation, NewRegion } from '../domain/stored-observation.js';
import { IndicatorRepository } from '../persistence/indicator.repository.js';
import { ObservationRepository } from '../persistence/observation.repository.js';
import { RegionRepository } from '../persistence/region.repository.js';

/** A value to be loaded; the region is named by key. */
export type LoadedObservation = Omit<NewObservation, 'id' | 'municipalityId' | 'indicatorId' | 'definitionId' | 'regionId' | 'retrievedOn' | 'supersedesId'> & { readonly regionKey: string };

export interface LoadedIndicator extends IndicatorDraft {
  readonly key: string;
  readonly isExample: boolean;
  readonly observations: readonly LoadedObservation[];
  /** Of a share: keys of the indicators that count what it is made of; all are loaded together. */
  readonly counts?: { readonly numerator: string; readonly denominator: string };
}

export interface LoadIndicators {
  readonly municipalityId: string;
  readonly regions: readonly Omit<NewRegion, 'id'>[];
  readonly indicators: readonly LoadedIndicator[];
}

/** Loads indicators with their values inside the caller's unit of work. Rights are the caller's affair: only loading uses it. */
@Injectable()
export class LoadIndicatorsCommand {
  constructor(
    @Inject(IndicatorRepository) private readonly indicators: IndicatorRepository,
    @Inject(ObservationRepository) private readonly observations: ObservationRepository,
    @Inject(RegionRepository) private readonly regions: RegionRepository,
  ) {}

  /** @returns ids of the indicators by key */
  async run(unit: Unit<Transaction>, { municipalityId, regions, indicators }: LoadIndicators): Promise<Record<string, string>> {
    const regionIds = await this.regions.ensure(unit.tx, regions.map((region) => ({ ...region, id: newId() })));
    const ids: Record<string, string> = {};
    for (const indicator of indicators) ids[indicator.key] = await this.load(unit, municipalityId, indicator, regionIds);
    const idOf = (key: string): string => known(new Map(Object.entries(ids)), key);
    for (const { key, counts } of indicators) if (counts !== undefined) await this.indicators.linkCounts(unit.tx, municipalityId, idOf(key), { numeratorId: idOf(counts.numerator), denominatorId: idOf(counts.denominator) });
    return ids;
  }

  private async load({ tx, events }: Unit<Transaction>, municipalityId: string, indicator: LoadedIndicator, regionIds: ReadonlyMap<string, string>): Promise<string> {
    const { observations, isExample, counts: _, ...draft } = indicator;
    const [indicatorId, definitionId] = [newId(), newId()];
    await this.indicators.insert(tx, { ...indicatorOf(draft), id: indicatorId, definitionId, municipalityId, isExample });
    const aggregate = { municipalityId, aggregateType: 'Indicator', aggregateId: indicatorId, editionId: null };
    events.record(indicatorAdded, { ...aggregate, payload: { indicatorId } });
    const rows = observations.map(({ regionKey, ...observation }) => ({ ...observation, id: newId(), municipalityId, indicatorId, definitionId, regionId: known(regionIds, regionKey), retrievedOn: null, supersedesId: null }));
    await this.observations.insertMany(tx, rows);
    for (const { id } of rows) events.record(observationRecorded, { ...aggregate, payload: { observationId: id, indicatorId, supersedes: null } });
    return indicatorId;
  }
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`${key} is not among what is to be loaded`);
  return id;
}
