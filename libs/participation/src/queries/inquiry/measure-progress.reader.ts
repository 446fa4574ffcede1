import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { newestRound } from '../../domain/inquiry/measure-state.policy.js';
import { MeasureProgressRepository } from '../../persistence/inquiry/measure-progress.repository.js';
import type { MeasureProgress, ReportedStatus } from '../../persistence/inquiry/measure-progress.repository.js';
import type { MeasureRef } from '../../persistence/inquiry/party-answer.repository.js';

export type { MeasureProgress };

/** A measure as it goes on through its editions. */
export interface LedMeasure {
  readonly lineageId: string;
  /** Of the measure in each edition whose reports count. */
  readonly ids: readonly string[];
  readonly leadOrganisationId: string | null;
}

/** How far a measure is, by the report that sets its state. */
export interface MeasureState extends Pick<ReportedStatus, 'status' | 'reportedAt'> {
  readonly lineageId: string;
}

/** Reads what organisations reported of measures. Whoever calls it has asked the access policy about the measures. */
@Injectable()
export class MeasureProgressReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(MeasureProgressRepository) private readonly progress: MeasureProgressRepository,
  ) {}

  /** All reports of the measures, the newest round first and in it the newest report. */
  ofMeasures(measures: readonly MeasureRef[]): Promise<MeasureProgress[]> {
    return this.progress.findByMeasures(this.database.client, measures);
  }

  /** How far each of the measures is, what was reported last first; nothing else of reports. Those that nobody has reported on are left out. */
  async states(municipalityId: string, measures: readonly LedMeasure[]): Promise<MeasureState[]> {
    const reports = await this.progress.findStatuses(this.database.client, measures.flatMap(({ ids }) => ids.map((id) => ({ id, municipalityId }))));
    const lineages = new Map(measures.flatMap(({ lineageId, ids }) => ids.map((id) => [id, lineageId])));
    const byLineage = Map.groupBy(reports, ({ measureId }) => lineages.get(measureId));
    const states = measures.flatMap(({ lineageId, leadOrganisationId }) => {
      const [decisive] = newestRound(byLineage.get(lineageId) ?? [], leadOrganisationId);
      return decisive === undefined ? [] : [{ lineageId, status: decisive.status, reportedAt: decisive.reportedAt }];
    });
    return states.toSorted((one, other) => other.reportedAt.getTime() - one.reportedAt.getTime());
  }
}
