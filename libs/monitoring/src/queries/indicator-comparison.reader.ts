import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { countsDifferently } from '../domain/definition.entity.js';
import { IndicatorReader } from './indicator.reader.js';
import type { IndicatorRow } from './indicator.reader.js';
import { MAX_COMPARED, ReleasedIndicatorReader } from './released-indicator.reader.js';
import type { ComparableIndicator } from './released-indicator.reader.js';

/** The same indicator of another municipality, with its name. */
export interface ComparedIndicator extends ComparableIndicator {
  /** Of the municipality. */
  readonly name: string;
  /** Whether it says something else about what is counted than the one it is compared with. */
  readonly countsDifferently: boolean;
}

/** An indicator beside those of other municipalities. */
export interface IndicatorComparison {
  readonly municipalityName: string;
  /** Whether there may be more of them than are shown. */
  readonly isLimited: boolean;
  /** By name of the municipality. */
  readonly others: readonly ComparedIndicator[];
}

/** Compares an indicator with what other municipalities have let everybody read. It need not be released itself: whoever may read it may compare it. */
@Injectable()
export class IndicatorComparisonReader {
  constructor(
    @Inject(IndicatorReader) private readonly indicators: IndicatorReader,
    @Inject(ReleasedIndicatorReader) private readonly released: ReleasedIndicatorReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  /** Null when the indicator does not exist or is not for the visitor. */
  async find(actor: Actor | null, indicatorId: string): Promise<IndicatorComparison | null> {
    const row = await this.indicators.find(actor, indicatorId);
    return row === null ? null : this.of(row);
  }

  /** The comparison of an indicator that the visitor may read. */
  async of(row: IndicatorRow): Promise<IndicatorComparison> {
    const [others, [own]] = await Promise.all([this.released.findComparable(row), this.indicators.findNewestDefinitions(row.municipalityId, [row.id])]);
    const names = new Map((await this.identity.municipalitiesByIds([row.municipalityId, ...others.map(({ municipalityId }) => municipalityId)])).map(({ id, name }) => [id, name]));
    const named = others.flatMap((other): ComparedIndicator[] => {
      const name = names.get(other.municipalityId);
      return name === undefined ? [] : [{ ...other, name, countsDifferently: countsDifferently(own, other) }];
    });
    return { municipalityName: names.get(row.municipalityId) ?? '', isLimited: others.length >= MAX_COMPARED, others: named.toSorted((one, other) => one.name.localeCompare(other.name, 'de')) };
  }
}
