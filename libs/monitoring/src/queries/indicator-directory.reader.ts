import { Inject, Injectable } from '@nestjs/common';
import type { IndicatorDirectory } from '@konzeptwerkstatt/concept';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { IndicatorRepository } from '../persistence/indicator.repository.js';

/** Tells concept which indicators exist, inside its own transaction. */
@Injectable()
export class IndicatorDirectoryReader implements IndicatorDirectory {
  constructor(@Inject(IndicatorRepository) private readonly indicators: IndicatorRepository) {}

  existing(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.indicators.findExisting(tx, municipalityId, ids);
  }
}
