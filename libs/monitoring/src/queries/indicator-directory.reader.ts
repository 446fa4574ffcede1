import { Inject, Injectable } from '@nestjs/common';
import type { IndicatorDirectory } from '@konzeptwerkstatt/concept';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { IndicatorRepository } from '../persistence/indicator.repository.js';
import { IndicatorReader } from './indicator.reader.js';

/** Tells concept which indicators exist, inside its own transaction, and what they are called. */
@Injectable()
export class IndicatorDirectoryReader implements IndicatorDirectory {
  constructor(
    @Inject(IndicatorRepository) private readonly indicators: IndicatorRepository,
    @Inject(IndicatorReader) private readonly reader: IndicatorReader,
  ) {}

  existing(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.indicators.findExisting(tx, municipalityId, ids);
  }

  async names(municipalityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.reader.findManyByIds(municipalityId, ids)).map(({ id, name }) => [id, name]));
  }
}
