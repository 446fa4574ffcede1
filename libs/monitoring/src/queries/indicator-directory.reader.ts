import { Inject, Injectable } from '@nestjs/common';
import type { IndicatorDirectory } from '@konzeptwerkstatt/concept';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { IndicatorRepository } from '../persistence/indicator.repository.js';
import { partsInWords, totalInWords } from '../domain/standing.text.js';
import { IndicatorReader } from './indicator.reader.js';
import { ObservationReader } from './observation.reader.js';

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

  async standing(municipalityId: string, ids: readonly string[], language: DocumentLanguage): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const [rows, latest, parts] = await Promise.all([this.reader.findManyByIds(municipalityId, ids), this.observations.findLatest(municipalityId, ids), this.observations.findLatestParts(municipalityId, ids)]);
    const units = new Map(rows.map(({ id, unitLabel }) => [id, unitLabel]));
    return new Map([
      // What is only counted by groups has no total.
      ...parts.map((record) => [record.indicatorId, partsInWords(record, language)] as const),
      ...latest.map((record) => [record.indicatorId, totalInWords(record, units.get(record.indicatorId) ?? '', language)] as const),
    ]);
  }

  async names(municipalityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.reader.findManyByIds(municipalityId, ids)).map(({ id, name }) => [id, name]));
  }
}
