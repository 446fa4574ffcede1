import type { DecisionState, FundingState, GoalKind, MeasureStatus, MeasureType, Priority } from '@konzeptwerkstatt/document-model';

/** A goal as the tables hold it. */
export interface GoalRow {
  readonly id: string;
  readonly blockId: string;
  readonly kind: GoalKind;
  readonly title: string;
  readonly description: string;
  /** Among the goals of its section, 0-based. */
  readonly ordinal: number;
  /** Sorted. */
  readonly indicatorIds: readonly string[];
}

/** A measure as the tables hold it; id lists are sorted. */
export interface MeasureRow {
  readonly id: string;
  readonly blockId: string;
  readonly title: string;
  readonly description: string;
  readonly type: MeasureType | null;
  readonly status: MeasureStatus | null;
  readonly decisionState: DecisionState;
  readonly leadOrganisationId: string | null;
  readonly targetGroups: readonly string[];
  readonly period: string | null;
  /** Legal days, `YYYY-MM-DD`. */
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly resources: string | null;
  /** Euro, two digits behind the point. */
  readonly budgetAmount: string | null;
  readonly fundingSource: string | null;
  /** Full-time equivalents, two digits behind the point. */
  readonly staffPositions: string | null;
  readonly priority: Priority | null;
  readonly fundingState: FundingState | null;
  readonly contact: string | null;
  readonly district: string | null;
  /** `YYYY-MM-DD`. */
  readonly fundingUntil: string | null;
  /** Among the measures of its section, 0-based. */
  readonly ordinal: number;
  readonly partnerIds: readonly string[];
  readonly goalIds: readonly string[];
  readonly indicatorIds: readonly string[];
}

/** What the tables hold of one section, removed rows included, because a block may come back. */
export interface ExistingRows {
  readonly goals: readonly (GoalRow & { readonly removed: boolean })[];
  readonly measures: readonly (MeasureRow & { readonly removed: boolean })[];
}

/** The rows a text stands for. */
export interface WantedRows {
  readonly goals: readonly GoalRow[];
  readonly measures: readonly MeasureRow[];
}

/** A picture as it stands in a text. */
export interface PictureRow {
  readonly id: string;
  readonly blockId: string;
  readonly fileId: string | null;
  readonly alt: string;
  readonly caption: string;
  readonly isDecorative: boolean;
  readonly ordinal: number;
}
