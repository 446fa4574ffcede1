import { Inject, Injectable } from '@nestjs/common';
import type { EditionForGaps, Gap, GapSource } from '@konzeptwerkstatt/concept';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';

/**
 * Finds indicators that goals and measures name and for which nothing was ever recorded. A reason why there is no value
 * counts as data: somebody has looked.
 */
@Injectable()
export class IndicatorWithoutDataGapSource implements GapSource {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  async find({ municipalityId, indicators }: EditionForGaps): Promise<Gap[]> {
    if (indicators.length === 0) return [];
    const ids = indicators.map(({ indicatorId }) => indicatorId);
    const rows = await this.database.client.$queryRaw<{ id: string; name: string }[]>`
      SELECT i.id, i.name FROM indicators i
      WHERE i.municipality_id = ${municipalityId}::uuid AND i.id = ANY (${ids}::uuid[]) AND i.removed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM observations o WHERE o.indicator_id = i.id AND o.municipality_id = i.municipality_id AND o.superseded_at IS NULL)`;
    const names = new Map(rows.map((row) => [row.id, row.name]));
    return indicators.flatMap(({ indicatorId, ...place }): Gap[] => {
      const title = names.get(indicatorId);
      return title === undefined ? [] : [{ kind: 'indicator_without_data', title, ...place, indicatorId }];
    });
  }
}
