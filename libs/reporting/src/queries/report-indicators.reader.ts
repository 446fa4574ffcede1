import { Inject, Injectable } from '@nestjs/common';
import { EditionGoalReader } from '@konzeptwerkstatt/concept';
import type { EditionRecord } from '@konzeptwerkstatt/concept';
import { IndicatorSheetReader } from '@konzeptwerkstatt/monitoring';
import type { ReportFacts } from '../domain/report/report-facts.js';

/** Reads the goals of an edition, and the indicators that goals and measures name. */
@Injectable()
export class ReportIndicatorsReader {
  constructor(
    @Inject(EditionGoalReader) private readonly goals: EditionGoalReader,
    @Inject(IndicatorSheetReader) private readonly sheets: IndicatorSheetReader,
  ) {}

  /** @param measures of the edition @param today the town's day */
  async find(edition: EditionRecord, measures: readonly { readonly indicatorIds: readonly string[] }[], today: string): Promise<Pick<ReportFacts, 'goals' | 'indicators'>> {
    const goals = await this.goals.find(edition);
    const ids = [...new Set([...goals, ...measures].flatMap(({ indicatorIds }) => indicatorIds))];
    const sheets = await this.sheets.find(edition.municipalityId, ids, today);
    return { goals: goals.map(({ id, sectionId, number, title, indicatorIds }) => ({ id, sectionId, number, title, indicatorIds })), indicators: new Map(sheets.map((sheet) => [sheet.id, sheet])) };
  }
}
