import type { BlockSpec, FundingState, MeasureStatus } from '@konzeptwerkstatt/document-model';
import type { OwnWord } from '@konzeptwerkstatt/kernel';
import type { IndicatorSheet } from '@konzeptwerkstatt/monitoring';
import type { StandingMeasure } from '../standing.js';

/** What can be assembled from a concept's data; each is an instrument of its own, with an edition for each time. */
export const REPORT_KINDS = ['implementation_report', 'indicator_report', 'measure_catalogue', 'participation_report', 'council_paper'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Whether an edition of an instrument of this kind reports on a concept. */
export const isReportKind = (instrumentKind: string): boolean => REPORT_KINDS.some((kind) => kind === instrumentKind);

/** What an organisation reported of a measure in the last round, in its words. */
export interface ReportedProgress {
  readonly organisation: string;
  readonly status: MeasureStatus;
  /** `YYYY-MM-DD`, the town's day. */
  readonly day: string;
  readonly done: string | null;
  /** Decimal text. */
  readonly reached: string | null;
  readonly evidence: string | null;
  readonly obstacles: string | null;
  readonly nextStep: string | null;
  readonly reason: string | null;
}

/** A measure with everything that reports say of it. */
export interface ReportMeasure extends StandingMeasure {
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly lead: string | null;
  readonly partners: readonly string[];
  /** As the document has it. */
  readonly period: string | null;
  readonly resources: string | null;
  readonly fundingSource: string | null;
  readonly fundingState: FundingState | null;
  /** `YYYY-MM-DD`. */
  readonly fundingUntil: string | null;
  /** Of everybody who reported in the newest round; the first one says how far the measure is. */
  readonly reports: readonly ReportedProgress[];
  /** It is observed by. */
  readonly indicatorIds: readonly string[];
}

/** A goal, with what it is observed by. */
export interface ReportGoal {
  readonly id: string;
  readonly sectionId: string;
  readonly number: string;
  readonly title: string;
  readonly indicatorIds: readonly string[];
}

/** A contribution that was answered, or waits for it. */
export interface ReportContribution {
  readonly sectionId: string | null;
  /** The goal or measure it is about; null: none of them, or one that is gone. */
  readonly about: Pick<ReportMeasure, 'number' | 'title'> | null;
  readonly title: string | null;
  readonly text: string;
  /** Other words that were proposed; null: none. */
  readonly replacement: string | null;
  /** Of title, text and proposed words, BCP 47. */
  readonly language: string;
  /** Organisation in whose name it was said; null: a person or a guest, who is not named. */
  readonly organisation: string | null;
  /** Null: not answered yet. */
  readonly verdict: 'considered' | 'partly' | 'not' | 'noted' | 'forwarded' | null;
  readonly reasons: string;
}

/** Everything reports are made of, as it was at one moment. */
export interface ReportFacts {
  readonly concept: { readonly title: string; readonly year: number };
  readonly municipality: string;
  /** What it calls otherwise, in German. */
  readonly ownWords: readonly OwnWord[];
  /** The town's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** The concept's sections in order. */
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  /** In the order of the text. */
  readonly measures: readonly ReportMeasure[];
  /** In the order of the text. */
  readonly goals: readonly ReportGoal[];
  /** The living indicators of goals and measures, by id. */
  readonly indicators: ReadonlyMap<string, IndicatorSheet>;
  /** The oldest first. */
  readonly contributions: readonly ReportContribution[];
}

/** A chart that is still to be drawn and stored; then it is a picture of the text. */
export interface ReportChart {
  readonly type: 'chart';
  /** The drawing. */
  readonly svg: string;
  /** What it is about, for the name of its file. */
  readonly name: string;
  /** What it shows, in words. */
  readonly alt: string;
  readonly caption: string;
  /** What stands in its place when it cannot be drawn. */
  readonly missing: string;
}

export type ReportBlock = BlockSpec | ReportChart;

/** A section of a report, ready to be written. */
export interface ReportSection {
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

