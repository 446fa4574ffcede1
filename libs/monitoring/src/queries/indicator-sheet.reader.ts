import { Inject, Injectable } from '@nestjs/common';
import { assess } from '../domain/assessment.policy.js';
import type { Promised } from '../domain/assessment.policy.js';
import { breakdownParts } from '../domain/breakdown.policy.js';
import type { BreakdownPart } from '../domain/breakdown.policy.js';
import { groupGaps } from '../domain/gap.policy.js';
import type { GroupGap } from '../domain/gap.policy.js';
import { observationPeriodText } from '../domain/observation-period.text.js';
import { latestDay, overdueSince } from '../domain/reporting-rhythm.policy.js';
import type { ReportingRhythm } from '../domain/reporting-rhythm.policy.js';
import type { Assessment } from '../domain/trend.policy.js';
import { IndicatorReader, promisedOf } from './indicator.reader.js';
import type { DefinitionRow, IndicatorRow } from './indicator.reader.js';
import { ObservationReader, toSeriesPoint } from './observation.reader.js';
import type { SeriesRecord } from './observation.reader.js';
import { ShareCheckReader } from './share-check.reader.js';
import type { ShareDisagreement } from './share-check.reader.js';

/** A value of the own municipality, as a report prints it. */
export interface SheetValue {
  /** As `parseObservationPeriod` reads it. */
  readonly period: string;
  /** Last day it is about, `YYYY-MM-DD`. */
  readonly periodTo: string;
  /** Which part of the population; empty for the total. */
  readonly parts: readonly BreakdownPart[];
  /** Version of the definition it was counted by. */
  readonly version: number;
  /** Decimal text; null when there is none, or when it is withheld. */
  readonly value: string | null;
  readonly decimals: number;
  readonly isSuppressed: boolean;
  readonly missingReason: string | null;
  readonly qualifier: string;
  readonly status: string;
  readonly note: string | null;
  /** What follows from the counts of a share, where that is something else. */
  readonly disagreement: { readonly computed: string; readonly numerator: string; readonly denominator: string } | null;
}

/** An indicator with everything that a report says of it. */
export interface IndicatorSheet extends Promised {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly unitLabel: string;
  readonly decimals: number;
  /** How often a new value is to come; null where nobody has said it. */
  readonly rhythm: ReportingRhythm | null;
  readonly definition: { readonly version: number; readonly text: string; readonly source: string | null };
  /** Of the own municipality, oldest first. */
  readonly values: readonly SheetValue[];
  readonly assessment: Assessment | null;
  readonly gaps: readonly GroupGap[];
  /** Since when the next value is missed, `YYYY-MM-DD`; null when nothing is. */
  readonly overdueSince: string | null;
}

function valueOf(record: SeriesRecord, disagreement: ShareDisagreement | undefined): SheetValue {
  const { breakdown, version, value, decimals, isSuppressed, missingReason, qualifier, status, note, periodTo } = record;
  return {
    period: observationPeriodText(record), periodTo: periodTo ?? '', parts: breakdownParts(breakdown), version, value, decimals, isSuppressed, missingReason, qualifier, status, note,
    disagreement: disagreement === undefined ? null : { computed: disagreement.computed, numerator: disagreement.numerator.value ?? '', denominator: disagreement.denominator.value ?? '' },
  };
}

/** Reads indicators as reports print them; what is withheld is withheld here, too. Rights are the caller's question. */
@Injectable()
export class IndicatorSheetReader {
  constructor(
    @Inject(IndicatorReader) private readonly indicators: IndicatorReader,
    @Inject(ObservationReader) private readonly observations: ObservationReader,
    @Inject(ShareCheckReader) private readonly checks: ShareCheckReader,
  ) {}

  /** The living ones of these indicators, in any order; a few statements for all of them. @param today the town's day */
  async find(municipalityId: string, ids: readonly string[], today: string): Promise<IndicatorSheet[]> {
    if (ids.length === 0) return [];
    const [rows, definitions, series] = await Promise.all([
      this.indicators.findManyByIds(municipalityId, ids), this.indicators.findNewestDefinitions(municipalityId, ids), this.observations.findSeries(municipalityId, ids),
    ]);
    const disagreements = new Map((await this.checks.find(municipalityId, series)).map((one) => [one.observationId, one]));
    const own = Map.groupBy(series, ({ indicatorId }) => indicatorId);
    const newest = new Map(definitions.map((definition) => [definition.indicatorId, definition]));
    return rows.map((row) => sheetOf(row, newest.get(row.id), own.get(row.id) ?? [], { disagreements, today }));
  }
}

function sheetOf(row: IndicatorRow, definition: DefinitionRow | undefined, records: readonly SeriesRecord[], { disagreements, today }: { disagreements: ReadonlyMap<string, ShareDisagreement>; today: string }): IndicatorSheet {
  const { id, name, unit, unitLabel, decimals, rhythm } = row;
  const points = records.map(toSeriesPoint);
  const promised = promisedOf(row);
  return {
    ...promised, id, name, unit, unitLabel, decimals, rhythm, definition: { version: definition?.version ?? 1, text: definition?.text ?? '', source: definition?.source ?? null },
    values: records.map((record) => valueOf(record, disagreements.get(record.id))), assessment: assess(promised, points), gaps: groupGaps(points),
    overdueSince: overdueSince(rhythm, latestDay(records), today),
  };
}
