import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { MeasureProgressRepository } from '../../persistence/inquiry/measure-progress.repository.js';
import type { MeasureProgress, ReportedStatus } from '../../persistence/inquiry/measure-progress.repository.js';
import type { MeasureRef } from '../../persistence/inquiry/party-answer.repository.js';

export type { MeasureProgress, ReportedStatus };

/** Reads what organisations reported of measures. Whoever calls it has asked the access policy about the measures. */
@Injectable()
export class MeasureProgressReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(MeasureProgressRepository) private readonly progress: MeasureProgressRepository,
  ) {}

  /** All reports of the measures, newest first. */
  ofMeasures(measures: readonly MeasureRef[]): Promise<MeasureProgress[]> {
    return this.progress.findByMeasures(this.database.client, measures);
  }

  /** How far each of the measures is by its newest report, newest first; nothing else of reports. */
  newestStatuses(measures: readonly MeasureRef[]): Promise<ReportedStatus[]> {
    return this.progress.findNewestStatuses(this.database.client, measures);
  }
}
