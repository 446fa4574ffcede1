import { Inject, Injectable } from '@nestjs/common';
import type { IndicatorDirectory } from '@konzeptwerkstatt/concept';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { IndicatorRepository } from '../persistence/indicator.repository.js';
import { observationPeriodText } from '../domain/observation-period.text.js';
import { IndicatorReader } from './indicator.reader.js';
import { ObservationReader } from './observation.reader.js';
import type { ObservationRecord } from './observation.reader.js';

/** The latest total as documents say it. */
function totalInWords(record: ObservationRecord, unitLabel: string): string {
  const { value, decimals, isSuppressed, sensitivity } = record;
  // Texts are published as they were adopted.
  if (sensitivity === 'special') return 'der Wert steht nur beim Indikator selbst';
  const period = observationPeriodText(record);
  if (value === null) return isSuppressed ? `der Wert für ${period} wird nicht gezeigt, damit niemand erkennbar ist` : `kein Wert für ${period}`;
  return `zuletzt ${new Intl.NumberFormat('de-DE', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(Number(value))}\u00a0${unitLabel} (${period})`;
}

/** Tells concept which indicators exist, inside its own transaction, and what they are called. */
@Injectable()
export class IndicatorDirectoryReader implements IndicatorDirectory {
  constructor(
    @Inject(IndicatorRepository) private readonly indicators: IndicatorRepository,
    @Inject(IndicatorReader) private readonly reader: IndicatorReader,
    @Inject(ObservationReader) private readonly observations: ObservationReader,
  ) {}

  existing(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.indicators.findExisting(tx, municipalityId, ids);
  }

  async standing(municipalityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const [rows, latest, parts] = await Promise.all([this.reader.findManyByIds(municipalityId, ids), this.observations.findLatest(municipalityId, ids), this.observations.findLatestParts(municipalityId, ids)]);
    const units = new Map(rows.map(({ id, unitLabel }) => [id, unitLabel]));
    return new Map([
      // What is only counted by groups has no total.
      ...parts.map((record) => [record.indicatorId, `nach Gruppen gezählt, zuletzt ${observationPeriodText(record)}`] as const),
      ...latest.map((record) => [record.indicatorId, totalInWords(record, units.get(record.indicatorId) ?? '')] as const),
    ]);
  }

  async names(municipalityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.reader.findManyByIds(municipalityId, ids)).map(({ id, name }) => [id, name]));
  }
}
