import { Inject, Injectable } from '@nestjs/common';
import { disagreeingShare } from '../domain/share.policy.js';
import { IndicatorReader } from './indicator.reader.js';
import { ObservationReader } from './observation.reader.js';
import type { ObservationRecord } from './observation.reader.js';

/** What follows from the counts of a share where it is not what its source states; decimal texts. */
export interface ShareDisagreement {
  readonly observationId: string;
  /** In percent, with as many decimals as the stated share. */
  readonly computed: string;
  readonly numerator: ObservationRecord;
  readonly denominator: ObservationRecord;
}

type Place = Pick<ObservationRecord, 'regionId' | 'periodFrom' | 'periodTo' | 'breakdown'>;

const placeOf = ({ regionId, periodFrom, periodTo, breakdown }: Place): string => [regionId, periodFrom, periodTo, breakdown].join('/');

/** What is said to be rounded cannot be held against anything. */
const isExact = ({ qualifier, value }: ObservationRecord): boolean => qualifier === 'exact' && value !== null;

/** Holds shares against the counts they are made of. */
@Injectable()
export class ShareCheckReader {
  constructor(
    @Inject(IndicatorReader) private readonly indicators: IndicatorReader,
    @Inject(ObservationReader) private readonly observations: ObservationReader,
  ) {}

  /**
   * Those of the values that do not follow from the counts of the same region, period and part of the population. A count that is withheld is
   * not there; nor is one that was counted in two ways at the same time.
   */
  async find(municipalityId: string, values: readonly ObservationRecord[]): Promise<ShareDisagreement[]> {
    const shares = values.filter((value) => value.unit === 'percent' && isExact(value));
    if (shares.length === 0) return [];
    const links = (await this.indicators.findManyByIds(municipalityId, [...new Set(shares.map(({ indicatorId }) => indicatorId))])).flatMap(({ id, numeratorId, denominatorId }) => (numeratorId === null || denominatorId === null ? [] : [[id, { numeratorId, denominatorId }] as const]));
    if (links.length === 0) return [];
    const of = new Map(links);
    const counts = await this.observations.findStanding(municipalityId, links.flatMap(([, { numeratorId, denominatorId }]) => [numeratorId, denominatorId]), [...new Set(shares.map(({ regionId }) => regionId))]);
    const byPlace = Map.groupBy(counts.filter(isExact), (count) => `${count.indicatorId}/${placeOf(count)}`);
    const countAt = (indicatorId: string, place: Place): ObservationRecord | null => {
      const [only, ...others] = byPlace.get(`${indicatorId}/${placeOf(place)}`) ?? [];
      return only === undefined || others.length > 0 ? null : only;
    };
    return shares.flatMap((share): ShareDisagreement[] => {
      const link = of.get(share.indicatorId);
      const [numerator, denominator] = link === undefined ? [null, null] : [countAt(link.numeratorId, share), countAt(link.denominatorId, share)];
      if (numerator === null || denominator === null) return [];
      const computed = disagreeingShare({ value: share.value ?? '', decimals: share.decimals, numerator: numerator.value ?? '', denominator: denominator.value ?? '' });
      return computed === null ? [] : [{ observationId: share.id, computed, numerator, denominator }];
    });
  }
}
